"""How she may be reached, and what she agrees to."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from tenun.organisations.models import User
from tenun.people.enums import ContactOwner, Manner, Means, Purpose, Tongue
from tenun.people.models import Consent, Contact, Person
from tenun.shared.history import because


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRule:
    """One way to reach her, as she told it. A number may be missing only with `do_not_call` or through the officer."""

    owner: ContactOwner
    means: Means
    confirmed_on: date
    number: str | None = None
    owner_name: str = ""
    safe_when: str = ""
    not_to_say: str = ""
    do_not_call: bool = False


@transaction.atomic
def add_contact(*, person: Person, rule: ContactRule, by: User) -> Contact:
    """Keeps the way and its rule; the number is stored encrypted."""
    with because(user_id=by.pk):
        return Contact.objects.create(
            person=person,
            number=rule.number or None,
            owner=rule.owner,
            owner_name=rule.owner_name.strip(),
            means=rule.means,
            safe_when=rule.safe_when.strip(),
            not_to_say=rule.not_to_say.strip(),
            do_not_call=rule.do_not_call,
            confirmed_on=rule.confirmed_on,
            recorded_by=by,
        )


@transaction.atomic
def remove_contact(*, contact: Contact, by: User, reason: str) -> None:
    """The way is no longer used; that it was there stays in the history, without its number."""
    with because(user_id=by.pk, reason=reason):
        contact.delete()


@transaction.atomic
def give_consent(
    *,
    person: Person,
    purpose: Purpose,
    manner: Manner,
    tongue: Tongue,
    explained_by: str,
    witness: str,
    on: date,
    by: User,
) -> Consent:
    """She agrees to one purpose, after it was explained in a language she speaks; an unwritten yes has a witness."""
    with because(user_id=by.pk):
        return Consent.objects.create(
            person=person,
            purpose=purpose,
            is_given=True,
            manner=manner,
            tongue=tongue,
            explained_by=explained_by.strip(),
            witness=witness.strip(),
            on=on,
            recorded_by=by,
        )


@transaction.atomic
def withdraw_consent(*, person: Person, purpose: Purpose, manner: Manner, on: date, by: User) -> Consent:
    """She takes it back; it needs no reason, no witness and no explaining."""
    with because(user_id=by.pk):
        return Consent.objects.create(
            person=person, purpose=purpose, is_given=False, manner=manner, on=on, recorded_by=by
        )
