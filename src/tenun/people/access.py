"""The only way to a person: not found and not allowed are the same answer."""

from tenun.organisations.access import Ability, may
from tenun.organisations.queries import Standing
from tenun.people.models import Person


class PersonNotFound(Exception):  # noqa: N818  There is no such person for whoever asks.
    """There is no such person, or none that this post may see; nobody is told which."""


def get_person(*, standing: Standing, person_id: int, ability: Ability = Ability.READ_PERSON) -> Person:
    """The person, if the post carries the ability and row-level security lets her through. Raises `PersonNotFound`."""
    if not may(standing, ability):
        raise PersonNotFound
    try:
        return Person.objects.get(pk=person_id)
    except Person.DoesNotExist:
        raise PersonNotFound from None
