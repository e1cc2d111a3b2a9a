"""Enough of a browser to sign in to the demonstration and send a form."""

import http.cookiejar
import urllib.error
import urllib.parse
import urllib.request
import uuid

NO_ANSWER = 0


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class Browser:
    """One session on one site; `body` is the last page."""

    def __init__(self, port):
        self._root = f"http://127.0.0.1:{port}"
        self._cookies = http.cookiejar.CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self._cookies), _Stay)
        self.went_to = ""
        self.body = b""

    def get(self, path):
        return self._send(path)

    def post(self, path, *, files=None, **fields):
        """Sends a form; the status, or `NO_ANSWER` when the site died over it. `went_to` is where it led.

        `files` are pictures by the names of their fields.
        """
        token = next((cookie.value for cookie in self._cookies if cookie.name == "csrftoken"), "")
        fields = {**fields, "csrfmiddlewaretoken": token}
        if not files:
            return self._send(path, urllib.parse.urlencode(fields).encode())
        mark = uuid.uuid4().hex
        head = {"Content-Type": f"multipart/form-data; boundary={mark}"}
        return self._send(urllib.request.Request(self._root + path, _multipart(mark, fields, files), head))

    def sign_in(self, username):
        """By the one click of the demonstration."""
        self.get("/masuk/")
        assert self.post("/masuk/peragaan/", username=username) == 302
        self.get("/orang/daftarkan/")
        return self

    def _send(self, request, data=None):
        self.went_to, self.body = "", b""
        address = self._root + request if isinstance(request, str) else request
        try:
            with self._opener.open(address, data, timeout=60) as answer:
                self.body = answer.read()
                return answer.status
        except urllib.error.HTTPError as error:
            with error:
                self.went_to = error.headers.get("Location", "")
                return error.code
        except OSError:
            return NO_ANSWER


def _multipart(mark, fields, files):
    """A form with files, as a browser puts it together."""
    disposition = 'Content-Disposition: form-data; name="{}"'
    parts = [(disposition.format(name), str(text).encode()) for name, text in fields.items()]
    parts += [
        (f'{disposition.format(name)}; filename="surat.jpg"\r\nContent-Type: image/jpeg', content)
        for name, content in files.items()
    ]
    body = b"".join(f"--{mark}\r\n{head}\r\n\r\n".encode() + content + b"\r\n" for head, content in parts)
    return body + f"--{mark}--\r\n".encode()
