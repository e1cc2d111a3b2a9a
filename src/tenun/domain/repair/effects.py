"""What a done step changes in the facts, so that a whole plan can be judged before anybody travels for it.

Showing a paper is taken to go well: it is there, in date and says the same as the others. If it does not, the
next assessment says so and a new plan follows.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache
from itertools import combinations
from typing import Any

from tenun.domain.calendar import add_months
from tenun.domain.catalogue import REISSUES, Action, RepairStep, Requirement, Target
from tenun.domain.facts import (
    AGREEMENT_SOURCES,
    PRINTED_ON,
    SCALARS,
    Agreement,
    Facts,
    PaperFact,
    ScoreFact,
    agreement_column,
    agreement_columns_of,
)
from tenun.domain.papers import ConsentGiver, MaritalStatus, PaperDefect, Proof, Sex
from tenun.domain.rules import (
    AgeWindow,
    AmountAtLeast,
    DeclaredYes,
    EducationAtLeast,
    LanguageAtLeast,
    Moment,
    Rule,
    ValidBeyond,
    ValueIn,
    parts,
)

_SEEN = int(Proof.ORIGINAL_SEEN)
_MONTHS_OF_CONTRACT = 24
"""The usual contract of two years, only for judging ahead a plan whose contract does not exist yet."""


class Draft:
    """Facts in the making: changes are collected and become one new `Facts`."""

    def __init__(self, target: Target, facts: Facts, on: date, departure: date) -> None:
        self._target = target
        self._facts = facts
        self._on = on
        self._departure = departure
        self._changed: dict[str, Any] = {}
        self._agreements = dict(facts.agreements)
        self._questions: list[Rule] = []
        self._birth_corrected = False

    def facts(self) -> Facts:
        """The facts after every step applied so far; what nothing else answered is taken not to apply to her."""
        for rule in self._questions:
            self._deny(rule)
        if self._birth_corrected:
            self._settle_birth()
        return replace(self._facts, agreements=self._agreements, **self._changed)

    def get(self, name: str) -> Any:
        """A fact as it now stands."""
        return self._changed[name] if name in self._changed else getattr(self._facts, name)

    def apply(self, step: RepairStep, paper: str, fields: Iterable[str], requirements: Iterable[str]) -> None:
        """Does one step."""
        fact = getattr(self._facts, paper, None)
        if step.action in REISSUES or step.reprints:
            self._reissue(step, paper)
        if isinstance(fact, PaperFact) and not step.reprints:
            self._handle_paper(step, paper)
        elif isinstance(fact, ScoreFact):
            self._score(paper, fresh=step.action is Action.TRAIN)
        if step.action in (Action.CORRECT, Action.READ):
            for field in fields:
                self._agree(agreement_columns_of(field, paper), only_unread=step.action is Action.READ)
            self._birth_corrected |= step.action is Action.CORRECT and "birth_date" in fields
        if step.action is Action.DECLARE or step.action in REISSUES or step.action is Action.SHOW:
            self._state(set(requirements), paper)
        for other in step.invalidates:
            known = self.get(other)
            if known.proof != Proof.ABSENT:
                self._changed[other] = replace(known, defect=PaperDefect.OUTDATED.value)

    def _handle_paper(self, step: RepairStep, paper: str) -> None:
        known: PaperFact = self.get(paper)
        match step.action:
            case Action.SHOW | Action.SHOW_ORIGINAL:
                self._changed[paper] = self._with_dates(paper, replace(known, proof=max(known.proof or 0, _SEEN)))
            case Action.READ:
                future = known.issued_on is not None and known.issued_on > self._on
                known = replace(known, issued_on=None) if future else known
                self._changed[paper] = self._with_dates(paper, known)
                if paper == "perjanjian_kerja" and self.get("contract_end") is None:
                    self._changed["contract_end"] = self._contract_end()
            case Action.CORRECT if f"defective:{known.defect}" in step.mends:
                self._changed[paper] = replace(known, defect=None)
            case Action.TRAIN:
                self._reissue(step, paper)

    def _reissue(self, step: RepairStep, paper: str) -> None:
        if not isinstance(getattr(self._facts, paper, None), PaperFact):
            return
        until = add_months(self._on, step.validity_months) if step.validity_months else None
        new = PaperFact(proof=_SEEN, issued_on=self._on, valid_until=until)
        if paper == "perjanjian_kerja":
            self._changed["contract_end"] = self._contract_end()
        self._changed[paper] = self._with_dates(paper, new)
        self._agree(_columns_of(paper))
        self._birth_corrected |= paper in AGREEMENT_SOURCES["birth_date"]

    def _with_dates(self, paper: str, fact: PaperFact) -> PaperFact:
        """Dates that nobody has recorded yet, as they will read when the paper is what the target asks for."""
        issued = fact.issued_on or self._on
        until = fact.valid_until
        if until is None:
            until = self._needed_until(paper)
        return PaperFact(fact.proof, issued, until, fact.defect)

    def _needed_until(self, paper: str) -> date | None:
        if paper == "perjanjian_kerja":
            return self._contract_end()
        rules = _dated_rules(self._target).get(paper)
        if rules is None:
            return None
        bases = {Moment.TODAY: self._on, Moment.DEPARTURE: self._departure, Moment.CONTRACT_END: self._contract_end()}
        return max([self._on, *(add_months(bases[rule.of], rule.months) for rule in rules)])

    def _contract_end(self) -> date:
        """The end of her contract; one that has ended before she leaves is taken to be made anew."""
        known: date | None = self.get("contract_end")
        if known is not None and known >= self._departure:
            return known
        return add_months(self._departure, _MONTHS_OF_CONTRACT)

    def _score(self, scale: str, *, fresh: bool) -> None:
        known: ScoreFact = self.get(scale)
        asked = max((rule.rank for rule in _language_rules(self._target) if rule.scale == scale), default=0)
        rank = asked if fresh or known.rank is None else known.rank
        tested = self._on if fresh or known.tested_on is None else min(known.tested_on, self._on)
        self._changed[scale] = ScoreFact(max(known.proof or 0, _SEEN), rank, tested)

    def _agree(self, columns: Iterable[str], *, only_unread: bool = False) -> None:
        agreements = self._agreements
        for column in columns:
            code = agreements.get(column)
            if code is not None and (code == Agreement.NOT_COMPARED or not only_unread):
                agreements[column] = int(Agreement.SAME)

    def _settle_birth(self) -> None:
        """Once no two sources differ any more, there is one birth date."""
        born = self.get("birth_date")
        differ = (self._agreements.get(column, 0) >= Agreement.FIX_NEEDED for column in _BIRTH_COLUMNS)
        if born is not None and not any(differ):
            self._changed |= {"birth_date_earliest": born, "birth_date_latest": born}

    def _state(self, requirements: set[str], paper: str) -> None:
        """Fills the plain fields that come to light: those of the named requirements and of the paper itself."""
        for item in _asked(self._target, paper, requirements):
            if item.when is None or item.paper == paper:
                for part in parts(item.rule):
                    self._satisfy(part, answer_no=item.id in requirements)
            if item.when is not None and item.id in requirements:
                self._questions += parts(item.when)

    def _satisfy(self, rule: Rule, *, answer_no: bool) -> None:
        match rule:
            case ValueIn(field, values):
                self._fill(field, values[0])
            case DeclaredYes(field):
                if self.get(field) is None or answer_no:
                    self._changed[field] = True
            case EducationAtLeast(level):
                self._fill("education", int(level))
            case AmountAtLeast(field, amount):
                self._fill(field, amount)
            case AgeWindow(minimum, below) if self.get("birth_date") is None:
                self._born(minimum or (below or 31) - 1)

    def _deny(self, rule: Rule) -> None:
        """A question whether something applies, answered so that it does not."""
        match rule:
            case ValueIn(field, values):
                others = [value for value in _VALUES[field] if value not in values]
                self._fill(field, (*others, *values)[0])
            case EducationAtLeast():
                self._fill("education", 0)
            case AmountAtLeast(field):
                self._fill(field, 0)
            case DeclaredYes(field):
                self._fill(field, False)

    def _born(self, age: int) -> None:
        oldest = max([age, *(rule.minimum or 0 for rule in _age_rules(self._target))])
        born = add_months(self._on, -12 * oldest)
        self._changed |= dict.fromkeys(("birth_date", "birth_date_earliest", "birth_date_latest"), born)

    def _fill(self, field: str, value: Any) -> None:
        if field in SCALARS and self.get(field) is None:
            self._changed[field] = value


_VALUES = {
    "marital_status": tuple(map(str, MaritalStatus)),
    "sex": tuple(map(str, Sex)),
    "consent_giver": tuple(map(str, ConsentGiver)),
}
"""What each field in words may hold."""


_BIRTH_COLUMNS = tuple(
    agreement_column("birth_date", left, right) for left, right in combinations(AGREEMENT_SOURCES["birth_date"], 2)
)


@cache
def _columns_of(paper: str) -> tuple[str, ...]:
    """Every column in which a paper, or what is printed on it, is compared with another source."""
    sources = (paper, *(part for part, whole in PRINTED_ON.items() if whole == paper))
    found = (agreement_columns_of(field, source) for field in AGREEMENT_SOURCES for source in sources)
    return tuple(dict.fromkeys(column for columns in found for column in columns))


@lru_cache(maxsize=512)
def _places(target: Target) -> tuple[Mapping[str, tuple[int, ...]], Mapping[str, int]]:
    """Where a target's requirements stand: by paper, and by id."""
    by_paper: dict[str, tuple[int, ...]] = {}
    for place, item in enumerate(target.requirements):
        if item.paper is not None:
            by_paper[item.paper] = (*by_paper.get(item.paper, ()), place)
    return by_paper, {item.id: place for place, item in enumerate(target.requirements)}


def _asked(target: Target, paper: str, names: Iterable[str]) -> Iterator[Requirement]:
    """The named requirements and those of one paper, in catalogue order."""
    by_paper, by_id = _places(target)
    places = {*by_paper.get(paper, ()), *(by_id[name] for name in names)}
    return (target.requirements[place] for place in sorted(places))


@lru_cache(maxsize=512)
def _dated_rules(target: Target) -> Mapping[str, tuple[ValidBeyond, ...]]:
    """Every rule of a target about a paper's own last day, by paper."""
    found: dict[str, tuple[ValidBeyond, ...]] = {}
    for part in _parts(target):
        if isinstance(part, ValidBeyond):
            found[part.paper] = (*found.get(part.paper, ()), part)
    return found


@lru_cache(maxsize=512)
def _language_rules(target: Target) -> tuple[LanguageAtLeast, ...]:
    return tuple(part for part in _parts(target) if isinstance(part, LanguageAtLeast))


@lru_cache(maxsize=512)
def _age_rules(target: Target) -> tuple[AgeWindow, ...]:
    return tuple(part for part in _parts(target) if isinstance(part, AgeWindow))


def _parts(target: Target) -> Iterable[Rule]:
    return (part for item in target.requirements for part in parts(item.rule))
