"""What the papers say today, as far as the guards of a journey ask."""

from dataclasses import dataclass
from datetime import date

from tenun.domain.assessment import Assessment, Verdict
from tenun.domain.facts import PAPERS, Facts
from tenun.domain.journey import Scheme
from tenun.domain.states import ReadyState


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The answers of an assessment that a guard needs, and no more."""

    ready_for: ReadyState | None = None
    birth_dates: tuple[date, ...] = ()
    age_in_doubt: bool = False
    validities: tuple[date, ...] = ()
    scheme: Scheme | None = None


def judged_of(facts: Facts, assessment: Assessment | None) -> Judged:
    """What `facts` and their assessment say to the guards; without a target nothing is ready."""
    births = (facts.birth_date, facts.birth_date_earliest, facts.birth_date_latest)
    ends = (getattr(facts, name).valid_until for name in PAPERS if getattr(facts, name).proof)
    return Judged(
        ready_for=assessment.ready_for if assessment else None,
        birth_dates=tuple(born for born in births if born is not None),
        age_in_doubt=assessment is not None and assessment.verdict is Verdict.STOP,
        validities=tuple(day for day in ends if day is not None),
    )
