"""From stored rows to what the pages show: a person's facts judged and planned, her papers compared."""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from copy import copy
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.urls import reverse
from django.utils.text import capfirst

from tenun.documents.kinds import OTHER_KINDS, is_retired
from tenun.documents.models import Paper
from tenun.documents.queries import dossier_of, record_of
from tenun.domain.assessment import Assessment, Verdict, assess
from tenun.domain.catalogue import packaged
from tenun.domain.comparison import Comparison, compare_papers
from tenun.domain.facts import Facts
from tenun.domain.identifiers.regions import find_region
from tenun.domain.journey import State as Stage
from tenun.domain.papers import PaperKind, Proof, Sex
from tenun.domain.repair import plan
from tenun.domain.repair.wording import finding_line
from tenun.organisations.access import Ability, may
from tenun.organisations.queries import Standing
from tenun.people.models import Journey, JourneyEntry, Person
from tenun.readiness.queries import facts_of, held_among, journeys_of
from tenun.shared.clock import WITA, today
from tenun.web.language import language, say
from tenun.web.officers import words
from tenun.web.officers.about import NOTHING_MORE, AboutPerson
from tenun.web.officers.berkas import BerkasLinks, BerkasPage, LogEntry, PersonFacts, berkas_page
from tenun.web.officers.forms import KINDS
from tenun.web.officers.paper_cards import PaperOnFile, say_proof
from tenun.web.officers.person_words import NO_VILLAGE
from tenun.web.parts import PaperCard, PersonRow, Sign, State, Tone

