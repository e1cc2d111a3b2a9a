"""Writes a workbook whole or not at all: a sheet of people that ends in the middle would look complete."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter

TEXT_FORMAT = 49
"""The built-in number format Text."""

# Strings are written as strings: nothing a cell holds can become a formula, a link or a number.
PLAIN_TEXTS = {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}


@contextmanager
def new_workbook(path: Path, *, row_by_row: bool = False) -> Iterator[Any]:
    """A workbook that takes its place at `path` when the block ends well.

    `row_by_row` keeps nothing in memory but the row being written. Raises `OSError`, at once when the folder
    cannot be written to.
    """
    part = path.with_name(f".{path.name}.part")
    part.touch()
    try:
        with xlsxwriter.Workbook(str(part), {**PLAIN_TEXTS, "constant_memory": row_by_row}) as book:
            yield book
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def workbook_into(buffer: BytesIO) -> Iterator[Any]:
    """A small workbook that is written to memory when the block ends, with nothing in a temporary folder."""
    with xlsxwriter.Workbook(buffer, {**PLAIN_TEXTS, "in_memory": True}) as book:
        yield book
