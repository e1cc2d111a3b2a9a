"""The same rules as one SQL text for PostgreSQL and DuckDB, so that a country is judged where its rows lie.

Every rule becomes an expression whose value is the code of its `FindingState`: "all of" is GREATEST, "any of" is
LEAST. A day is always a literal or a column: `now()` and `CURRENT_DATE` do not occur. Reasons come from the
closures when somebody looks.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tenun.domain.assessment.findings import VERDICT_CODES, Verdict
from tenun.domain.assessment.findings import FindingState as S
from tenun.domain.calendar import add_months
from tenun.domain.catalogue import OnFailure, Requirement, Target
from tenun.domain.facts import Agreement
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
from tenun.domain.states import READY_STATES, ReadyState

Expression = str
_STATUS_CODES = {
    TargetStatus.OPEN: S.MET,
    TargetStatus.CONDITIONAL: S.UNKNOWN,
    TargetStatus.CLOSED: S.DEFECTIVE,
}


@dataclass(frozen=True, slots=True)
class Dialect:
    """Where the text runs. `fence` keeps a planner from computing an inner column more than once.

    `without_null` is what leaves the NULLs of an array out; `code` makes a state as wide as it is stored.
    """

    name: str
    fence: str
    without_null: str
    code: str


DUCKDB = Dialect("duckdb", "", "list_filter({array}, lambda item: item IS NOT NULL)", "{state}")
POSTGRESQL = Dialect("postgresql", "OFFSET 0", "array_remove({array}, NULL)", "CAST({state} AS smallint)")


def assessment_sql(
    target: Target,
    on: date,
    for_state: ReadyState = ReadyState.MATCHED,
    *,
    table: str = "factsheet",
    key: str = "person_id",
    where: str | None = None,
    dialect: Dialect = DUCKDB,
    with_blocking: bool = False,
    of_first: Callable[[Requirement], str] | None = None,
) -> str:
    """One SELECT a target: `key`, `states` (codes in catalogue order), `verdict`, `ready_for`, `next_change_on`.

    `verdict` is the place in `VERDICT_CODES`, `ready_for` the order of the state or -1; `with_blocking` adds
    `blocking`, the ids of the requirements that hold back now; `of_first` adds `first_blocking`, what it says of the
    first of them, empty where nothing holds back. `where` narrows the rows to a range of ids; `key` is one column or
    several; table and column names and what `of_first` says come from the program, never from a person.
    """
    asked = target.requirements
    names = [f"s{index}" for index in range(len(asked))]
    codes = [dialect.code.format(state=_requirement(item, on)) for item in asked]
    states = ",\n    ".join(f"{code} AS {name}" for code, name in zip(codes, names, strict=True))
    condition = f"WHERE {where}" if where else ""
    holding = [(item, name) for item, name in zip(asked, names, strict=True) if _may_hold(item, for_state)]
    held = f"\n  {_blocking(holding, dialect)} AS blocking," if with_blocking else ""
    held += f"\n  {_first_blocking(holding, of_first)} AS first_blocking," if of_first is not None else ""
    return f"""SELECT {key},
  ARRAY[{", ".join(_shown(item, name, for_state) for item, name in zip(asked, names, strict=True))}] AS states,{held}
  {_verdict(asked, names, for_state)} AS verdict,
  {_ready_for(asked, names)} AS ready_for,
  next_change_on
FROM (
  SELECT {key},
    {states},
    {_next_change(target, on)} AS next_change_on
  FROM (
    SELECT *, GREATEST(COALESCE(departure_on, {_day(on)}), {_day(on)}) AS leaves
    FROM {table} {condition}
  ) AS person {dialect.fence}
) AS judged"""


def _day(day: date) -> Expression:
    return f"DATE '{day.isoformat()}'"


def _shifted(day: Expression, months: int = 0, days: int = 0) -> Expression:
    """A day some months and days later; both engines clamp to the month's end as `add_months` does."""
    if months:
        day = f"CAST({day} + INTERVAL '{months} months' AS DATE)"
    return f"({day} + {days})" if days else day


