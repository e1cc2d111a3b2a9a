"""Jobs: asked for inside a transaction, read by the worker alone, carrying ids and nothing else."""

import asyncio

import psycopg
import pytest
from django.conf import settings
from django.db import IntegrityError, ProgrammingError, connections, transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.utils import connector_params
from procrastinate.exceptions import AlreadyEnqueued
from procrastinate.psycopg_connector import PsycopgConnector

from tenun.config.worker import STALLED_AFTER, take_up_stalled_jobs
from tenun.shared.tasks import seal_reads

TABLES = ("jobs", "events", "periodic_defers", "workers")


def waiting():
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT count(id) FROM procrastinate_jobs")
        return cursor.fetchone()[0]


@pytest.mark.django_db
class TestAsking:
    def test_a_job_is_kept_with_the_transaction_that_asks_for_it(self):
        with transaction.atomic():
            seal_reads.defer(timestamp=1)
        assert waiting() == 1

    def test_a_transaction_that_rolls_back_leaves_no_job(self):
        with transaction.atomic():
            seal_reads.defer(timestamp=1)
            transaction.set_rollback(True)
        assert waiting() == 0

    def test_two_that_would_do_the_same_wait_as_one(self):
        seal_reads.defer(timestamp=1)
        with pytest.raises(AlreadyEnqueued), transaction.atomic():
            seal_reads.defer(timestamp=2)
        assert waiting() == 1

    @pytest.mark.parametrize("said", [{"name": "Maria"}, {"ids": [1, "Maria"]}, {"a": {"b": "Maria"}}])
    def test_words_are_refused_as_an_argument(self, said):
        with pytest.raises(IntegrityError, match="job_carries_ids_only"), transaction.atomic():
            insert(said)
        assert waiting() == 0

    @pytest.mark.parametrize("said", [{"person_id": 7}, {"ids": [1, 2]}, {"again": True, "until": None}])
    def test_ids_and_switches_pass(self, said):
        insert(said)
        assert waiting() == 1


def insert(arguments):
    from psycopg.types.json import Jsonb

    with connections["default"].cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, args) VALUES ('q', 't', %s)", [Jsonb(arguments)]
        )


@pytest.mark.django_db(databases=["default", "audit"])
@pytest.mark.parametrize("alias", ["default", "audit"])
@pytest.mark.parametrize(
    "statement",
    [
        "SELECT args FROM procrastinate_jobs",
        "SELECT task_name FROM procrastinate_jobs",
        "UPDATE procrastinate_jobs SET status = 'cancelled'",
        "DELETE FROM procrastinate_jobs",
        "SELECT * FROM procrastinate_fetch_job_v2(NULL, 1)",
        *(f"SELECT * FROM procrastinate_{table}" for table in TABLES[1:]),
        *(f"DELETE FROM procrastinate_{table}" for table in TABLES[1:]),
    ],
)
def test_nobody_but_the_worker_reads_or_changes_a_job(alias, statement):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic(using=alias):
        connections[alias].cursor().execute(statement)


class TestWorking:
    """The worker has connections of its own, so what it shall see must be committed, and is removed by hand."""

    @pytest.fixture
    def admin(self, django_db_setup, django_db_blocker):
        name = connections["default"].settings_dict["NAME"]
        wipe = "DELETE FROM {}"
        tables = [*(f"procrastinate_{table}" for table in ("periodic_defers", "jobs", "workers"))]
        with django_db_blocker.unblock(), settings.SERVER.connect(name) as connection:
            yield connection
            for table in (*tables, "shared_readseal", "shared_readentry"):
                connection.execute(wipe.format(table))

    def run_worker(self):
        async def work():
            connector = PsycopgConnector(kwargs=connector_params("worker"))
            with app.replace_connector(connector) as working:
                async with working.open_async():
                    taken_up = await take_up_stalled_jobs()
                    await working.run_worker_async(wait=False, install_signal_handlers=False, listen_notify=False)
            return taken_up

        return asyncio.run(work())

    def enter(self, admin, count=3):
        admin.execute(
            "INSERT INTO shared_readentry (at, user_id, roles, act, detail)"
            " SELECT now() - interval '1 minute', n, 'counter', 'search', '' FROM generate_series(1, %s) n",
            [count],
        )

    def one(self, admin, query):
        return admin.execute(query).fetchone()[0]

    def ask(self, admin, **said):
        columns = {"queue_name": "default", "task_name": seal_reads.name, "args": '{"timestamp": 1}', **said}
        names, values = ", ".join(columns), list(columns.values())
        marks = ", ".join(["%s"] * len(values))
        admin.execute(f"INSERT INTO procrastinate_jobs ({names}) VALUES ({marks})", values)

    def test_it_seals_what_was_read(self, admin):
        self.enter(admin)
        self.ask(admin)
        self.run_worker()
        assert self.one(admin, "SELECT count(*) FROM shared_readseal") == 3
        assert self.one(admin, "SELECT count(*) FROM procrastinate_jobs WHERE status = 'succeeded'") >= 1

    def test_sealing_twice_seals_once(self, admin):
        self.enter(admin)
        self.ask(admin)
        self.ask(admin)
        self.run_worker()
        assert self.one(admin, "SELECT count(*) FROM shared_readseal") == 3

    def silent_worker(self, admin):
        return self.one(
            admin,
            "INSERT INTO procrastinate_workers (last_heartbeat)"
            f" VALUES (now() - interval '{STALLED_AFTER + 1} seconds') RETURNING id",
        )

    def test_a_job_whose_worker_was_killed_is_taken_up_again(self, admin):
        self.enter(admin)
        self.ask(admin, status="doing", worker_id=self.silent_worker(admin), lock="seal_reads")
        assert self.run_worker() == 1
        assert self.one(admin, "SELECT count(*) FROM shared_readseal") == 3

    def test_one_whose_equal_already_waits_is_closed(self, admin):
        worker = self.silent_worker(admin)
        self.ask(admin, status="doing", worker_id=worker, queueing_lock="seal_reads")
        self.ask(admin, queueing_lock="seal_reads")
        assert self.run_worker() == 1
        assert self.one(admin, "SELECT count(*) FROM procrastinate_jobs WHERE status IN ('doing', 'todo')") == 0

    def test_every_minute_has_its_sealing(self):
        known = {task.task.name: task.cron for task in app.periodic_registry.periodic_tasks.values()}
        assert known[seal_reads.name] == "* * * * *"


def test_a_password_of_one_role_is_not_that_of_another():
    assert len(set(settings.DATABASE_PASSWORDS.values())) == len(settings.DATABASE_PASSWORDS) == 4


def test_the_connection_of_the_worker_is_the_workers_own():
    assert psycopg.conninfo.make_conninfo(user=connector_params("worker")["user"]) == "user=tenun_worker"
