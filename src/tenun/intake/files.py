"""The uploaded file: encrypted where it lies, in memory alone while it is read.

The readers of sheets ask for a path. They get that of an anonymous file of the process, so that no list of anybody lies
readable in a folder, whatever ends the process.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath

from tenun.formats.container import FILE_LIMIT
from tenun.shared import blobs

MOST_BYTES = min(25_000_000, FILE_LIMIT)
"""About 150,000 rows of twenty columns."""
_LONGEST_NAME = 120
ENDINGS = (".xlsx", ".ods", ".csv")


def plain_name(name: str) -> str:
    """The name without folders and signs that no list needs, its ending kept."""
    path = PurePath(name.replace("\\", "/").replace("\0", ""))
    stem = "".join(sign for sign in path.stem if sign.isprintable())
    ending = path.suffix.lower()
    return f"{stem[: _LONGEST_NAME - len(ending)] or 'daftar'}{ending}"


@contextmanager
def opened(stored: str, name: str) -> Iterator[Path]:
    """A path at which the readers find the decrypted file for as long as the block runs."""
    content = blobs.read(stored)
    with in_memory(content, name) as path:
        yield path


@contextmanager
def in_memory(content: bytes, name: str) -> Iterator[Path]:
    """As `opened`, of bytes."""
    handle = os.memfd_create("tenun-import")
    try:
        with open(handle, "wb", closefd=False) as file:
            file.write(content)
        with tempfile.TemporaryDirectory(prefix="tenun-") as folder:
            # The link holds a number of this process and nothing else; nobody but the process can follow it.
            path = Path(folder) / plain_name(name)
            path.symlink_to(f"/proc/self/fd/{handle}")
            yield path
    finally:
        os.close(handle)


__all__ = ["ENDINGS", "MOST_BYTES", "in_memory", "opened", "plain_name"]
