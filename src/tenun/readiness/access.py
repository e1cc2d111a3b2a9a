"""The way to a person's file: as `people.access`, and closed to all but its case team while it is sealed."""

from tenun.organisations.access import READING, Ability
from tenun.organisations.queries import Standing
from tenun.people.access import get_person
from tenun.people.emergencies import opened_by
from tenun.people.models import Person
from tenun.people.seals import EmergencyKind
from tenun.readiness.queries import with_hold


class PersonHeld(Exception):  # noqa: N818  It tells a state; it is not a fault.
    """Her file is with protection; everybody else is told "ditahan sementara, hubungi provinsi" and no more."""

    def __init__(self, person: Person) -> None:
        super().__init__("held")
        self.person = person


def get_file(*, standing: Standing, person_id: int, ability: Ability = Ability.READ_PERSON) -> Person:
    """The person whose file may be opened. Raises `PersonNotFound`, `PersonMerged` or `PersonHeld`.

    One query, and one more for a sealed file of somebody who is not of its case team: whoever opened it in an
    emergency may read it. `is_opened` then stands on the person.
    """
    person = get_person(standing=standing, person_id=person_id, ability=ability, among=with_hold())
    sealed = person.is_held and person.district_code not in standing.scope.cases  # type: ignore[attr-defined]  # Added by `with_hold`.
    if sealed and (ability not in READING or opened_by(standing, person, EmergencyKind.FILE) is None):
        raise PersonHeld(person)
    person.is_opened = sealed
    return person
