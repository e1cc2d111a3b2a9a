"""Which programme somebody may read, and which one is hers to keep."""

from tenun.organisations.access import Ability, may
from tenun.organisations.enums import Role
from tenun.organisations.queries import Standing
from tenun.partnership.models import Programme
from tenun.partnership.programmes import programmes


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
