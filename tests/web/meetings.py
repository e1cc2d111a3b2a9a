"""Meetings and promises for the pages: a text that waits, one that is checked, one that everybody reads."""

from tests.people.conftest import TODAY
from tests.press_texts import AUDIENCE

from tenun.formats.press_text import Part
from tenun.organisations.enums import OrganisationKind
from tenun.organisations.queries import standing_of
from tenun.organisations.register import enter_organisation, keep_spelling
from tenun.partnership.actions.meetings import Decision, add_point, approve_statement, decide, move_meeting, paste_text
from tenun.partnership.actions.promises import NewPromise, enter_promise
from tenun.partnership.enums import MeetingState, PointKind
from tenun.partnership.meetings import whole_meetings
from tenun.shared.scope import scoped


def about_meetings(world, letter):
    """A text that waits for decisions, and a published meeting with ever more lines and promises."""
    by = world.users["province"]
    with scoped(standing_of(by, TODAY).scope):
        world.draft = paste_text(text=AUDIENCE, by=by)
        guest = enter_organisation(name=f"Mitra {letter}", kind=OrganisationKind.PARTNER)
        keep_spelling(organisation=guest, spelling=f"Mitraa {letter}", is_wrong=True, by=by)
        world.meeting = world.meeting or _moved(by, MeetingState.CHECKED, MeetingState.APPROVED, MeetingState.PUBLISHED)
        world.line = world.meeting.points.get(kind=PointKind.PROGRAMME).pk
        world.ready = world.ready or _moved(by, MeetingState.CHECKED)
        add_point(meeting=world.meeting, kind=PointKind.GUEST, words=guest.name, organisation=guest, by=by, why="tamu")
        world.meeting.refresh_from_db()
        new = NewPromise(
            action=f"Janji {letter}", owner=guest, partner=guest, promised_on=TODAY, due_on=TODAY, meeting=world.meeting
        )
        world.promise = world.promise or enter_promise(new=new, by=by)
        enter_promise(new=new, by=by)


def _moved(by, *steps):
    made = paste_text(text=AUDIENCE, by=by)
    for proposal in made.proposals.exclude(part=Part.GUEST):
        decide(proposal=proposal, decision=Decision(keep=True, value=proposal.value, more=proposal.more), by=by)
    for proposal in made.proposals.filter(part=Part.GUEST):
        decide(proposal=proposal, decision=Decision(keep=False), by=by)
    host = enter_organisation(name="Tamu Rekaan", kind=OrganisationKind.PARTNER)
    add_point(meeting=made, kind=PointKind.GUEST, words=host.name, organisation=host, by=by)
    approve_statement(point=made.points.get(kind=PointKind.STATEMENT), by=by)
    for after in steps:
        made = move_meeting(meeting=made, after=after, by=by)
    return whole_meetings().get(pk=made.pk)
