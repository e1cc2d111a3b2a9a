"""Invented people for the benchmarks: facts by the thousand in Python, factsheets by the million in DuckDB.

They have no names and no numbers, are the same in every run, and are wrong about as often as real files are.
"""

from datetime import date
from functools import cache
from pathlib import Path

import duckdb

from tenun.domain.catalogue import Target, packaged
from tenun.domain.facts import AGREEMENT_SOURCES, COLUMNS, Facts, unflatten

ON = date(2026, 11, 24)

RULES = (
    "age_18",
    "age_18_today",
    "age_certain",
    "ktp",
    "kk",
    "akta",
    "ijazah",
    "nikah",
    "status_letter",
    "consent",
    "consent_giver",
    "consent_known_by_village",
    "ak1",
    "agree_name",
    "agree_birth_date",
    "agree_nik_birth_date",
    "agree_birth_place",
    "agree_sex",
    "agree_nik_sex",
    "agree_mother_name",
    "agree_marital_status",
    "sg_age",
    "sg_sex",
    "sg_education",
    "competence",
)
"""The twenty-five rules that every engine and every peer judges."""


@cache
def whole_target() -> Target:
    """Domestic work in Singapore with everything it asks."""
    return packaged().target("sg-domestic", ON)


@cache
def bench_target() -> Target:
    """The same target cut down to the twenty-five rules."""
    whole = whole_target()
    by_id = {item.id: item for item in whole.requirements}
    return Target(whole.entry, tuple(by_id[name] for name in RULES), whole.in_force_from, whole.in_force_until)


def _chance(salt: int) -> str:
    return f"CAST(hash(i, {salt}) % 1000 AS INTEGER)"


def _proof(salt: int) -> str:
    """Nine of ten originals seen, some copies, some unknown, a few absent."""
    draw = _chance(salt)
    return f"CASE WHEN {draw} < 900 THEN 3 WHEN {draw} < 940 THEN 2 WHEN {draw} < 980 THEN NULL ELSE 0 END"


def _agreement(salt: int) -> str:
    draw = _chance(salt)
    return f"CASE WHEN {draw} < 990 THEN 0 WHEN {draw} < 993 THEN 1 WHEN {draw} < 998 THEN 2 ELSE 4 END"


_BORN = "DATE '1977-01-01' + CAST(hash(i, 1) % 11500 AS INTEGER)"
_SHOWN = frozenset({"isian", "nik", "ktp", "kk", "akta", "ijazah"})
_EXPRESSIONS = {
    "birth_date": _BORN,
    "birth_date_earliest": f"{_BORN} - CASE WHEN {_chance(2)} < 20 THEN 400 ELSE 0 END",
    "birth_date_latest": f"{_BORN} + CASE WHEN {_chance(3)} < 20 THEN 11 ELSE 0 END",
    "sex": f"CASE WHEN {_chance(4)} < 900 THEN 'P' WHEN {_chance(4)} < 990 THEN 'L' END",
    "marital_status": f"CASE WHEN {_chance(5)} < 600 THEN 'belum_kawin' WHEN {_chance(5)} < 970 THEN 'kawin' END",
    "education": f"CASE WHEN {_chance(6)} < 990 THEN CAST(hash(i, 7) % 4 AS SMALLINT) END",
    "consent_giver": f"CASE WHEN {_chance(8)} < 960 THEN 'orang_tua' END",
    "consent_known_by_village_head": f"CASE WHEN {_chance(9)} < 900 THEN TRUE WHEN {_chance(9)} < 960 THEN FALSE END",
    "departure_on": f"CASE WHEN {_chance(10)} < 500 THEN DATE '2026-12-01' + CAST(hash(i, 11) % 200 AS INTEGER) END",
    "ak1_issued_on": "DATE '2024-06-01' + CAST(hash(i, 12) % 850 AS INTEGER)",
    "kompetensi_rumah_tangga_valid_until": "DATE '2026-06-01' + CAST(hash(i, 13) % 1200 AS INTEGER)",
}
_SHOWN_PAPERS = ("ktp", "kk", "akta", "ijazah", "nikah", "status_kawin_surat", "izin", "ak1", "kompetensi_rumah_tangga")


def _expression(column: str, salt: int) -> str:
    if column in _EXPRESSIONS:
        return _EXPRESSIONS[column]
    if column.endswith("_proof") and column.removesuffix("_proof") in _SHOWN_PAPERS:
        return _proof(salt)
    if column.startswith("agree_") and _both_shown(column):
        return _agreement(salt)
    return "NULL"


def _both_shown(column: str) -> bool:
    """Whether both papers of a pair are among those that nearly everybody shows."""
    for name in AGREEMENT_SOURCES:
        pair = column.removeprefix(f"agree_{name}_")
        if pair != column:
            left, _, right = pair.partition("_")
            return left in _SHOWN and right in _SHOWN
    return False


def fact_expressions() -> dict[str, str]:
    """Every column of a factsheet as SQL over `i`, a person's number, and `hash(number, salt)`, never negative."""
    return {name: _expression(name, 100 + salt) for salt, name in enumerate(COLUMNS)}


def write_factsheets(path: Path, people: int) -> None:
    """A parquet file of `people` factsheets with every column of a factsheet and `person_id`."""
    made = fact_expressions()
    columns = ", ".join(f'CAST({made[name]} AS {kind}) AS "{name}"' for name, kind in COLUMNS.items())
    query = f"SELECT CAST(i AS INTEGER) AS person_id, {columns} FROM range({people}) AS t(i)"
    with duckdb.connect() as connection:
        connection.execute(f"COPY ({query}) TO '{path}' (FORMAT parquet)")


def read_facts(path: Path, people: int) -> list[Facts]:
    """The first `people` factsheets of a parquet file as facts."""
    with duckdb.connect() as connection:
        found = connection.execute(f"SELECT * FROM '{path}' WHERE person_id < {people} ORDER BY person_id")
        names = [item[0] for item in found.description or ()]
        return [unflatten(dict(zip(names, row, strict=True))) for row in found.fetchall()]
