"""Enough of a browser to sign in to the demonstration and send a form."""

import http.cookiejar
import urllib.error
import urllib.parse
import urllib.request

NO_ANSWER = 0


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class Browser:
    """One session on one site."""

    def __init__(self, port):
        self._root = f"http://127.0.0.1:{port}"
        self._cookies = http.cookiejar.CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self._cookies), _Stay)
        self.went_to = ""

    def get(self, path):
        return self._send(path, None)

    def post(self, path, **fields):
        """Sends a form; the status, or `NO_ANSWER` when the site died over it. `went_to` is where it led."""
        token = next((cookie.value for cookie in self._cookies if cookie.name == "csrftoken"), "")
        return self._send(path, urllib.parse.urlencode({**fields, "csrfmiddlewaretoken": token}).encode())

    def sign_in(self, username):
        """By the one click of the demonstration."""
        self.get("/masuk/")
        assert self.post("/masuk/peragaan/", username=username) == 302
        self.get("/orang/daftarkan/")
        return self

    def _send(self, path, data):
        self.went_to = ""
        try:
            with self._opener.open(self._root + path, data, timeout=60) as answer:
                answer.read()
                return answer.status
        except urllib.error.HTTPError as error:
            with error:
                self.went_to = error.headers.get("Location", "")
                return error.code
        except OSError:
            return NO_ANSWER
