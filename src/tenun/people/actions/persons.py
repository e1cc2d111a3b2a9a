"""Recording a person and changing what was recorded. One transaction, inside the scope of whoever does it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from django.db import transaction

from tenun.domain.identifiers.names import fold_name
from tenun.domain.papers import Dossier
from tenun.organisations.models import User
from tenun.people.actions.duplicates import Elsewhere, decide_apart, find_elsewhere, one_at_a_time
from tenun.people.actions.names import index_names
from tenun.people.changed import person_changed
from tenun.people.history import FieldChange, changes_since
from tenun.people.models import Person
from tenun.people.queries import alike as alike_in_scope
from tenun.people.queries import likeness_of, undecided
from tenun.shared.encryption import keyed_hash
from tenun.shared.history import because


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """What is known of her at the counter. A start without NIK and without a target is allowed.

    A village not known yet leaves the district, in which every record stands.
    """

    full_name: str
    village_code: str = ""
    district_code: str = ""
    target: str = ""
    nik: str | None = None
    birth_place: str = ""
    birth_date: date | None = None
    sex: str = ""
    marital_status: str = ""
    mother_name: str = ""
    education: int | None = None
    departure_on: date | None = None
    family_card_number: str | None = None
    phone: str | None = None

    @classmethod
    def of(cls, dossier: Dossier, district_code: str = "") -> Self:
        """What a dossier says of the person herself, in that district while her village is not known."""
        return cls(
            full_name=dossier.name,
            village_code=dossier.village_code or "",
            district_code=district_code,
            target=dossier.target or "",
            nik=dossier.nik,
            birth_place=dossier.birth_place or "",
            birth_date=dossier.birth_date,
            sex=dossier.sex or "",
            marital_status=dossier.marital_status or "",
            mother_name=dossier.mother_name or "",
            education=dossier.education,
            departure_on=dossier.departure_on,
            family_card_number=dossier.family_card_number,
            phone=dossier.phone,
        )

    def columns(self) -> dict[str, Any]:
        """The columns of her row but those of the territory, as they are stored."""
        return stored(
            {
                "full_name": self.full_name,
                "nik": self.nik,
                "birth_place": self.birth_place,
                "birth_date": self.birth_date,
                "sex": self.sex,
                "marital_status": self.marital_status,
                "mother_name": self.mother_name,
                "education": self.education,
                "target": self.target,
                "departure_on": self.departure_on,
                "family_card_number": self.family_card_number,
                "phone": self.phone,
            }
        )


class PossibleDuplicate(Exception):  # noqa: N818  It asks for a decision; it is not a fault.
    """Somebody looks like her; nothing was saved. `persons` are to be shown side by side, `elsewhere` as offices."""

    def __init__(self, persons: Sequence[Person], elsewhere: Sequence[Elsewhere] = ()) -> None:
        super().__init__("possible duplicate")
        self.persons = persons
        self.elsewhere = elsewhere


class ChangedMeanwhile(Exception):  # noqa: N818  The name says what happened, and nobody is at fault.
    """Another officer saved since the page was opened; nothing was saved. `person` is how it stands now."""

    def __init__(self, person: Person, changes: Sequence[FieldChange]) -> None:
        super().__init__("changed meanwhile")
        self.person = person
        self.changes = changes


def register_person(*, new: NewPerson, by: User, another: bool = False, reason: str = "") -> Person:
    """Saves a new person. Raises `PossibleDuplicate` before saving, unless `another` says that she is someone else.

    That she is someone else is kept beside each file that looks like hers, with the `reason`. Without a village and a
    district she belongs to no territory: `ValueError`.
    """
    district_code = new.village_code[:5] or new.district_code
    if not district_code:
        raise ValueError("a person without a village or a district belongs to no territory")
    like = likeness_of(new.full_name, new.nik, new.birth_date, new.mother_name)
    one_at_a_time(like)
    alike = list(undecided(like)[:5])
    if not another:
        # Outside the transaction below: what another district may be told stays entered whatever is decided.
        elsewhere = find_elsewhere(like)
        if alike or elsewhere:
            raise PossibleDuplicate(alike, elsewhere)
    with transaction.atomic(), because(user_id=by.pk, reason=reason):
        person = Person.objects.create(
            district_code=district_code,
            village_code=new.village_code,
            created_by=by,
            **new.columns(),
        )
        index_names(person)
        decide_apart(person, alike, by=by, reason=reason)
        person_changed(person)
    return person


CHANGEABLE = frozenset(
    {
        "full_name",
        "nik",
        "family_card_number",
        "birth_place",
        "birth_date",
        "sex",
        "marital_status",
        "mother_name",
        "education",
        "phone",
        "village_code",
        "departure_on",
        "target",
    }
)
"""What an officer may change about a person; the district only by a transfer."""
NULLABLE = frozenset({"nik", "family_card_number", "phone", "birth_date", "education", "departure_on"})
"""Columns that hold NULL while nothing is known; the others hold an empty text."""
_IDENTIFYING = frozenset({"full_name", "nik", "birth_date", "mother_name"})


def change_person(
    *, person: Person, changes: Mapping[str, Any], version: int, by: User, reason: str, another: bool = False
) -> Person:
    """Writes the changed fields and nothing else. `version` is that of the page on which the officer worked.

    Raises `ChangedMeanwhile` when somebody saved since, `PossibleDuplicate` when she now looks like another file and
    `another` does not say otherwise, `ValueError` for a field that is not to be changed here or a village of another
    district.
    """
    if unknown := set(changes) - CHANGEABLE:
        raise ValueError(f"not to be changed here: {', '.join(sorted(unknown))}")
    # Outside the transaction below, as for a new person.
    elsewhere = [] if another or person.version != version else _elsewhere(person, stored(changes))
    with transaction.atomic(), because(user_id=by.pk, reason=reason):
        current = Person.objects.select_for_update().get(pk=person.pk)
        if current.version != version:
            raise ChangedMeanwhile(current, changes_since(current, version))
        written = {name: value for name, value in stored(changes).items() if getattr(current, name) != value}
        if not written:
            return current
        if written.get("village_code", current.village_code)[:5] not in ("", current.district_code):
            raise ValueError("another district: only a transfer moves a file there")
        for name, value in written.items():
            setattr(current, name, value)
        alike = list(alike_in_scope(current)[:5]) if _IDENTIFYING & set(written) else []
        if (alike or elsewhere) and not another:
            raise PossibleDuplicate(alike, elsewhere)
        current.version += 1
        current.save(update_fields=[*written, "version"])
        if "full_name" in written:
            index_names(current)
        decide_apart(current, alike, by=by, reason=reason)
        person_changed(current)
    return current


@transaction.atomic
def choose_target(*, person: Person, target: str, departure_on: date | None, by: User) -> Person:
    """Sets where she wants to go and when; her papers are judged anew from then on."""
    with because(user_id=by.pk, reason=""):
        person = Person.objects.select_for_update().get(pk=person.pk)
        person.target, person.departure_on = target, departure_on
        person.version += 1
        person.save(update_fields=["target", "departure_on", "version"])
        person_changed(person)
    return person


def _elsewhere(person: Person, written: Mapping[str, Any]) -> list[Elsewhere]:
    """Files of other districts that look like her as she will be; none when nothing that identifies her changes."""
    after = {name: written.get(name, getattr(person, name)) for name in _IDENTIFYING}
    if all(after[name] == getattr(person, name) for name in _IDENTIFYING):
        return []
    return find_elsewhere(likeness_of(after["full_name"], after["nik"], after["birth_date"], after["mother_name"]))


def stored(said: Mapping[str, Any]) -> dict[str, Any]:
    """The columns as they are stored: texts trimmed, NULL where a column knows it, keys for search beside."""
    columns: dict[str, Any] = {}
    for name, value in said.items():
        text = value.strip() if isinstance(value, str) else value
        columns[name] = (text if text not in ("", None) else None) if name in NULLABLE else text
    if "full_name" in columns:
        columns["folded_name"] = fold_name(columns["full_name"])
    if "nik" in columns:
        columns["nik_hash"] = keyed_hash(columns["nik"]) if columns["nik"] else ""
    return columns
