"""Files of programmes: looked through without writing, asked about, written whole, the same again changes nothing."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from tests.formats.iati.samples import PARTNER_FILE
from tests.partnership.conftest import RECORD, in_scope, owner, partner, province  # noqa: F401  Fixtures.

from tenun.domain.programmes import ProgrammeStatus, ServiceLine
from tenun.formats import iati
from tenun.formats.problems import UnreadableFile
from tenun.formats.programme_sheet import write_programmes
from tenun.formats.three_w import three_w_csv
from tenun.intake.models import ProgrammeList
from tenun.intake.programme_lists import (
    KEPT,
    Fate,
    ListClosed,
    examine,
    forget_programme_lists,
    give_up_list,
    keep_list,
    say_services,
    write_list,
)
from tenun.organisations.enums import OrganisationKind
from tenun.organisations.register import enter_organisation, keep_spelling
from tenun.partnership.models import Programme
from tenun.partnership.programmes import programmes, record_of
from tenun.shared.clock import now, pretending
from tenun.shared.scope import NOBODY, scoped

pytestmark = pytest.mark.django_db
FILE = PARTNER_FILE.encode()


@pytest.fixture
def in_province(province):  # noqa: F811
    with in_scope(province):
        yield province


@pytest.fixture
def kept(in_province):
    return keep_list(content=FILE, name="mitra rekaan.xml", by=in_province)


def sheet_of(*records):
    buffer = BytesIO()
    write_programmes(buffer, records)
    return buffer.getvalue()


@pytest.fixture
def known(in_province):
    """The names of the partner's file as the register has them."""
    for name in ("Agence exemple", "Sample Agency on Migration", "Donor", "Dinas Contoh", "Onlooker"):
        enter_organisation(name=name, kind=OrganisationKind.PARTNER)


def test_looking_through_writes_nothing_and_asks_for_names_that_nobody_knows(kept):
    (row,) = examine(kept).rows
    assert row.fate is Fate.ASK_NAME
    assert {each.name for each in row.asked} >= {"Sample Agency on Migration", "Donor"}
    assert Programme.objects.count() == 0
    assert write_list(kept=kept, by=kept.uploaded_by) == (0, 0)


def test_a_programme_that_says_no_service_is_asked_for_it(kept, known):
    (row,) = examine(kept).rows
    assert row.fate is Fate.ASK_SERVICE
    say_services(kept=kept, identifier=row.record.identifier, services=[ServiceLine.INFORMATION])
    kept.refresh_from_db()
    (row,) = examine(kept).rows
    assert (row.fate, row.record.services) == (Fate.NEW, (ServiceLine.INFORMATION,))


def test_it_comes_in_is_edited_and_goes_out_valid_with_what_we_do_not_know(kept, known, in_province):
    say_services(kept=kept, identifier="XX-CONTOH-0001", services=[ServiceLine.INFORMATION])
    assert write_list(kept=kept, by=in_province) == (1, 0)
    Programme.objects.update(title="Perjalanan aman, disunting")
    (record,) = (record_of(each) for each in programmes())
    out = iati.write([record], now())
    (again,) = iati.read(out).activities
    assert again.title == "Perjalanan aman, disunting"
    assert b'<transaction ref="T-1">' in out
    assert b'geo:zone="east"' in out
    assert b"Own sector" in out


def test_the_same_file_again_changes_nothing(kept, known, in_province):
    say_services(kept=kept, identifier="XX-CONTOH-0001", services=[ServiceLine.INFORMATION])
    write_list(kept=kept, by=in_province)
    again = keep_list(content=FILE, name="mitra.xml", by=in_province)
    assert [row.fate for row in examine(again).rows] == [Fate.SAME]
    assert write_list(kept=again, by=in_province) == (0, 0)
    assert Programme.objects.get().version == 1


@pytest.fixture
def on_file(in_province, owner):  # noqa: F811
    first = keep_list(content=sheet_of(RECORD), name="program.xlsx", by=in_province)
    assert write_list(kept=first, by=in_province) == (1, 0)
    return Programme.objects.get()


class TestChanged:
    @pytest.mark.parametrize(
        ("changed", "fate", "fields"),
        [
            ({}, Fate.SAME, ()),
            ({"title": "Kelas bahasa lain"}, Fate.CHANGED, ("title",)),
            ({"districts": ("53.21", "53.04")}, Fate.CHANGED, ("districts",)),
            ({"status": ProgrammeStatus.ENDED}, Fate.CHANGED, ("status",)),
            ({"status": ProgrammeStatus.OFFERED}, Fate.REFUSED, ("status",)),
            ({"status": ProgrammeStatus.IDEA}, Fate.SAME, ()),
            ({"checked_on": date(2026, 11, 20)}, Fate.SAME, ()),
            ({"description": ""}, Fate.SAME, ()),
        ],
    )
    def test_what_the_file_says_stands_beside_what_is_on_file(self, on_file, in_province, changed, fate, fields):
        sent = keep_list(content=sheet_of(replace(RECORD, **changed)), name="program.xlsx", by=in_province)
        (row,) = examine(sent).rows
        assert (row.fate, row.changes) == (fate, fields)

    def test_only_what_the_file_says_is_written(self, on_file, in_province):
        Programme.objects.update(next_step="Telepon lagi", kept="<iati-activity/>")
        sent = keep_list(content=three_w_csv([replace(RECORD, title="Baru")]), name="3w.csv", by=in_province)
        (row,) = examine(sent).rows
        assert "title" in row.changes
        write_list(kept=sent, by=in_province)
        after = Programme.objects.get()
        assert (after.title, after.next_step, after.kept) == ("Baru", "Telepon lagi", "<iati-activity/>")
        assert record_of(programmes().get()).entry_rules == RECORD.entry_rules

    def test_a_wrong_spelling_that_is_known_changes_no_owner(self, on_file, in_province, owner):  # noqa: F811
        keep_spelling(organisation=owner, spelling="Kantor mitar", is_wrong=True, by=in_province)
        wrong = replace(RECORD, owner=replace(RECORD.owner, name="Kantor mitar"))
        sent = keep_list(content=sheet_of(wrong), name="program.xlsx", by=in_province)
        assert [row.fate for row in examine(sent).rows] == [Fate.SAME]


class TestRefused:
    def test_a_faulty_file_is_refused_and_not_kept(self, in_province):
        faulty = FILE.replace(b'<activity-status code="2"/>', b"<activity-status/>")
        with pytest.raises(UnreadableFile) as refused:
            keep_list(content=faulty, name="salah.xml", by=in_province)
        assert refused.value.problem.row
        assert ProgrammeList.objects.count() == 0

    def test_what_was_written_or_given_up_is_closed(self, on_file, in_province):
        first = ProgrammeList.objects.get()
        for act in (write_list, lambda kept, by: give_up_list(kept=kept)):
            with pytest.raises(ListClosed):
                act(kept=first, by=in_province)
        other = keep_list(content=sheet_of(RECORD), name="program.xlsx", by=in_province)
        give_up_list(kept=other)
        other.refresh_from_db()
        assert other.content is None
        with pytest.raises(ListClosed):
            examine(other)

    def test_without_a_scope_no_file_is_seen(self, on_file):
        with scoped(NOBODY):
            assert ProgrammeList.objects.count() == 0


def test_the_content_lies_encrypted_and_is_forgotten_after_thirty_days(kept):
    assert b"iati" not in bytes(ProgrammeList.objects.get().content)
    for days, gone in ((KEPT, 0), (KEPT + timedelta(seconds=5), 1)):
        with pretending(kept.uploaded_at + days):
            assert forget_programme_lists(using="default") == gone
