"""One door for every file of programmes: IATI, a 3W table or the plain sheet, told apart by what is inside."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from tenun.formats import iati
from tenun.formats.iati.parsing import SIZE_LIMIT, refuse_large
from tenun.formats.problems import Problem, refuse
from tenun.formats.programme_sheet import ReadProgramme, read_programmes
from tenun.formats.three_w import has_tags, read_three_w

XML = ".xml"


class Form(StrEnum):
    """The form of a file of programmes."""

    IATI = "iati"
    THREE_W = "3w"
    SHEET = "sheet"


@dataclass(frozen=True, slots=True)
class ProgrammeFile:
    """What a file of programmes says; `row` of a programme or a problem is the line of an IATI file."""

    form: Form
    programmes: tuple[ReadProgramme, ...]
    problems: tuple[Problem, ...]


def read_programme_file(path: Path) -> ProgrammeFile:
    """Read a file by its ending and its content. Raises `UnreadableFile`, of a faulty IATI file a `FaultyFile`."""
    if path.suffix.lower() == XML:
        return _iati(path)
    tagged = has_tags(path)
    reading = read_three_w(path) if tagged else read_programmes(path)
    return ProgrammeFile(Form.THREE_W if tagged else Form.SHEET, reading.programmes, reading.problems)


def _iati(path: Path) -> ProgrammeFile:
    try:
        size = path.stat().st_size
        # A file above the limit is refused by its size alone.
        content = path.read_bytes() if size <= SIZE_LIMIT else b""
    except OSError:
        raise refuse("file.not_found", value=path.name) from None
    refuse_large(size)
    found = iati.read(content)
    pairs = zip(found.lines, found.activities, strict=True)
    return ProgrammeFile(Form.IATI, tuple(ReadProgramme(line, record) for line, record in pairs), found.notes)
