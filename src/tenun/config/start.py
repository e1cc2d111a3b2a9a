"""`make start`: database, migrations, demonstration and site in one command; Ctrl-C ends all of it.

A second start takes seconds: what is there is left as it is.
"""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

from tenun.config.environment import setting

PORT = int(setting("PORT"))
SAMPLE = Path("samples/calon-contoh.xlsx")


def main() -> int:
    """Sets up and serves until Ctrl-C. Returns the exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tenun.config.settings")
    if _port_is_taken():
        print(f"Pintu {PORT} sedang dipakai program lain. Tutup program itu, atau jalankan: PORT=8001 make start")
        return 2
    from tenun.config.postgres import UnusableDatabase

    try:
        _set_up()
    except UnusableDatabase as error:
        print(error, file=sys.stderr)
        return 2
    return _serve()


def _port_is_taken() -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        return probe.connect_ex(("127.0.0.1", PORT)) == 0


def _set_up() -> None:
    import django

    django.setup()
    print("Tenun: membuka basis data ...", flush=True)
    from django.conf import settings
    from django.core.management import call_command

    from tenun.config import postgres

    if settings.ENVIRONMENT.database_url is None:
        postgres.start(settings.ENVIRONMENT.data)
    postgres.prepare(settings.SERVER, settings.DATABASE_NAME, settings.DATABASE_PASSWORD)
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    print("Tenun: menyiapkan tabel ...", flush=True)
    call_command("migrate", database="owner", verbosity=0)
    if settings.DEMO:
        _make_demo()


def _make_demo() -> None:
    from tenun.config.demo import make_accounts, make_people
    from tenun.people.models import Person
    from tenun.shared.clock import today
    from tenun.shared.scope import Scope, scoped

    by = make_accounts(today())
    with scoped(Scope(districts=("53.04",))):
        known = Person.objects.exists()
    if not known and SAMPLE.exists():
        count = make_people(SAMPLE, by)
        print(f"Tenun: {count} orang peragaan dicatat (semua rekaan).", flush=True)


def _serve() -> int:
    command = [sys.executable, "-m", "gunicorn", "tenun.config.wsgi", "--bind", f"127.0.0.1:{PORT}"]
    site = subprocess.Popen(
        [*command, "--workers", "2", "--threads", "4", "--worker-class", "gthread", "--no-control-socket"]
    )
    print(f"Tenun: buka http://localhost:{PORT} · berhenti dengan Ctrl-C", flush=True)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: site.terminate())
    return site.wait() if site.returncode is None else site.returncode


if __name__ == "__main__":
    sys.exit(main())
