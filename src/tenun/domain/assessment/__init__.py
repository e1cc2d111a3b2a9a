"""Facts judged against the requirements of a target on one day."""

from tenun.domain.assessment.assess import Assessment, Finding, assess, compile_target, fits, fitting_instead
from tenun.domain.assessment.findings import VERDICT_CODES, FindingState, Verdict

__all__ = [
    "VERDICT_CODES",
    "Assessment",
    "Finding",
    "FindingState",
    "Verdict",
    "assess",
    "compile_target",
    "fits",
    "fitting_instead",
]
