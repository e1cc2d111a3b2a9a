"""How a sent file comes in: in memory alone, so that no paper of anybody lies readable in a temporary folder."""

from typing import Any

from django.core.files.uploadhandler import MemoryFileUploadHandler, StopUpload

from tenun.formats.scans import MOST_BYTES

_FORM = 64 * 1024


class MemoryUpload(MemoryFileUploadHandler):
    """Takes what a scan may weigh and a form beside it; of more nothing is read, and the field says so."""

    def handle_raw_input(self, input_data: Any, META: Any, content_length: Any, *rest: Any) -> None:  # noqa: N803  Django calls it so.
        """Decides by the announced length, before anything is read."""
        self.activated = content_length <= MOST_BYTES + _FORM

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Keeps a piece, or ends the upload when the file is too large after all."""
        if not self.activated:
            request: Any = self.request
            request.is_too_large = True
            raise StopUpload(connection_reset=False)
        return super().receive_data_chunk(raw_data, start)
