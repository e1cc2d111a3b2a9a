"""Which district of NTT a text of another system means: by its Kemendagri code, or by its whole name.

An OCHA p-code (`ID5304`) and a BPS code have the same digits as Kemendagri's and mean other places (handbook
standards/04, 07): neither is ever read as a code, and a name that two districts share is not guessed.
"""

import re
from functools import cache

from tenun.domain.identifiers.regions import NTT, dotted, ntt_districts, region_name

_KINDS = {"kabupaten": "kab", "kab.": "kab", "kab": "kab", "regency": "kab", "kota": "kota", "city": "kota"}
_SHORT = {"tts": "53.02", "ttu": "53.03", "sbd": "53.18"}
"""The abbreviations that everybody in NTT uses."""
_BLANKS = re.compile(r"[\s_-]+")


def district_by_code(text: str, *, plain: bool = False) -> str | None:
    """The district of a Kemendagri code of a district or of a place in it.

    Without dots (`plain`) it may be one of BPS, so that is for a column which says whose codes it holds.
    """
    form = dotted(text)
    if form is None or len(form) < len("53.04") or (form != text.strip() and not plain):
        return None
    code = form[:5]
    return code if code in ntt_districts() else None


def _plain(text: str) -> tuple[str, str]:
    """Whether the name says a regency or a town, and the rest of it."""
    words = _BLANKS.sub(" ", text.strip().lower()).split()
    if words and words[0] in _KINDS:
        return _KINDS[words[0]], " ".join(words[1:])
    if len(words) > 1 and words[-1] in ("regency", "city"):
        return _KINDS[words[-1]], " ".join(words[:-1])
    return "", " ".join(words)


@cache
def _names() -> dict[str, tuple[tuple[str, str], ...]]:
    """Plain name -> the districts of that name, each with its kind."""
    names: dict[str, tuple[tuple[str, str], ...]] = {}
    for code in ntt_districts():
        kind, name = _plain(region_name(code))
        names[name] = (*names.get(name, ()), (kind, code))
    return names


def district_by_name(text: str) -> str | None:
    """The district of this name, as `Belu`, `Kabupaten Belu` or `Belu Regency`; `None` in any doubt.

    >>> district_by_name("Kab. Belu"), district_by_name("Kupang"), district_by_name("Kota Kupang")
    ('53.04', None, '53.71')
    """
    kind, name = _plain(text)
    if not kind and name in _SHORT:
        return _SHORT[name]
    found = [code for of, code in _names().get(name, ()) if kind in ("", of)]
    return found[0] if len(found) == 1 else None


def is_province(text: str) -> bool:
    """Whether the text means the whole of NTT."""
    name = _plain(text)[1].removeprefix("provinsi ").removesuffix(" province")
    return dotted(text) == NTT or name in ("ntt", "nusa tenggara timur", "east nusa tenggara")