_KINDS = frozenset(PaperKind)
_ALL_KINDS = tuple(itertools.chain(*KINDS.values()))
VERDICT_SIGNS = dict.fromkeys(Verdict, (Sign.BLOCK, Tone.BLOCKS)) | {Verdict.READY: (Sign.MET, Tone.MET)}


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One person with all that her file holds, read once."""

    person: Person
    facts: Facts
    papers: Sequence[Paper] = ()
    journey: Journey | None = None
    entries: Sequence[JourneyEntry] = ()
    about: AboutPerson = NOTHING_MORE

    @property
    def target(self) -> str:
        """Where she wants to go; empty while nobody has asked."""
        return self.person.target

    def judged(self, on: date | None = None) -> Assessment | None:
        """Her facts against her target, by the rules of `on` (today); none without a target."""
        return assess(packaged().target(self.target, on or today()), self.facts, on or today()) if self.target else None

    def is_stopped(self) -> bool:
        """Whether her age is in question, so that nothing may be mended before protection has looked."""
        judged = self.judged()
        return judged is not None and judged.verdict is Verdict.STOP

    def wanting(self, target: str, departure_on: date | None) -> "File":
        """The same file with another wish; nothing is stored."""
        person = copy(self.person)
        person.target, person.departure_on = target, departure_on
        return replace(self, person=person, facts=replace(self.facts, departure_on=departure_on))


def page_of(file: File, standing: Standing, *, on: date | None = None) -> BerkasPage | None:
    """The page of one person, with links to what this post may do; none while she has no target."""
    judged = file.judged(on)
    if judged is None:
        return None
    comparison = compare_papers(dossier_of(file.person, file.papers), judged.on)
    page = _page(file, judged, comparison, _links(file.person, standing))
    return replace(page, papers=(*page.papers, *_kept_cards(file.papers, page.links)))


def _page(file: File, judged: Assessment, comparison: Comparison, links: BerkasLinks) -> BerkasPage:
    person = file.person
    return berkas_page(
        person=PersonFacts(
            name=person.full_name,
            ticket=f"{person.pk:06d}",
            sex=Sex(person.sex) if person.sex else None,
            birth_date=person.birth_date,
            village=say_village(person.village_code),
            stage=stage_of(file.journey),
            nik=person.nik or "",
            family_card_number=person.family_card_number or "",
            safe_contact=file.about.safe_contact,
            external_numbers=file.about.external_numbers,
            other_names=file.about.other_names,
        ),
        judged=judged,
        plan=plan(packaged(), judged),
        comparison=comparison,
        papers=[_on_file(paper, file.about.pictured) for paper in file.papers if paper.kind in _KINDS],
        log=[log_entry(entry) for entry in file.entries],
        links=links,
        language=language(),
    )


def stage_of(journey: Journey | None) -> str:
    """The name of the stage in which she is."""
    return say(Stage(journey.state).label) if journey is not None else ""


def log_entry(entry: JourneyEntry) -> LogEntry:
    """One line of the log as the page shows it."""
    return LogEntry(what=say(Stage(entry.after).label), at=entry.at, who=str(entry.by), reason=entry.reason)


def _on_file(paper: Paper, pictured: frozenset[str]) -> PaperOnFile:
    return PaperOnFile(
        kind=PaperKind(paper.kind),
        record=record_of(paper),
        checked_on=paper.recorded_at.astimezone(WITA).date(),
        checked_by=str(paper.recorded_by),
        scan_url=reverse("scan", args=[paper.person_id, paper.kind]) if paper.kind in pictured else "",
    )


def _links(person: Person, standing: Standing) -> BerkasLinks:
    def to(name: str, ability: Ability) -> str:
        return reverse(name, args=[person.pk]) if may(standing, ability) else ""

    may_record = may(standing, Ability.RECORD_PAPER)
    return BerkasLinks(
        record_paper=to("papers", Ability.RECORD_PAPER),
        record_each={kind: reverse("paper", args=[person.pk, kind]) for kind in _ALL_KINDS} if may_record else {},
        show_numbers=to("open-number", Ability.OPEN_NUMBER),
        readers=to("readers", Ability.READ_READERS),
        change_target=to("target", Ability.CHOOSE_TARGET),
        other_day=to("simulation", Ability.READ_PERSON),
        print_plan=to("plan", Ability.PRINT_PLAN),
        hand_over=to("hand-over", Ability.HAND_OVER),
        journey=to("journey", Ability.READ_PERSON),
        may_mend_stop=may(standing, Ability.SEE_HELD),
        data=to("change-person", Ability.CHANGE_PERSON) or to("contacts", Ability.READ_CONTACTS),
    )


def name_of(kind: str) -> str:
    """What a kind of paper is called, with a capital."""
    found = OTHER_KINDS[kind].words if kind in OTHER_KINDS else packaged().lists.papers[kind]
    return capfirst(say(found))


def groups_of(person: Person) -> list[tuple[str, list[tuple[str, str]]]]:
    """Every kind of paper by name, with the page on which it is recorded, under the titles of their groups.

    A kind that is no longer asked has no page and says so.
    """
    return [(say(title), [_kind_line(person, kind) for kind in kinds]) for title, kinds in KINDS.items()]


def _kind_line(person: Person, kind: str) -> tuple[str, str]:
    if is_retired(kind, today()):
        return f"{name_of(kind)} ({say(words.RETIRED)})", ""
    return name_of(kind), reverse("paper", args=[person.pk, kind])


def _kept_cards(papers: Sequence[Paper], links: BerkasLinks) -> tuple[PaperCard, ...]:
    """Certificates, tests and other papers on file: no requirement of their own, so only how far they are proven."""
    return tuple(
        PaperCard(
            name=name_of(paper.kind),
            state=State(Sign.INFO, Tone.PLAIN, say(words.ON_FILE if paper.proof else words.DOES_NOT_EXIST)),
            proof=paper.proof,
            proof_word=say(words.PROOFS[Proof(paper.proof)]),
            note=say_proof(
                Proof(paper.proof), paper.recorded_at.astimezone(WITA).date(), str(paper.recorded_by), language()
            ),
            url=links.record_each.get(paper.kind, ""),
        )
        for paper in papers
        if paper.kind not in _KINDS
    )


def say_village(code: str) -> str:
    """The village and its sub-district by name; of a code that the decree does not have, the code and what is known."""
    if not code:
        return say(NO_VILLAGE)
    names = [region.name for part in (code, code[:8]) if (region := find_region(part)) is not None and region.name]
    return ", ".join(names if find_region(code) is not None else [code, *names])


def rows_of(
    persons: Iterable[Person],
    facts: Mapping[int, Facts],
    journeys: Mapping[int, Journey],
    held: frozenset[int] = frozenset(),
) -> tuple[PersonRow, ...]:
    """The persons as the lines of a list, each with the first thing that blocks her. Of `held` only that they are."""
    return tuple(
        _row(
            File(person=person, facts=facts.get(person.pk, Facts()), journey=journeys.get(person.pk)),
            is_held=person.pk in held,
        )
        for person in persons
    )


def rows_for(persons: Sequence[Person]) -> tuple[PersonRow, ...]:
    """`rows_of` with what is stored. Three queries for a whole list, whatever its length."""
    return rows_of(persons, facts_of(persons), journeys_of(persons), held_among(persons))


def say_waiting(since: datetime) -> str:
    """How many days somebody has waited."""
    days = (today() - since.astimezone(WITA).date()).days
    return say(words.DAYS_WAITING, count=days) if days else say(words.SINCE_TODAY)


def _row(file: File, *, is_held: bool) -> PersonRow:
    person, judged = file.person, file.judged()
    plain = PersonRow(
        name=person.full_name,
        url=reverse("berkas", args=[person.pk]),
        under_name=say_village(person.village_code),
        blocker=State(Sign.QUESTION, Tone.UNKNOWN, say(words.NO_TARGET)),
        more="",
        turn="",
        gates=(),
        target="",
        stage=stage_of(file.journey),
        waiting=say_waiting(person.created_at),
    )
    if is_held:
        return replace(plain, blocker=State(Sign.LATER, Tone.PLAIN, say(words.HELD_LINE)), stage="")
    if judged is None:
        return plain
    page = _page(file, judged, Comparison(), BerkasLinks())
    blocking = judged.blocking
    first = finding_line(packaged().lists, blocking[0], language()) if blocking else page.verdict.title
    return replace(
        plain,
        blocker=State(*VERDICT_SIGNS[judged.verdict], first),
        more=f"+{len(blocking) - 1}" if len(blocking) > 1 else "",
        turn=page.next_step.place,
        gates=page.gate_links,
        target=say(judged.target.entry.title),
    )
