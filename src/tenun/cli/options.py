"""Options that several commands share: dates, journey states, the JSON switch."""

from datetime import date
from typing import Any

import click

from tenun.cli.language import language
from tenun.domain.words import Words

_NOT_ISO = Words(
    '"{value}" bukan tanggal. Tulis seperti 2026-11-24.', '"{value}" is not a date. Write it like 2026-11-24.'
)

_TOO_EARLY = Words(
    "Aturan sebelum {first} tidak ada di katalog; siapa pun tampak siap. Pilih hari lain untuk --on.",
    "The catalogue has no rules of before {first}; anybody would seem ready. Choose another day for --on.",
)


def too_early(first: date) -> str:
    """What is said of a day before the first on which anybody can be judged."""
    return _TOO_EARLY.say(language(), first=first.isoformat())


class IsoDate(click.ParamType[date]):
    """A day written as 2026-11-24, and in no other way."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or wrong use told in one line."""
        if isinstance(value, date):
            return value
        try:
            if len(value) != len("2026-11-24"):
                raise ValueError(value)
            return date.fromisoformat(value)
        except ValueError:
            self.fail(_NOT_ISO.say(language(), value=value), param, ctx)


ISO_DATE = IsoDate()

as_json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document and nothing else.")
on_option = click.option(
    "--on", type=ISO_DATE, metavar="DATE", help="Judge as of this day (2026-11-24); default today in NTT."
)
