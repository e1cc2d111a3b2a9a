"""Reading a list of questions for the self-assessment, such as the official one, which is not ours to ship.

Every row is checked before any is taken in; a fault names its row, what is wrong and what to do.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from tenun.formats.cells import Cell, shown
from tenun.formats.spreadsheet import NAME, open_sheet, read_header
from tenun.partnership.enums import SelfDimension
from tenun.partnership.self_assessment import NewQuestion

CODE, DIMENSION, QUESTION = "id", "dimensi", "pertanyaan"
_LONGEST_CODE = 20
_SIGNS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in one row."""

    row: int
    what: str


@dataclass(frozen=True, slots=True)
class Read:
    """What a list holds: the questions of its good rows, and the faults of the others."""

    questions: tuple[NewQuestion, ...]
    faults: tuple[Fault, ...]


def read_questions(path: Path) -> Read:
    """The questions of a list. Raises `UnreadableFile` for a file that is no list at all."""
    headers = {header: header.strip().casefold() for header in read_header(path)}
    lacking = [name for name in (CODE, DIMENSION, QUESTION) if name not in headers.values()]
    if lacking:
        return Read(
            (),
            (
                Fault(
                    1, _("Kolom belum ada: {names}. Tulis judul itu di baris pertama.").format(names=", ".join(lacking))
                ),
            ),
        )
    # The reader asks for a column `nama`: here the question stands in its place.
    renamed = {header: NAME if name == QUESTION else name for header, name in headers.items()}
    questions, faults, seen = list[NewQuestion](), list[Fault](), dict[str, int]()
    for number, cells in open_sheet(path, renamed).rows():
        found = [*_faults(cells, seen)]
        faults.extend(Fault(number, what) for what in found)
        code = _text(cells, CODE)
        seen.setdefault(code, number)
        if not found:
            dimension = SelfDimension(_text(cells, DIMENSION))
            questions.append(NewQuestion(code=code, dimension=dimension, text=_text(cells, NAME)))
    if not questions and not faults:
        faults.append(Fault(2, _("Daftar ini belum berisi pertanyaan. Isi mulai baris kedua.")))
    return Read(tuple(questions), tuple(faults))


def _text(cells: Mapping[str, Cell], name: str) -> str:
    return " ".join(shown(cells.get(name)).split()).removesuffix(".0")


def _faults(cells: Mapping[str, Cell], seen: Mapping[str, int]) -> Iterator[str]:
    code, dimension = _text(cells, CODE), _text(cells, DIMENSION)
    if not code:
        yield _("Kolom id kosong. Tulis nomor butirnya.")
    elif len(code) > _LONGEST_CODE or not set(code) <= _SIGNS:
        yield _("Id “{code}” tidak dapat dipakai. Pakai huruf, angka, titik, atau garis, paling banyak 20.").format(
            code=code[:40]
        )
    elif code in seen:
        yield _("Id “{code}” sudah ada di baris {row}. Beri nomor lain.").format(code=code, row=seen[code])
    if dimension not in SelfDimension.values:
        yield _("Dimensi “{dimension}” tidak dikenal. Tulis angka 1 sampai 6.").format(dimension=dimension[:40])
    if not _text(cells, NAME):
        yield _("Kolom pertanyaan kosong. Tulis pertanyaannya.")