def _requirement(item: Requirement, on: date) -> Expression:
    state = _state(item.rule, on)
    if item.when is None:
        return state
    applies = _state(item.when, on)
    if item.presumed:
        return f"CASE WHEN {applies} IN ({S.MET:d}, {S.UNKNOWN:d}) THEN {state} ELSE {S.NOT_NEEDED:d} END"
    undecided = f"COALESCE(NULLIF({state}, {S.MISSING:d}), {S.UNKNOWN:d})"
    return f"CASE {applies} WHEN {S.MET:d} THEN {state} WHEN {S.UNKNOWN:d} THEN {undecided} ELSE {S.NOT_NEEDED:d} END"


def _state(rule: Rule, on: date) -> Expression:
    return _EMITTERS[type(rule)](rule, on)


def _case(*branches: tuple[Expression, S], otherwise: S = S.MET) -> Expression:
    whens = " ".join(f"WHEN {condition} THEN {state:d}" for condition, state in branches)
    return f"CASE {whens} ELSE {otherwise:d} END"


def _proven(paper: str, least: int, on: date) -> Expression:
    proof = f"{paper}_proof"
    return _case(
        (f"{proof} IS NULL", S.UNKNOWN),
        (f"{proof} = 0", S.MISSING),
        (f"{paper}_defect IS NOT NULL OR {paper}_issued_on > {_day(on)}", S.DEFECTIVE),
        (f"{proof} < {least}", S.UNVERIFIED),
    )


def _undated(paper: str, column: str) -> tuple[tuple[Expression, S], ...]:
    proof = f"{paper}_proof"
    return (
        (f"{proof} IS NULL", S.UNKNOWN),
        (f"{proof} = 0", S.MISSING),
        (f"{paper}_{column} IS NULL", S.UNKNOWN),
    )


def _valid_beyond(rule: ValidBeyond, on: date) -> Expression:
    until = f"{rule.paper}_valid_until"
    bases = {Moment.TODAY: _day(on), Moment.DEPARTURE: "leaves", Moment.CONTRACT_END: "contract_end"}
    base = bases[rule.of]
    unknown_end = ((f"{base} IS NULL", S.UNKNOWN),) if rule.of is Moment.CONTRACT_END else ()
    return _case(
        *_undated(rule.paper, "valid_until"),
        (f"{until} < {_day(on)}", S.EXPIRED),
        *unknown_end,
        (f"{until} < {_shifted(base, rule.months)}", S.EXPIRING),
    )


def _issued_within(rule: IssuedWithin, on: date) -> Expression:
    issued = f"{rule.paper}_issued_on"
    until = _shifted(issued, rule.months, rule.days)
    early = ((f"{until} < leaves", S.EXPIRING),) if rule.of is Moment.DEPARTURE else ()
    return _case(
        *_undated(rule.paper, "issued_on"),
        (f"{issued} > {_day(on)}", S.DEFECTIVE),
        (f"{until} < {_day(on)}", S.EXPIRED),
        *early,
    )


def _issued_not_before(rule: IssuedNotBefore, on: date) -> Expression:
    issued, other = f"{rule.paper}_issued_on", f"{rule.other}_issued_on"
    return _case(
        (f"{issued} IS NULL OR {other} IS NULL", S.UNKNOWN),
        (f"{issued} < {other}", S.DEFECTIVE),
    )


def _papers_agree(rule: PapersAgree, on: date) -> Expression:
    columns = rule.columns()
    worst = columns[0] if len(columns) == 1 else f"GREATEST({', '.join(columns)})"
    return (
        f"CASE {worst} WHEN {Agreement.SAME:d} THEN {S.MET:d} WHEN {Agreement.NOT_COMPARED:d} THEN {S.UNKNOWN:d} "
        f"WHEN {Agreement.FIX_NEEDED:d} THEN {S.DEFECTIVE:d} WHEN {Agreement.ASK:d} THEN {S.DEFECTIVE:d} "
        f"WHEN {Agreement.DIFFERENT:d} THEN {S.DEFECTIVE:d} ELSE {S.NOT_NEEDED:d} END"
    )


