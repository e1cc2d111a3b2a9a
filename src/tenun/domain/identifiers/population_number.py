"""What NIK and family card number share: sixteen digits, six for a region, six for a date, four as serial."""

from dataclasses import dataclass
from datetime import date

from tenun.domain.identifiers.regions import PARENT_DISTRICTS, Region, find_region

LENGTH = 16
CENTURIES = (1900, 2000)


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
