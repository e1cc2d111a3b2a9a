"""What lies in the envelope: named parts of any length, and at the end the manifest with counts and hashes.

A part is records of `kind, length, data`: a name, then data, then an end. Lengths need not be known beforehand.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Self

from tenun.shared.backup.sealed import CHUNK, BadEnvelope, Sealer

DATABASE = "database"
_NAME, _DATA, _END, _MANIFEST = b"N", b"D", b"E", b"M"


@dataclass(frozen=True, slots=True)
class TableSum:
    """How many rows a table has, and one hash over all of them."""

    rows: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds. `keys` are fingerprints by which lost keys are noticed; no key is in a backup."""

    made_at: str
    version: str
    keys: dict[str, str]
    tables: dict[str, TableSum]
    files: dict[str, str]
    database: str

    def to_bytes(self) -> bytes:
        """As JSON."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def of(cls, data: bytes) -> Self:
        """From JSON. Raises `BadEnvelope` for anything else."""
        try:
            said = json.loads(data)
            tables = {name: TableSum(**summed) for name, summed in said.pop("tables").items()}
            return cls(tables=tables, **said)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise BadEnvelope("changed") from error


class PartWriter:
    """Puts parts into the envelope; each answers with the hash of what went in."""

    def __init__(self, sealer: Sealer) -> None:
        self._sealer = sealer

    def add(self, name: str, pieces: Iterable[bytes]) -> str:
        """One part, from a stream of pieces; its SHA-256."""
        digest = hashlib.sha256()
        self._put(_NAME, name.encode())
        for piece in pieces:
            digest.update(piece)
            self._put(_DATA, piece)
        self._put(_END, b"")
        return digest.hexdigest()

    def finish(self, manifest: Manifest) -> None:
        """The manifest, and the end of the envelope."""
        self._put(_MANIFEST, manifest.to_bytes())
        self._sealer.finish()

    def _put(self, kind: bytes, data: bytes) -> None:
        self._sealer.write(kind + len(data).to_bytes(8, "big") + data)


@dataclass(frozen=True, slots=True)
class Record:
    """One step through the envelope: `name` begins a part, `data` belongs to it, the manifest stands at the end."""

    name: str | None = None
    data: bytes | None = None
    manifest: Manifest | None = None


def read_records(pieces: Iterator[bytes]) -> Iterator[Record]:
    """Every record in order. Raises `BadEnvelope` where the content is not what a backup holds."""
    reader = _Reader(pieces)
    manifest = None
    while head := reader.take(9):
        kind, size = head[:1], int.from_bytes(head[1:], "big")
        if kind == _NAME:
            yield Record(name=reader.all(size).decode())
        elif kind == _DATA:
            yield from (Record(data=piece) for piece in reader.pieces(size))
        elif kind == _MANIFEST:
            manifest = Manifest.of(reader.all(size))
        elif kind != _END:
            raise BadEnvelope("changed")
    if manifest is None:
        raise BadEnvelope("truncated")
    yield Record(manifest=manifest)


class _Reader:
    """A stream of pieces read by length."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._left = b""

    def take(self, size: int) -> bytes:
        """So many bytes, or none at the end."""
        while len(self._left) < size:
            piece = next(self._pieces, None)
            if piece is None:
                break
            self._left += piece
        taken, self._left = self._left[:size], self._left[size:]
        if taken and len(taken) < size:
            raise BadEnvelope("truncated")
        return taken

    def all(self, size: int) -> bytes:
        """So many bytes; fewer mean that the file was cut."""
        taken = self.take(size)
        if len(taken) < size:
            raise BadEnvelope("truncated")
        return taken

    def pieces(self, size: int) -> Iterator[bytes]:
        """So many bytes in pieces that fit into memory."""
        while size:
            piece = self.all(min(size, CHUNK))
            size -= len(piece)
            yield piece
