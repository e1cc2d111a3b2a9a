"""The processes of one start: each in a group of its own, begun again when it dies, ended in order when asked."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count

_GRACE = 25.0
"""Seconds a process gets to end by itself."""
_LIVED = 10.0
"""Seconds after which a process counts as one that works; its death is then an accident."""
_ATTEMPTS, _LONGEST_WAIT = 3, 30.0
"""How often one that never worked is tried, and the longest wait before one that did is begun again."""


def complain(words: str) -> None:
    """Tells whoever started, apart from what the commands answer."""
    sys.stderr.write(f"Tenun: {words}\n")
    sys.stderr.flush()


def end_with_parent() -> None:
    """Asks Linux to end this process when the one that began it is killed; elsewhere it stays until it is ended."""
    if sys.platform == "linux":
        set_parent_death_signal = 1
        ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGTERM)


@dataclass
class Child:
    """One process of the start, by the name that is shown to people."""

    name: str
    command: Sequence[str]
    process: subprocess.Popen[bytes] | None = None
    began: float = 0.0
    again_at: float | None = None
    deaths: int = 0
    has_worked: bool = False

    def begin(self) -> None:
        """Starts it apart from the terminal, so that Ctrl-C reaches only the start itself, which ends it in order."""
        self.process = subprocess.Popen(self.command, start_new_session=True, stdin=subprocess.DEVNULL)
        self.began = time.monotonic()

    def look_after(self) -> bool:
        """Begins it again when it has died, each time in a row a little later; false when it never works."""
        now = time.monotonic()
        if self.again_at is not None:
            if now >= self.again_at:
                self.again_at = None
                self.begin()
        elif self.process is not None and self.process.poll() is not None:
            return self._has_died(now - self.began)
        return True

    def _has_died(self, lived: float) -> bool:
        self.has_worked = self.has_worked or lived > _LIVED
        self.deaths = 1 if lived > _LIVED else self.deaths + 1
        if self.deaths >= _ATTEMPTS and not self.has_worked:
            complain(f"{self.name} tidak dapat dijalankan; baca pesan di atas. Semua dihentikan.")
            return False
        complain(f"{self.name} berhenti sendiri dan dijalankan lagi.")
        self.again_at = time.monotonic() + min(_LONGEST_WAIT, 0.25 * 2**self.deaths)
        return True

    def end(self, until: float) -> None:
        """Asks it to end and waits; past the moment it and all it began are killed."""
        if self.process is None:
            return
        if self.process.poll() is None:
            self.process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):  # Who does not end in time is killed below.
                self.process.wait(max(0.1, until - time.monotonic()))
        with contextlib.suppress(ProcessLookupError):  # Nobody of the group is left: nothing to kill.
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class Family:
    """Watches its children until it is asked to end. `mend` is called before each look, to keep the server up."""

    def __init__(self, children: Sequence[Child], mend: Callable[[], None]) -> None:
        self._children = children
        self._mend = mend
        self._asked: int | None = None

    def watch(self) -> int:
        """Begins all and returns the exit code: 0 when it was asked to end, 1 when a child could not be kept alive."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._ask)
        try:
            for child in self._children:
                child.begin()
            return self._loop()
        finally:
            until = time.monotonic() + _GRACE
            for child in self._children:
                child.end(until)

    def _ask(self, number: int, _frame: object) -> None:
        self._asked = number

    def _loop(self) -> int:
        for look in count():
            if self._asked is not None:
                break
            if look % 4 == 0:
                self._mend()
            if not all(child.look_after() for child in self._children):
                return 1
            time.sleep(0.3)
        return 0
