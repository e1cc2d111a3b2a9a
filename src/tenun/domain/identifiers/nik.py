"""The NIK, read strictly: it has no check digit, so shape, date and region are all there is to read.

A well-formed NIK proves nothing; only the civil registry (Dukcapil) can confirm it. A bad one is a repair
task and never a refusal of the person (handbook standards 7).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from tenun.domain.identifiers.population_number import read_region, real_dates, shape_problems
from tenun.domain.identifiers.regions import Region

_FEMALE_DAY_OFFSET = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Nik:
    """A NIK as read. `sex` is L or P; the regions are those of the first registration, not of the address."""

    nik: str
    problems: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    birth_date_candidates: tuple[date, ...] = ()
    sex: str | None = None
    province: Region | None = None
    district: Region | None = None
    subdistrict: Region | None = None

    @property
    def valid(self) -> bool:
        """Whether nothing is wrong with it; warnings do not count."""
        return not self.problems

    def to_json(self) -> dict[str, Any]:
        """The shape of the command-line contract."""
        return {
            "nik": self.nik,
            "valid": self.valid,
            "problems": list(self.problems),
            "warnings": list(self.warnings),
            "birth_date_candidates": [each.isoformat() for each in self.birth_date_candidates],
            "sex": self.sex,
            "province": self.province.to_json() if self.province else None,
            "district": self.district.to_json() if self.district else None,
            "subdistrict": self.subdistrict.to_json() if self.subdistrict else None,
        }


def read_nik(text: str, *, on: date, born: date | None = None, sex: str | None = None) -> Nik:
    """Read a NIK: PPKKCC DDMMYY SSSS, a woman's day plus 40, serial 0001-9999 (handbook documents, B1).

    The text is trimmed at both ends; inner spaces count. Both centuries are candidates for the birth date
    unless they lie after `on`. `born` and `sex` (L or P), when known from other papers, are compared. Never
    raises on what people write; problems are `length`, `not_digits`, `province_unknown`, `day_impossible`,
    `month_impossible`, `date_impossible`, `serial_zero`, `born_mismatch`, `sex_mismatch`; warnings are
    `district_unknown`, `subdistrict_unknown`.
    """
    digits = text.strip()
    if problems := shape_problems(digits):
        return Nik(nik=digits, problems=tuple(problems))
    region = read_region(digits)
    read_sex, candidates, date_problems = _read_birth(digits, on)
    problems = [*region.problems, *date_problems]
    if digits[12:] == "0000":
        problems.append("serial_zero")
    if born is not None and candidates and born not in candidates:
        problems.append("born_mismatch")
    if sex is not None and read_sex is not None and sex != read_sex:
        problems.append("sex_mismatch")
    return Nik(
        nik=digits,
        problems=tuple(problems),
        warnings=region.warnings,
        birth_date_candidates=candidates,
        sex=read_sex,
        province=region.province,
        district=region.district,
        subdistrict=region.subdistrict,
    )


def _read_birth(digits: str, on: date) -> tuple[str | None, tuple[date, ...], list[str]]:
    day, month, year = int(digits[6:8]), int(digits[8:10]), int(digits[10:12])
    sex = None
    if 1 <= day <= 31:
        sex = "L"
    elif 1 <= day - _FEMALE_DAY_OFFSET <= 31:
        sex = "P"
        day -= _FEMALE_DAY_OFFSET
    problems = []
    if sex is None:
        problems.append("day_impossible")
    if not 1 <= month <= 12:
        problems.append("month_impossible")
    if problems:
        return sex, (), problems
    candidates = tuple(each for each in real_dates(day, month, year) if each <= on)
    return sex, candidates, [] if candidates else ["date_impossible"]


def birth_date_nearest(candidates: Sequence[date], other_dates: Iterable[date]) -> date | None:
    """The candidate nearest to the dates of the other papers taken together; without any, the latest.

    The candidates are a century apart, so the choice only settles the century; it never bends a date.
    """
    others = tuple(other_dates)
    if not candidates:
        return None
    return min(
        sorted(candidates, reverse=True),
        key=lambda candidate: sum(abs((candidate - other).days) for other in others),
    )
