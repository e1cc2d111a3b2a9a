"""The map as it is shown: a matrix, a grid of tiles, an outline with circles; and the draft about a gap."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from tenun.domain.coverage import COUNTED, Cell, CellState, gaps, overlaps
from tenun.domain.disclosure import Count
from tenun.domain.identifiers.regions import ntt_districts, region_name
from tenun.domain.programmes import ServiceLine
from tenun.partnership.needs import Kind, Map
from tenun.web.language import say
from tenun.web.programme_words import SERVICES
from tenun.web.programmes.pages import say_number

STEPS = (5, 50, 120, 220)
"""Where the five shades of need begin; below the first nothing is shaded."""
MOST_LISTED = 6

SHORT: Mapping[str, str] = {
    "53.01": "KPG",
    "53.02": "TTS",
    "53.03": "TTU",
    "53.04": "BLU",
    "53.05": "ALR",
    "53.06": "FLT",
    "53.07": "SKK",
    "53.08": "END",
    "53.09": "NGD",
    "53.10": "MGR",
    "53.11": "STM",
    "53.12": "SBA",
    "53.13": "LBT",
    "53.14": "RTE",
    "53.15": "MBR",
    "53.16": "NGK",
    "53.17": "STG",
    "53.18": "SBD",
    "53.19": "MTM",
    "53.20": "SBR",
    "53.21": "MLK",
    "53.71": "KKP",
}
_WEST, _NORTH, _SCALE = 118.7, -7.95, 120
"""As `docs/pictures/outline.py` draws the land."""
_MIDDLES: Mapping[str, tuple[float, float]] = {
    "53.01": (123.92, -9.93),
    "53.02": (124.46, -9.83),
    "53.03": (124.55, -9.38),
    "53.04": (124.97, -9.1),
    "53.05": (124.72, -8.28),
    "53.06": (122.95, -8.3),
    "53.07": (122.3, -8.66),
    "53.08": (121.78, -8.75),
    "53.09": (120.99, -8.83),
    "53.10": (120.35, -8.62),
    "53.11": (120.25, -9.82),
    "53.12": (119.4, -9.68),
    "53.13": (123.5, -8.4),
    "53.14": (123.1, -10.75),
    "53.15": (119.95, -8.65),
    "53.16": (121.36, -8.55),
    "53.17": (119.7, -9.5),
    "53.18": (119.15, -9.45),
    "53.19": (120.68, -8.43),
    "53.20": (121.85, -10.52),
    "53.21": (124.95, -9.55),
    "53.71": (123.6, -10.2),
}
"""About where the circle of a district stands, in degrees east and north; no boundary is drawn."""
_RADII = (13, 19, 25, 31, 38)


def level(need: Count | None) -> int:
    """Which of the five shades; a number that is not shown has the palest, so that the shade tells nothing."""
    if not isinstance(need, int):
        return 0
    return sum(need >= step for step in STEPS)


@dataclass(frozen=True, slots=True)
class Square:
    """One cell as it is shown, in the matrix, as a tile and as a circle."""

    district: str
    name: str
    short: str
    service: str
    need: str
    beside: str
    shade: int
    is_gap: bool
    x: int = 0
    y: int = 0
    radius: int = 0

    @property
    def tile(self) -> str:
        """The name of its place in the grid of tiles (the stylesheet knows where that is)."""
        return f"t{self.district.replace('.', '')}"


@dataclass(frozen=True, slots=True)
class Line:
    """A district of the matrix with its cells."""

    district: str
    name: str
    squares: tuple[Square, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A gap or an overlap in one sentence, with where it leads."""

    district: str
    service: str
    title: str
    about: str


def short_name(district: str) -> str:
    """`Malaka`, `Kota Kupang`."""
    return region_name(district).removeprefix("Kabupaten ")


