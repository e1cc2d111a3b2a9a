"""Telephone numbers as people write them, so that a message reaches the person and not a stranger."""

from dataclasses import dataclass
from typing import Any

import phonenumbers
from phonenumbers import NumberParseException, ValidationResult

_HOME = "ID"
_PARSE_CODES = {
    NumberParseException.INVALID_COUNTRY_CODE: "country_unknown",
    NumberParseException.NOT_A_NUMBER: "not_a_number",
    NumberParseException.TOO_SHORT_AFTER_IDD: "too_short",
    NumberParseException.TOO_SHORT_NSN: "too_short",
    NumberParseException.TOO_LONG: "too_long",
}
_LENGTH_CODES = {
    ValidationResult.TOO_SHORT: "too_short",
    ValidationResult.TOO_LONG: "too_long",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """A telephone number: `e164` (+6281…) only when it can be dialled, `country` its ISO country code."""

    text: str
    e164: str | None = None
    country: str | None = None
    problems: tuple[str, ...] = ()

    @property
    def valid(self) -> bool:
        """Whether it can be dialled."""
        return not self.problems

    def to_json(self) -> dict[str, Any]:
        """All that was read."""
        return {
            "text": self.text,
            "valid": self.valid,
            "e164": self.e164,
            "country": self.country,
            "problems": list(self.problems),
        }


def read_phone(text: str) -> Phone:
    """Read a number; without `+` or `00` it is an Indonesian one. `62…` without `+` is understood too.

    Problems: `not_a_number`, `country_unknown`, `too_short`, `too_long`, `not_in_use` (the length is possible
    but no such range is given out). Extensions and letters are not guessed at.
    """
    text = text.strip()
    if any(sign.isalpha() for sign in text):
        return Phone(text=text, problems=("not_a_number",))
    try:
        number = phonenumbers.parse("+" + text[2:] if text.startswith("00") else text, _HOME)
    except NumberParseException as problem:
        return Phone(text=text, problems=(_PARSE_CODES[problem.error_type],))
    possible = phonenumbers.is_possible_number_with_reason(number)
    if possible in _LENGTH_CODES:
        return Phone(text=text, problems=(_LENGTH_CODES[possible],))
    if not phonenumbers.is_valid_number(number):
        return Phone(text=text, problems=("not_in_use",))
    return Phone(
        text=text,
        e164=phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164),
        country=phonenumbers.region_code_for_number(number),
    )