def _age_window(rule: AgeWindow, on: date) -> Expression:
    """Born at latest on the day minus the age: with clamping this puts a 29 February birthday on 1 March."""
    born = "birth_date_latest" if rule.any_paper else "birth_date"
    day = _day(on) if rule.at is Moment.TODAY else "leaves"
    limits = []
    if rule.minimum is not None:
        limits.append((f"{born} > {_shifted(day, -12 * rule.minimum)}", S.DEFECTIVE))
    if rule.below is not None:
        limits.append((f"{born} <= {_shifted(day, -12 * rule.below)}", S.DEFECTIVE))
    return _case((f"{born} IS NULL", S.UNKNOWN), *limits)


def _age_certain(rule: AgeCertain, on: date) -> Expression:
    crossed = (
        f"(birth_date_earliest <= {line_day} AND birth_date_latest > {line_day})"
        for day, ages in (("leaves", rule.lines), (_day(on), rule.today_lines))
        for line_day in (_shifted(day, -12 * line) for line in ages)
    )
    return _case(
        ("birth_date_earliest IS NULL OR birth_date_latest IS NULL", S.NOT_NEEDED),
        ("birth_date_earliest = birth_date_latest", S.MET),
        (" OR ".join(crossed), S.DEFECTIVE),
    )


def _language(rule: LanguageAtLeast, on: date) -> Expression:
    name = rule.scale
    dated: tuple[tuple[Expression, S], ...] = ()
    ending: tuple[tuple[Expression, S], ...] = ()
    if rule.months is not None:
        until = _shifted(f"{name}_tested_on", rule.months)
        dated = ((f"{name}_tested_on IS NULL", S.UNKNOWN), (f"{until} < {_day(on)}", S.EXPIRED))
        ending = ((f"{until} < leaves", S.EXPIRING),)
    return _case(
        (f"{name}_proof IS NULL", S.UNKNOWN),
        (f"{name}_proof = 0", S.MISSING),
        (f"{name}_rank IS NULL", S.UNKNOWN),
        (f"{name}_rank < {rule.rank}", S.MISSING),
        (f"{name}_tested_on > {_day(on)}", S.DEFECTIVE),
        *dated,
        (f"{name}_proof < {rule.proof:d}", S.UNVERIFIED),
        *ending,
    )


def _competence(rule: Competence, on: date) -> Expression:
    """The best certificate of which anybody has spoken; both engines pass over NULL."""
    certificates = [
        f"CASE WHEN {scheme}_proof IS NOT NULL THEN {_certificate(scheme, rule, on)} END" for scheme in rule.schemes
    ]
    return f"COALESCE({_combined('LEAST', certificates)}, {S.UNKNOWN:d})"


def _certificate(scheme: str, rule: Competence, on: date) -> Expression:
    early = ((f"{scheme}_valid_until < leaves", S.EXPIRING),) if rule.of is Moment.DEPARTURE else ()
    return _case(
        (f"{scheme}_proof = 0", S.MISSING),
        (f"{scheme}_defect IS NOT NULL", S.DEFECTIVE),
        (f"{scheme}_valid_until < {_day(on)}", S.EXPIRED),
        (f"{scheme}_proof < {rule.proof:d}", S.UNVERIFIED),
        *early,
    )


def _value_in(rule: ValueIn, on: date) -> Expression:
    values = ", ".join("'" + value.replace("'", "''") + "'" for value in rule.values)
    return _case((f"{rule.field} IS NULL", S.UNKNOWN), (f"{rule.field} NOT IN ({values})", S.DEFECTIVE))


def _amount(rule: AmountAtLeast, on: date) -> Expression:
    return _case((f"{rule.field} IS NULL", S.UNKNOWN), (f"{rule.field} < {rule.amount}", S.MISSING))


