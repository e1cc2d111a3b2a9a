"""The texts people write for competence schemes, language tests and their levels, and what they mean.

A text that is not in these tables is reported; it is never guessed. The levels are those of handbook
standards/06: JLPT N5 to N1, CEFR A1 to C2, JFT-Basic passed with 200 of 250 points, EPS-TOPIK points of 200.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from tenun.domain.papers import CompetenceScheme, LanguageScale


def fold(text: str) -> str:
    """The text without what does not matter in a choice: capitals, and blanks or hyphens for `_`.

    >>> fold(" Belum Kawin "), fold("JFT-Basic")
    ('belum_kawin', 'jft_basic')
    """
    return "_".join(text.lower().replace("-", " ").replace("_", " ").split())


_PREFIX = "kompetensi_"
SCHEME_NAMES = tuple(scheme.removeprefix(_PREFIX) for scheme in CompetenceScheme)
"""What the template offers for a scheme: the scheme's own name without its prefix."""

_SCHEME_SPELLINGS: Mapping[CompetenceScheme, tuple[str, ...]] = {
    CompetenceScheme.DOMESTIC_WORK: (
        "penata laksana rumah tangga",
        "PLRT",
        "PRT",
        "pekerja rumah tangga",
        "pekerja domestik",
        "asisten rumah tangga",
        "ART",
        "housekeeper",
        "housekeeping",
        "house maid",
        "housemaid",
        "domestic",
        "domestic work",
        "domestic worker",
    ),
    CompetenceScheme.ELDERLY_CARE: (
        "perawat lansia",
        "pengasuh lansia",
        "perawat orang tua",
        "caregiver",
        "caregiver lansia",
        "elderly care",
        "elderly carer",
        "elderly caretaker",
    ),
    CompetenceScheme.CHILD_CARE: (
        "pengasuh anak",
        "perawat anak",
        "baby sitter",
        "babysitter",
        "child care",
        "child carer",
        "child caretaker",
    ),
    CompetenceScheme.FAMILY_COOK: ("juru masak", "juru masak keluarga", "cook", "family cook"),
    CompetenceScheme.PLANTATION: (
        "perkebunan",
        "pekerja kebun",
        "pekerja perkebunan",
        "pekerja ladang",
        "sawit",
        "plantation",
        "plantation worker",
    ),
    CompetenceScheme.MANUFACTURING: ("manufaktur", "pekerja pabrik", "manufacturing", "factory"),
    CompetenceScheme.EPS_SKILL_TEST: ("EPS", "EPS skill test", "uji keterampilan EPS", "tes keterampilan EPS"),
    CompetenceScheme.KAIGO: ("kaigo ginou", "kaigo skill test", "uji keterampilan kaigo", "nursing care"),
    CompetenceScheme.NURSING: ("keperawatan", "perawat", "nurse", "nursing"),
    CompetenceScheme.SEAFARER: ("awak kapal", "awak kapal perikanan", "ABK", "seafarer", "fishing crew"),
    CompetenceScheme.OTHER: (),
}

SCHEMES: Mapping[str, CompetenceScheme] = MappingProxyType(
    {
        fold(text): scheme
        for scheme, texts in _SCHEME_SPELLINGS.items()
        for text in (scheme.value, scheme.removeprefix(_PREFIX), *texts)
    }
)
"""Folded spelling -> scheme."""

TEST_NAMES = ("JFT", "JLPT", "EPS_TOPIK", "TOCFL", "CEFR_DE", "CEFR_EN", "CEFR_JA")
"""What the template offers for a language test."""

_TEST_SPELLINGS: Mapping[LanguageScale, tuple[str, ...]] = {
    LanguageScale.JFT: ("JFT", "JFT-Basic", "JFTBasic"),
    LanguageScale.JLPT: ("JLPT",),
    LanguageScale.EPS_TOPIK: ("EPS_TOPIK", "EPSTOPIK"),
    LanguageScale.TOCFL: ("TOCFL",),
    LanguageScale.CEFR_DE: ("CEFR_DE",),
    LanguageScale.CEFR_EN: ("CEFR_EN",),
    LanguageScale.CEFR_JA: ("CEFR_JA",),
}

TESTS: Mapping[str, LanguageScale] = MappingProxyType(
    {
        fold(text): scale
        for scale, texts in _TEST_SPELLINGS.items()
        for text in (scale.value, scale.removeprefix("bahasa_"), *texts)
    }
)
"""Folded spelling -> scale."""

_CEFR = MappingProxyType({"A1": 1, "A2": 2, "B1": 3, "B2": 4, "C1": 5, "C2": 6})
_LEVELS: Mapping[LanguageScale, Mapping[str, int]] = {
    LanguageScale.JFT: MappingProxyType({"A1": 1, "A2": 2}),
    LanguageScale.JLPT: MappingProxyType({"N5": 1, "N4": 2, "N3": 3, "N2": 4, "N1": 5}),
    LanguageScale.TOCFL: _CEFR,
    LanguageScale.CEFR_DE: _CEFR,
    LanguageScale.CEFR_EN: _CEFR,
    LanguageScale.CEFR_JA: _CEFR,
}
_HIGHEST_SCORE: Mapping[LanguageScale, int] = {LanguageScale.JFT: 250, LanguageScale.EPS_TOPIK: 200}
_JFT_PASS = 200
_JFT_PASS_RANK, _JFT_FAIL_RANK = 2, 0


def allowed_levels(scale: LanguageScale) -> str:
    """The levels and scores that this test knows, for a message."""
    levels = list(_LEVELS.get(scale, ()))
    if scale in _HIGHEST_SCORE:
        levels.append(f"0-{_HIGHEST_SCORE[scale]}")
    return ", ".join(levels)


def rank(scale: LanguageScale, text: str) -> int:
    """The rank of a level or score on its scale. Raises `ValueError` when the test has no such level.

    >>> rank(LanguageScale.JLPT, "n4"), rank(LanguageScale.JFT, "200"), rank(LanguageScale.EPS_TOPIK, "152")
    (2, 2, 152)
    """
    level = text.upper()
    levels = _LEVELS.get(scale, {})
    if level in levels:
        return levels[level]
    highest = _HIGHEST_SCORE.get(scale, -1)
    if not (level.isascii() and level.isdigit() and len(level) <= 3 and int(level) <= highest):
        raise ValueError(text)
    if scale is LanguageScale.JFT:
        return _JFT_PASS_RANK if int(level) >= _JFT_PASS else _JFT_FAIL_RANK
    return int(level)


def level_of(scale: LanguageScale, rank: int) -> str:
    """How a rank is written; the other way of `rank`. A failed test has no level of its own and is written 0.

    >>> level_of(LanguageScale.JLPT, 2), level_of(LanguageScale.EPS_TOPIK, 152), level_of(LanguageScale.JFT, 0)
    ('N4', '152', '0')
    """
    return next((level for level, known in _LEVELS.get(scale, {}).items() if known == rank), str(rank))


CHOICE_SPELLINGS: Mapping[str, str] = MappingProxyType(
    {
        "laki_laki": "L",  # as printed on KTP and KK
        "perempuan": "P",
        "sltp": "SMP",  # the older names on ijazah
        "slta": "SMA",
    }
)
"""Folded spelling -> the choice it means, wherever a column has that choice."""


def choice_table(choices: Mapping[str, Any]) -> dict[str, Any]:
    """Folded spelling -> value, for one column's choices."""
    table = {fold(name): value for name, value in choices.items()}
    return {text: choices[name] for text, name in CHOICE_SPELLINGS.items() if name in choices} | table
