"""Uploaded lists are forgotten after thirty days: file, what was read, and a file that an upload left alone."""

from datetime import timedelta

import pytest
from django.conf import settings as plain
from django.db import ProgrammingError, connection, connections, transaction
from tests.intake.lists import rows

from tenun.intake.retention import forget_lists
from tenun.shared import blobs
from tenun.shared.clock import now
from tenun.shared.scope import NOBODY, scoped

DAY = timedelta(days=1)


@pytest.mark.django_db(databases=["default", "audit"])
class TestWhatAJobMayKnow:
    def test_the_site_itself_may_not_forget(self, desk):
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            forget_lists(using="default")

    def test_a_file_that_no_list_names_is_told_apart(self, desk):
        batch = desk.examine(rows(2))
        left = blobs.keep(b"x", blobs.IMPORTS)
        with scoped(NOBODY), connection.cursor() as cursor:
            cursor.execute("SELECT tenun_lists_without_row(%s)", [[left, batch.file]])
            assert cursor.fetchall() == [(left,)]

    def test_scans_and_lists_lie_apart(self, desk):
        batch = desk.examine(rows(2))
        assert batch.file not in blobs.stored_before(now() + DAY)
        assert batch.file in blobs.stored_before(now() + DAY, blobs.IMPORTS)


class TestTheNightlyJob:
    """The worker has a connection of its own, so what it shall see is committed, and removed by hand."""

    @pytest.fixture
    def admin(self, django_db_setup, django_db_blocker, settings, tmp_path):
        settings.MEDIA_ROOT = tmp_path
        name = connections["default"].settings_dict["NAME"]
        with django_db_blocker.unblock(), plain.SERVER.connect(name) as admin:
            yield admin
            for table in ("intake_row", "intake_batch", "organisations_user", "organisations_organisation"):
                admin.execute(f"DELETE FROM {table}")

    def a_list(self, admin, days):
        office = admin.execute(
            "INSERT INTO organisations_organisation (name, kind) VALUES (%s, 'district_office') RETURNING id",
            [f"Kantor {days}"],
        ).fetchone()[0]
        user = admin.execute(
            "INSERT INTO organisations_user (password, username, full_name, is_active, is_demo, must_change_password)"
            " VALUES ('', %s, 'Ina', true, false, false) RETURNING id",
            [f"ina{days}"],
        ).fetchone()[0]
        file = blobs.keep(b"nama", blobs.IMPORTS)
        batch = admin.execute(
            "INSERT INTO intake_batch (organisation_id, district_code, uploaded_by_id, uploaded_at, name, file, size,"
            " digest, state, problems, mapping, mapping_is_said, total_rows, job_rows, done_rows)"
            " VALUES (%s, '53.04', %s, %s, 'a.csv', %s, 4, '', 'done', '[]', '[]', false, 1, 1, 1) RETURNING id",
            [office, user, now() - timedelta(days=days), file],
        ).fetchone()[0]
        admin.execute(
            "INSERT INTO intake_row (batch_id, organisation_id, number, outcome, sealed, codes, row_key, origin,"
            " person_id, why, candidates, elsewhere, decision, reason, is_written)"
            " VALUES (%s, %s, 2, 'new', 'x', '[]', 'k', '', 7, '', '[]', '[]', '', '', true)",
            [batch, office],
        )
        return batch, file

    def state(self, admin, batch):
        query = (
            "SELECT b.file <> '', r.sealed IS NOT NULL, r.person_id FROM intake_batch b"
            " JOIN intake_row r ON r.batch_id = b.id WHERE b.id = %s"
        )
        return admin.execute(query, [batch]).fetchone()

    def test_an_old_list_goes_and_whom_it_became_stays_known(self, admin):
        (old, old_file), (young, young_file) = self.a_list(admin, 31), self.a_list(admin, 29)
        left = blobs.keep(b"x", blobs.IMPORTS)
        assert forget_lists(settled=-DAY) == 2
        assert (self.state(admin, old), self.state(admin, young)) == ((False, False, 7), (True, True, 7))
        assert blobs.stored_before(now() + DAY, blobs.IMPORTS) == [young_file]
        assert left != old_file

    def test_a_file_that_may_wait_for_its_row_is_left(self, admin):
        blobs.keep(b"x", blobs.IMPORTS)
        assert forget_lists() == 0
