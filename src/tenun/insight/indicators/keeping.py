"""Keeps the figures of a day: whole for each district's own office, and the copy for everybody else."""

from datetime import date

from django.db.backends.utils import CursorWrapper

from tenun.insight.indicators.counting import Counted, count_all, in_bulk
from tenun.insight.indicators.definitions import indicators
from tenun.insight.indicators.hiding import Shown, copy_of
from tenun.shared.clock import now

_KEEP = """
INSERT INTO {table} (indicator, district_code, part, "on", value, base, computed_at{more})
VALUES (%s, %s, %s, %s, %s, %s, %s{mark})
"""
_WHOLE = _KEEP.format(table="insight_indicatorfigure", more="", mark="")
_COPY = _KEEP.format(table="insight_indicatorvalue", more=", hidden", mark=", %s")


def keep_figures(on: date) -> int:
    """Counts everything and writes it over what was counted on the same day before; how many figures."""
    with in_bulk() as cursor:
        counted = count_all(cursor, on)
        _write(cursor, on, counted, copy_of(counted, indicators()))
    return len(counted)


def _write(cursor: CursorWrapper, on: date, whole: list[Counted], copy: list[Shown]) -> None:
    at = now()
    for table in ("insight_indicatorfigure", "insight_indicatorvalue"):
        cursor.execute(f'DELETE FROM {table} WHERE "on" = %s', [on])
    # The province has no office of its own whose whole numbers these would be.
    owned = [each for each in whole if each.district]
    cursor.executemany(_WHOLE, [(e.indicator, e.district, e.part, on, e.value, e.base, at) for e in owned])
    rows = [(e.indicator, e.district, e.part, on, e.value, e.base, at, e.hidden) for e in copy]
    cursor.executemany(_COPY, rows)
