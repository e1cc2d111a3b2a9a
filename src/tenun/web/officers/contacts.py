"""The pages on which is kept how she may be reached, and what she agrees to."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from tenun.organisations.access import Ability, may
from tenun.people.access import PersonNotFound
from tenun.people.actions import add_contact, give_consent, remove_contact, withdraw_consent
from tenun.people.enums import Manner, Purpose, Tongue
from tenun.people.models import Consent, Contact, Person
from tenun.people.queries import consents_of, contacts_of
from tenun.shared.audit import OPEN_CONTACT, OPEN_FILE
from tenun.shared.clock import today
from tenun.shared.encryption import masked
from tenun.web.language import language, say
from tenun.web.officers import person_words as said
from tenun.web.officers.about import rule_of
from tenun.web.officers.days import say_moment
from tenun.web.officers.opening import open_person
from tenun.web.officers.person_forms import ConsentForm, ContactForm, WithdrawForm
from tenun.web.officers.persons import frame_of
from tenun.web.parts import LogLine, Sign, State, Tone
from tenun.web.scope import OfficerRequest, needs


@dataclass(frozen=True, slots=True)
class ContactCard:
    """One way to reach her: its rule in words, its number hidden, and where it is opened or taken away."""

    rule: str
    number: str
    never: bool
    open_url: str
    remove_url: str


def _card(request: OfficerRequest, contact: Contact) -> ContactCard:
    def to(name: str, ability: Ability) -> str:
        return reverse(name, args=[contact.person_id, contact.pk]) if may(request.standing, ability) else ""

    return ContactCard(
        rule=rule_of(contact),
        number=masked(contact.number) if contact.number else "",
        never=contact.do_not_call,
        open_url=to("open-contact", Ability.OPEN_CONTACT) if contact.number else "",
        remove_url=to("remove-contact", Ability.KEEP_CONTACTS),
    )


def _contact(request: OfficerRequest, person_id: int, contact_id: int, ability: Ability, act: str) -> Contact:
    """The contact of a person who may be opened; the look is entered only when there is one."""
    found = Contact.objects.filter(pk=contact_id, person=person_id).first()
    if found is None:
        raise PersonNotFound
    open_person(request, person_id, ability, act)
    return found


@needs(Ability.READ_CONTACTS)
@require_http_methods(["GET", "POST"])
def contacts(request: OfficerRequest, person_id: int) -> HttpResponse:
    """The ways to reach her with their rules; a new one is added by whoever may."""
    person = open_person(request, person_id, Ability.READ_CONTACTS)
    keeps = may(request.standing, Ability.KEEP_CONTACTS)
    form = ContactForm(request.POST or None) if keeps else None
    if form is not None and form.is_valid():
        add_contact(person=person, rule=form.rule(), by=request.user)
        return redirect("contacts", person.pk)
    context = {
        "file": frame_of(request, person),
        "form": form,
        "cards": [_card(request, each) for each in contacts_of(person)],
    }
    return render(request, "persons/contacts.html", context, status=422 if form is not None and form.errors else 200)


@needs(Ability.OPEN_CONTACT)
@require_POST
def open_contact(request: OfficerRequest, person_id: int, contact_id: int) -> HttpResponse:
    """Shows one number with its rule; the opening is entered under the officer's name first."""
    contact = _contact(request, person_id, contact_id, Ability.OPEN_CONTACT, OPEN_CONTACT)
    context = {"file": frame_of(request, contact.person), "number": contact.number or "", "rule": rule_of(contact)}
    return render(request, "persons/contact.html", context)


@needs(Ability.KEEP_CONTACTS)
@require_POST
def remove(request: OfficerRequest, person_id: int, contact_id: int) -> HttpResponse:
    """The way is no longer used."""
    contact = _contact(request, person_id, contact_id, Ability.KEEP_CONTACTS, OPEN_FILE)
    remove_contact(contact=contact, by=request.user, reason=request.POST.get("alasan", "")[:300])
    return redirect("contacts", person_id)


@dataclass(frozen=True, slots=True)
class PurposeRow:
    """What she says to one purpose today, and since when."""

    name: str
    state: State
    since: str


def _row(purpose: Purpose, told: list[Consent]) -> PurposeRow:
    last = next((each for each in told if each.purpose == purpose), None)
    if last is None:
        state = State(Sign.QUESTION, Tone.UNKNOWN, say(said.NOT_ASKED))
    elif last.is_given:
        state = State(Sign.MET, Tone.MET, say(said.AGREED))
    else:
        state = State(Sign.DASH, Tone.PLAIN, say(said.WITHDRAWN))
    return PurposeRow(str(purpose.label), state, said.say_value("birth_date", last.on) if last else "")


def _line(consent: Consent) -> LogLine:
    head = said.AGREED if consent.is_given else said.WITHDRAWN
    told = [str(Manner(consent.manner).label)]
    if consent.is_given:
        told.append(say(said.EXPLAINED, who=consent.explained_by, tongue=str(Tongue(consent.tongue).label)))
    if consent.witness:
        told.append(say(said.WITNESSED, who=consent.witness))
    return LogLine(
        what=f"{say(head)}: {Purpose(consent.purpose).label} ({'; '.join(told)})",
        when=said.say_value("birth_date", consent.on),
        who=f"{consent.recorded_by}, {say_moment(consent.recorded_at, language())}",
    )


@needs(Ability.KEEP_CONSENTS)
@require_http_methods(["GET", "POST"])
def consents(request: OfficerRequest, person_id: int) -> HttpResponse:
    """Each purpose with her last word on it; a yes and a no are recorded beside each other."""
    person = open_person(request, person_id, Ability.KEEP_CONSENTS)
    kind = request.POST.get("jenis", "")
    day = {"tanggal": f"{today():%d-%m-%Y}"}
    give = ConsentForm(request.POST if kind == "beri" else None, prefix="beri", initial=day)
    withdraw = WithdrawForm(request.POST if kind == "tarik" else None, prefix="tarik", initial=day)
    if give.is_valid() or withdraw.is_valid():
        _record(request, person, give if give.is_bound else withdraw)
        return redirect("consents", person.pk)
    told = consents_of(person)
    context = {
        "file": frame_of(request, person),
        "give": give,
        "withdraw": withdraw,
        "rows": [_row(purpose, told) for purpose in Purpose],
        "lines": [_line(each) for each in told],
    }
    return render(request, "persons/consents.html", context, status=422 if give.errors or withdraw.errors else 200)


def _record(request: OfficerRequest, person: Person, form: ConsentForm | WithdrawForm) -> None:
    answers = form.cleaned_data
    purpose, manner, on = Purpose(answers["untuk"]), Manner(answers["cara"]), answers["tanggal"]
    if isinstance(form, ConsentForm):
        give_consent(
            person=person,
            purpose=purpose,
            manner=manner,
            tongue=Tongue(answers["bahasa"]),
            explained_by=answers["penjelas"],
            witness=answers["saksi"],
            on=on,
            by=request.user,
        )
    else:
        withdraw_consent(person=person, purpose=purpose, manner=manner, on=on, by=request.user)
