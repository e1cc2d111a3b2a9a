"""The twenty-five rules written by hand for polars, column by column as OpenFisca does with arrays."""

from datetime import date, timedelta
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

    col, when = pl.col, pl.when

    def original(paper: str) -> Any:
        proof = col(f"{paper}_proof")
        return (
            when(proof.is_null())
            .then(4)
            .when(proof == 0)
            .then(7)
            .when(col(f"{paper}_defect").is_not_null())
            .then(6)
            .when(proof < 3)
            .then(3)
            .otherwise(1)
        )

    def agree(columns: tuple[str, ...]) -> Any:
        worst = pl.max_horizontal(*columns)
        return when(worst.is_null()).then(0).when(worst == 0).then(1).when(worst == 1).then(4).otherwise(6)

    def certificate(scheme: str) -> Any:
        proof = col(f"{scheme}_proof")
        return (
            when(proof.is_null())
            .then(4)
            .when(proof == 0)
            .then(7)
            .when(col(f"{scheme}_defect").is_not_null())
            .then(6)
            .when(col(f"{scheme}_valid_until") < on)
            .then(5)
            .when(proof < 3)
            .then(3)
            .otherwise(1)
        )

    def applies(condition: Any, state: Any) -> Any:
        undecided = when(state == 7).then(4).otherwise(state)
        return when(condition.is_null()).then(undecided).when(condition).then(state).otherwise(0)

    leaves = pl.max_horizontal(col("departure_on").fill_null(on), pl.lit(on))
    latest, earliest, born = col("birth_date_latest"), col("birth_date_earliest"), col("birth_date")
    crossed = pl.any_horizontal(
        *(
            (earliest <= leaves.dt.offset_by(f"-{age}y")) & (latest > leaves.dt.offset_by(f"-{age}y"))
            for age in (18, 21, 23)
        )
    )
    card, known, giver = col("ak1_issued_on"), col("consent_known_by_village_head"), col("consent_giver")
    card_age = (
        when(col("ak1_proof").is_null())
        .then(4)
        .when(col("ak1_proof") == 0)
        .then(7)
        .when(card.is_null())
        .then(4)
        .when(card > on)
        .then(6)
        .when(card < years_before(on + timedelta(0), 2))
        .then(5)
        .otherwise(1)
    )
    states = [
        when(latest.is_null()).then(4).when(latest > leaves.dt.offset_by("-18y")).then(6).otherwise(1),
        when(latest.is_null()).then(4).when(latest > years_before(on, 18)).then(6).otherwise(1),
        when(latest.is_null() | earliest.is_null())
        .then(0)
        .when(earliest == latest)
        .then(1)
        .when(crossed)
        .then(6)
        .otherwise(1),
        original("ktp"),
        original("kk"),
        original("akta"),
        applies(col("education") >= 1, original("ijazah")),
        applies(col("marital_status") == "kawin", original("nikah")),
        original("status_kawin_surat"),
        original("izin"),
        when(giver.is_null()).then(4).when(giver.is_in(["suami", "istri", "orang_tua", "wali"])).then(1).otherwise(6),
        when(known.is_null()).then(4).when(known).then(1).otherwise(6),
        pl.max_horizontal(original("ak1"), card_age),
        *(agree(columns) for columns in (NAME, BIRTH, BIRTH_NIK, PLACE, SEX, SEX_NIK, MOTHER, MARITAL)),
        when(born.is_null())
        .then(4)
        .when((born > years_before(on, 23)) | (born <= years_before(on, 50)))
        .then(6)
        .otherwise(1),
        when(col("sex").is_null()).then(4).when(col("sex") == "P").then(1).otherwise(6),
        when(col("education").is_null()).then(4).when(col("education") >= 2).then(1).otherwise(6),
        pl.min_horizontal(*(certificate(f"kompetensi_{name}") for name in ("rumah_tangga", "lansia", "anak", "masak"))),
    ]
    named = [state.cast(pl.Int8).alias(f"s{index}") for index, state in enumerate(states)]
    stop = (col("s0") == 6) | (col("s2") == 6)
    unfit = (col("s1") == 6) | (col("s21") == 6) | (col("s22") == 6) | (col("s23") == 6)
    worst = pl.max_horizontal(*(f"s{index}" for index in range(len(states))))
    verdict = when(stop).then(3).when(unfit).then(2).when(worst > 1).then(1).otherwise(0)
    frame = pl.scan_parquet(path).select("person_id", *named)
    return frame.with_columns(verdict.cast(pl.Int8).alias("verdict")).collect()
