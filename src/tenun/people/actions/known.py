"""Other names, the household, numbers in other systems: added and taken away, with the change kept by trigger."""

from django.db import IntegrityError, transaction

from tenun.domain.identifiers.names import fold_name
from tenun.organisations.models import User
from tenun.people.actions.names import index_names
from tenun.people.enums import Relation, System
from tenun.people.models import Alias, ExternalId, HouseholdMember, Person
from tenun.shared.history import because


class AlreadyKnown(Exception):  # noqa: N818  The name says what a person reads.
    """The name or number stands on a file already; of which one nobody is told."""


def add_alias(*, person: Person, name: str, note: str, by: User) -> Alias:
    """Another name she is known by; from now on it finds her too. Raises `AlreadyKnown`."""
    try:
        with transaction.atomic(), because(user_id=by.pk):
            alias = Alias.objects.create(
                person=person, name=name.strip(), folded_name=fold_name(name), note=note.strip(), recorded_by=by
            )
            index_names(person)
    except IntegrityError as error:
        raise AlreadyKnown from error
    return alias


@transaction.atomic
def remove_alias(*, alias: Alias, by: User, reason: str) -> None:
    """She is no longer found by it."""
    with because(user_id=by.pk, reason=reason):
        person = alias.person
        alias.delete()
        index_names(person)


@transaction.atomic
def add_member(
    *, person: Person, name: str, relation: Relation, is_head: bool, by: User, file: Person | None = None
) -> HouseholdMember:
    """Somebody of her household; a new head takes the place of the one before. `file` is that member's own file."""
    with because(user_id=by.pk):
        if is_head:
            HouseholdMember.objects.filter(person=person, is_head=True).update(is_head=False)
        return HouseholdMember.objects.create(
            person=person, name=name.strip(), relation=relation, is_head=is_head, file=file, recorded_by=by
        )


@transaction.atomic
def remove_member(*, member: HouseholdMember, by: User, reason: str) -> None:
    """Takes one off the household."""
    with because(user_id=by.pk, reason=reason):
        member.delete()


def add_external_id(*, person: Person, system: System, code: str, by: User) -> ExternalId:
    """Her number in another system. Raises `AlreadyKnown`: one number is one person's."""
    try:
        with transaction.atomic(), because(user_id=by.pk):
            return ExternalId.objects.create(person=person, system=system, code=code.strip(), recorded_by=by)
    except IntegrityError as error:
        raise AlreadyKnown from error


@transaction.atomic
def remove_external_id(*, external_id: ExternalId, by: User, reason: str) -> None:
    """Takes a mistaken number off."""
    with because(user_id=by.pk, reason=reason):
        external_id.delete()
