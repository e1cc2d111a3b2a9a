"""The two acts: a backup of a running site, and a restore into an empty place that is proven before and after."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path, PurePosixPath
from typing import Any

from tenun.shared.backup import database
from tenun.shared.backup.parts import DATABASE, Manifest, PartWriter, Record, read_records
from tenun.shared.backup.sealed import CHUNK, BadEnvelope, Sealer, unseal
from tenun.shared.clock import now

UNFINISHED = "restore-unfinished"
"""A file of this name in the data folder says that a restore was interrupted; a start refuses it."""


class BackupRefused(Exception):  # noqa: N818  It is an answer: nothing was done.
    """Nothing was written; `code` says why, `detail` names the place."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One installation: where its database answers, its data folder, and the keys by name."""

    server: database.Server
    name: str
    data: Path
    backup_key: str
    keys: Mapping[str, str]

    @property
    def files(self) -> Path:
        """The stored files, a tree that nobody here looks into."""
        return self.data / "files"


def fingerprint(key: str) -> str:
    """Tells two keys apart and does not tell either."""
    return hashlib.sha256(b"tenun-key:" + key.encode()).hexdigest()[:16]


def back_up(place: Place, target: Path) -> Manifest:
    """Writes database and files of one instant into one encrypted file, which appears whole or not at all.

    Raises `BackupRefused` (`no_right`, `nothing`, `tool`) and `OSError`.
    """
    part = target.with_name(f".{target.name}.part")
    try:
        with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as stream:
            manifest = _write(place, Sealer(stream, place.backup_key))
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(target)
    except database.ToolFailed as error:
        raise BackupRefused("tool", str(error)) from error
    finally:
        part.unlink(missing_ok=True)
    return manifest


def _write(place: Place, sealer: Sealer) -> Manifest:
    writer = PartWriter(sealer)
    with database.snapshot(place.server, place.name) as taken:
        if not database.sees_every_row(taken.connection):
            raise BackupRefused("no_right")
        if not database.tables(taken.connection):
            raise BackupRefused("nothing")
        dumped = writer.add(DATABASE, database.dump(place.server, taken))
        # A file is written before the row that names it, so every file of this instant is there now.
        files = {name: writer.add(f"files/{name}", _read(path)) for name, path in _tree(place.files)}
        manifest = Manifest(
            made_at=now().isoformat(timespec="seconds"),
            version=version("tenun"),
            keys={name: fingerprint(key) for name, key in place.keys.items()},
            tables=database.sums(taken.connection),
            files=files,
            database=dumped,
        )
    writer.finish(manifest)
    return manifest


def _tree(folder: Path) -> list[tuple[str, Path]]:
    found = [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink()]
    return [(path.relative_to(folder).as_posix(), path) for path in found]


def _read(path: Path) -> Iterator[bytes]:
    with path.open("rb") as stream:
        while piece := stream.read(CHUNK):
            yield piece


def restore(place: Place, source: Path) -> Manifest:
    """Fills an empty place. The whole file is proven first; afterwards every count and hash is compared.

    Raises `BackupRefused` (`not_empty`, `not_a_backup`, `wrong_key`, `changed`, `truncated`, `other_keys`, `tool`,
    `unequal`) and `OSError`. Roles and the empty database must stand already.
    """
    _refuse_unless_empty(place)
    try:
        manifest = _prove(place, source)
        unfinished = place.data / UNFINISHED
        unfinished.touch()
        _fill(place, source)
    except BadEnvelope as error:
        raise BackupRefused(error.code, str(source)) from error
    except database.ToolFailed as error:
        raise BackupRefused("tool", str(error)) from error
    _compare(place, manifest)
    unfinished.unlink()
    return manifest


def _refuse_unless_empty(place: Place) -> None:
    with place.server.connect(place.name) as connection:
        if found := database.tables(connection):
            raise BackupRefused("not_empty", f"{place.name}: {found[0]}")
    if place.files.exists() and any(place.files.iterdir()):
        raise BackupRefused("not_empty", str(place.files))


def _records(place: Place, source: Path) -> Iterator[Record]:
    with source.open("rb") as stream:
        yield from read_records(unseal(stream, place.backup_key))


def _prove(place: Place, source: Path) -> Manifest:
    """Reads the whole file once and compares every part with the manifest; nothing is written."""
    digests: dict[str, Any] = {}
    name = ""
    manifest = None
    for record in _records(place, source):
        if record.name is not None:
            name = record.name
            digests[name] = hashlib.sha256()
        elif record.data is not None:
            digests[name].update(record.data)
        manifest = record.manifest
    if manifest is None:
        raise BadEnvelope("truncated")
    expected = {DATABASE: manifest.database, **{f"files/{file}": digest for file, digest in manifest.files.items()}}
    if expected != {name: digest.hexdigest() for name, digest in digests.items()}:
        raise BadEnvelope("changed")
    for name, key in place.keys.items():
        if manifest.keys.get(name) != fingerprint(key):
            raise BackupRefused("other_keys", name)
    return manifest


def _fill(place: Place, source: Path) -> None:
    """The database first, in one transaction, then the files; a kill between them leaves the mark of the unfinished."""
    records = _records(place, source)
    place.files.mkdir(parents=True, exist_ok=True)
    for record in records:
        if record.name == DATABASE:
            database.load(place.server, place.name, _data(records))
            break
    target: Path | None = None
    for record in _records(place, source):
        if record.name is not None:
            target = None if record.name == DATABASE else _inside(place.data, record.name)
            if target is not None:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.touch(mode=0o600)
        elif record.data is not None and target is not None:
            with target.open("ab") as stream:
                stream.write(record.data)


def _data(records: Iterator[Record]) -> Iterator[bytes]:
    for record in records:
        if record.data is None:
            return
        yield record.data


def _inside(folder: Path, name: str) -> Path:
    """No name of a backup leads out of the data folder."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        raise BadEnvelope("changed")
    return folder / path


def _compare(place: Place, manifest: Manifest) -> None:
    with place.server.connect(place.name) as connection:
        found = database.sums(connection)
    files = {name: _digest(path) for name, path in _tree(place.files)}
    if found != manifest.tables or files != manifest.files:
        names = [name for name in manifest.tables if found.get(name) != manifest.tables[name]]
        names += [name for name in manifest.files if files.get(name) != manifest.files[name]]
        raise BackupRefused("unequal", ", ".join(names[:3]))


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
