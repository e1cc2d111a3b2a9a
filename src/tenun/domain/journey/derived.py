"""What is not stored while someone prepares: where papers and training stand follows from the findings."""

from enum import StrEnum


class PapersState(StrEnum):
    """S5 and S6 of the handbook's process."""

    DOCS_IN_REPAIR = "DOCS_IN_REPAIR"
    DOCS_OK = "DOCS_OK"


class TrainingState(StrEnum):
    """T0 to T3 of the handbook's process."""

    TRAINING_NEEDED = "TRAINING_NEEDED"
    IN_TRAINING = "IN_TRAINING"
    TESTED = "TESTED"
    CERTIFIED = "CERTIFIED"


def derived_papers_state(blocking_document_findings: int) -> PapersState:
    """In repair as long as one finding of the documents gate blocks a match."""
    return PapersState.DOCS_IN_REPAIR if blocking_document_findings else PapersState.DOCS_OK


def derived_training_state(
    blocking_competence_findings: int, *, has_seat: bool = False, has_sat_test: bool = False
) -> TrainingState:
    """Certified when nothing of the competence gate blocks; else as far as seat and test have brought her.

    A target that asks for no competence has no such finding and therefore counts as certified.
    """
    if not blocking_competence_findings:
        return TrainingState.CERTIFIED
    if has_sat_test:
        return TrainingState.TESTED
    return TrainingState.IN_TRAINING if has_seat else TrainingState.TRAINING_NEEDED
