"""`make drills`: kills -9 the site, the worker, the server and the start itself in the middle of an act, ten times.

After each kill the act is whole or absent, and whole when the browser was told so; the rest goes on by itself. Only
processes of its own installation are killed, by their id; it answers on this machine alone.
"""

import collections
import contextlib
import itertools
import os
import random
import signal
import sys
import threading
import time

import psycopg
from tests.drills.acts import ACTS
from tests.drills.browser import NO_ANSWER, Browser
from tests.drills.persons import FAMILY, OFFICER
from tests.drills.uploading import leftovers
from tests.running import Site, wait_for

ROUNDS = 10
WHOLE, ABSENT = "utuh", "tidak ada"
KNOWN_TO_WORK = 10.5
"""Seconds that a part must have lived once in each start: what dies three times before counts as one that never works,
and then the start ends, as it should."""


class Drill:
    """One installation through all rounds; `confirmed` counts what a browser was told is saved."""

    def __init__(self, site):
        self.site = site
        self.numbers = itertools.count(1)
        self.browser = Browser(site.port).sign_in(OFFICER)
        time.sleep(KNOWN_TO_WORK)
        self.lasts = {act.name: self.time(act) for act in ACTS}

    def time(self, act):
        """Does the act undisturbed; how long it takes, in seconds."""
        case = act.prepare(self.browser, next(self.numbers))
        begun = time.monotonic()
        assert act.send(self.browser, case) == 302
        lasted = time.monotonic() - begun
        assert act.found(self.site, self.browser, case) == 1
        return lasted

    def interrupt(self, act, victim, deep):
        """Begins the act, kills, waits until all works again; then the act is repeated if it is absent."""
        number = next(self.numbers)
        case = act.prepare(self.browser, number)
        status = self._killed_within(act, case, victim, deep)
        self.back_again()
        found = act.found(self.site, self.browser, case)
        assert found or status != 302, f"{act.name} {number}: the browser was told that it is saved, and it is not"
        if not found:
            assert act.send(self.browser, case) == 302
        assert act.found(self.site, self.browser, case) == 1
        return WHOLE if found else ABSENT

    def _killed_within(self, act, case, victim, deep):
        answer = []
        with self.holding(act.hold) if deep else contextlib.nullcontext():
            sending = threading.Thread(target=lambda: answer.append(act.send(self.browser, case)))
            sending.start()
            if deep:
                wait_for(self.somebody_waits)
            else:
                time.sleep(random.uniform(0, 1.1 * self.lasts[act.name]))
            victim(self)
        sending.join()
        return answer[0] if answer else NO_ANSWER

    @contextlib.contextmanager
    def holding(self, statement):
        """Another session that lets the save go no further, until it ends or its server is killed."""
        connection = self.site.connect()
        try:
            with contextlib.suppress(psycopg.OperationalError):
                connection.execute("BEGIN")
                connection.execute(statement)
                yield
                connection.execute("ROLLBACK")
        finally:
            connection.close()

    def somebody_waits(self):
        return self.site.ask("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")

    def back_again(self):
        """Until site, worker and server run and a page answers. Signing in again costs nothing."""
        has_ended = self.site.process.poll() is not None
        if has_ended:
            wait_for(lambda: not self.site.answers())
            self.site.begin()
        wait_for(lambda: all(self.site.processes().values()))
        until = time.monotonic() + KNOWN_TO_WORK * has_ended
        wait_for(self.signed_in)
        time.sleep(max(0, until - time.monotonic()))

    def signed_in(self):
        with contextlib.suppress(AssertionError):
            self.browser.sign_in(OFFICER)
            return self.browser.get("/") == 200
        return False

    def interrupt_sealing(self):
        """The worker dies while it seals; the job is done once, by the next."""
        unsealed = "id > (SELECT coalesce(max(entry_id), 0) FROM shared_readseal)"
        settle = f"UPDATE shared_readentry SET at = at - interval '1 minute' WHERE {unsealed} RETURNING id"
        seals = "SELECT count(*) FROM shared_readseal"
        wait_for(lambda: self.site.processes()["worker"])
        with self.holding("LOCK TABLE shared_readseal IN SHARE MODE"):
            self.browser.get("/")
            # An entry is sealed once it is settled; the drill does not wait for that.
            last = max(self.site.column(settle))
            self.site.ask(
                "SELECT procrastinate_defer_jobs_v1(ARRAY[ROW('default', 'tenun.shared.tasks.seal_reads', 0,"
                " 'seal_reads', NULL, '{\"timestamp\": 0}', NULL)::procrastinate_job_to_defer_v1])"
            )
            wait_for(self.somebody_waits)
            kill("worker")(self)
        wait_for(lambda: self.site.ask("SELECT max(entry_id) >= %s FROM shared_readseal", last))
        assert self.site.ask("SELECT max(position) FROM shared_readseal") == self.site.ask(seals)
        return "disegel sekali"


