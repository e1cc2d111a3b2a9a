"""What districts can do and how the province sees itself, a further row of each."""

from tests.people.conftest import TODAY

from tenun.organisations.queries import standing_of
from tenun.partnership.actions.readiness import Said, ask_district, tell_service
from tenun.partnership.actions.self_assessment import Answered, answer_question, take_in
from tenun.partnership.enums import DistrictServiceKind, QuestionOrigin, SelfDimension, SelfState
from tenun.partnership.models import ConfirmationDue, SelfQuestion
from tenun.partnership.readiness import quarter_of
from tenun.partnership.self_assessment import NewQuestion
from tenun.shared.clock import now, today
from tenun.shared.scope import scoped


def about_offices(world, letter):
    """What a district can do and whom the province asks, and one more answer of the self-assessment."""
    leader = world.users["province"]
    with scoped(standing_of(leader, TODAY).scope):
        for kind in DistrictServiceKind:
            said = Said(kind=kind, is_offered=True, can_do=f"Training {letter}")
            tell_service(district="53.04", said=said, by=leader)
        ConfirmationDue.objects.create(
            district_code=f"53.{world.rounds + 10}", quarter=quarter_of(today()), noted_at=now()
        )
        ask_district(district="53.10", addressee=f"Head {letter}", by=leader)
        new = NewQuestion(code=f"UM-{letter}", dimension=SelfDimension.CRISES, text="?")
        take_in(questions=[new], origin=QuestionOrigin.OWN, by=leader)
        answered = Answered(state=SelfState.ABSENT, owner_office="Dinas", answered_on=TODAY)
        for question in SelfQuestion.objects.all():
            answer_question(question=question, answered=answered, by=leader)
