"""What people write for a scheme, a test and a level is read by a table, and the rest is not guessed."""

import pytest

from tenun.domain.papers import CompetenceScheme, LanguageScale
from tenun.formats.spellings import (
    SCHEME_NAMES,
    SCHEMES,
    TEST_NAMES,
    TESTS,
    allowed_levels,
    choice_table,
    fold,
    rank,
)

JFT, JLPT, EPS = LanguageScale.JFT, LanguageScale.JLPT, LanguageScale.EPS_TOPIK


@pytest.mark.parametrize(
    ("scale", "level", "expected"),
    [
        *((JLPT, f"N{level}", 6 - level) for level in range(1, 6)),
        (JLPT, "n4", 2),
        (JFT, "A1", 1),
        (JFT, "A2", 2),
        (JFT, "199", 0),
        (JFT, "200", 2),
        (JFT, "250", 2),
        (EPS, "0", 0),
        (EPS, "152", 152),
        (EPS, "200", 200),
        *(
            (scale, level, index)
            for scale in ("CEFR_DE", "CEFR_EN", "CEFR_JA", "TOCFL")
            for index, level in enumerate(("A1", "A2", "B1", "B2", "C1", "C2"), 1)
        ),
    ],
)
def test_a_level_becomes_its_rank(scale, level, expected):
    scale = scale if isinstance(scale, LanguageScale) else LanguageScale[scale]
    assert rank(scale, level) == expected


@pytest.mark.parametrize(
    ("scale", "level"),
    [
        (JLPT, "N6"),
        (JLPT, "4"),
        (JFT, "251"),
        (JFT, "B1"),
        (EPS, "201"),
        (EPS, "N4"),
        (EPS, "-1"),
        (EPS, "²"),
    ],
)
def test_a_level_that_the_test_has_not(scale, level):
    with pytest.raises(ValueError, match=level):
        rank(scale, level)


def test_a_message_names_the_levels_of_the_test():
    assert allowed_levels(JLPT) == "N5, N4, N3, N2, N1"
    assert allowed_levels(JFT) == "A1, A2, 0-250"
    assert allowed_levels(EPS) == "0-200"


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        ("JFT", JFT),
        ("JFT-Basic", JFT),
        ("jft basic", JFT),
        ("EPS-TOPIK", EPS),
        ("eps topik", EPS),
        ("JLPT", JLPT),
    ],
)
def test_tests_by_their_spellings(text, scale):
    assert TESTS[fold(text)] is scale


def test_what_the_template_offers_is_understood():
    assert [TESTS[fold(name)] for name in TEST_NAMES] == [LanguageScale[name] for name in TEST_NAMES]
    assert [SCHEMES[fold(name)] for name in SCHEME_NAMES] == list(CompetenceScheme)


def test_a_choice_may_be_written_as_papers_print_it():
    table = choice_table({"L": 1, "P": 2})
    assert [table[fold(text)] for text in ("L", "p", "LAKI-LAKI", "Perempuan")] == [1, 2, 1, 2]
    assert choice_table({"SMP": 1, "SMA": 2}) == {"smp": 1, "sma": 2, "sltp": 1, "slta": 2}
