"""The way to a person's file: as `people.access`, and closed to all but protection while protection looks at it."""

from tenun.organisations.access import Ability, may
from tenun.organisations.queries import Standing
from tenun.people.access import get_person
from tenun.people.models import Person
from tenun.readiness.queries import held_among


class PersonHeld(Exception):  # noqa: N818  It tells a state; it is not a fault.
    """Her file is with protection; everybody else is told "ditahan sementara, hubungi provinsi" and no more."""

    def __init__(self, person: Person) -> None:
        super().__init__("held")
        self.person = person


def get_file(*, standing: Standing, person_id: int, ability: Ability = Ability.READ_PERSON) -> Person:
    """The person whose file may be opened. Raises `PersonNotFound` or `PersonHeld`. Two queries."""
    person = get_person(standing=standing, person_id=person_id, ability=ability)
    if not may(standing, Ability.SEE_HELD) and held_among([person]):
        raise PersonHeld(person)
    return person
