"""Which programme, meeting or promise somebody may read, and which one is hers to keep."""

from tenun.organisations.access import Ability, may
from tenun.organisations.enums import Role
from tenun.organisations.queries import Standing
from tenun.partnership.enums import SHOWN
from tenun.partnership.meetings import whole_meetings
from tenun.partnership.models import Commitment, Meeting, PressProposal, Programme
from tenun.partnership.programmes import programmes
from tenun.partnership.promises import promises


class ProgrammeNotFound(Exception):  # noqa: N818  There is no such programme for whoever asks.
    """There is no such programme, or none that this post may keep; nobody is told which."""


def get_programme(*, standing: Standing, programme_id: int) -> Programme:
    """A programme to read. Raises `ProgrammeNotFound`."""
    found = programmes().filter(pk=programme_id).first() if may(standing, Ability.READ_PROGRAMMES) else None
    if found is None:
        raise ProgrammeNotFound
    return found


def get_programme_to_keep(*, standing: Standing, programme_id: int) -> Programme:
    """A programme to change. Raises `ProgrammeNotFound`."""
    programme = get_programme(standing=standing, programme_id=programme_id)
    if not may_keep(standing, programme):
        raise ProgrammeNotFound
    return programme


def may_keep(standing: Standing, programme: Programme) -> bool:
    """The province keeps the whole map; a partner what its own organisation owns."""
    if not may(standing, Ability.KEEP_PROGRAMMES):
        return False
    return Role.PROVINCE in standing.roles or programme.owner_id in standing.organisations


class MeetingNotFound(Exception):  # noqa: N818  There is no such meeting for whoever asks.
    """There is no such meeting, or none that this post may read or keep; nobody is told which."""


class PromiseNotFound(Exception):  # noqa: N818  There is no such promise for whoever asks.
    """There is no such promise, or none that this post may read or keep; nobody is told which."""


def get_meeting(*, standing: Standing, meeting_id: int) -> Meeting:
    """A meeting with all that hangs on it. Raises `MeetingNotFound`. Who does not keep the records reads no draft."""
    found = whole_meetings().filter(pk=meeting_id).first() if may(standing, Ability.READ_MEETINGS) else None
    if found is None or not (found.state in SHOWN or may(standing, Ability.KEEP_MEETINGS)):
        raise MeetingNotFound
    return found


def get_meeting_to_keep(*, standing: Standing, meeting_id: int) -> Meeting:
    """A meeting to change. Raises `MeetingNotFound`."""
    if not may(standing, Ability.KEEP_MEETINGS):
        raise MeetingNotFound
    return get_meeting(standing=standing, meeting_id=meeting_id)


def get_proposal(*, standing: Standing, meeting_id: int, proposal_id: int) -> PressProposal:
    """One proposed field of a meeting to keep. Raises `MeetingNotFound`."""
    meeting = get_meeting_to_keep(standing=standing, meeting_id=meeting_id)
    found = next((each for each in meeting.proposals.all() if each.pk == proposal_id), None)
    if found is None:
        raise MeetingNotFound
    return found


def get_promise(*, standing: Standing, promise_id: int) -> Commitment:
    """A promise to read. Raises `PromiseNotFound`."""
    found = promises().filter(pk=promise_id).first() if may(standing, Ability.READ_PROMISES) else None
    if found is None:
        raise PromiseNotFound
    return found


def get_promise_to_tell(*, standing: Standing, promise_id: int) -> Commitment:
    """A promise about which somebody may say what became of it: the province of each, a partner of its own."""
    promise = get_promise(standing=standing, promise_id=promise_id)
    if not may_tell(standing, promise):
        raise PromiseNotFound
    return promise


def get_promise_to_keep(*, standing: Standing, promise_id: int) -> Commitment:
    """A promise to move on or to change: the province's. Raises `PromiseNotFound`."""
    promise = get_promise(standing=standing, promise_id=promise_id)
    if not may_keep_promises(standing):
        raise PromiseNotFound
    return promise


def may_tell(standing: Standing, promise: Commitment) -> bool:
    """The province of every promise; a partner of what its own organisation promised."""
    if not may(standing, Ability.KEEP_PROMISES):
        return False
    return Role.PROVINCE in standing.roles or promise.owner_id in standing.organisations


def may_keep_promises(standing: Standing) -> bool:
    """The ledger is the province's."""
    return may(standing, Ability.KEEP_PROMISES) and Role.PROVINCE in standing.roles
