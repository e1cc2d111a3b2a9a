"""From stored rows to what the pages show: a person's papers as a dossier, compared, judged and planned."""

from collections.abc import Iterable, Sequence

from django.urls import reverse
from django.utils.text import capfirst

from tenun.documents.models import Paper
from tenun.documents.queries import dossier_of, record_of
from tenun.domain.assessment import Assessment, Verdict, assess
from tenun.domain.catalogue import packaged
from tenun.domain.identifiers.regions import find_region
from tenun.domain.papers import PaperKind, Sex
from tenun.domain.recording import Recorded, record
from tenun.domain.repair import plan
from tenun.domain.repair.wording import finding_line
from tenun.organisations.access import Ability, may
from tenun.organisations.queries import Standing
from tenun.people.models import Person
from tenun.shared.clock import WITA, today
from tenun.web.officers import words
from tenun.web.officers.about import NOTHING_MORE, AboutPerson, about_of
from tenun.web.officers.berkas import BerkasLinks, BerkasPage, PersonFacts, berkas_page
from tenun.web.officers.forms import KINDS
from tenun.web.officers.paper_cards import PaperOnFile
from tenun.web.officers.person_words import NO_TARGET, NO_VILLAGE, say
from tenun.web.parts import PersonRow, Sign, State, Tone

_KINDS = frozenset(PaperKind)
_SIGNS = dict.fromkeys(Verdict, (Sign.BLOCK, Tone.BLOCKS)) | {Verdict.READY: (Sign.MET, Tone.MET)}


def file_of(person: Person, papers: Sequence[Paper], standing: Standing) -> BerkasPage:
    """The page of one person, with links to what this post may do."""
    return _page(person, papers, standing, *_judged(person, papers), about=about_of(person))


def _page(
    person: Person,
    papers: Sequence[Paper],
    standing: Standing,
    recorded: Recorded,
    judged: Assessment,
    about: AboutPerson = NOTHING_MORE,
) -> BerkasPage:
    return berkas_page(
        person=PersonFacts(
            name=person.full_name,
            ticket=f"{person.pk:06d}",
            sex=Sex(person.sex) if person.sex else None,
            birth_date=person.birth_date,
            village=_village(person.village_code),
            nik=person.nik or "",
            family_card_number=person.family_card_number or "",
            safe_contact=about.safe_contact,
            external_numbers=about.external_numbers,
            other_names=about.other_names,
        ),
        judged=judged,
        plan=plan(packaged(), judged),
        comparison=recorded.comparison,
        papers=[_on_file(paper) for paper in papers if paper.kind in _KINDS],
        links=_links(person, standing),
    )


def _judged(person: Person, papers: Sequence[Paper]) -> tuple[Recorded, Assessment]:
    """What her papers say, and what it means for her target today."""
    catalogue, on = packaged(), today()
    recorded = record(dossier_of(person, papers), on)
    return recorded, assess(catalogue.target(person.target, on), recorded.facts, on)


def _on_file(paper: Paper) -> PaperOnFile:
    return PaperOnFile(
        kind=PaperKind(paper.kind),
        record=record_of(paper),
        checked_on=paper.recorded_at.astimezone(WITA).date(),
        checked_by=str(paper.recorded_by),
    )


def _links(person: Person, standing: Standing) -> BerkasLinks:
    def to(name: str, ability: Ability) -> str:
        return reverse(name, args=[person.pk]) if may(standing, ability) else ""

    may_record = may(standing, Ability.RECORD_PAPER)
    return BerkasLinks(
        record_paper=to("papers", Ability.RECORD_PAPER),
        record_each={kind: reverse("paper", args=[person.pk, kind]) for kind in _KINDS} if may_record else {},
        show_numbers=to("open-number", Ability.OPEN_NUMBER),
        readers=to("readers", Ability.READ_READERS),
        data=to("change-person", Ability.CHANGE_PERSON) or to("contacts", Ability.READ_CONTACTS),
    )


def groups_of(person: Person) -> list[tuple[str, list[tuple[str, str]]]]:
    """Every kind of paper by name, with the page on which it is recorded, under the titles of their groups."""
    names = packaged().lists.papers
    return [
        (title, [(capfirst(names[kind].id), reverse("paper", args=[person.pk, kind])) for kind in kinds])
        for title, kinds in KINDS.items()
    ]


def _village(code: str) -> str:
    """The village and its sub-district by name; of a code that the decree does not have, the code and what is known."""
    if not code:
        return say(NO_VILLAGE)
    names = [region.name for part in (code, code[:8]) if (region := find_region(part)) is not None and region.name]
    return ", ".join(names if find_region(code) is not None else [code, *names])


def rows_of(persons: Iterable[Person], papers: Sequence[Paper], standing: Standing) -> tuple[PersonRow, ...]:
    """The persons as the lines of a list, each with the first thing that blocks her."""
    by_person: dict[int, list[Paper]] = {}
    for paper in papers:
        by_person.setdefault(paper.person_id, []).append(paper)
    return tuple(_row(person, by_person.get(person.pk, []), standing) for person in persons)


def _waiting(person: Person) -> str:
    days = (today() - person.created_at.astimezone(WITA).date()).days
    return words.DAYS_WAITING.id.format(count=days) if days else words.SINCE_TODAY.id


def _row_without_target(person: Person) -> PersonRow:
    """Nothing can be judged before she says where she wants to go."""
    return PersonRow(
        name=person.full_name,
        url=reverse("berkas", args=[person.pk]),
        under_name=_village(person.village_code),
        blocker=State(Sign.QUESTION, Tone.UNKNOWN, say(NO_TARGET)),
        more="",
        turn="",
        gates=(),
        target="",
        stage="",
        waiting=_waiting(person),
    )


def _row(person: Person, papers: Sequence[Paper], standing: Standing) -> PersonRow:
    if not person.target:
        return _row_without_target(person)
    recorded, judged = _judged(person, papers)
    page = _page(person, papers, standing, recorded, judged)
    blocking = judged.blocking
    first = finding_line(packaged().lists, blocking[0], "id") if blocking else page.verdict.title
    return PersonRow(
        name=person.full_name,
        url=reverse("berkas", args=[person.pk]),
        under_name=_village(person.village_code),
        blocker=State(*_SIGNS[judged.verdict], first),
        more=f"+{len(blocking) - 1}" if len(blocking) > 1 else "",
        turn=page.next_step.place,
        gates=page.gate_links,
        target=packaged().target(person.target, today()).entry.title.id,
        stage="",
        waiting=_waiting(person),
    )
