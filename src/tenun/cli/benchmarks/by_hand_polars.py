"""The twenty-five rules written by hand for polars, column by column as OpenFisca does with arrays."""

from datetime import date
from pathlib import Path
from typing import Any

from tenun.cli.benchmarks.by_hand import (
    BIRTH,
    BIRTH_NIK,
    MARITAL,
    MOTHER,
    NAME,
    PLACE,
    SEX,
    SEX_NIK,
    years_before,
)


def judge(path: Path, on: date) -> Any:
    """A frame of `s0` to `s24` and `verdict`; raises `ModuleNotFoundError` where polars is not installed."""
    import polars as pl

    states = [*_ages(pl, on), *_papers(pl, on), *_agreements(pl), *_singapore(pl, on)]
    named = [state.cast(pl.Int8).alias(f"s{index}") for index, state in enumerate(states)]
    col = pl.col
    stop = (col("s0") == 6) | (col("s2") == 6)
    unfit = (col("s1") == 6) | (col("s21") == 6) | (col("s22") == 6) | (col("s23") == 6)
    worst = pl.max_horizontal(*(f"s{index}" for index in range(len(states))))
    verdict = pl.when(stop).then(3).when(unfit).then(2).when(worst > 1).then(1).otherwise(0)
    frame = pl.scan_parquet(path).select("person_id", *named)
    return frame.with_columns(verdict.cast(pl.Int8).alias("verdict")).collect()


def _ages(pl: Any, on: date) -> list[Any]:
    col, when = pl.col, pl.when
    leaves = pl.max_horizontal(col("departure_on").fill_null(on), pl.lit(on))
    today = [years_before(on, age) for age in (18, 23)]
    latest, earliest = col("birth_date_latest"), col("birth_date_earliest")
    crossed = pl.any_horizontal(
        *(
            (earliest <= limit) & (latest > limit)
            for limit in (*(leaves.dt.offset_by(f"-{age}y") for age in (18, 21, 23)), *today)
        )
    )
    unknown = latest.is_null() | earliest.is_null()
    return [
        when(latest.is_null()).then(4).when(latest > leaves.dt.offset_by("-18y")).then(6).otherwise(1),
        when(latest.is_null()).then(4).when(latest > years_before(on, 18)).then(6).otherwise(1),
        when(unknown).then(0).when(earliest == latest).then(1).when(crossed).then(6).otherwise(1),
    ]


def _papers(pl: Any, on: date) -> list[Any]:
    col, when = pl.col, pl.when
    known, giver = col("consent_known_by_village_head"), col("consent_giver")
    card = col("ak1_issued_on")
    card_age = _absent(pl, "ak1").when(card.is_null()).then(4).when(card > on).then(6)
    return [
        _original(pl, "ktp", on),
        _original(pl, "kk", on),
        _original(pl, "akta", on),
        when(col("education") == 0).then(0).otherwise(_original(pl, "ijazah", on)),
        _where_it_applies(pl, col("marital_status") == "kawin", _original(pl, "nikah", on)),
        _original(pl, "status_kawin_surat", on),
        _original(pl, "izin", on),
        when(giver.is_null()).then(4).when(giver.is_in(["suami", "istri", "orang_tua", "wali"])).then(1).otherwise(6),
        when(known.is_null()).then(4).when(known).then(1).otherwise(6),
        pl.max_horizontal(_original(pl, "ak1", on), card_age.when(card < years_before(on, 2)).then(5).otherwise(1)),
    ]


def _agreements(pl: Any) -> list[Any]:
    states = []
    for columns in (NAME, BIRTH, BIRTH_NIK, PLACE, SEX, SEX_NIK, MOTHER, MARITAL):
        worst = pl.max_horizontal(*columns)
        states.append(pl.when(worst.is_null()).then(0).when(worst == 0).then(1).when(worst == 1).then(4).otherwise(6))
    return states


def _singapore(pl: Any, on: date) -> list[Any]:
    col, when = pl.col, pl.when
    born = col("birth_date")
    unfit = (born > years_before(on, 23)) | (born <= years_before(on, 50))
    return [
        when(born.is_null()).then(4).when(unfit).then(6).otherwise(1),
        when(col("sex").is_null()).then(4).when(col("sex") == "P").then(1).otherwise(6),
        when(col("education").is_null()).then(4).when(col("education") >= 2).then(1).otherwise(6),
        pl.min_horizontal(
            *(_certificate(pl, name, on) for name in ("rumah_tangga", "lansia", "anak", "masak"))
        ).fill_null(4),
    ]


def _absent(pl: Any, paper: str) -> Any:
    proof = pl.col(f"{paper}_proof")
    return pl.when(proof.is_null()).then(4).when(proof == 0).then(7)


def _original(pl: Any, paper: str, on: date) -> Any:
    faulty = pl.col(f"{paper}_defect").is_not_null() | (pl.col(f"{paper}_issued_on") > on).fill_null(False)
    known = _absent(pl, paper).when(faulty).then(6)
    return known.when(pl.col(f"{paper}_proof") < 3).then(3).otherwise(1)


def _certificate(pl: Any, name: str, on: date) -> Any:
    scheme = f"kompetensi_{name}"
    proof = pl.col(f"{scheme}_proof")
    known = pl.when(proof.is_null()).then(None).when(proof == 0).then(7)
    known = known.when(pl.col(f"{scheme}_defect").is_not_null()).then(6)
    known = known.when(pl.col(f"{scheme}_valid_until") < on).then(5)
    return known.when(pl.col(f"{scheme}_proof") < 3).then(3).otherwise(1)


def _where_it_applies(pl: Any, condition: Any, state: Any) -> Any:
    undecided = pl.when(state == 7).then(4).otherwise(state)
    return pl.when(condition.is_null()).then(undecided).when(condition).then(state).otherwise(0)
