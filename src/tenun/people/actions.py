"""Recording a person and what she wants. Each act is one transaction, inside the scope of whoever records."""

from dataclasses import dataclass
from datetime import date
from typing import Self

from django.db import transaction

from tenun.domain.identifiers.names import fold_name
from tenun.domain.papers import Dossier
from tenun.organisations.models import User
from tenun.people.models import NameWord, Person
from tenun.people.queries import possible_duplicates
from tenun.shared.encryption import keyed_hash
from tenun.shared.hooks import Hook

person_changed: Hook[[Person]] = Hook()
"""Something about the person herself has changed; called inside the transaction of the change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """What is known of her at the counter; a start without NIK is allowed."""

    full_name: str
    village_code: str
    target: str
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
    def of(cls, dossier: Dossier) -> Self:
        """What a dossier says of the person herself. One without a village has no territory: `ValueError`."""
        if not dossier.village_code:
            raise ValueError("a person without a village belongs to no territory")
        return cls(
            full_name=dossier.name,
            village_code=dossier.village_code,
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


class PossibleDuplicate(Exception):  # noqa: N818  It asks for a decision; it is not a fault.
    """Somebody in scope looks like her; nothing was saved. `persons` are to be shown side by side."""

    def __init__(self, persons: list[Person]) -> None:
        super().__init__("possible duplicate")
        self.persons = persons


@transaction.atomic
def register_person(*, new: NewPerson, by: User, another: bool = False) -> Person:
    """Saves a new person. Raises `PossibleDuplicate` before saving, unless `another` says that she is someone else."""
    if not another:
        alike = possible_duplicates(
            full_name=new.full_name, nik=new.nik, birth_date=new.birth_date, mother_name=new.mother_name
        )
        if persons := list(alike[:5]):
            raise PossibleDuplicate(persons)
    person = Person.objects.create(
        district_code=new.village_code[:5],
        village_code=new.village_code,
        full_name=new.full_name.strip(),
        folded_name=fold_name(new.full_name),
        nik=new.nik or None,
        nik_hash=keyed_hash(new.nik) if new.nik else "",
        birth_place=new.birth_place.strip(),
        birth_date=new.birth_date,
        sex=new.sex,
        marital_status=new.marital_status,
        mother_name=new.mother_name.strip(),
        education=new.education,
        target=new.target,
        departure_on=new.departure_on,
        family_card_number=new.family_card_number or None,
        phone=new.phone or None,
        created_by=by,
    )
    words = dict.fromkeys(person.folded_name.split())
    NameWord.objects.bulk_create(NameWord(person=person, word=word) for word in words)
    person_changed(person)
    return person


@transaction.atomic
def choose_target(*, person: Person, target: str, departure_on: date | None) -> Person:
    """Sets where she wants to go and when; her papers are judged anew from then on."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    person.target, person.departure_on = target, departure_on
    person.version += 1
    person.save(update_fields=["target", "departure_on", "version"])
    person_changed(person)
    return person
