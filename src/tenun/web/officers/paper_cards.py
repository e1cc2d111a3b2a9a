"""The papers of one person as cards: how far each is proven, since when, and what is wrong with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tenun.domain.assessment import Assessment, FindingState, Verdict
from tenun.domain.assessment import Finding as Judged
from tenun.domain.catalogue import Lists
from tenun.domain.papers import PaperKind, PaperRecord, Proof
from tenun.domain.repair import Plan
from tenun.domain.repair.wording import paper_names
from tenun.domain.rules import PapersAgree, parts
from tenun.domain.words import Language
from tenun.web.officers import words
from tenun.web.officers.days import say_short_day
from tenun.web.officers.findings import state_of
from tenun.web.parts import PaperCard, Sign, State, Tone

_KINDS = {kind.value: kind for kind in PaperKind}


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperOnFile:
    """One current paper as the office holds it; `checked_on` and `checked_by` tell who saw it in that proof."""

    kind: PaperKind
    record: PaperRecord
    checked_on: date | None = None
    checked_by: str = ""
    scan_url: str = ""


def paper_cards(
    *,
    papers: Sequence[PaperOnFile],
    judged: Assessment,
    plan: Plan,
    lists: Lists,
    language: Language,
    urls: Mapping[str, str] | None = None,
) -> tuple[PaperCard, ...]:
    """A card for each paper on file and for each that is asked by now, in the order of the list of papers.

    `urls` leads from a card to the page on which its kind is recorded.
    """
    on_file = {paper.kind: paper for paper in papers}
    findings = _by_paper(judged)
    held = judged.verdict is Verdict.STOP
    wrong = {step.paper for step in plan.steps if step.fields and not step.optional}
    kinds = [kind for kind in PaperKind if _is_there(on_file.get(kind)) or _is_due(findings.get(kind, []))]
    made = (_card(kind, on_file.get(kind), findings.get(kind, []), kind in wrong, lists, language) for kind in kinds)
    cards = tuple(replace(card, url=(urls or {}).get(kind, "")) for kind, card in zip(kinds, made, strict=True))
    if held:
        state = State(Sign.LATER, Tone.PLAIN, words.HELD.say(language))
        return tuple(replace(card, state=state) for card in cards)
    return cards


def later_papers(*, papers: Sequence[PaperOnFile], judged: Assessment, lists: Lists, language: Language) -> str:
    """The papers that are asked only later and that nobody has shown yet, in one line; empty when there are none."""
    if judged.verdict is Verdict.STOP:
        return ""
    there = {paper.kind for paper in papers if _is_there(paper)}
    findings = _by_paper(judged)
    kinds = [kind for kind in PaperKind if kind in findings and kind not in there and not _is_due(findings[kind])]
    return paper_names(lists, kinds, language) if kinds else ""


def _is_there(paper: PaperOnFile | None) -> bool:
    return paper is not None and bool(paper.record.proof)


def _is_due(findings: list[Judged]) -> bool:
    return any(item.state is not FindingState.NOT_DUE for item in findings)


def _by_paper(judged: Assessment) -> Mapping[PaperKind, list[Judged]]:
    found: dict[PaperKind, list[Judged]] = {}
    for item in judged.findings:
        if any(isinstance(part, PapersAgree) for part in parts(item.requirement.rule)):
            continue  # Which of the papers is wrong, the plan says.
        kind = _KINDS.get(item.requirement.paper or "")
        if kind is not None and item.state is not FindingState.NOT_NEEDED:
            found.setdefault(kind, []).append(item)
    return found


def _card(
    kind: PaperKind,
    paper: PaperOnFile | None,
    findings: list[Judged],
    is_wrong: bool,
    lists: Lists,
    language: Language,
) -> PaperCard:
    name = lists.papers[kind].say(language)
    proof = paper.record.proof if paper is not None else None
    return PaperCard(
        name=name[:1].upper() + name[1:],
        state=_state(findings, proof, is_wrong, language),
        proof=int(proof or 0),
        proof_word=(words.PROOFS[proof] if proof is not None else words.NOT_SHOWN).say(language),
        note=_note(paper, language),
        scan_url=paper.scan_url if paper is not None else "",
    )


def _state(findings: list[Judged], proof: Proof | None, is_wrong: bool, language: Language) -> State:
    """The worst of what is asked of it now; a paper that the plan corrects is wrong whatever else holds."""
    if is_wrong and proof:
        return State(Sign.DIFFERS, Tone.BLOCKS, words.STATES[FindingState.DEFECTIVE].say(language))
    due = [item for item in findings if item.state is not FindingState.NOT_DUE]
    if due:
        return state_of(max(due, key=lambda item: (item.blocks, item.state)), language)
    state = FindingState.NOT_DUE if findings else FindingState.NOT_NEEDED
    return State(Sign.LATER if findings else Sign.DASH, Tone.PLAIN, words.STATES[state].say(language))


def _note(paper: PaperOnFile | None, language: Language) -> str:
    if paper is None or not paper.record.proof:
        absent = paper is not None and paper.record.proof is Proof.ABSENT
        return (words.PROOFS[Proof.ABSENT] if absent else words.NOT_SHOWN).say(language)
    if paper.checked_on is None:
        return words.PROOFS[paper.record.proof].say(language)
    return say_proof(paper.record.proof, paper.checked_on, paper.checked_by, language)


def say_proof(proof: Proof, day: date, who: str, language: Language) -> str:
    """How far a paper is proven, since when, and by whom."""
    template = words.BY if who else words.ON
    return template.say(language, proof=words.PROOFS[proof].say(language), day=say_short_day(day, language), who=who)
