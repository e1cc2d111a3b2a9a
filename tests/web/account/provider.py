"""An office's provider: allauth's own, answering over the loopback on the connection of the test.

Its staff are users whose names begin with `pegawai-`; what it says about them leaves that out.
"""

from contextlib import contextmanager
from threading import Thread
from wsgiref.simple_server import WSGIRequestHandler, make_server

from allauth.idp.oidc.adapter import DefaultOIDCAdapter
from django.core.handlers.wsgi import WSGIHandler
from django.db import connections


class StaffAdapter(DefaultOIDCAdapter):
    """Claims about the staff."""

    def get_claims(self, purpose, user, client, scopes, email=None, **kwargs):
        """The name at the office, which is the username on the site."""
        claims = super().get_claims(purpose, user, client, scopes, email, **kwargs)
        return claims | {"preferred_username": user.username.removeprefix("pegawai-"), "nip": f"1990{user.pk}"}


class Quiet(WSGIRequestHandler):
    """Writes no log."""

    def log_message(self, *args):
        """Nothing."""


@contextmanager
def provider():
    """Its address, for as long as it answers. One request at a time, so the connection is never used twice at once."""
    shared = connections["default"]
    shared.inc_thread_sharing()
    shared.close_if_unusable_or_obsolete = lambda: None  # The end of a request is not the end of the test.
    with make_server("127.0.0.1", 0, WSGIHandler(), handler_class=Quiet) as server:

        def answer():
            connections["default"] = shared
            server.serve_forever(poll_interval=0.01)

        thread = Thread(target=answer)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
            del shared.close_if_unusable_or_obsolete
            shared.dec_thread_sharing()
