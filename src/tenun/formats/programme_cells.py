"""Reads one cell about a programme as what its column asks for; what cannot be read without a guess is a problem."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar

from tenun.domain.catalogue import REFUSALS, CatalogueError
from tenun.domain.rules import Rule
from tenun.domain.words import Words
from tenun.formats.cells import EXACT_DIGITS, Cell, CellError, Formula, Plain, shown
from tenun.formats.districts import district_by_code, district_by_name, is_province
from tenun.formats.entry_rules import read_entry_rules_text
from tenun.formats.problems import Problem
from tenun.formats.programme_names import spellings
from tenun.formats.spellings import fold
from tenun.formats.values import CellProblem

E = TypeVar("E", bound=Enum)
Parser = Callable[[Plain], Any]

SEPARATOR = ";"
LAST_OBJECTIVE = 23
UNKNOWN_AMOUNT = "belum diketahui"
_UNKNOWN = frozenset({"belum_diketahui", "tidak_diketahui", "unknown", "_", ""})
_GROUPED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]{1,2})?")
_PLAIN = re.compile(r"[0-9]+(?:[.,][0-9]{1,2})?")
_MOST_DIGITS = 18
_RUPIAH = re.compile(r"Rp\.?\s*", re.IGNORECASE)


def plain_of(cell: Cell, row: int, column: str, problems: list[Problem]) -> Plain | None:
    """The cell's own value, or nothing; a formula's saved result with a warning, an error value with a problem."""
    if isinstance(cell, Formula):
        if cell.value is None:
            problems.append(Problem("cell.formula_without_value", row, column, cell.text))
            return None
        problems.append(Problem("cell.formula", row, column, cell.text))
        cell = cell.value
    if isinstance(cell, CellError):
        problems.append(Problem("cell.error_value", row, column, cell.text))
        return None
    text = cell.strip() if isinstance(cell, str) else cell
    return None if text in ("", "-") else text


def parsed(parse: Parser, cell: Cell, row: int, column: str, problems: list[Problem]) -> Any:
    """What the cell says, or `None` with its problem on the list."""
    plain = plain_of(cell, row, column, problems)
    if plain is None:
        return None
    try:
        return parse(plain)
    except CellProblem as problem:
        problems.append(Problem(problem.code, row, column, problem.value, tuple(problem.details.items())))
        return None


def several(parse: Parser) -> Parser:
    """Several values in one cell, with `;` or a line break between them, each once."""

    def read(cell: Plain) -> tuple[Any, ...]:
        texts = re.split(r"[;\n]", shown(cell))
        return tuple(dict.fromkeys(parse(text.strip()) for text in texts if text.strip()))

    return read


def choice(words: Mapping[E, Words]) -> Parser:
    """One of these choices, however it is written."""
    table = spellings(words)
    allowed = ", ".join(each.id for each in words.values())

    def read(cell: Plain) -> E:
        found = table.get(fold(shown(cell)))
        if found is None:
            raise CellProblem("cell.not_a_choice", shown(cell), allowed=allowed)
        return found

    return read


def read_line(cell: Plain) -> str:
    """A text in one line; a number is taken as it is shown, a date is none."""
    if isinstance(cell, str | int) and not isinstance(cell, bool):
        return " ".join(str(cell).split())
    raise CellProblem("cell.wrong_type", shown(cell))


def read_words(cell: Plain) -> str:
    """A text that may have several lines; a number is taken as it is shown, a date is none."""
    return cell.strip() if isinstance(cell, str) else read_line(cell)


def read_district(cell: Plain) -> str:
    """The code of a district by its dotted Kemendagri code or its whole name; empty for the whole province."""
    text = shown(cell)
    if is_province(text) or fold(text) == "seluruh_ntt":
        return ""
    found = district_by_code(text) or district_by_name(text)
    if found is None:
        raise CellProblem("programme.district", text)
    return found


def read_objective(cell: Plain) -> int:
    """The number of an objective of the Global Compact, 1 to 23."""
    text = shown(cell)
    if not (text.isascii() and text.isdigit() and len(text) < 3 and 1 <= int(text) <= LAST_OBJECTIVE):
        raise CellProblem("programme.objective", text, last=LAST_OBJECTIVE)
    return int(text)


def read_sector(cell: Plain) -> str:
    """A purpose code of the DAC: five digits."""
    text = shown(cell)
    if not (text.isascii() and text.isdigit() and len(text) == 5):
        raise CellProblem("programme.sector", text)
    return text


def read_currency(cell: Plain) -> str:
    """A currency of ISO 4217: three letters. `Rp` is the rupiah."""
    text = shown(cell).upper()
    if text in ("RP", "RP.", "RUPIAH"):
        return "IDR"
    if not (text.isascii() and text.isalpha() and len(text) == 3):
        raise CellProblem("programme.currency", shown(cell))
    return text


def read_amount(cell: Plain) -> Decimal | None:
    """An amount as it is written in Indonesia (`1.250.000,50`) or as a number; `belum diketahui` is `None`."""
    if isinstance(cell, int | float) and not isinstance(cell, bool) and 0 <= cell < 10**EXACT_DIGITS:
        return Decimal(str(cell))
    text = shown(cell)
    if fold(text) in _UNKNOWN:
        return None
    digits = _RUPIAH.sub("", text, count=1).replace(" ", "")
    if len(digits) <= _MOST_DIGITS + 7 and _GROUPED.fullmatch(digits):
        return Decimal(digits.replace(".", "").replace(",", "."))
    if len(digits) <= _MOST_DIGITS and _PLAIN.fullmatch(digits):
        return Decimal(digits.replace(",", "."))
    raise CellProblem("programme.amount", text)


def read_rules(cell: Plain) -> tuple[Rule, ...]:
    """The entry rules as this program writes them."""
    try:
        return read_entry_rules_text(shown(cell))
    except CatalogueError as error:
        reason = REFUSALS[error.code].say("id", **error.values).rstrip(".")
        raise CellProblem("programme.rules", shown(cell)[:40], reason=reason) from None


def read_decimal(cell: Plain) -> Decimal | None:
    """An amount of a file with tags: a point before the decimals. `1.250` may be thousands, so it is not read."""
    text = shown(cell)
    if isinstance(cell, str) and _GROUPED.fullmatch(text):
        raise CellProblem("programme.amount", text)
    return read_amount(cell)


def amount_text(amount: Decimal, point: str = ",") -> str:
    """An amount to the hundredth, without grouping, as `read_amount` takes it."""
    text = f"{amount:.2f}"
    return text.removesuffix(".00").replace(".", point)
