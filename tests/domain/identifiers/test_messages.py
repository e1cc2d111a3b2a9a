"""Every code that an identifier can give has words in both languages."""

import re
from pathlib import Path

import pytest

import tenun.domain.identifiers as package
from tenun.domain.identifiers.messages import MESSAGES, explain
from tenun.domain.identifiers.mrz import CHECKS
from tenun.domain.identifiers.names import KINDS

FOLDER = Path(package.__file__).parent
BY_HAND = {f"{name}_check" for name in CHECKS} | set(KINDS)


def documented_codes() -> set[str]:
    """The codes between back-quotes in the docstrings of the readers."""
    texts = [
        (FOLDER / f"{name}.py").read_text("utf-8")
        for name in ("nik", "family_card", "passport", "dates", "phone", "mrz", "population_number", "names")
    ]
    quoted = {code for text in texts for code in re.findall(r"`([a-z]+(?:_[a-z]+)*)`", text)}
    fields = {
        "born",
        "sex",
        "nik",
        "on",
        "left",
        "right",
        "problems",
        "warnings",
        "text",
        "optional",
        "position",
    }
    others = {"code", "country", "e", "birth_range", "valid", "notes"}
    return quoted - fields - others


def test_every_code_has_words_and_every_word_a_code() -> None:
    assert documented_codes() | BY_HAND == set(MESSAGES)


@pytest.mark.parametrize("code", [*MESSAGES, "misplaced_birth_date"])
def test_words_are_there_in_both_languages(code: str) -> None:
    words = explain(code)
    assert words.say("id")
    assert words.say("en")
    assert words.say("id") != words.say("en")


def test_a_misplaced_sign_names_its_field() -> None:
    assert "birth_date" in explain("misplaced_birth_date").say("en")


def test_an_unknown_code_is_our_own_fault() -> None:
    with pytest.raises(KeyError):
        explain("nonsense")
