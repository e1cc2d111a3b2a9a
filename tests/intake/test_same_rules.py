"""The same people once through the actions of the pages and once through an import stand in the tables alike."""

from datetime import datetime

import pytest
from django.db import connection, transaction
from tests.intake.lists import as_csv, rows

from tenun.documents.actions import record_papers
from tenun.domain.journey import Role
from tenun.formats.dossiers import read_sheet
from tenun.formats.spreadsheet import open_sheet
from tenun.intake.files import in_memory
from tenun.people.actions import NewPerson
from tenun.people.models import Person
from tenun.readiness.actions import begin
from tenun.shared.clock import today
from tenun.shared.encryption import decrypt

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
PEOPLE = 120
TABLES = (
    "people_person",
    "people_nameword",
    "people_journey",
    "people_journeyentry",
    "documents_paper",
    "readiness_factsheet",
)
SEALED = {"nik", "family_card_number", "phone", "number", "mrz"}
OF_ITS_OWN = {"id", "person_id", "journey_id"}
"""Numbers of rows, and under which address a change was made."""


def by_pages(desk, content):
    with in_memory(content, "calon.csv") as path:
        for reading in read_sheet(open_sheet(path)):
            new = NewPerson.of(reading.dossier, district_code="53.04")
            person = begin(new=new, role=Role.COUNTER, on=today(), by=desk.user)
            record_papers(person=person, dossier=reading.dossier, by=desk.user)


def plain(name, value):
    """A value as it is compared: encrypted ones in clear, instants by their kind alone."""
    if name in SEALED and value is not None:
        return decrypt(value)
    return "an instant" if isinstance(value, datetime) else value


def table(name, owners):
    """Every row of the tables by the name of its person, without what is of its own."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {name}")
        columns = [each[0] for each in cursor.description]
        found = [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
    ours = OF_ITS_OWN | ({"version"} if name == "readiness_factsheet" else set())
    whose = "id" if name == "people_person" else "person_id"
    compared = [[owners.get(row[whose]), *_compared(row, ours)] for row in found]
    return sorted(compared, key=repr)


def _compared(row, ours):
    return [(key, plain(key, row[key])) for key in sorted(row) if key not in ours]


def everything(desk):
    with desk.scoped():
        owners = dict(Person.objects.values_list("pk", "full_name"))
        return {name: table(name, owners) for name in TABLES}


def test_an_import_leaves_what_the_pages_would_have_left(desk):
    content = as_csv(rows(PEOPLE))
    with transaction.atomic():
        with desk.scoped():
            by_pages(desk, content)
        expected = everything(desk)
        transaction.set_rollback(True)
    batch = desk.examine(content)
    assert set(desk.outcomes(batch)) == {"new"}
    desk.confirm(batch)
    found = everything(desk)
    for name in TABLES:
        assert len(expected[name]) >= PEOPLE, name
        for one, other in zip(expected[name], found[name], strict=True):
            assert one == other, name
