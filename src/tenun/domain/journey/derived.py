"""What is not stored: where papers and training stand while someone prepares, and what she is to be ready for next."""

from enum import StrEnum

from tenun.domain.journey.states import BEFORE, TRACK, Scheme, State, track
from tenun.domain.states import READY_STATES, ReadyState


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


def aims_at(state: State, scheme: Scheme) -> ReadyState | None:
    """The next state on the way to departure that asks for papers and skills: what she has to be ready for now.

    Whoever was refused or is not eligible now is judged for a match, so that she sees what to bring when she tries
    again. Nothing for a journey that has left the way to departure.

    >>> aims_at(State.PREPARING, Scheme.P_TO_P), aims_at(State.MATCHED, Scheme.PERSEORANGAN)
    (<ReadyState.MATCHED: 'MATCHED'>, <ReadyState.MEDICAL_FIT: 'MEDICAL_FIT'>)
    """
    if state in (State.REFUSED, State.NOT_ELIGIBLE_NOW):
        return ReadyState.MATCHED
    if state not in BEFORE:
        return None
    ahead = (ready for ready in READY_STATES if State(ready) in track(scheme) and _is_ahead(ready, state))
    return next(ahead, None)


def _is_ahead(ready: ReadyState, state: State) -> bool:
    return TRACK.index(State(ready)) > TRACK.index(state)
