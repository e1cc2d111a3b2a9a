"""The processes of one start: begun again after an accident, given up when they never worked, ended when asked."""

import os
import signal
import sys
import threading
import time

import pytest
from tests.running import lives, wait_for

from tenun.config import family
from tenun.config.family import Child, Family

SLEEP = [sys.executable, "-c", "import time; time.sleep(60)"]
STUBBORN = [sys.executable, "-c", "import signal, time; signal.signal(15, lambda *_: None); time.sleep(60)"]
BROKEN = [sys.executable, "-c", "raise SystemExit(3)"]


@pytest.fixture(autouse=True)
def _handlers():
    """The tests ask this very process to end, and leave its own answers to signals as they were."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def after(seconds, act):
    threading.Timer(seconds, act).start()


def test_one_that_never_works_ends_all_with_1(capfd):
    other = Child("teman", SLEEP)
    assert Family([other, Child("rusak", BROKEN)], lambda: None).watch() == 1
    assert not lives(other.process.pid)
    assert "rusak tidak dapat dijalankan" in capfd.readouterr().err


def test_one_that_worked_is_begun_again(monkeypatch, capfd):
    monkeypatch.setattr(family, "_LIVED", 0.0)
    child = Child("situs", SLEEP)
    killed = []

    def kill():
        killed.append(child.process.pid)
        os.kill(child.process.pid, signal.SIGKILL)
        wait_for(lambda: child.process.pid != killed[0])
        os.kill(os.getpid(), signal.SIGTERM)

    after(0.5, kill)
    assert Family([child], lambda: None).watch() == 0
    assert "situs berhenti sendiri dan dijalankan lagi" in capfd.readouterr().err
    assert not lives(child.process.pid)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_asked_to_end_it_ends_its_own_and_says_0(number):
    mended = []
    child = Child("situs", SLEEP)
    after(0.6, lambda: os.kill(os.getpid(), number))
    assert Family([child], lambda: mended.append(1)).watch() == 0
    assert mended
    assert not lives(child.process.pid)


def test_one_that_does_not_end_is_killed(monkeypatch):
    monkeypatch.setattr(family, "_GRACE", 0.5)
    child = Child("keras kepala", STUBBORN)
    after(0.8, lambda: os.kill(os.getpid(), signal.SIGTERM))
    begun = time.monotonic()
    assert Family([child], lambda: None).watch() == 0
    assert time.monotonic() - begun < 10
    assert not lives(child.process.pid)


def test_what_a_child_began_ends_with_it(tmp_path):
    note = tmp_path / "pid"
    tell = (
        "import pathlib, subprocess, sys, time; "
        "began = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']); "
        f"pathlib.Path({str(note)!r}).write_text(str(began.pid)); time.sleep(60)"
    )

    def end():
        wait_for(lambda: note.exists() and note.read_text(encoding="ascii"))
        os.kill(os.getpid(), signal.SIGTERM)

    after(0, end)
    assert Family([Child("situs", [sys.executable, "-c", tell])], lambda: None).watch() == 0
    wait_for(lambda: not lives(int(note.read_text(encoding="ascii"))))