def kill(name, *, all_of_it=True):
    """Kills -9 a part of the installation: its first process, and what that one began."""

    def victim(drill):
        pids = drill.site.processes()[name]
        for pid in pids if all_of_it else pids[1:]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    return victim


def kill_the_saving_backend(drill):
    """The one process of the server that saves; the server then mends itself."""
    query = "SELECT pid FROM pg_stat_activity WHERE usename = 'tenun_site' AND pid <> pg_backend_pid()"
    for pid in drill.site.column(query)[:1]:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def kill_everything(drill):
    """As when the power goes: the start and all that it began, at once."""
    pids = [drill.site.process.pid, *itertools.chain(*drill.site.processes().values())]
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    drill.site.process.wait()


VICTIMS = {
    "situs": kill("site"),
    "anak situs": kill("site", all_of_it=False),
    "pekerja": kill("worker"),
    "server": kill("postgres"),
    "proses server": kill_the_saving_backend,
    "semuanya": kill_everything,
}


def pairs_of(number):
    """Half of all pairs of an act and a victim; the other half comes two rounds later."""
    for (row, act), (column, name) in itertools.product(enumerate(ACTS), enumerate(VICTIMS)):
        if (row + column + number // 2) % 2 == 0:
            yield act, name


def rounds(drill):
    """Ten rounds; a line for each act."""
    outcomes = collections.Counter()
    for number in range(1, ROUNDS + 1):
        for act, name in pairs_of(number):
            outcome = drill.interrupt(act, VICTIMS[name], deep=number % 2 == 1)
            outcomes[act.name, outcome] += 1
            print(f"{number:>2}. {name} mati saat {act.name}: {outcome}", flush=True)
        print(f"{number:>2}. pekerja mati saat menyegel: {drill.interrupt_sealing()}", flush=True)
    return [f"{act.name}: " + ", ".join(f"{outcomes[act.name, how]} {how}" for how in (WHOLE, ABSENT)) for act in ACTS]


def at_the_end(drill, site):
    """What must hold of the whole installation; a line for it."""
    saved = next(drill.numbers) - 1
    people = site.ask("SELECT count(*) FROM people_person WHERE full_name LIKE %s", FAMILY)
    assert people == saved, f"{saved} saved, {people} found"
    left = leftovers(site)
    verified = site.run("audit", "verify")
    assert verified.returncode == 0, verified.stdout
    assert site.ask("SELECT count(*) FROM procrastinate_jobs WHERE status NOT IN ('todo', 'doing')") == 0
    assert site.interrupt() == 0
    return (
        f"{ROUNDS} putaran, {saved} simpanan, tidak ada yang hilang atau setengah; gambar tanpa baris: {left}, baris"
        f" tanpa gambar: 0; {verified.stdout.strip()}"
    )


def main():
    """All of it. Returns the exit code."""
    begun = time.monotonic()
    site = Site()
    try:
        drill = Drill(site.begin().ready())
        print(", ".join(f"{name} {1000 * lasts:.0f} ms" for name, lasts in drill.lasts.items()), flush=True)
        lines = [*rounds(drill), at_the_end(drill, site)]
    except BaseException:
        print(site.hear()[-3000:], file=sys.stderr)
        raise
    finally:
        site.remove()
    print(*lines, f"{time.monotonic() - begun:.0f} detik", sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
