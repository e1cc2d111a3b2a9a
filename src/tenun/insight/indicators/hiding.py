"""The copy of the figures that leaves the offices: small counts and what would reveal them are hidden.

Threshold 5 with complementary closing, rates over a base below 20 not at all (handbook standards/03). The offices' own
whole numbers never stand in the copy.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tenun.domain.disclosure import CLOSED, FEW, LEAST_SHOWN, Count, hide_in_parts, is_told
from tenun.insight.indicators.counting import PROVINCE, Counted
from tenun.insight.indicators.definitions import Indicator, Kind

THIN = "dasar < 20"
"""Stands for a rate over fewer than twenty."""
LEAST_BASE = 20


@dataclass(frozen=True, slots=True)
class Shown:
    """One figure of the copy; `hidden` says what stands in place of its value."""

    indicator: str
    district: str
    part: str
    value: Decimal | None
    base: int | None
    hidden: str = ""


def copy_of(counted: Iterable[Counted], known: Sequence[Indicator]) -> list[Shown]:
    """The copy of all of them; a figure of an indicator that nobody defined is left out."""
    kinds = {each.id: each.kind for each in known}
    by_indicator: dict[str, list[Counted]] = {}
    for each in counted:
        by_indicator.setdefault(each.indicator, []).append(each)
    return [shown for name, figures in by_indicator.items() if name in kinds for shown in _HIDE[kinds[name]](figures)]


def _open(figures: Sequence[Counted]) -> list[Shown]:
    return [Shown(each.indicator, each.district, each.part, each.value, each.base) for each in figures]


def _rate(figures: Sequence[Counted]) -> list[Shown]:
    """A median of few is near somebody's own number."""
    shown = []
    for each in figures:
        thin = (each.base or 0) < LEAST_BASE
        shown.append(
            Shown(each.indicator, each.district, each.part, None if thin else each.value, None, THIN if thin else "")
        )
    return shown


def _persons(figures: Sequence[Counted]) -> list[Shown]:
    """Districts and parts are each the parts of the province's figure.

    The base is told of the province alone, and only where those who are missing from it are not few themselves.
    """
    whole = next(each for each in figures if not each.district and not each.part)
    districts = [each for each in figures if each.district]
    parts = [each for each in figures if each.part]
    total = int(whole.value or 0)
    hidden_of, is_closed = _hidden(total, districts, parts)
    rest = whole.base - total if whole.base is not None else None
    base = None if is_closed or rest is None or 0 < rest < LEAST_SHOWN or 0 < total < LEAST_SHOWN else whole.base
    sign = CLOSED if is_closed else FEW if 0 < total < LEAST_SHOWN else ""
    first = Shown(whole.indicator, PROVINCE, "", None if sign else whole.value, base, sign)
    return [first, *(_shown(each, hidden_of) for each in (*districts, *parts))]


def _hidden(
    total: int, districts: Sequence[Counted], parts: Sequence[Counted]
) -> tuple[Mapping[tuple[str, str], str], bool]:
    """What stands in place of which figure, and whether the total has to be closed as well."""
    told, is_closed = dict[tuple[str, str], str](), False
    for lines in (districts, parts):
        counts = [int(each.value or 0) for each in lines]
        shown = hide_in_parts(counts)
        is_closed |= total >= LEAST_SHOWN and (is_told(counts, shown) or _is_told_by_closing(shown, total))
        for each, count in zip(lines, shown, strict=True):
            if isinstance(count, str):
                told[each.district, each.part] = count
    return told, is_closed


def _is_told_by_closing(shown: Sequence[Count], total: int) -> bool:
    """Whether it tells the hidden one of one to four that the part closed beside it was the smallest of the others."""
    if (shown.count(FEW), shown.count(CLOSED)) != (1, 1):
        return False
    others = [count for count in shown if isinstance(count, int)]
    left = total - sum(others)
    most = min((count for count in others if count >= LEAST_SHOWN), default=left)
    return sum(LEAST_SHOWN <= left - one <= most for one in range(1, LEAST_SHOWN)) < 2


def _shown(each: Counted, hidden: Mapping[tuple[str, str], str]) -> Shown:
    sign = hidden.get((each.district, each.part), "")
    return Shown(each.indicator, each.district, each.part, None if sign else each.value, None, sign)


_HIDE = {Kind.OPEN: _open, Kind.RATE: _rate, Kind.PERSONS: _persons, Kind.UNMEASURED: _open}
