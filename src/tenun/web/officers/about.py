"""What a person's file says of her beside her papers: how to reach her safely, her other names, her other numbers."""

from dataclasses import dataclass

from django.db.models import Value

from tenun.documents.models import Scan
from tenun.people.enums import ContactOwner, Means, Purpose, System
from tenun.people.models import Alias, Contact, ExternalId, Person
from tenun.people.queries import consents_of, contacts_of
from tenun.web.language import say
from tenun.web.officers import person_words as said


@dataclass(frozen=True, slots=True)
class AboutPerson:
    """As the Berkas shows it; never a telephone number."""

    safe_contact: str = ""
    external_numbers: tuple[tuple[str, str], ...] = ()
    other_names: str = ""
    pictured: frozenset[str] = frozenset()


NOTHING_MORE = AboutPerson()
"""For a line of a list, which says none of it."""


def about_of(person: Person) -> AboutPerson:
    """Three queries, for one file."""
    labels = _labels(person)
    return AboutPerson(
        safe_contact=safe_contact_of(person),
        external_numbers=tuple((str(_SYSTEMS[what]), text) for what, text in labels if what in _SYSTEMS),
        other_names=", ".join(text for what, text in labels if what == _ALIAS),
        pictured=frozenset(text for what, text in labels if what == _SCAN),
    )


_ALIAS, _SCAN = "alias", "scan"
_SYSTEMS = {system.value: system.label for system in System}


def _labels(person: Person) -> list[tuple[str, str]]:
    """One query for three short lists: her other names, her numbers elsewhere, the kinds of paper with a picture."""
    names = Alias.objects.filter(person=person).values_list(Value(_ALIAS), "name")
    numbers = ExternalId.objects.filter(person=person).values_list("system", "code")
    pictures = Scan.objects.filter(person=person).values_list(Value(_SCAN), "kind")
    return list(names.union(numbers, pictures).order_by("name"))


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
    refused = [say(said.NO_CONSENT)] if word is not None and not word.is_given else []
    contacts = contacts_of(person)
    shown = [each for each in contacts if each.do_not_call] + [each for each in contacts if not each.do_not_call][:1]
    return " ".join([*refused, *(rule_of(each) for each in shown)])
