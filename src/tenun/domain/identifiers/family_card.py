"""The family card (KK) number, which looks like a NIK and is therefore often confused with one."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tenun.domain.identifiers.population_number import read_region, real_dates, shape_problems
from tenun.domain.identifiers.regions import Region


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyCard:
    """A family card number as read; the date is that of its recording, never a birth date."""

    number: str
    problems: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    recorded_on_candidates: tuple[date, ...] = ()
    province: Region | None = None
    district: Region | None = None
    subdistrict: Region | None = None

    @property
    def valid(self) -> bool:
        """Whether nothing is wrong with it; warnings do not count."""
        return not self.problems

    def to_json(self) -> dict[str, Any]:
        """The contract's shape of a NIK, with the date of recording in place of the birth date."""
        return {
            "number": self.number,
            "valid": self.valid,
            "problems": list(self.problems),
            "warnings": list(self.warnings),
            "recorded_on_candidates": [each.isoformat() for each in self.recorded_on_candidates],
            "province": self.province.to_json() if self.province else None,
            "district": self.district.to_json() if self.district else None,
            "subdistrict": self.subdistrict.to_json() if self.subdistrict else None,
        }


def read_family_card(text: str, *, nik: str | None = None) -> FamilyCard:
    """Read a family card number: region of issue, DDMMYY of recording, serial (handbook documents, B2).

    The woman's day plus 40 does not exist here. A number identical to the person's `nik` is `same_as_nik`:
    someone typed the NIK into the wrong box. The other problems and the warnings are those of a NIK.
    """
    digits = text.strip()
    same = ["same_as_nik"] if nik is not None and digits and digits == nik.strip() else []
    if problems := shape_problems(digits):
        return FamilyCard(number=digits, problems=(*problems, *same))
    region = read_region(digits)
    candidates, date_problems = _read_recording(digits)
    serial = ["serial_zero"] if digits[12:] == "0000" else []
    return FamilyCard(
        number=digits,
        problems=(*region.problems, *date_problems, *serial, *same),
        warnings=region.warnings,
        recorded_on_candidates=candidates,
        province=region.province,
        district=region.district,
        subdistrict=region.subdistrict,
    )


def _read_recording(digits: str) -> tuple[tuple[date, ...], list[str]]:
    day, month, year = int(digits[6:8]), int(digits[8:10]), int(digits[10:12])
    problems = []
    if not 1 <= day <= 31:
        problems.append("day_impossible")
    if not 1 <= month <= 12:
        problems.append("month_impossible")
    if problems:
        return (), problems
    candidates = real_dates(day, month, year)
    return candidates, [] if candidates else ["date_impossible"]
