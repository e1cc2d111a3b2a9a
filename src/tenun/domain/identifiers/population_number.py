"""What NIK and family card number share: sixteen digits, six for a region, six for a date, four as serial."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from tenun.domain.identifiers.regions import PARENT_DISTRICTS, Region, find_region

LENGTH = 16
CENTURIES = (1900, 2000)

Damage = Literal["scientific_notation", "rounded_number", "number_not_text"]

_SCIENTIFIC = re.compile(r"[0-9](?:[.,][0-9]+)?[eE]\+?1[0-9]")
_FLOAT = re.compile(r"([0-9]{16})[.,]0+")
_LARGEST_EXACT_FLOAT = 2**53


@dataclass(frozen=True, slots=True)
class RegionPart:
    """The first six digits read against the decree."""

    province: Region
    district: Region
    subdistrict: Region
    problems: tuple[str, ...]
    warnings: tuple[str, ...]


def shape_problems(text: str) -> list[str]:
    """`length` and `not_digits`, whichever hold; only ASCII digits are digits."""
    problems = []
    if len(text) != LENGTH:
        problems.append("length")
    if not (text.isascii() and text.isdigit()):
        problems.append("not_digits")
    return problems


def read_region(digits: str) -> RegionPart:
    """Read the region of first registration.

    An unknown province is a problem, an unknown district or sub-district only a warning, and only the first
    gap is named. In a district that was split a retired sub-district code is not even that (documents, B1).
    """
    codes = (digits[:2], f"{digits[:2]}.{digits[2:4]}", f"{digits[:2]}.{digits[2:4]}.{digits[4:6]}")
    province, district, subdistrict = (find_region(code) or Region(code, None) for code in codes)
    problems: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    if province.name is None:
        problems = ("province_unknown",)
    elif district.name is None:
        warnings = ("district_unknown",)
    elif subdistrict.name is None and district.code not in PARENT_DISTRICTS:
        warnings = ("subdistrict_unknown",)
    return RegionPart(province, district, subdistrict, problems, warnings)


def real_dates(day: int, month: int, two_digit_year: int) -> tuple[date, ...]:
    """The dates of both centuries that exist, earliest first; 29 February needs a leap year."""
    found = []
    for century in CENTURIES:
        try:
            found.append(date(century + two_digit_year, month, day))
        except ValueError:
            continue
    return tuple(found)


def spreadsheet_number_damage(text: str) -> Damage | None:
    """What a spreadsheet did to a NIK or family card number typed as a number, where that can be known.

    A spreadsheet keeps 15 digits of a number and puts 0 in the sixteenth place. `scientific_notation`: shown
    as 5,30406E+15, the digits are lost. `rounded_number`: sixteen digits whose last digit is lost, known when
    the serial became the impossible 0000, when the decimal `.0` betrays a number that ends in 0, or when the
    number is beyond what a float holds exactly. `number_not_text`: it passed through a number, its digits
    survived. A plain number that ends in 0 with another serial may be right and is not accused.

    >>> spreadsheet_number_damage("5,30406E+15")
    'scientific_notation'
    """
    text = text.strip()
    if _SCIENTIFIC.fullmatch(text):
        return "scientific_notation"
    if match := _FLOAT.fullmatch(text):
        digits = match[1]
        lost = digits.endswith("0") or int(digits) > _LARGEST_EXACT_FLOAT
        return "rounded_number" if lost else "number_not_text"
    if not shape_problems(text) and text.endswith("0000"):
        return "rounded_number"
    return None
