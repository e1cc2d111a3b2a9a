"""`make start`: database, migrations, demonstration, jobs and site in one command; Ctrl-C ends all of it.

A second start takes seconds: what is there is left as it is.
"""

import os
import signal
import socket
import sys
import time

import click

from tenun.config.environment import setting
from tenun.config.family import Child, Family, complain
from tenun.shared.faults import UnusableDatabase

DONE, UNUSABLE, INTERRUPTED = 0, 2, 130


def main() -> int:
    """Sets up and serves until Ctrl-C. Returns the exit code."""
    begun = time.perf_counter()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tenun.config.settings")
    interrupted = _hear_interruptions()
    try:
        port = _free_port()
        from tenun.config.set_up import set_up

        set_up(_say)
        return _serve(port, begun)
    except UnusableDatabase as error:
        if interrupted:
            return INTERRUPTED  # What was cut off in the middle of a statement calls itself a fault of the database.
        complain(str(error))
        return UNUSABLE
    except (KeyboardInterrupt, EOFError, click.Abort):
        return INTERRUPTED
    finally:
        _let_go()


def _hear_interruptions() -> list[int]:
    """Ctrl-C and the system's signal end the set-up alike; the list holds what was heard."""
    heard: list[int] = []

    def hear(number: int, _frame: object) -> None:
        heard.append(number)
        raise KeyboardInterrupt

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, hear)
    return heard


def _say(words: str) -> None:
    print(f"Tenun: {words}", flush=True)


def _free_port() -> int:
    port = int(setting("PORT"))
    if _answers(port):
        raise UnusableDatabase(
            f"Pintu {port} sedang dipakai program lain. Tutup program itu, atau jalankan: PORT={port + 1} make start"
        )
    return port


def _answers(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _serve(port: int, begun: float) -> int:
    gunicorn = ["gunicorn", "tenun.config.wsgi", "--config", "python:tenun.config.gunicorn"]
    children = (
        Child("situs", [sys.executable, "-m", *gunicorn, "--bind", f"127.0.0.1:{port}"]),
        Child("pekerja", [sys.executable, "-m", "tenun.config.worker"]),
    )
    waits = True

    def look() -> None:
        nonlocal waits
        _mend()
        if waits and _answers(port):
            waits = False
            took = time.perf_counter() - begun
            _say(f"buka http://localhost:{port} · siap dalam {took:.0f} detik · Ctrl-C menghentikan")

    return Family(children, look).watch()


def _mend() -> None:
    from django.conf import settings

    if settings.SERVER.mend():
        _say("server basis data berhenti sendiri dan dijalankan lagi.")


def _let_go() -> None:
    """Ends what is held; whoever presses Ctrl-C once more does not cut that short."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN)
    from django.conf import settings

    if settings.configured:
        settings.SERVER.close()


if __name__ == "__main__":
    sys.exit(main())