def _education(rule: EducationAtLeast, on: date) -> Expression:
    return _case(("education IS NULL", S.UNKNOWN), (f"education < {rule.level:d}", S.DEFECTIVE))


def _declared(rule: DeclaredYes, on: date) -> Expression:
    return _case((f"{rule.field} IS NULL", S.UNKNOWN), (f"NOT {rule.field}", S.DEFECTIVE))


def _combined(function: str, expressions: Sequence[Expression]) -> Expression:
    return expressions[0] if len(expressions) == 1 else f"{function}({', '.join(expressions)})"


_EMITTERS: dict[type, Callable[..., Expression]] = {
    PaperPresent: lambda rule, on: _proven(rule.paper, 1, on),
    ProofAtLeast: lambda rule, on: _proven(rule.paper, int(rule.proof), on),
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
    TargetOpen: lambda rule, on: f"{_STATUS_CODES[rule.status]:d}",
    AnyOf: lambda rule, on: _combined("LEAST", [_state(inner, on) for inner in rule.rules]),
    AllOf: lambda rule, on: _combined("GREATEST", [_state(inner, on) for inner in rule.rules]),
}


def _shown(item: Requirement, name: str, for_state: ReadyState) -> Expression:
    """What is needed only later is `not_due`, unless it already stands or is about to run out."""
    if item.due_by.order <= for_state.order:
        return name
    return f"CASE WHEN {name} <= {S.EXPIRING:d} THEN {name} ELSE {S.NOT_DUE:d} END"


def _verdict(asked: Sequence[Requirement], names: Sequence[str], for_state: ReadyState) -> Expression:
    branches = []
    for how, verdict in (
        (OnFailure.STOP, Verdict.STOP),
        (OnFailure.NOT_THIS_TARGET, Verdict.NOT_THIS_TARGET),
    ):
        failed = [
            f"{name} = {S.DEFECTIVE:d}"
            for item, name in zip(asked, names, strict=True)
            if item.can_block and item.on_failure is how
        ]
        if failed:
            branches.append(f"WHEN {' OR '.join(failed)} THEN {VERDICT_CODES.index(verdict)}")
    blocked = _blocked(asked, names, range(for_state.order + 1))
    if blocked:
        branches.append(f"WHEN {blocked} THEN {VERDICT_CODES.index(Verdict.REPAIR)}")
    return _else(branches, VERDICT_CODES.index(Verdict.READY))


def _ready_for(asked: Sequence[Requirement], names: Sequence[str]) -> Expression:
    unfit = [
        f"{name} = {S.DEFECTIVE:d}"
        for item, name in zip(asked, names, strict=True)
        if item.can_block and item.on_failure is not OnFailure.REPAIR
    ]
    branches = [f"WHEN {' OR '.join(unfit)} THEN -1"] if unfit else []
    for state in READY_STATES:
        blocked = _blocked(asked, names, range(state.order, state.order + 1))
        if blocked:
            branches.append(f"WHEN {blocked} THEN {state.order - 1}")
    return _else(branches, len(READY_STATES) - 1)


def _else(branches: Sequence[str], otherwise: int) -> Expression:
    return f"CASE {' '.join(branches)} ELSE {otherwise} END" if branches else str(otherwise)


def _blocked(asked: Sequence[Requirement], names: Sequence[str], due: range) -> Expression:
    blocking = [name for item, name in zip(asked, names, strict=True) if item.can_block and item.due_by.order in due]
    return f"{_combined('GREATEST', blocking)} > {S.MET:d}" if blocking else ""


def _may_hold(item: Requirement, for_state: ReadyState) -> bool:
    return item.can_block and item.due_by.order <= for_state.order


def _first_blocking(holding: Sequence[tuple[Requirement, str]], told: Callable[[Requirement], str]) -> Expression:
    cases = " ".join(f"WHEN {name} > {S.MET:d} THEN '{told(item)}'" for item, name in holding)
    return f"CASE {cases} ELSE '' END" if cases else "''"


