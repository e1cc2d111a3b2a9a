"""Taking in questions and answering them. An answer is only added, so what was said before stays."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from tenun.organisations.models import User
from tenun.partnership.enums import QuestionOrigin, SelfState
from tenun.partnership.models import Programme, SelfAnswer, SelfQuestion
from tenun.partnership.self_assessment import NewQuestion
from tenun.shared.clock import now


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """One answer; `programme` is one of the map that is to close the gap."""

    state: SelfState
    owner_office: str
    answered_on: date
    evidence: str = ""
    evidence_url: str = ""
    reviewer: str = ""
    gap: str = ""
    programme: Programme | None = None


@transaction.atomic
def take_in(*, questions: Iterable[NewQuestion], origin: QuestionOrigin, by: User) -> tuple[int, int]:
    """Adds what is new and writes over what is known; how many of each. Answers stay with their question."""
    added = changed = 0
    for new in questions:
        told = {
            "dimension": new.dimension,
            "text": new.text,
            "origin": origin,
            "gcm_objectives": list(new.gcm),
            "sdg_targets": list(new.sdg),
        }
        kept = SelfQuestion.objects.select_for_update(of=("self",)).filter(code=new.code).first()
        if kept is None:
            SelfQuestion.objects.create(code=new.code, entered_at=now(), entered_by=by, **told)
            added += 1
        elif any(getattr(kept, name) != value for name, value in told.items()):
            for name, value in told.items():
                setattr(kept, name, value)
            kept.save(update_fields=[*told])
            changed += 1
    return added, changed


@transaction.atomic
def answer_question(*, question: SelfQuestion, answered: Answered, by: User, is_demo: bool = False) -> SelfAnswer:
    """One more answer. What is partly or wholly there has evidence; the database refuses it otherwise."""
    return SelfAnswer.objects.create(
        question=question,
        state=answered.state,
        evidence=answered.evidence,
        evidence_url=answered.evidence_url[:300],
        owner_office=answered.owner_office[:200],
        answered_on=answered.answered_on,
        reviewer=answered.reviewer[:200],
        gap=answered.gap,
        programme=answered.programme,
        at=now(),
        by=by,
        is_demo=is_demo,
    )
