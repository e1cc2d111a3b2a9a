"""The site as its own processes over a data folder of its own, for tests and drills that end or kill them."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg

from tenun.config.embedded import SOCKET

ROOT = Path(__file__).parent.parent
_OURS = ("TENUN_", "DJANGO_", "DATABASE_URL", "DEMO", "PORT")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def lives(pid):
    """Whether the process works; one that only waits to be counted as dead does not."""
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False


def wait_for(condition, seconds=60.0):
    """Looks until the condition holds."""
    until = time.monotonic() + seconds
    while not (found := condition()):
        if time.monotonic() > until:
            raise AssertionError(f"waited {seconds} seconds in vain")
        time.sleep(0.05)
    return found


class Site:
    """One installation. `said` is everything its start printed."""

    def __init__(self):
        self.data = Path(tempfile.mkdtemp(prefix="tenun-"))
        # The embedded server runs as a user of its own when it is started as root, and must be able to pass.
        self.data.chmod(0o755)
        self._log = Path(f"{self.data}.log")
        self.port = free_port()
        self.process = None
        self.said = ""

    def environment(self, **more):
        kept = {name: value for name, value in os.environ.items() if not name.startswith(_OURS)}
        return {**kept, "TENUN_DATA": str(self.data), "PORT": str(self.port), "DEMO_PEOPLE": "0", **more}

    def begin(self, **more):
        """Starts it and does not wait."""
        with self._log.open("w", encoding="utf-8") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tenun.config.start"],
                cwd=ROOT,
                env=self.environment(**more),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        return self

    def hear(self):
        self.said = self._log.read_text(encoding="utf-8")
        return self.said

    def ready(self):
        """Waits until it answers."""
        wait_for(lambda: self.process.poll() is not None or self.answers())
        assert self.process.poll() is None, self.hear()
        return self

    def answers(self):
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def refused(self, **more):
        """Starts it where it must not start; what it says."""
        self.begin(**more)
        code = self.process.wait(60)
        assert (code, "Traceback" in self.hear()) == (2, False), self.said
        return self.said

    def interrupt(self, number=signal.SIGINT, *, group=True):
        """Ends it as a person or a system does; its exit code."""
        (os.killpg if group else os.kill)(self.process.pid, number)
        code = self.process.wait(60)
        self.hear()
        return code

    def processes(self):
        """Everything that runs for this folder, by what it is: name to ids, parents first."""
        found = {"site": [], "worker": [], "postgres": []}
        lines = subprocess.run(["ps", "-ewwo", "pid,ppid,args"], check=True, capture_output=True, text=True).stdout
        rows = [line.split(None, 2) for line in lines.splitlines()[1:]]
        mine = {str(self.process.pid)} if self.process else set()
        for pid, parent, command in rows:
            if "gunicorn" in command and parent in mine | set(map(str, found["site"])):
                found["site"].append(int(pid))
            elif "tenun.config.worker" in command and parent in mine:
                found["worker"].append(int(pid))
            elif "bin/postgres" in command and str(self.data / "postgres") in command:
                found["postgres"].append(int(pid))
        return {name: [pid for pid in pids if lives(pid)] for name, pids in found.items()}

    def connect(self):
        """As the account that made the database; it sees every row."""
        return psycopg.connect(
            host=str(self.data / "postgres"), user="postgres", dbname="tenun", autocommit=True, connect_timeout=5
        )

    def ask(self, query, *values):
        """The first column of the first row."""
        return next(iter(self.column(query, *values)), None)

    def column(self, query, *values):
        """The first column of every row."""
        with self.connect() as connection:
            return [row[0] for row in connection.execute(query, values)]

    def run(self, *arguments, **more):
        """A `tenun` command over this folder."""
        return subprocess.run(
            [sys.executable, "-m", "tenun.cli.main", *map(str, arguments)],
            cwd=ROOT,
            env=self.environment(LANG="id_ID.UTF-8", **more),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    def remove(self):
        """Ends what is left and removes the folder."""
        if self.process is not None and self.process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                self.interrupt()
        if (self.data / "postgres" / SOCKET).exists():
            from tenun.config.embedded import Embedded

            last = Embedded(self.data / "postgres")
            last.open()
            last.close()
        shutil.rmtree(self.data, ignore_errors=True)
        self._log.unlink(missing_ok=True)
