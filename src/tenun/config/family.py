"""The processes of one start: each in a group of its own, begun again when it dies, ended in order when asked."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import count

_GRACE = 25.0
"""Seconds a process gets to end by itself."""
_TOO_OFTEN, _WITHIN = 4, 60.0
"""A process that dies so many times within so many seconds is not begun again."""


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
    deaths: list[float] = field(default_factory=list)

    def begin(self) -> None:
        """Starts it apart from the terminal, so that Ctrl-C reaches only the start itself, which ends it in order."""
        self.process = subprocess.Popen(self.command, start_new_session=True, stdin=subprocess.DEVNULL)

    def has_died(self) -> bool:
        """Whether it ended without being asked."""
        return self.process is not None and self.process.poll() is not None

    def dies_too_often(self) -> bool:
        """Counts a death, and says whether there were too many of late."""
        now = time.monotonic()
        self.deaths = [moment for moment in self.deaths if now - moment < _WITHIN] + [now]
        return len(self.deaths) >= _TOO_OFTEN

    def end(self, until: float) -> None:
        """Asks it to end and waits; past the moment it and all it began are killed."""
        if self.process is None:
            return
        if self.process.poll() is None:
            self.process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(max(0.1, until - time.monotonic()))
        with contextlib.suppress(ProcessLookupError):
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
            for child in self._children:
                if child.has_died() and not self._begin_again(child):
                    return 1
            time.sleep(0.3)
        return 0

    def _begin_again(self, child: Child) -> bool:
        if child.dies_too_often():
            complain(f"{child.name} berhenti terus-menerus; baca pesan di atas. Semua dihentikan.")
            return False
        complain(f"{child.name} berhenti sendiri dan dijalankan lagi.")
        child.begin()
        return True
