"""The only way to a person: not found and not allowed are the same answer."""

from django.db.models import QuerySet

from tenun.organisations.access import Ability, may
from tenun.organisations.queries import Standing
from tenun.people.models import Merge, Person, Transfer


class PersonNotFound(Exception):  # noqa: N818  There is no such person for whoever asks.
    """There is no such person, or none that this post may see; nobody is told which."""


class PersonMerged(Exception):  # noqa: N818  It leads on; it is not a fault.
    """Her file was merged into another one; `person_id` is that one's number."""

    def __init__(self, person_id: int) -> None:
        super().__init__(person_id)
        self.person_id = person_id


def get_person(
    *,
    standing: Standing,
    person_id: int,
    ability: Ability = Ability.READ_PERSON,
    among: QuerySet[Person] | None = None,
) -> Person:
    """The person, if the post carries the ability and row-level security lets her through.

    `among` adds columns that a caller wants with her row.

    Raises `PersonNotFound`, and `PersonMerged` when her file was made one with another.
    """
    if not may(standing, ability):
        raise PersonNotFound
    try:
        person = (Person.objects.all() if among is None else among).get(pk=person_id)
    except Person.DoesNotExist:
        raise PersonNotFound from None
    if person.merged_into_id is not None:
        raise PersonMerged(person.merged_into_id)
    return person


def get_transfer(*, standing: Standing, transfer_id: int, ability: Ability) -> Transfer:
    """The request, if it asks or is asked of the own territory. Raises `PersonNotFound`."""
    if not may(standing, ability):
        raise PersonNotFound
    try:
        return Transfer.objects.get(pk=transfer_id)
    except Transfer.DoesNotExist:
        raise PersonNotFound from None


def holds(standing: Standing, transfer: Transfer) -> bool:
    """Whether the file that is asked for lies in her district, so that the answer is hers."""
    return transfer.from_district in standing.scope.districts


def get_merge(*, standing: Standing, person: Person, merge_id: int) -> Merge:
    """The merging, if it is one of this file and the post may merge. Raises `PersonNotFound`."""
    found = Merge.objects.filter(pk=merge_id, person=person).first()
    if found is None or not may(standing, Ability.MERGE_FILES):
        raise PersonNotFound
    return found
