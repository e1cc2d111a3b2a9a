"""How a sent file comes in: in memory alone, so that no paper of anybody lies readable in a temporary folder."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.core.files.uploadhandler import MemoryFileUploadHandler, StopUpload

from tenun.formats.scans import MOST_BYTES

_FORM = 64 * 1024
View = TypeVar("View", bound=Callable[..., Any])


def takes_up_to(most_bytes: int) -> Callable[[View], View]:
    """Lets a view take larger files than a scan may be."""

    def mark(view: View) -> View:
        view.most_bytes = most_bytes  # type: ignore[attr-defined]  # A function carries its mark.
        return view

    return mark


class MemoryUpload(MemoryFileUploadHandler):
    """Takes what a scan may weigh, or what the view lets through, and a form beside it; the field says what is more."""

    def handle_raw_input(self, input_data: Any, META: Any, content_length: Any, *rest: Any) -> None:  # noqa: N803  Django calls it so.
        """Decides by the announced length, before anything is read."""
        request: Any = self.request
        view = getattr(request.resolver_match, "func", None)
        self.activated = content_length <= getattr(view, "most_bytes", MOST_BYTES) + _FORM

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Keeps a piece, or ends the upload when the file is too large after all."""
        if not self.activated:
            request: Any = self.request
            request.is_too_large = True
            raise StopUpload(connection_reset=False)
        return super().receive_data_chunk(raw_data, start)
