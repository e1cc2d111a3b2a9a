"""The passport number's shape; the real test of a passport number is the check digit of its MRZ."""

import re
from dataclasses import dataclass
from typing import Any

_ALPHABET = re.compile(r"[A-Z0-9]*")
USUAL_SHAPE = re.compile(r"[A-Z]{1,2}[0-9]{6,7}")
"""What Indonesian passports seen in practice look like; not confirmed, so never a reason to refuse."""
_SHORTEST, _LONGEST = 7, 9


@dataclass(frozen=True, slots=True, kw_only=True)
class PassportNumber:
    """A passport number in capitals, with what is wrong (`problems`) or merely unusual (`warnings`)."""

    number: str
    problems: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def valid(self) -> bool:
        """Whether nothing is wrong with it; warnings do not count."""
        return not self.problems

    def to_json(self) -> dict[str, Any]:
        """The same three lists as the other identifiers."""
        return {
            "number": self.number,
            "valid": self.valid,
            "problems": list(self.problems),
            "warnings": list(self.warnings),
        }


def read_passport_number(text: str) -> PassportNumber:
    """Read a passport number: 7 to 9 of A-Z and 0-9 (handbook documents, C1).

    The text is trimmed at both ends and put in capitals. Problems are `length` and `characters`. The usual
    Indonesian shape, one or two letters and six or seven digits, is not confirmed by a source: another shape
    is only the warning `unusual_shape`.
    """
    number = text.strip().upper()
    problems = []
    if not _SHORTEST <= len(number) <= _LONGEST:
        problems.append("length")
    if not _ALPHABET.fullmatch(number):
        problems.append("characters")
    warnings = () if problems or USUAL_SHAPE.fullmatch(number) else ("unusual_shape",)
    return PassportNumber(number=number, problems=tuple(problems), warnings=warnings)
