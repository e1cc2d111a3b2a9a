"""The outcome board as somebody reads it: the copy of every figure, and the whole numbers of her own office."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models.functions import TruncMonth

from tenun.insight.indicators.definitions import Indicator, Kind, Outcome, indicators, outcomes
from tenun.insight.models import IndicatorFigure, IndicatorValue
from tenun.organisations.queries import Standing

MONTHS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Figure:
    """One number as it may be shown: `hidden` stands in its place; `is_own` where it is her own office's, whole."""

    value: Decimal | None
    base: int | None = None
    hidden: str = ""
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator: the province's number, those of districts, of its own parts, and of the months before."""

    indicator: Indicator
    total: Figure | None
    districts: dict[str, Figure]
    parts: dict[str, Figure]
    months: tuple[tuple[date, Figure], ...]


@dataclass(frozen=True, slots=True)
class Board:
    """Everything that stands on it; `computed_at` is none while nothing was counted yet."""

    on: date | None
    computed_at: datetime | None
    lines: tuple[Line, ...]
    own: tuple[str, ...]

    def outcomes(self) -> list[tuple[Outcome, list[Line]]]:
        """The four results with their indicators."""
        return [(each, [line for line in self.lines if line.indicator.outcome == each.number]) for each in outcomes()]

    def measured(self) -> list[Line]:
        """Those of which there are numbers."""
        return [line for line in self.lines if line.indicator.kind is not Kind.UNMEASURED]


def board_of(standing: Standing, until: date) -> Board:
    """The board of the last day that was counted. At most four queries."""
    last = IndicatorValue.objects.filter(on__lte=until).order_by("-on").values_list("on", "computed_at").first()
    own = standing.scope.offices
    if last is None:
        return Board(None, None, tuple(Line(each, None, {}, {}, ()) for each in indicators()), own)
    on, at = last
    values = list(IndicatorValue.objects.filter(on=on))
    whole = list(IndicatorFigure.objects.filter(on=on)) if own else []
    months = _months(until)
    return Board(on, at, tuple(_line(each, values, whole, months, own) for each in indicators()), own)


def _months(until: date) -> list[IndicatorValue]:
    """The last figure of each month of the year that was, of the province. One query."""
    year = date(until.year - 1, until.month, 1)
    totals = IndicatorValue.objects.filter(district_code="", part="", on__gte=year, on__lte=until)
    by_month = totals.annotate(month=TruncMonth("on")).order_by("indicator", "month", "-on")
    return list(by_month.distinct("indicator", "month"))


def _line(
    indicator: Indicator,
    values: Iterable[IndicatorValue],
    whole: Iterable[IndicatorFigure],
    months: Iterable[IndicatorValue],
    own: tuple[str, ...],
) -> Line:
    mine = [each for each in values if each.indicator == indicator.id]
    total = next((_figure(each) for each in mine if not each.district_code and not each.part), None)
    # Her own number beside those of all others and the sum would tell her what is hidden of one more: she sees her own.
    districts = {each.district_code: _figure(each) for each in mine if each.district_code and not own}
    districts |= {
        each.district_code: Figure(each.value, each.base, is_own=True)
        for each in whole
        if each.indicator == indicator.id and not each.part
    }
    parts = {each.part: _figure(each) for each in mine if each.part}
    history = tuple((each.on, _figure(each)) for each in months if each.indicator == indicator.id)
    return Line(indicator, total, districts, parts, history[-MONTHS_SHOWN:])


def _figure(value: IndicatorValue) -> Figure:
    return Figure(value.value, value.base, value.hidden)
