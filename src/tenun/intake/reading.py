"""One row of a list as an import needs it: read as every sheet is, and held to what the pages hold an answer to.

`tenun check` judges a doubtful NIK as a finding; here it would be stored, so a row that a page would refuse is refused.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tenun.domain.catalogue import packaged
from tenun.domain.identifiers.family_card import read_family_card
from tenun.domain.identifiers.names import fold_name
from tenun.domain.identifiers.nik import read_nik
from tenun.domain.identifiers.regions import is_village
from tenun.domain.papers import Dossier
from tenun.domain.sisko import SiskoEntry
from tenun.formats.cells import Cell
from tenun.formats.dossiers import Reading
from tenun.formats.problems import Problem
from tenun.formats.sisko import NUMBER
from tenun.people.actions import NewPerson
from tenun.shared.encryption import keyed_hash
from tenun.shared.scope import Scope

ORIGIN = "tenun_asal"
"""The column of a list that was sent back: which row of which import each row was."""
_MOST_SIGNS = {"nama": 120, "nama_ibu": 120, "tempat_lahir": 80, "no_kk": 60, "telepon": 60} | {
    NUMBER: 40,
    "sisko_tujuan": 120,
    "sisko_p3mi": 120,
}
_PAPER_SIGNS = {"name": 120, "mother_name": 120, "father_name": 120, "birth_place": 80, "number": 60}
_MOST_AMOUNT = 1_000_000


@dataclass(frozen=True, slots=True)
class Checked:
    """One row: its dossier if it may be stored, its problems, and by what it is known again.

    `key` is the same for the same words in another upload of the same list; `origin` is the import and the row that a
    list which was sent back names itself; `sisko` is what a list of Sisko says beside the person.
    """

    number: int
    dossier: Dossier | None
    problems: tuple[Problem, ...]
    cells: Mapping[str, Cell]
    key: str = ""
    folded_name: str = ""
    nik_hash: str = ""
    origin: tuple[int, int] | None = None
    sisko: SiskoEntry | None = None


class Checker:
    """Checks the rows of one list in their order; it remembers which NIK and which words it has seen."""

    def __init__(self, scope: Scope, on: date) -> None:
        self._scope = scope
        self._on = on
        self._niks: dict[str, int] = {}
        self._keys: dict[str, int] = {}
        self._villages: dict[str, str] = {}
        self._sisko_numbers: dict[str, int] = {}

    def check(self, reading: Reading) -> Checked:
        """The row with all its problems."""
        dossier, problems = reading.dossier, list(reading.problems)
        if dossier is None:
            return Checked(reading.row, None, tuple(problems), reading.cells, origin=_origin(reading.cells))
        problems += self._problems(dossier, reading)
        folded = fold_name(dossier.name)
        return Checked(
            reading.row,
            None if any(each.is_error for each in problems) else dossier,
            tuple(problems),
            reading.cells,
            key=self._key(dossier, folded),
            folded_name=folded,
            nik_hash=keyed_hash(dossier.nik) if dossier.nik else "",
            origin=_origin(reading.cells),
            sisko=reading.sisko,
        )

    def _key(self, dossier: Dossier, folded: str) -> str:
        said = f"{folded}|{dossier.birth_date or ''}|{fold_name(dossier.mother_name or '')}"
        count = self._keys[said] = self._keys.get(said, 0) + 1
        return keyed_hash(f"{said}|{count}")

    def _problems(self, dossier: Dossier, reading: Reading) -> Iterator[Problem]:
        row = reading.row
        yield from self._numbers(dossier, row)
        yield from _too_much(dossier, row)
        if reading.sisko is not None:
            yield from self._sisko(reading.sisko, row)
        for name, cell in reading.cells.items():
            if isinstance(cell, str) and "\0" in cell:
                yield Problem("import.sign", row, name)
        if dossier.village_code and (code := self._village(dossier.village_code)):
            yield Problem(code, row, "desa", dossier.village_code)
        entries = packaged().entries
        if dossier.target and dossier.target not in entries:
            known = (("known", ", ".join(entries)),)
            yield Problem("row.unknown_target", row, "tujuan", dossier.target, known)

    def _numbers(self, dossier: Dossier, row: int) -> Iterator[Problem]:
        if nik := dossier.nik:
            if problems := read_nik(nik, on=self._on).problems:
                yield Problem(f"import.{problems[0]}", row, "nik", nik)
            first = self._niks.setdefault(nik, row)
            if first != row:
                yield Problem("import.nik_repeated", row, "nik", nik, (("first", first),))
        number = dossier.family_card_number
        if number and (problems := read_family_card(number, nik=nik).problems):
            code = "same_as_nik" if "same_as_nik" in problems else problems[0]
            yield Problem(f"import.{code}", row, "no_kk", number)

    def _sisko(self, entry: SiskoEntry, row: int) -> Iterator[Problem]:
        texts = {NUMBER: entry.number, "sisko_tujuan": entry.destination, "sisko_p3mi": entry.agency}
        for column, text in texts.items():
            if len(text) > _MOST_SIGNS[column]:
                yield Problem("import.too_long", row, column, text[:20], (("most", _MOST_SIGNS[column]),))
        first = self._sisko_numbers.setdefault(entry.number, row) if entry.number else row
        if first != row:
            yield Problem("sisko.number_repeated", row, NUMBER, entry.number, (("first", first),))

    def _village(self, code: str) -> str:
        """Why the village cannot be taken; most rows of a list name one of a few villages."""
        if code not in self._villages:
            inside = self._scope.covers(code)
            self._villages[code] = (
                "import.outside" if not inside else "" if is_village(code) else "import.village_unknown"
            )
        return self._villages[code]


def _too_much(dossier: Dossier, row: int) -> Iterator[Problem]:
    texts = {
        "nama": dossier.name,
        "nama_ibu": dossier.mother_name,
        "tempat_lahir": dossier.birth_place,
        "telepon": dossier.phone,
    }
    for column, text in texts.items():
        if text and len(text) > _MOST_SIGNS[column]:
            yield Problem("import.too_long", row, column, text[:20], (("most", _MOST_SIGNS[column]),))
    for kind, paper in dossier.papers.items():
        for field, most in _PAPER_SIGNS.items():
            value: Any = getattr(paper, field)
            if value and len(value) > most:
                yield Problem("import.too_long", row, f"{kind}_{field}", value[:20], (("most", most),))
    for column, amount in (("pelatihan_jam", dossier.training_hours), ("pengalaman_bulan", dossier.experience_months)):
        if amount is not None and amount > _MOST_AMOUNT:
            yield Problem("import.too_long", row, column, str(amount), (("most", _MOST_AMOUNT),))


def _origin(cells: Mapping[str, Cell]) -> tuple[int, int] | None:
    """What a list that was sent back says of the row: `import.row`."""
    said = cells.get(ORIGIN)
    batch, dot, row = said.partition(".") if isinstance(said, str) else ("", "", "")
    if not dot or not all(part.isascii() and part.isdigit() and len(part) < 10 for part in (batch, row)):
        return None
    return int(batch), int(row)


def said_origin(origin: tuple[int, int] | None) -> str:
    """As a list that is sent back says it; empty for a row that names none."""
    return f"{origin[0]}.{origin[1]}" if origin is not None else ""


def person_columns(dossier: Dossier) -> dict[str, Any]:
    """The columns of her row, but those of the territory, as they are stored."""
    return NewPerson.of(dossier).columns()


IDENTIFYING = frozenset({"full_name", "nik", "birth_date", "mother_name"})
"""Columns by which two files are thought to be one person."""
PERSON_COLUMNS = (
    *("full_name", "folded_name", "nik", "nik_hash", "family_card_number", "birth_place", "birth_date", "sex"),
    *("marital_status", "mother_name", "education", "phone", "target", "departure_on"),
)
"""What a list says of the person herself, by the column of her row."""
