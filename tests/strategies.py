"""Invented people and invented rules for the property tests: likely ones, and wild ones that nobody would write.

`facts` and `targets` shrink to a small counterexample; `crowd` is quick and makes whole tables for SQL.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from random import Random

from hypothesis import strategies as st

from tenun.domain.calendar import add_months
from tenun.domain.catalogue import (
    Action,
    Catalogue,
    Confidence,
    Days,
    Gate,
    OnFailure,
    Payer,
    RepairStep,
    Requirement,
    Source,
    SourceKind,
    Target,
    TargetEntry,
    packaged,
)
from tenun.domain.facts import (
    AGREEMENT_SOURCES,
    IDENTITY,
    PAPERS,
    SCALARS,
    SCALES,
    Agreement,
    Facts,
    PaperFact,
    ScoreFact,
    agreement_column,
    agreement_columns_of,
)
from tenun.domain.papers import ConsentGiver, Education, MaritalStatus, PaperDefect, Proof, Sex
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
)
from tenun.domain.states import READY_STATES
from tenun.domain.words import Words

TODAY = date(2026, 11, 24)
LEAVES = date(2027, 3, 1)
FIRST, LAST = date(1950, 1, 1), date(2050, 12, 31)

PAPER_NAMES = tuple(sorted(PAPERS))
SCALE_NAMES = tuple(sorted(SCALES))
SCHEME_NAMES = tuple(name for name in PAPER_NAMES if name.startswith("kompetensi_"))
DEFECTS = (None, *(str(defect) for defect in PaperDefect))
AGREEMENT_COLUMNS = tuple(
    sorted(
        {
            column
            for field, names in AGREEMENT_SOURCES.items()
            for n in names
            for column in agreement_columns_of(field, n)
        }
    )
)

TEXTS = {
    "sex": tuple(map(str, Sex)),
    "marital_status": tuple(map(str, MaritalStatus)),
    "consent_giver": tuple(map(str, ConsentGiver)),
}
SMALL_NUMBERS = {
    "education": tuple(map(int, Education)),
    "training_hours": (0, 40, 200),
    "experience_months": (0, 6, 36),
}
YES_OR_NO = tuple(name for name, kind in SCALARS.items() if kind == "BOOLEAN")
DATES = tuple(name for name, kind in SCALARS.items() if kind == "DATE")

LEAP_DAYS = tuple(date(year, 2, 29) for year in range(1952, 2050, 4))
NEAR = tuple(
    add_months(TODAY, months) + timedelta(days=days)
    for months in (-24, -12, -6, -3, -1, 0, 1, 3, 6, 12, 24)
    for days in (-1, 0, 1)
)
BORN = tuple(
    add_months(day, -12 * age) + timedelta(days=days)
    for day in (TODAY, LEAVES)
    for age in (17, 18, 21, 23, 39, 45, 50)
    for days in (-1, 0, 1)
)
"""Days on both sides of the lines that the rules draw: months before and after today, ages today and at departure."""

days = st.dates(FIRST, LAST) | st.sampled_from(NEAR) | st.sampled_from(LEAP_DAYS)
judging_days = st.just(TODAY) | st.dates(date(2018, 1, 1), date(2040, 12, 31)) | st.just(date(2028, 2, 29))
states = st.sampled_from(READY_STATES)

paper_facts = st.builds(
    PaperFact,
    proof=st.none() | st.sampled_from(tuple(map(int, Proof))),
    issued_on=st.none() | days,
    valid_until=st.none() | days,
    defect=st.none() | st.none() | st.sampled_from(DEFECTS),
)
score_facts = st.builds(
    ScoreFact,
    proof=st.none() | st.sampled_from(tuple(map(int, Proof))),
    rank=st.none() | st.integers(0, 200),
    tested_on=st.none() | days,
)
CODES = tuple(map(int, Agreement))
READABLE = {
    agreement_column(field, left, right)
    for field, sources in AGREEMENT_SOURCES.items()
    for left in sources
    for right in sources
    if left != right and {left, right} <= set(IDENTITY)
}
"""Only two identity papers can be there and not compared: the other sources speak or are not there."""


def codes_of(column: str) -> tuple[int, ...]:
    """The codes that a comparison can leave in one column."""
    return CODES if column in READABLE else tuple(code for code in CODES if code != Agreement.NOT_COMPARED)


def scalar(name: str) -> st.SearchStrategy:
    """Any value of one plain field, unknown included."""
    if name in TEXTS:
        return st.none() | st.sampled_from(TEXTS[name])
    if name in SMALL_NUMBERS:
        return st.none() | st.sampled_from(SMALL_NUMBERS[name])
    if name in YES_OR_NO:
        return st.none() | st.booleans()
    return st.none() | days


def good_paper() -> PaperFact:
    """A paper as it should be: original seen, new, in date for long."""
    return PaperFact(int(Proof.ORIGINAL_SEEN), add_months(TODAY, -1), add_months(LEAVES, 60))


@cache
def ready_person() -> Facts:
    """A woman of 27 with every paper there is, all of them good and equal to the letter."""
    born = date(1999, 3, 12)
    pairs = {
        agreement_column(field, left, right): int(Agreement.SAME)
        for field, sources in AGREEMENT_SOURCES.items()
        for left in sources
        for right in sources
        if left != right
    }
    return Facts(
        birth_date=born,
        birth_date_earliest=born,
        birth_date_latest=born,
        sex="P",
        marital_status="kawin",
        education=int(Education.BACHELOR),
        training_hours=1000,
        experience_months=120,
        consent_giver="suami",
        consent_known_by_village_head=True,
        medical_fit=True,
        psychology_fit=True,
        contract_start=LEAVES,
        contract_end=add_months(LEAVES, 24),
        agreements=pairs,
        **dict.fromkeys(PAPER_NAMES, good_paper()),
        **dict.fromkeys(SCALE_NAMES, ScoreFact(int(Proof.ORIGINAL_SEEN), 200, add_months(TODAY, -1))),
    )


BIRTHS = ("birth_date", "birth_date_earliest", "birth_date_latest")


@st.composite
def births(draw: st.DrawFn) -> dict[str, date | None]:
    """Birth dates as papers state them: none at all, or the earliest, the one that counts, the latest."""
    stated = sorted(draw(st.lists(st.dates(FIRST, TODAY) | st.sampled_from(BORN), max_size=3)))
    if not stated:
        return dict.fromkeys(BIRTHS)
    middle = draw(st.sampled_from(stated))
    return {"birth_date": middle, "birth_date_earliest": stated[0], "birth_date_latest": stated[-1]}


@st.composite
def facts(draw: st.DrawFn, *, likely: bool = False) -> Facts:
    """One person: nothing known, or all in order, and then some things changed.

    The birth dates of a `likely` person stand in their order; of a wild one any plain field may hold anything.
    """
    base = draw(st.sampled_from((Facts(), ready_person())))
    plain = draw(st.lists(st.sampled_from(tuple(SCALARS)), unique=True, max_size=6))
    changes: dict = {name: draw(scalar(name)) for name in plain}
    if likely:
        changes |= draw(births()) if draw(st.booleans()) else {name: getattr(base, name) for name in BIRTHS}
    changes |= draw(st.dictionaries(st.sampled_from(PAPER_NAMES), paper_facts, max_size=6))
    changes |= draw(st.dictionaries(st.sampled_from(SCALE_NAMES), score_facts, max_size=2))
    compared = draw(st.lists(st.sampled_from(AGREEMENT_COLUMNS), unique=True, max_size=5))
    found = {column: draw(st.sampled_from(codes_of(column))) for column in compared}
    agreements = dict(base.agreements) | found
    left_out = draw(st.sampled_from((None, *IDENTITY, "mrz", "isian", "nik")))
    if left_out is not None:
        gone = {column for field in AGREEMENT_SOURCES for column in agreement_columns_of(field, left_out)}
        agreements = {column: code for column, code in agreements.items() if column not in gone}
    return replace(base, agreements=agreements, **changes)


def _any_day(random: Random) -> date | None:
    chance = random.random()
    if chance < 0.2:
        return None
    if chance < 0.6:
        return random.choice(NEAR)
    if chance < 0.8:
        return random.choice(LEAP_DAYS)
    return FIRST + timedelta(days=random.randrange((LAST - FIRST).days))


def _any_scalar(random: Random, name: str) -> object:
    if name in TEXTS:
        return random.choice((None, *TEXTS[name]))
    if name in SMALL_NUMBERS:
        return random.choice((None, *SMALL_NUMBERS[name]))
    if name in YES_OR_NO:
        return random.choice((None, True, False))
    return random.choice((_any_day(random), random.choice(BORN)))


def _any_births(random: Random) -> dict[str, date | None]:
    stated = sorted(random.choice(BORN) for _ in range(random.choice((0, 1, 1, 2, 3))))
    if not stated:
        return dict.fromkeys(BIRTHS)
    return {"birth_date": random.choice(stated), "birth_date_earliest": stated[0], "birth_date_latest": stated[-1]}


_PROOFS = (None, 0, 1, 2, 3, 3, 3, 4)


def _any_facts(random: Random, *, likely: bool) -> Facts:
    base = random.choice((Facts(), ready_person()))
    changes: dict = {name: _any_scalar(random, name) for name in SCALARS if random.random() < 0.5}
    if likely:
        changes |= _any_births(random) if random.random() < 0.5 else {name: getattr(base, name) for name in BIRTHS}
    for name in PAPER_NAMES:
        if random.random() < 0.5:
            defect = random.choice(DEFECTS) if random.random() < 0.3 else None
            changes[name] = PaperFact(random.choice(_PROOFS), _any_day(random), _any_day(random), defect)
    for name in SCALE_NAMES:
        if random.random() < 0.5:
            changes[name] = ScoreFact(random.choice(_PROOFS), random.choice((None, 0, 1, 3, 200)), _any_day(random))
    agreements = dict(base.agreements)
    for column in random.sample(AGREEMENT_COLUMNS, 8):
        agreements[column] = random.choice(codes_of(column))
    for column in random.sample(AGREEMENT_COLUMNS, 40):
        agreements.pop(column, None)
    return replace(base, agreements=agreements, **changes)


def crowd(seed: int, size: int, *, likely: bool = False) -> list[Facts]:
    """A whole table of people, the same for the same seed; `likely` as in `facts`."""
    random = Random(seed)
    return [_any_facts(random, likely=likely) for _ in range(size)]


# ---- Rules ------------------------------------------------------------------------------------------------------

_papers = st.sampled_from(PAPER_NAMES)
_moments = st.sampled_from((Moment.TODAY, Moment.DEPARTURE))
_months = st.sampled_from((0, 1, 2, 3, 6, 12, 18, 24, 60))
_proofs = st.sampled_from((Proof.DECLARED, Proof.COPY, Proof.ORIGINAL_SEEN, Proof.CERTIFIED))
_ages = st.none() | st.sampled_from((16, 18, 21, 23, 39, 45, 50))


@st.composite
def _agreeing(draw: st.DrawFn) -> PapersAgree:
    field = draw(st.sampled_from(tuple(AGREEMENT_SOURCES)))
    sources = st.sampled_from(AGREEMENT_SOURCES[field])
    papers = tuple(draw(st.lists(sources, min_size=2, max_size=7, unique=True)))
    return PapersAgree(field, papers, draw(st.none() | st.sampled_from(papers)))


@st.composite
def _value(draw: st.DrawFn) -> ValueIn:
    field = draw(st.sampled_from(tuple(TEXTS)))
    return ValueIn(field, tuple(draw(st.lists(st.sampled_from(TEXTS[field]), min_size=1, unique=True))))


STATIC_RULES = (
    st.builds(IssuedNotBefore, _papers, _papers),
    _agreeing(),
    _value(),
    st.builds(EducationAtLeast, st.sampled_from(Education)),
    st.builds(AmountAtLeast, st.sampled_from(("training_hours", "experience_months")), st.sampled_from((1, 40, 200))),
    st.builds(DeclaredYes, st.sampled_from(YES_OR_NO)),
    st.builds(TargetOpen, st.sampled_from(TargetStatus)),
)
_lines = st.lists(st.sampled_from((18, 21, 23)), min_size=1, unique=True).map(tuple)
DATED_RULES = (
    st.builds(PaperPresent, _papers),
    st.builds(ProofAtLeast, _papers, _proofs),
    st.builds(ValidBeyond, _papers, _months, st.sampled_from(Moment)),
    st.builds(IssuedWithin, _papers, _months, st.sampled_from((0, 1, 7, 30)), _moments),
    st.builds(AgeWindow, _ages, _ages, _moments, st.booleans()),
    st.builds(AgeCertain, _lines, _lines),
    st.builds(
        LanguageAtLeast, st.sampled_from(SCALE_NAMES), st.sampled_from((1, 3, 100)), _proofs, st.none() | _months
    ),
    st.builds(
        Competence,
        st.lists(st.sampled_from(SCHEME_NAMES), min_size=1, max_size=3, unique=True).map(tuple),
        _proofs,
        _moments,
    ),
)


def rules(simple: Iterable[st.SearchStrategy[Rule]] = (*STATIC_RULES, *DATED_RULES)) -> st.SearchStrategy[Rule]:
    """Any rule of the closed set, `any_of` and `all_of` of them included."""
    some = st.one_of(*simple)
    for _ in range(2):
        several = st.lists(some, min_size=1, max_size=3).map(tuple)
        some = some | st.builds(AnyOf, several) | st.builds(AllOf, several)
    return some


_SOURCE = Source(SourceKind.LAW, "Undang-undang rekaan")
_WORDS = Words("rekaan", "invented")


def requirement(name: str, rule: Rule, **changes: object) -> Requirement:
    """An invented requirement that blocks from `MATCHED` on, unless changed."""
    values: dict = {
        "gate": Gate.DOCUMENTS,
        "due_by": READY_STATES[0],
        "when": None,
        "presumed": False,
        "paper": None,
        "desk": None,
        "office": None,
        "on_failure": OnFailure.REPAIR,
        "confidence": Confidence.SOURCE,
    }
    return Requirement(
        id=name,
        rule=rule,
        source=_SOURCE,
        title=_WORDS,
        todo=_WORDS,
        valid_from=date(2017, 11, 22),
        valid_to=None,
        checked_on=TODAY,
        place="rekaan.toml:1",
        **values | changes,
    )


def target(
    *requirements: Requirement,
    status: TargetStatus = TargetStatus.OPEN,
    until: date | None = None,
    zero_cost: bool = True,
) -> Target:
    """An invented target that asks exactly this."""
    entry = TargetEntry(
        id="rekaan",
        title=_WORDS,
        destination="XX",
        scheme="P_TO_P",
        occupation="any",
        zero_cost=zero_cost,
        status=status,
        status_source=_SOURCE,
        status_checked_on=TODAY,
        omissions=(),
        requirements=requirements,
    )
    return Target(entry, requirements, date(2017, 11, 22), until)


@st.composite
def targets(draw: st.DrawFn, simple: Iterable[st.SearchStrategy[Rule]] = (*STATIC_RULES, *DATED_RULES)) -> Target:
    """A small wild target: rules of every kind, with and without `when`, of every confidence, due state and failure."""
    some = rules(simple)
    asked = draw(
        st.lists(
            st.fixed_dictionaries(
                {
                    "rule": some,
                    "when": st.none() | some,
                    "presumed": st.booleans(),
                    "due_by": states,
                    "confidence": st.sampled_from((Confidence.SOURCE, Confidence.SOURCE, *Confidence)),
                    "on_failure": st.sampled_from(OnFailure),
                }
            ),
            min_size=1,
            max_size=8,
        )
    )
    until = draw(st.none() | st.dates(date(2018, 1, 1), date(2045, 1, 1)))
    return target(*(requirement(f"r{number}", **values) for number, values in enumerate(asked)), until=until)


def packaged_targets(on: date = TODAY) -> tuple[Target, ...]:
    """The targets that ship with Tenun, as of a day."""
    return packaged().targets(on)


def repair_step(name: str, action: Action, paper: str, **changes: object) -> RepairStep:
    """An invented step of a repair plan: free, of one day, at no desk, unless changed."""
    values: dict = {
        "mends": (),
        "desk": None,
        "office": None,
        "days": Days(1, 1, 1),
        "cost_rupiah": 0,
        "cost_component": None,
        "payer": Payer.FREE,
        "court": False,
        "mobile": False,
        "reprints": False,
        "needs": (),
        "follows": (),
        "invalidates": (),
        "validity_months": None,
        "paper_from": None,
        "paper_before": None,
        "bring": (),
        "defect": None,
    }
    return RepairStep(
        id=name,
        action=action,
        paper=paper,
        title=_WORDS,
        evidence_out=_WORDS,
        confidence=Confidence.SOURCE,
        source=_SOURCE,
        checked_on=TODAY,
        place="rekaan.toml:1",
        **values | changes,
    )


def catalogue_of(*steps: RepairStep) -> Catalogue:
    """A catalogue that knows these steps and the packaged lists."""
    return Catalogue((), (), steps, packaged().lists, "rekaan")
