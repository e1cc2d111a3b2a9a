"""Files that may be one person, side by side: what differs is marked, numbers stay hidden."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from tenun.domain.identifiers.names import fold_name
from tenun.domain.identifiers.regions import region_name
from tenun.organisations.queries import Standing
from tenun.people.actions import Elsewhere, NewPerson, PossibleDuplicate
from tenun.people.models import Person
from tenun.shared.clock import WITA
from tenun.shared.encryption import masked
from tenun.web.language import say
from tenun.web.officers import person_words as said
from tenun.web.officers.file import rows_for
from tenun.web.officers.person_forms import ReasonForm
from tenun.web.parts import Cell, Column, Matrix, PersonRow, Row, plain

COMPARED = (
    "full_name",
    "nik",
    "family_card_number",
    "birth_place",
    "birth_date",
    "sex",
    "marital_status",
    "mother_name",
    "education",
    "village_code",
)
_NAMES = ("full_name", "mother_name")
_DIGITS = ("nik", "family_card_number")


def side_by_side(first: NewPerson | Person, title: str, others: Sequence[Person]) -> Matrix:
    """The first one's fields beside those of the others; what differs is marked, numbers stay hidden."""
    columns = [Column(title, "", is_truth=True), *(column_of(other) for other in others)]
    rows = [Row(said.label_of(field), tuple(_cells(field, first, others))) for field in COMPARED]
    return Matrix(truth=title, columns=tuple(columns), rows=tuple(rows))


def column_of(person: Person) -> Column:
    recorded = said.say_value("birth_date", person.created_at.astimezone(WITA).date())
    return Column(say(said.FILE_OF, ticket=f"{person.pk:06d}"), say(said.RECORDED_ON, day=recorded), is_truth=False)


def _cells(field: str, first: NewPerson | Person, others: Sequence[Person]) -> list[Cell]:
    mine = getattr(first, field)
    cells = [_cell(field, mine, "truth" if mine else "none")]
    for other in others:
        value = getattr(other, field)
        cells.append(_cell(field, value, _relation(field, mine, value)))
    return cells


def _relation(field: str, mine: Any, other: Any) -> str:
    if not mine or not other:
        return "none"
    if field in _NAMES:
        return "same" if fold_name(mine) == fold_name(other) else "differs"
    return "same" if mine == other else "differs"


def _cell(field: str, value: Any, kind: str) -> Cell:
    if not value and value != 0:
        return Cell(plain(say(said.SAYS_NOTHING)), kind="none")
    text = masked(value) if field in _DIGITS else said.say_value(field, value)
    notes = {"same": said.SAME, "differs": said.DIFFERENT}
    note = say(notes[kind]) if kind in notes else ""
    return Cell(plain(text), note, kind="same" if kind == "truth" else kind, digits=field in _DIGITS)


@dataclass(frozen=True, slots=True)
class ElsewhereHit:
    """A file of another district: what may be told of it, and where it is asked for."""

    district: str
    initials: str
    ask_url: str


@dataclass(frozen=True, slots=True)
class Alike:
    """Whoever looks like a person who is about to be saved."""

    matrix: Matrix | None
    rows: tuple[PersonRow, ...]
    elsewhere: tuple[ElsewhereHit, ...]
    form: ReasonForm


def alike_of(
    found: PossibleDuplicate, standing: Standing, *, new: NewPerson | None = None, form: ReasonForm | None = None
) -> Alike:
    """What a page shows before anything is saved; the answers of a new person stand beside the files."""
    persons = list(found.persons)
    return Alike(
        matrix=side_by_side(new, say(said.MY_ANSWERS), persons) if persons and new is not None else None,
        rows=rows_for(persons),
        elsewhere=tuple(_hit(each) for each in found.elsewhere),
        form=form or ReasonForm(),
    )


def _hit(each: Elsewhere) -> ElsewhereHit:
    ask_url = reverse("transfer-ask", args=[each.handle])
    return ElsewhereHit(region_name(each.district_code), each.initials, ask_url)