def _blocking(holding: Sequence[tuple[Requirement, str]], dialect: Dialect) -> Expression:
    held = [f"CASE WHEN {name} > {S.MET:d} THEN '{item.id}' END" for item, name in holding]
    array = f"ARRAY[{', '.join(held) or 'NULL'}]"
    return dialect.without_null.format(array=array if held else f"CAST({array} AS TEXT[])")


def _next_change(target: Target, on: date) -> Expression:
    """The smallest of all days after `on` on which a rule's answer may turn by the calendar alone."""
    turns: dict[_Turn, None] = {}
    asked = target.requirements
    for rule in (*(item.rule for item in asked), *(item.when for item in asked if item.when is not None)):
        for part in parts(rule):
            turns |= dict.fromkeys(_turns(part))
    later = [turn.after(on) for turn in turns]
    if target.in_force_until is not None and target.in_force_until > on:
        later.append(_day(target.in_force_until))
    return _combined("LEAST", later) if later else "CAST(NULL AS DATE)"


_SLACK = timedelta(days=40)
"""More than clamping to a month's end and the way to the next month's first day can move a day."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """A day that stands `months` and `days` after the date of a column; or on the first of the month that follows."""

    column: str
    months: int = 0
    days: int = 0
    next_first: bool = False

    @property
    def day(self) -> Expression:
        if self.next_first:
            return f"CAST(date_trunc('month', {_shifted(self.column, self.months)}) + INTERVAL '1 month' AS DATE)"
        return _shifted(self.column, self.months, self.days)

    def after(self, on: date) -> Expression:
        """The day where it is still to come, else NULL. Months are counted only where it can be: most are long past."""
        if not self.months:
            return f"CASE WHEN {self.day} > {_day(on)} THEN {self.day} END"
        least = add_months(on, -self.months) - timedelta(days=self.days) - _SLACK
        later = f"NULLIF(GREATEST({self.day}, {_day(on)}), {_day(on)})"
        return f"CASE WHEN {self.column} > {_day(least)} THEN {later} END"


def _turns(rule: Rule) -> tuple[_Turn, ...]:
    match rule:
        case ValidBeyond(paper, months):
            until = f"{paper}_valid_until"
            return (_Turn(until, days=1), *_first_days_beyond(until, months))
        case IssuedWithin(paper, months, days):
            return (_Turn(f"{paper}_issued_on"), _Turn(f"{paper}_issued_on", months, days + 1))
        case LanguageAtLeast(scale, months=months):
            tested = f"{scale}_tested_on"
            return (_Turn(tested),) if months is None else (_Turn(tested), _Turn(tested, months, 1))
        case Competence(schemes):
            return tuple(_Turn(f"{scheme}_valid_until", days=1) for scheme in schemes)
        case AgeWindow():
            born = "birth_date_latest" if rule.any_paper else "birth_date"
            return tuple(day for age in (rule.minimum, rule.below) if age is not None for day in _birthday(born, age))
        case AgeCertain(lines, today_lines):
            borns = ("birth_date_earliest", "birth_date_latest")
            return tuple(day for born in borns for line in (*lines, *today_lines) for day in _birthday(born, line))
        case PaperPresent(paper) | ProofAtLeast(paper):
            return (_Turn(f"{paper}_issued_on"),)
    return ()


def _first_days_beyond(until: str, months: int) -> tuple[_Turn, ...]:
    """Both candidates for the first day that no longer fits: the next day, and the next month when `until` ends one."""
    return (_Turn(until, -months, 1), _Turn(until, -months, next_first=True)) if months else ()


def _birthday(born: str, age: int) -> tuple[_Turn, ...]:
    """The clamped birthday and the day after it, which is the birthday of someone born on 29 February."""
    return (_Turn(born, 12 * age), _Turn(born, 12 * age, 1))
