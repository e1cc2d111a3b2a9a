"""What a person's file says of her beside her papers: how to reach her safely, her other names, her other numbers."""

from dataclasses import dataclass

from tenun.people.enums import ContactOwner, Means, Purpose
from tenun.people.models import Contact, Person
from tenun.people.queries import consents_of, contacts_of, known_of
from tenun.web.officers import person_words as said


@dataclass(frozen=True, slots=True)
class AboutPerson:
    """As the Berkas shows it; never a telephone number."""

    safe_contact: str = ""
    external_numbers: tuple[tuple[str, str], ...] = ()
    other_names: str = ""


NOTHING_MORE = AboutPerson()
"""For a line of a list, which says none of it."""


def about_of(person: Person) -> AboutPerson:
    """Five queries, for one file."""
    aliases, _household, numbers = known_of(person)
    return AboutPerson(
        safe_contact=safe_contact_of(person),
        external_numbers=tuple((each.get_system_display(), each.code) for each in numbers),
        other_names=", ".join(each.name for each in aliases),
    )


def rule_of(contact: Contact) -> str:
    """The rule of a contact in words."""
    return said.say_rule(
        means=Means(contact.means),
        owner=ContactOwner(contact.owner),
        owner_name=contact.owner_name,
        safe_when=contact.safe_when,
        not_to_say=contact.not_to_say,
        do_not_call=contact.do_not_call,
        confirmed_on=contact.confirmed_on,
    )


def safe_contact_of(person: Person) -> str:
    """What her file says about reaching her: a withdrawn consent first, then where not to call, then the last way."""
    word = next((each for each in consents_of(person) if each.purpose == Purpose.CONTACT), None)
    refused = [said.say(said.NO_CONSENT)] if word is not None and not word.is_given else []
    contacts = contacts_of(person)
    shown = [each for each in contacts if each.do_not_call] + [each for each in contacts if not each.do_not_call][:1]
    return " ".join([*refused, *(rule_of(each) for each in shown)])
