"""Rules as Python closures that give a state and a reason: the reference that the SQL emitter must equal.

Each compiled rule takes the facts, the day of judging and the day of departure. `changes` lists the days on
which its answer may turn by the calendar alone; a day too early does no harm, a day too late would.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from operator import attrgetter
from typing import Any

from tenun.domain.assessment.findings import FindingState as S
from tenun.domain.calendar import add_months, birthday, first_day_beyond
from tenun.domain.facts import Agreement, Facts, PaperFact, ScoreFact
from tenun.domain.rules import (
    AgeCertain,
    AgeWindow,
    AllOf,
    AmountAtLeast,
    AnyOf,
    Competence,
    DeclaredYes,
    EducationAtLeast,
    IssuedNotBefore,
    IssuedWithin,
    LanguageAtLeast,
    Moment,
    PaperPresent,
    PapersAgree,
    ProofAtLeast,
    Rule,
    TargetOpen,
    TargetStatus,
    ValidBeyond,
    ValueIn,
    parts,
)

Answer = tuple[S, str]
Judge = Callable[[Facts, date, date], Answer]

MET: Answer = (S.MET, "met")
NOT_SHOWN: Answer = (S.UNKNOWN, "not_shown")
ABSENT: Answer = (S.MISSING, "absent")
DATE_NOT_STATED: Answer = (S.UNKNOWN, "date_not_stated")
NOT_STATED: Answer = (S.UNKNOWN, "not_stated")
EXPIRED: Answer = (S.EXPIRED, "expired")
EXPIRING: Answer = (S.EXPIRING, "ends_too_early")
PROOF_TOO_WEAK: Answer = (S.UNVERIFIED, "original_not_seen")
IN_FUTURE: Answer = (S.DEFECTIVE, "date_in_future")
NOTHING_TO_COMPARE: Answer = (S.NOT_NEEDED, "nothing_to_compare")

_AGREEMENT_ANSWERS: dict[int, Answer] = {
    Agreement.SAME: MET,
    Agreement.NOT_COMPARED: (S.UNKNOWN, "not_compared"),
    Agreement.FIX_NEEDED: (S.DEFECTIVE, "differs_slightly"),
    Agreement.ASK: (S.DEFECTIVE, "ask_which_is_right"),
    Agreement.DIFFERENT: (S.DEFECTIVE, "differs"),
}
_STATUS_ANSWERS: dict[TargetStatus, Answer] = {
    TargetStatus.OPEN: MET,
    TargetStatus.CONDITIONAL: (S.UNKNOWN, "target_conditional"),
    TargetStatus.CLOSED: (S.DEFECTIVE, "target_closed"),
}


def compile_rule(rule: Rule) -> Judge:
    """The closure that judges one rule. Raises `KeyError` for what is no rule of the closed set."""
    return _COMPILERS[type(rule)](rule)


def _always(answer: Answer) -> Judge:
    return lambda facts, on, departure: answer


def _combined(rules: tuple[Rule, ...], *, best: bool) -> Judge:
    judges = tuple(compile_rule(rule) for rule in rules)

    def worst_of(facts: Facts, on: date, departure: date) -> Answer:
        chosen = judges[0](facts, on, departure)
        for judge in judges[1:]:
            answer = judge(facts, on, departure)
            if answer[0] > chosen[0]:
                chosen = answer
        return chosen

    def best_of(facts: Facts, on: date, departure: date) -> Answer:
        chosen = judges[0](facts, on, departure)
        for judge in judges[1:]:
            answer = judge(facts, on, departure)
            if answer[0] < chosen[0]:
                chosen = answer
        return chosen

    return best_of if best else worst_of


def _proven(paper: str, least: int) -> Judge:
    get: Callable[[Facts], PaperFact] = attrgetter(paper)
    faults: dict[str, Answer] = {}

    def judge(facts: Facts, on: date, departure: date) -> Answer:
        fact = get(facts)
        proof = fact.proof
        if proof is None:
            return NOT_SHOWN
        if proof == 0:
            return ABSENT
        if fact.defect is not None:
            return faults.setdefault(fact.defect, (S.DEFECTIVE, fact.defect))
        issued = fact.issued_on
        if issued is not None and issued > on:
            return IN_FUTURE
        return MET if proof >= least else PROOF_TOO_WEAK

    return judge


def _undated(fact: PaperFact) -> Answer:
    """The answer for a paper without the date a rule needs."""
    if fact.proof is None:
        return NOT_SHOWN
    return ABSENT if fact.proof == 0 else DATE_NOT_STATED


def _valid_beyond(rule: ValidBeyond) -> Judge:
    get: Callable[[Facts], PaperFact] = attrgetter(rule.paper)
    months, of = rule.months, rule.of

    def judge(facts: Facts, on: date, departure: date) -> Answer:
        fact = get(facts)
        until = fact.valid_until
        if not fact.proof or until is None:
            return _undated(fact)
        base: date | None = departure
        if of is Moment.CONTRACT_END:
            base = facts.contract_end
        elif of is Moment.TODAY:
            base = on
        if until < on:
            return EXPIRED
        if base is None:
            return (S.UNKNOWN, "contract_end_not_stated")
        return MET if until >= (add_months(base, months) if months else base) else EXPIRING

    return judge


def _issued_within(rule: IssuedWithin) -> Judge:
    get: Callable[[Facts], PaperFact] = attrgetter(rule.paper)
    months, days = rule.months, timedelta(days=rule.days)
    to_departure = rule.of is Moment.DEPARTURE

    def judge(facts: Facts, on: date, departure: date) -> Answer:
        fact = get(facts)
        issued = fact.issued_on
        if not fact.proof or issued is None:
            return _undated(fact)
        if issued > on:
            return IN_FUTURE
        until = add_months(issued, months) + days
        if until < on:
            return EXPIRED
        return EXPIRING if to_departure and until < departure else MET

    return judge


def _issued_not_before(rule: IssuedNotBefore) -> Judge:
    get: Callable[[Facts], PaperFact] = attrgetter(rule.paper)
    get_other: Callable[[Facts], PaperFact] = attrgetter(rule.other)

    def judge(facts: Facts, on: date, departure: date) -> Answer:
        issued, before = get(facts).issued_on, get_other(facts).issued_on
        if issued is None or before is None:
            return DATE_NOT_STATED
        return MET if issued >= before else (S.DEFECTIVE, "dated_too_early")

    return judge


def _papers_agree(rule: PapersAgree) -> Judge:
    columns = rule.columns()

    def judge(facts: Facts, on: date, departure: date) -> Answer:
        agreements = facts.agreements
        if not agreements:
            return NOTHING_TO_COMPARE
        worst = -1
        for column in columns:
            code = agreements.get(column, -1)
            if code > worst:
                worst = code
        return NOTHING_TO_COMPARE if worst < 0 else _AGREEMENT_ANSWERS[worst]

    return judge


def _age_window(rule: AgeWindow) -> Judge:
    minimum, below, any_paper = rule.minimum, rule.below, rule.any_paper
    today = rule.at is Moment.TODAY

    def judge(facts: Facts, on: date, departure: date) -> Answer:
        born = facts.birth_date_latest if any_paper else facts.birth_date
        if born is None:
            return (S.UNKNOWN, "birth_date_not_stated")
        day = on if today else departure
        if minimum is not None and day < birthday(born, minimum):
            return (S.DEFECTIVE, "too_young")
        if below is not None and day >= birthday(born, below):
            return (S.DEFECTIVE, "too_old")
        return MET

    return judge


def _age_certain(rule: AgeCertain) -> Judge:
    lines, today_lines = rule.lines, rule.today_lines

    def judge(facts: Facts, on: date, departure: date) -> Answer:
        earliest, latest = facts.birth_date_earliest, facts.birth_date_latest
        if earliest is None or latest is None:
            return NOTHING_TO_COMPARE
        if earliest != latest:
            for day, ages in ((departure, lines), (on, today_lines)):
                for line in ages:
                    if birthday(earliest, line) <= day < birthday(latest, line):
                        return (S.DEFECTIVE, f"dates_cross_{line}")
        return MET

    return judge


def _language(rule: LanguageAtLeast) -> Judge:
    get = attrgetter(rule.scale)
    least, rank, months = int(rule.proof), rule.rank, rule.months

    def judge(facts: Facts, on: date, departure: date) -> Answer:
        score = get(facts)
        tested = score.tested_on
        if not score.proof or score.rank is None or score.rank < rank:
            return _without_level(score)
        if tested is not None and tested > on:
            return IN_FUTURE
        proven = MET if score.proof >= least else PROOF_TOO_WEAK
        if months is None:
            return proven
        if tested is None:
            return DATE_NOT_STATED
        until = add_months(tested, months)
        if until < on:
            return EXPIRED
        return EXPIRING if until < departure and proven is MET else proven

    return judge


def _without_level(score: ScoreFact) -> Answer:
    """The answer for a test that does not show the rank asked."""
    if score.proof is None:
        return NOT_SHOWN
    if score.proof == 0:
        return ABSENT
    return (S.UNKNOWN, "level_not_stated") if score.rank is None else (S.MISSING, "level_below")


def _competence(rule: Competence) -> Judge:
    """The best certificate of which anybody has spoken: one that has run out is not hidden by others unknown."""
    getters = tuple(attrgetter(scheme) for scheme in rule.schemes)
    least = int(rule.proof)
    to_departure = rule.of is Moment.DEPARTURE

    def judge(facts: Facts, on: date, departure: date) -> Answer:
        chosen: Answer | None = None
        for get in getters:
            certificate = get(facts)
            if certificate.proof is None:
                continue
            answer = _certificate(certificate, least, on, departure if to_departure else on)
            if chosen is None or answer[0] < chosen[0]:
                chosen = answer
        return chosen or NOT_SHOWN

    return judge


def _certificate(fact: PaperFact, least: int, on: date, needed: date) -> Answer:
    """One certificate of which anybody has spoken; one without an end date is judged by its proof alone."""
    if not fact.proof:
        return ABSENT
    if fact.defect is not None:
        return (S.DEFECTIVE, fact.defect)
    until = fact.valid_until
    if until is not None and until < on:
        return EXPIRED
    if fact.proof < least:
        return PROOF_TOO_WEAK
    return EXPIRING if until is not None and until < needed else MET


def _plain(field: str, holds: Callable[[Any], bool], failed: Answer) -> Judge:
    get = attrgetter(field)

    def judge(facts: Facts, on: date, departure: date) -> Answer:
        value = get(facts)
        if value is None:
            return NOT_STATED
        return MET if holds(value) else failed

    return judge


def _value_in(rule: ValueIn) -> Judge:
    values = frozenset(rule.values)
    return _plain(rule.field, lambda value: value in values, (S.DEFECTIVE, "value_not_allowed"))


def _education(rule: EducationAtLeast) -> Judge:
    level = int(rule.level)
    return _plain("education", lambda value: value >= level, (S.DEFECTIVE, "education_below"))


def _amount(rule: AmountAtLeast) -> Judge:
    amount = rule.amount
    return _plain(rule.field, lambda value: value >= amount, (S.MISSING, "amount_below"))


def _declared(rule: DeclaredYes) -> Judge:
    return _plain(rule.field, lambda value: value is True, (S.DEFECTIVE, "declared_no"))


_COMPILERS: dict[type, Callable[..., Judge]] = {
    PaperPresent: lambda rule: _proven(rule.paper, 1),
    ProofAtLeast: lambda rule: _proven(rule.paper, int(rule.proof)),
    ValidBeyond: _valid_beyond,
    IssuedWithin: _issued_within,
    IssuedNotBefore: _issued_not_before,
    PapersAgree: _papers_agree,
    AgeWindow: _age_window,
    AgeCertain: _age_certain,
    ValueIn: _value_in,
    EducationAtLeast: _education,
    LanguageAtLeast: _language,
    Competence: _competence,
    AmountAtLeast: _amount,
    DeclaredYes: _declared,
    TargetOpen: lambda rule: _always(_STATUS_ANSWERS[rule.status]),
    AnyOf: lambda rule: _combined(rule.rules, best=True),
    AllOf: lambda rule: _combined(rule.rules, best=False),
}


def changes(rule: Rule, facts: Facts) -> Iterator[date]:
    """Days on which the rule's answer may turn though the facts stay: the first day of the new answer.

    Whatever moves with the departure also moves with today once the departure is past or unknown, so both
    are listed.
    """
    for part in parts(rule):
        match part:
            case ValidBeyond() | IssuedWithin() | LanguageAtLeast() | Competence():
                yield from _ends(part, facts)
            case AgeWindow(minimum, below, _, any_paper):
                born = facts.birth_date_latest if any_paper else facts.birth_date
                yield from (birthday(born, age) for age in (minimum, below) if born and age is not None)
            case AgeCertain(lines, today_lines):
                dates = (facts.birth_date_earliest, facts.birth_date_latest)
                yield from (birthday(born, line) for born in dates if born for line in (*lines, *today_lines))
            case PaperPresent(paper) | ProofAtLeast(paper):
                if (issued := getattr(facts, paper).issued_on) is not None:
                    yield issued


def _ends(rule: ValidBeyond | IssuedWithin | LanguageAtLeast | Competence, facts: Facts) -> Iterator[date]:
    """The first days after a validity has run out, or no longer reaches far enough."""
    match rule:
        case ValidBeyond(paper, months):
            if (until := getattr(facts, paper).valid_until) is not None:
                yield until + timedelta(days=1)
                yield first_day_beyond(until, months)
        case IssuedWithin(paper, months, days):
            if (issued := getattr(facts, paper).issued_on) is not None:
                yield issued
                yield add_months(issued, months) + timedelta(days=days + 1)
        case LanguageAtLeast(scale, months=months):
            if (tested := getattr(facts, scale).tested_on) is not None:
                yield tested
                yield from () if months is None else (add_months(tested, months) + timedelta(days=1),)
        case _:
            ends = (getattr(facts, scheme).valid_until for scheme in rule.schemes)
            yield from (end + timedelta(days=1) for end in ends if end is not None)
