"""The way to a person's file: as `people.access`, and closed to all but protection while protection looks at it."""

from tenun.organisations.access import Ability, may
from tenun.organisations.queries import Standing
from tenun.people.access import get_person
from tenun.people.models import Person
from tenun.readiness.queries import with_hold


class PersonHeld(Exception):  # noqa: N818  It tells a state; it is not a fault.
    """Her file is with protection; everybody else is told "ditahan sementara, hubungi provinsi" and no more."""

    def __init__(self, person: Person) -> None:
        super().__init__("held")
        self.person = person


def get_file(*, standing: Standing, person_id: int, ability: Ability = Ability.READ_PERSON) -> Person:
    """The person whose file may be opened. Raises `PersonNotFound`, `PersonMerged` or `PersonHeld`. One query."""
    person = get_person(standing=standing, person_id=person_id, ability=ability, among=with_hold())
    if person.is_held and not may(standing, Ability.SEE_HELD):  # type: ignore[attr-defined]  # Added by `with_hold`.
        raise PersonHeld(person)
    return person
