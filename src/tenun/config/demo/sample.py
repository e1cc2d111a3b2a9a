"""The people of the sample sheet, so that whoever reads the tutorial meets them on the pages too."""

from pathlib import Path

from tenun.documents.actions import record_dossier
from tenun.domain.journey import Role as JourneyRole
from tenun.formats.dossiers import read_dossiers
from tenun.organisations.models import User
from tenun.readiness.actions import first_talk
from tenun.shared.clock import today
from tenun.shared.scope import Scope, scoped


def make_people(sample: Path, by: User) -> int:
    """Records the people of the sample sheet, each with her papers; how many there were.

    Whoever has no village yet belongs to no territory, so the demonstration leaves her to the sheet.
    """
    count = 0
    for reading in read_dossiers(sample):
        dossier = reading.dossier
        if dossier is not None and dossier.village_code:
            with scoped(Scope(districts=(dossier.village_code[:5],))):
                person = record_dossier(dossier=dossier, by=by, another=True)
                first_talk(person=person, role=JourneyRole.COUNTER, on=today(), by=by)
            count += 1
    return count
