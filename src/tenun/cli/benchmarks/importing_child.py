"""The measured process of `tenun bench import`: an installation of its own, an office, a list, three ways in."""

import json
import multiprocessing
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter
from typing import Any

from tenun.cli.benchmarks.child import peak_mb
from tenun.cli.database import set_django_up

VILLAGES = ("53.04.05.2001", "53.04.05.2002", "53.04.01.2001")
DISTRICT = "53.04"
_FIRST = ("Maria", "Yosefina", "Yohanes", "Petrus", "Agnes", "Dorkas", "Melkior", "Katarina", "Simon", "Orpa")
_LAST = ("Bano", "Nahak", "Tukan", "Lika", "Seran", "Lering", "Klau", "Beribe", "Mbali", "Luan")
_SOUNDS = ("ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu")
COLUMNS = (
    *("nama", "nik", "no_kk", "tempat_lahir", "tanggal_lahir", "jenis_kelamin", "status_kawin", "nama_ibu", "desa"),
    *("pendidikan", "telepon", "tujuan", "bukti", "ktp_nomor", "ktp_nama", "ktp_tanggal_lahir", "kk_nomor"),
    *("akta_nomor", "akta_nama", "akta_tanggal_lahir"),
)
"""Twenty columns: the person, KTP, KK and birth certificate."""
TABLES = (
    *("people_person", "people_nameword", "people_journey", "people_journeyentry", "documents_paper"),
    "readiness_factsheet",
)


_KEYS = {"people_person": "id"}
CHUNK = 1_000


def cells(number: int) -> list[str]:
    """One invented person; one in fifty has a NIK that cannot be, one in twenty another name on a paper."""
    born = date(1980, 1, 1) + timedelta(days=number % 8_000)
    family = "".join(_SOUNDS[int(digit)] for digit in f"{number:06d}").title()
    name = f"{_FIRST[number % 10]} {_LAST[number // 10 % 10]} {family}"
    nik = f"530405{born.day + 40:02d}{born:%m%y}{9000 + number // 8_000 % 1_000:04d}"
    shown = nik[:-1] if number % 50 == 7 else nik
    printed = name.replace("a", "e", 1) if number % 20 == 3 else name
    day, card = f"{born:%d-%m-%Y}", f"530405110319{1 + number % 9_998:04d}"
    person = [name, shown, card, "Atambua", day, "P", "belum_kawin", f"{_FIRST[number // 7 % 10]} {family}"]
    rest = [VILLAGES[number % 3], "SMA", f"0812{number:08d}", "my-domestic", "original_seen"]
    return [*person, *rest, nik, printed, day, card, f"AKL-{number}", name, day]


def write_list(path: Path, people: int) -> None:
    """The list as a district sends it."""
    import xlsxwriter

    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet("calon")
        sheet.write_row(0, 0, COLUMNS)
        for number in range(people):
            for place, text in enumerate(cells(number)):
                sheet.write_string(number + 1, place, text)


def main(report: Path, people: int) -> None:
    """Measures and writes `{"seconds", "bare", "bulk_create", "library", "peak_mb"}`."""
    set_django_up()
    from django.conf import settings
    from django.core.management import call_command

    settings.SERVER.open()
    try:
        settings.SERVER.prepare(settings.DATABASE_NAME, settings.DATABASE_PASSWORDS)
        call_command("migrate", database="owner", verbosity=0)
        source = report.with_name("calon.xlsx")
        write_list(source, people)
        found = {"seconds": 0.0, **_in_a_process(_measured_import, source)}
        kept = report.with_name("rows")
        _keep_rows(kept)
        found["bare"] = _timed(lambda: _bare(kept))
        _empty()
        found["bulk_create"] = _timed(lambda: _bulk_create(source))
        _empty()
        found["library"] = _timed(lambda: _by_the_library(source))
        report.write_text(json.dumps(found), encoding="utf-8")
    finally:
        settings.SERVER.close()


def _timed(act: Callable[[], object]) -> float:
    started = perf_counter()
    act()
    return perf_counter() - started


