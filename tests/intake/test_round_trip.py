"""An office's morning: 500 rows with 37 faults in another column order, mended from the list that came back."""

import io

import pytest
from python_calamine import CalamineWorkbook
from tests.intake.lists import nik_of, rows

from tenun.formats.messages import write_messages
from tenun.formats.spreadsheet import open_sheet
from tenun.intake.files import opened
from tenun.intake.queries import counts_of, messages_of
from tenun.people.models import Person

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
PEOPLE, FAULTS = 500, 37


def spoilt(people):
    """The same people, columns turned round; 37 rows with one fault each."""
    found = [dict(reversed(row.items())) for row in people]
    for number in range(FAULTS):
        row = found[number * 13]
        match number % 4:
            case 0:
                row["nik"] = "53040552039900"
            case 1:
                row["tanggal_lahir"] = "31/02/2001"
            case 2:
                row["tujuan"] = "malaysa"
            case 3:
                row["desa"] = "53.21.02.2004"
    return found


def sent_back(desk, batch):
    """The list with its messages, as rows by the names of its columns."""
    target = io.BytesIO()
    with desk.scoped(), opened(batch.file, batch.name) as path:
        write_messages(target, open_sheet(path), messages_of(batch))
    head, *lines = CalamineWorkbook.from_filelike(io.BytesIO(target.getvalue())).get_sheet_by_index(0).to_python()
    return [dict(zip(head, line, strict=True)) for line in lines]


def test_nothing_doubles_when_the_mended_list_comes_again(desk):
    people = rows(PEOPLE, seed=5)
    batch = desk.imported(spoilt(people))
    with desk.scoped():
        counts = counts_of(batch)
        assert (counts.by_outcome["refused"], counts.written) == (FAULTS, PEOPLE - FAULTS)
        assert batch.total_rows == PEOPLE
    mended = sent_back(desk, batch)
    assert len(mended) == PEOPLE
    assert sum("Baris" in row["tenun_pesan"] for row in mended) >= FAULTS
    for number in range(FAULTS):
        row, whole = mended[number * 13], people[number * 13]
        assert row["nama"] == whole["nama"]
        row |= {name: whole[name] for name in ("nik", "tanggal_lahir", "tujuan", "desa")}
    again = desk.examine(mended, name="diperbaiki.csv")
    assert {name: desk.outcomes(again).count(name) for name in ("new", "same", "refused")} == {
        "new": FAULTS,
        "same": PEOPLE - FAULTS,
        "refused": 0,
    }
    desk.confirm(again)
    with desk.scoped():
        assert Person.objects.count() == PEOPLE
    assert set(desk.outcomes(desk.examine(mended, name="lagi.csv"))) == {"same"}


def test_a_corrected_number_fills_the_file_that_had_none(desk):
    known = {"nama": "Anna Klau", "tanggal_lahir": "04-08-2001"}
    desk.imported([known])
    batch = desk.imported([known | {"nik": nik_of(1, 4, 8, 1)}])
    with desk.scoped():
        assert (desk.outcomes(batch), Person.objects.get().nik) == (["changed"], nik_of(1, 4, 8, 1))
