"""From stored rows to what the pages show: a person's papers as a dossier, compared, judged and planned."""

from collections.abc import Iterable, Sequence

from django.urls import reverse

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
from tenun.shared.clock import today
from tenun.shared.encryption import masked
from tenun.web.officers.berkas import BerkasLinks, BerkasPage, PersonFacts, berkas_page
from tenun.web.officers.paper_cards import PaperOnFile
from tenun.web.parts import PersonRow, Sign, State, Tone

_KINDS = frozenset(PaperKind)
_SIGNS = dict.fromkeys(Verdict, (Sign.BLOCK, Tone.BLOCKS)) | {Verdict.READY: (Sign.MET, Tone.MET)}


def file_of(person: Person, papers: Sequence[Paper], standing: Standing) -> BerkasPage:
    """The page of one person, with links to what this post may do."""
    recorded, judged = _judged(person, papers)
    return berkas_page(
        person=PersonFacts(
            name=person.full_name,
            ticket=f"{person.pk:06d}",
            sex=Sex(person.sex) if person.sex else None,
            birth_date=person.birth_date,
            village=_village(person.village_code),
            nik=masked(person.nik),
            family_card_number=masked(person.family_card_number),
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
        checked_on=paper.recorded_at.date(),
        checked_by=str(paper.recorded_by),
    )


def _links(person: Person, standing: Standing) -> BerkasLinks:
    def to(name: str, ability: Ability) -> str:
        return reverse(name, args=[person.pk]) if may(standing, ability) else ""

    return BerkasLinks(
        record_paper=to("paper", Ability.RECORD_PAPER), show_numbers=to("open-number", Ability.OPEN_NUMBER)
    )


def _village(code: str) -> str:
    region = find_region(code)
    return region.name if region is not None and region.name is not None else code


def rows_of(persons: Iterable[Person], papers: Sequence[Paper], standing: Standing) -> tuple[PersonRow, ...]:
    """The persons as the lines of a list, each with the first thing that blocks her."""
    by_person: dict[int, list[Paper]] = {}
    for paper in papers:
        by_person.setdefault(paper.person_id, []).append(paper)
    return tuple(_row(person, by_person.get(person.pk, []), standing) for person in persons)


def _row(person: Person, papers: Sequence[Paper], standing: Standing) -> PersonRow:
    page = file_of(person, papers, standing)
    judged = _judged(person, papers)[1]
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
        waiting=str((today() - person.created_at.date()).days),
    )
