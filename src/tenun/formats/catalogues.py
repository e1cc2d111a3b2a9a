"""A catalogue from files of its own: from a folder, or from what somebody sends to be tried out.

Somebody who changes the rules keeps them beside those in use.
"""

import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from pathlib import Path, PurePosixPath

from tenun.domain.catalogue import Catalogue
from tenun.domain.catalogue.catalogue import load
from tenun.formats.problems import refuse

COMMON = ("core.toml", "lists.toml", "steps.toml")
MOST_BYTES = 2_000_000
"""Of all texts together; the packaged ones are an eighth of it."""
_MOST_FILES = 500


def read_catalogue(folder: Path) -> Catalogue:
    """The catalogue of `core.toml`, `lists.toml`, `steps.toml` and `targets/*.toml` in a folder.

    Raises `CatalogueError` for a rule that may not load and `OSError` for a file that cannot be read.
    """
    texts = {name: (folder / name).read_text("utf-8") for name in COMMON}
    for file in sorted((folder / "targets").glob("*.toml")):
        texts[f"targets/{file.name}"] = file.read_text("utf-8")
    return load(texts)


def texts_of(sent: Sequence[tuple[str, bytes]], in_use: Mapping[str, str]) -> dict[str, str]:
    """The texts of a catalogue, as `load` takes them, from files that were sent: names and contents.

    A .zip that holds all of `COMMON` is a whole folder, and a target that is not in it is gone. Anything else is
    changed files, and the rest is as `in_use`. Raises `UnreadableFile`; whether the rules load is another question.
    """
    found: dict[str, str] = {}
    size = 0
    for name, content in (pair for each in sent for pair in _unpacked(*each)):
        place = _place(name)
        if place in found:
            raise refuse("rules.twice", value=place)
        size += len(content)
        if size > MOST_BYTES:
            raise refuse("rules.too_big", value=place, limit=MOST_BYTES // 1000)
        try:
            found[place] = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise refuse("rules.text", value=place) from None
    if not found:
        raise refuse("rules.none")
    return found if set(COMMON) <= set(found) else {**in_use, **found}


def _place(name: str) -> str:
    """Where a file stands in the folder: one of the three, or among the targets."""
    last = PurePosixPath(name.replace("\\", "/")).name
    return last if last in COMMON else f"targets/{last}"


def _unpacked(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    ending = name.lower().rpartition(".")[2]
    if ending == "toml":
        yield name, content
    elif ending == "zip":
        yield from _rules_in(name, content)
    else:
        raise refuse("rules.ending", value=name)


def _rules_in(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """The rule files of a .zip; whatever else lies beside them is passed over, unread."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as folder:
            rules = [each for each in folder.infolist() if each.filename.lower().endswith(".toml")]
            rules = [each for each in rules if not PurePosixPath(each.filename).name.startswith(".")]
            if len(rules) > _MOST_FILES or sum(each.file_size for each in rules) > MOST_BYTES:
                raise refuse("rules.too_big", value=name, limit=MOST_BYTES // 1000)
            for each in rules:
                # No more than the limit is unpacked, whatever the folder says of its size.
                with folder.open(each) as file:
                    yield each.filename, file.read(MOST_BYTES + 1)
    # Not whole, packed in a way or with a password that the library does not know: it says each with another class.
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError):
        raise refuse("rules.zip", value=name) from None
