"""How the figures of the outcome board are said: a number, what stands in its place, how it moved, who mends it."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from tenun.documents.kinds import OTHER_KINDS
from tenun.domain.catalogue import packaged
from tenun.domain.disclosure import CLOSED, FEW
from tenun.domain.identifiers.regions import region_name
from tenun.domain.wording import say_day
from tenun.domain.words import Language
from tenun.insight.board import Board, Figure, Line
from tenun.insight.indicators.definitions import Indicator, Kind, Set
from tenun.insight.indicators.hiding import THIN
from tenun.web.language import language
from tenun.web.parts import Pair

NOT_SET = "belum ditetapkan"
UNMEASURED = "belum terukur"


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """One indicator ready to be shown."""

    id: str
    title: str
    number: str
    about: str
    moved: str
    waits_for: str
    pairs: tuple[Pair, ...]
    months: tuple[tuple[str, str], ...]


def say_number(value: Decimal) -> str:
    """`1.148`, `12,5`."""
    whole = f"{value:,.1f}".removesuffix(".0")
    return whole.replace(",", " ").replace(".", ",").replace(" ", ".")


def say_figure(figure: Figure | None) -> str:
    """The number, or the sign in its place; a dash while there is nobody to count."""
    if figure is None or (figure.value is None and not figure.hidden):
        return "–"
    return figure.hidden or say_number(figure.value or Decimal(0))


def view_of(line: Line) -> IndicatorView:
    """An indicator as the page shows it."""
    indicator = line.indicator
    is_measured = indicator.kind is not Kind.UNMEASURED
    return IndicatorView(
        id=indicator.id,
        title=indicator.title,
        number=say_figure(line.total) if is_measured else "",
        about=_about(line) if is_measured else "",
        moved=moved(line, language()) if is_measured else "",
        waits_for=indicator.waits_for,
        pairs=definition_of(indicator),
        months=tuple((say_day(on, language()), say_figure(figure)) for on, figure in line.months),
    )


def _about(line: Line) -> str:
    if line.total is not None and line.total.base is not None:
        return _("dari {base} {unit}").format(base=say_number(Decimal(line.total.base)), unit=line.indicator.unit)
    return line.indicator.unit


def moved(line: Line, speaking: Language) -> str:
    """How the province's number stands to that of the month before, where both may be shown."""
    if len(line.months) < 2:
        return ""
    (on, before), (_on, now) = line.months[-2:]
    if before.value is None or now.value is None:
        return ""
    sign = "▲" if now.value > before.value else "▼" if now.value < before.value else "●"
    told = {"value": say_number(before.value), "day": say_day(on, speaking)}
    if sign == "●":
        return sign + " " + _("tetap sejak {day}").format(**told)
    words = _("naik dari {value} pada {day}") if sign == "▲" else _("turun dari {value} pada {day}")
    return f"{sign} {words.format(**told)}"


def definition_of(indicator: Indicator) -> tuple[Pair, ...]:
    """What is counted, how, from what, and by whom it is answered for."""
    return (
        Pair(_("Artinya"), indicator.definition),
        Pair(_("Cara menghitung"), indicator.formula),
        Pair(_("Sumber"), ", ".join(indicator.source)),
        Pair(_("Satuan"), f"{indicator.unit}; {indicator.direction}"),
        Pair(_("Nilai awal"), say_set(indicator.baseline)),
        Pair(_("Sasaran"), say_set(indicator.target)),
        Pair(_("Penanggung jawab"), indicator.owner),
        Pair(_("Tujuan GCM"), ", ".join(map(str, indicator.gcm))),
        Pair(_("Ambang tampil"), threshold_of(indicator)),
    )


def say_set(value: Set | None) -> str:
    """A baseline or a target with its day and source; that nobody has set it."""
    if value is None:
        return NOT_SET
    return f"{say_number(Decimal(str(value.value)))} ({value.on:%d-%m-%Y}, {value.source})"


def threshold_of(indicator: Indicator) -> str:
    """From which number on it is shown outside its office."""
    return {
        Kind.PERSONS: f"5; satu sampai empat ditulis {FEW}, dan “{CLOSED}” bila dapat dihitung balik",
        Kind.RATE: f"dasar 20; di bawahnya ditulis “{THIN}”",
        Kind.OPEN: "tidak ada: bukan angka tentang orang",
        Kind.UNMEASURED: UNMEASURED,
    }[indicator.kind]


def district_rows(board: Board) -> tuple[list[str], list[tuple[str, list[tuple[str, str]]]]]:
    """Titles, and for each district what is said under each of them; for a counter her own districts alone."""
    lines = [line for line in board.measured() if line.districts]
    codes = sorted({code for line in lines for code in line.districts})
    titles = [line.indicator.short for line in lines]
    rows = [
        (
            region_name(code).removeprefix("Kabupaten "),
            [(line.indicator.short, say_figure(line.districts.get(code))) for line in lines],
        )
        for code in codes
    ]
    return titles, rows


@dataclass(frozen=True, slots=True)
class PartRow:
    """One kind of paper: its name, the desk or office that mends it, how many were mended."""

    name: str
    where: str
    number: str


def part_rows(line: Line) -> list[PartRow]:
    """The kinds of paper of which one was noted as faulty, by the desk that mends them."""
    names = {**packaged().lists.papers, **{kind: other.words for kind, other in OTHER_KINDS.items()}}
    rows = [
        PartRow(capfirst(names[kind].say(language())) if kind in names else kind, _where(kind), say_figure(figure))
        for kind, figure in line.parts.items()
        if figure.hidden or figure.value
    ]
    return sorted(rows, key=lambda row: (row.where, row.name))


def desk_rows(line: Line) -> list[tuple[str, str]]:
    """The sum of each desk; closed with any of its kinds that is hidden."""
    sums, closed = Counter[str](), set[str]()
    for kind, figure in line.parts.items():
        where = _where(kind)
        sums[where] += int(figure.value or 0)
        closed |= {where} if figure.hidden else set()
    return [
        (where, CLOSED if where in closed else say_number(Decimal(sums[where])))
        for where in sorted({*closed, *(each for each, count in sums.items() if count)})
    ]


def _where(kind: str) -> str:
    """The desk of the first step that mends a fault of such a paper, else the office that does."""
    lists = packaged().lists
    for step in packaged().steps:
        if step.paper == kind and any(each.startswith("defective") for each in step.mends):
            if step.desk:
                return lists.desks[step.desk].say(language())
            if step.office:
                return lists.offices[step.office].name.say(language())
    return _("meja belum ditentukan")