def _in_a_process(act: Callable[[Path], dict[str, float]], source: Path) -> dict[str, float]:
    """What an act measured, in a fresh process: its memory is its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(act, [source])


def _measured_import(source: Path) -> dict[str, float]:
    """Upload, dry run, confirmation, writing; the jobs over the worker's connection, as they run in the worker."""
    set_django_up()
    from tenun.intake.access import offices_of
    from tenun.intake.actions import confirm, upload
    from tenun.intake.tasks import run_examination, run_writing
    from tenun.organisations.queries import standing_of
    from tenun.shared.clock import today
    from tenun.shared.scope import scoped

    user = _officer()
    standing = standing_of(user, today())
    with scoped(standing.scope):
        office = offices_of(standing)[0][0]
        content = source.read_bytes()
        batch = upload(name=source.name, content=content, organisation=office, district_code=DISTRICT, by=user)
    examined = _timed(lambda: run_examination(batch.pk, user.pk))
    with scoped(standing.scope):
        confirm(batch=batch, by=user)
    written = _timed(lambda: run_writing(batch.pk, user.pk))
    return {"seconds": examined + written, "examined": examined, "written": written, "peak_mb": peak_mb()}


def _officer() -> Any:
    from tenun.organisations.actions import appoint, create_user
    from tenun.organisations.enums import OrganisationKind, Role
    from tenun.organisations.models import User

    known = User.objects.filter(username="bench").first()
    if known is not None:
        return known
    user = create_user(username="bench", full_name="Bench", password=None)
    appoint(
        user=user,
        organisation="Kantor ukur",
        kind=OrganisationKind.DISTRICT_OFFICE,
        role=Role.COUNTER,
        starts_on=date(2026, 1, 1),
        districts=(DISTRICT,),
    )
    return user


def _server() -> Any:
    from django.conf import settings

    return settings.SERVER.connect(settings.DATABASE_NAME)


def _keep_rows(folder: Path) -> None:
    """Puts the final rows aside as COPY takes them, and empties the tables."""
    folder.mkdir()
    with _server() as connection:
        for table in TABLES:
            with (folder / table).open("wb") as file, connection.cursor().copy(f"COPY {table} TO STDOUT") as copy:
                for piece in copy:
                    file.write(piece)
    _empty()


def _empty() -> None:
    with _server() as connection:
        connection.execute(f"TRUNCATE {', '.join(TABLES)} CASCADE")
        connection.execute("CHECKPOINT")


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            yield piece


def _bare(folder: Path) -> None:
    """Staged as a whole, then added in ranges of a thousand persons, as the worker in the scope of the officer.

    In one transaction for all it takes far longer: its triggers meet more and more rows of their own transaction.
    """
    from django.db import connections

    from tenun.organisations.queries import standing_of
    from tenun.shared.clock import today
    from tenun.shared.history import say_why
    from tenun.shared.scope import scoped

    user = _officer()
    scope = standing_of(user, today()).scope
    with connections["worker"].cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"CREATE TEMP TABLE bare_{table} AS SELECT * FROM {table} WITH NO DATA")
            with cursor.copy(f"COPY bare_{table} FROM STDIN") as copy:
                for piece in _pieces(folder / table):
                    copy.write(piece)
            cursor.execute(f"CREATE INDEX ON bare_{table} ({_KEYS.get(table, 'person_id')})")
        cursor.execute("SELECT min(id), max(id) FROM bare_people_person")
        first, last = cursor.fetchone()
        for start in range(first, last + 1, CHUNK):
            with scoped(scope, "worker"):
                say_why(cursor, user_id=user.pk, reason="bare")
                for table in TABLES:
                    key = _KEYS.get(table, "person_id")
                    cursor.execute(
                        f"INSERT INTO {table} SELECT * FROM bare_{table} WHERE {key} >= %s AND {key} < %s",
                        [start, start + CHUNK],
                    )


def _bulk_create(source: Path) -> None:
    """What a project usually does: the rows of the file as objects, a thousand at a time; nothing is checked."""
    from tenun.cli.benchmarks.importing_peer import bulk_create

    bulk_create(source, *_officer_and_scope())


def _by_the_library(source: Path) -> None:
    """What a project takes that wants a dry run."""
    from tenun.cli.benchmarks.importing_library import import_export

    import_export(source, *_officer_and_scope())


def _officer_and_scope() -> tuple[Any, Callable[[], Any]]:
    from tenun.organisations.queries import standing_of
    from tenun.shared.clock import today
    from tenun.shared.scope import scoped

    user = _officer()
    scope = standing_of(user, today()).scope
    return user, lambda: scoped(scope)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
