"""The journey: the states of one attempt to migrate, what may happen in each, and why something may not."""

from tenun.domain.journey.briefing import BRIEFING, BriefingItem
from tenun.domain.journey.derived import (
    PapersState,
    TrainingState,
    aims_at,
    derived_papers_state,
    derived_training_state,
)
from tenun.domain.journey.evidence import Evidence
from tenun.domain.journey.guards import GUARDS, Context, Guard, under_age
from tenun.domain.journey.moves import (
    EVENTS,
    Due,
    Refusal,
    Transition,
    advance,
    allowed_events,
    entry_sources,
    state_before,
)
from tenun.domain.journey.roles import Role
from tenun.domain.journey.rules import Back, Event, Kind, Rule
from tenun.domain.journey.screening import QUESTIONS, Question
from tenun.domain.journey.sources import Basis, Limit
from tenun.domain.journey.states import (
    ENDS,
    LABELS,
    SKIPPED,
    Category,
    Group,
    ReturnReason,
    Scheme,
    State,
    track,
)

__all__ = [
    "BRIEFING",
    "ENDS",
    "EVENTS",
    "GUARDS",
    "LABELS",
    "QUESTIONS",
    "SKIPPED",
    "Back",
    "Basis",
    "BriefingItem",
    "Category",
    "Context",
    "Due",
    "Event",
    "Evidence",
    "Group",
    "Guard",
    "Kind",
    "Limit",
    "PapersState",
    "Question",
    "Refusal",
    "ReturnReason",
    "Role",
    "Rule",
    "Scheme",
    "State",
    "TrainingState",
    "Transition",
    "advance",
    "aims_at",
    "allowed_events",
    "derived_papers_state",
    "derived_training_state",
    "entry_sources",
    "state_before",
    "track",
    "under_age",
]