def square_of(cell: Cell) -> Square:
    """The cell with its words."""
    places = cell.places
    if cell.state is CellState.GAP:
        beside = _("tanpa")
    elif places is not None:
        beside = _("kap. {count}").format(count=say_number(places))
    else:
        beside = _("{count} program").format(count=len(cell.offers)) if cell.offers else "–"
    east, north = _MIDDLES[cell.district]
    shade = level(cell.need)
    return Square(
        cell.district,
        short_name(cell.district),
        SHORT[cell.district],
        str(cell.service),
        say_number(cell.need),
        beside,
        shade,
        cell.state is CellState.GAP,
        round((east - _WEST) * _SCALE),
        round((_NORTH - north) * _SCALE),
        _RADII[shade],
    )


def lines_of(found: Map) -> tuple[Line, ...]:
    """The matrix, districts by name."""
    return tuple(
        Line(district, short_name(district), tuple(square_of(found.cells[district, service]) for service in COUNTED))
        for district in sorted(ntt_districts(), key=short_name)
    )


def squares_of(found: Map, service: ServiceLine) -> tuple[Square, ...]:
    """One service in every district, from west to east as the tiles are read."""
    squares = [square_of(found.cells[district, service]) for district in ntt_districts()]
    return tuple(sorted(squares, key=lambda square: (square.x, square.y)))


def gaps_of(found: Map) -> tuple[list[Listed], int]:
    """The largest gaps, and how many there are."""
    every = gaps(found.cells.values())
    listed = [
        Listed(
            cell.district,
            str(cell.service),
            _title(cell),
            _("{count} orang membutuhkan, belum ada program").format(count=say_number(cell.need)),
        )
        for cell in every[:MOST_LISTED]
    ]
    return listed, len(every)


def overlaps_of(found: Map) -> tuple[list[Listed], int]:
    """Where several programmes do the same, and how many such places there are."""
    every = overlaps(found.cells.values())
    return [
        Listed(cell.district, str(cell.service), _title(cell), _several(cell)) for cell in every[:MOST_LISTED]
    ], len(every)


def _several(cell: Cell) -> str:
    said = {"count": len(cell.offers), "need": say_number(cell.need)}
    if cell.places is None:
        return _("{count} program, untuk {need} orang yang membutuhkan").format(**said)
    words = _("{count} program, {places} tempat tahun ini, untuk {need} orang yang membutuhkan")
    return words.format(**said, places=say_number(cell.places))


def _title(cell: Cell) -> str:
    return f"{short_name(cell.district)} · {SERVICES[cell.service]}"


_DRAFT = (
    "Yth. {partner}",
    "Pemerintah Provinsi Nusa Tenggara Timur mengusulkan kerja sama layanan {service} di {place}.",
    "Menurut Tenun per {day}, {people} orang di {place} membutuhkan layanan ini.{kinds} Saat ini {supply}.",
    "Apakah program Bapak/Ibu dapat menjangkau {place}? Untuk berapa orang, mulai kapan, dan apa syaratnya?",
    "Angka satu sampai empat ditulis “<5”, supaya tidak ada orang yang dapat dikenali.",
)


def draft_of(cell: Cell, kinds: Sequence[Kind], *, partner: str, day: str) -> str:
    """The proposal about a cell, in Indonesian whatever the page speaks; its numbers are those that may leave."""
    named = "; ".join(f"{kind.title.id} ({say_number(kind.people)})" for kind in kinds[:MOST_LISTED])
    count = len(cell.offers)
    return "\n\n".join(_DRAFT).format(
        partner=partner or "........",
        service=str(SERVICES[cell.service]).lower(),
        place=region_name(cell.district),
        day=day,
        people=say_number(cell.need),
        kinds=f" Yang paling banyak: {named}." if named else "",
        supply=f"ada {count} program yang berjalan di sana" if count else "belum ada program yang berjalan di sana",
    )


def kind_lines(kinds: Sequence[Kind]) -> list[tuple[str, str, str]]:
    """What is behind a number: name, people, desk or office."""
    return [(say(kind.title), say_number(kind.people), say(kind.where) if kind.where else "–") for kind in kinds]
