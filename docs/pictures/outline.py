"""Draws the outline of NTT for the map of programmes, from the world's countries as TopoJSON (world-atlas).

Run once, when the outline should change: `python docs/pictures/outline.py countries-10m.json > OUTLINE`, the file
being `src/tenun/web/templates/programmes/outline.html`. It holds the land of Indonesia between 118.7 and 125.3 degrees
east and 8 and 11.1 degrees south, without the islands that belong to neighbouring provinces, simplified to what a
screen shows. Natural Earth is in the public domain.
"""

import json
import sys
from pathlib import Path

WEST, EAST, NORTH, SOUTH = 118.7, 125.3, -7.95, -11.15
SCALE = 120
"""Units of the drawing per degree."""
TOLERANCE = 0.006
INDONESIA = "360"
OTHERS = ((118.0, 119.45, -8.95, -7.0), (125.35, 130.0, -9.0, -7.0), (120.0, 122.0, -7.9, -6.0))
"""Boxes of islands of West Nusa Tenggara, Maluku and South Sulawesi: west, east, south, north."""


def rings(atlas: dict) -> list[list[tuple[float, float]]]:
    """Every outer ring of Indonesia in degrees."""
    scale, move = atlas["transform"]["scale"], atlas["transform"]["translate"]
    arcs = []
    for arc in atlas["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale[0] + move[0], y * scale[1] + move[1]))
        arcs.append(points)
    countries = atlas["objects"]["countries"]["geometries"]
    country = next(each for each in countries if each.get("id") == INDONESIA)
    return [joined(polygon[0], arcs) for polygon in country["arcs"]]


def joined(numbers: list[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    """A ring from its arcs; a negative number is an arc walked backwards."""
    ring = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        ring += arc if not ring else arc[1:]
    return ring


def is_ours(ring: list[tuple[float, float]]) -> bool:
    """Whether the middle of the ring lies in NTT."""
    east = sum(x for x, _ in ring) / len(ring)
    north = sum(y for _, y in ring) / len(ring)
    inside = WEST < east < EAST and SOUTH < north < NORTH
    return inside and not any(w < east < e and s < north < n for w, e, s, n in OTHERS)


def simplified(ring: list[tuple[float, float]], most: float) -> list[tuple[float, float]]:
    """The ring without points closer than `most` to the line between their neighbours (Douglas, Peucker)."""
    if len(ring) < 3:
        return ring
    (x1, y1), (x2, y2) = ring[0], ring[-1]
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
    far, at = 0.0, 0
    for place in range(1, len(ring) - 1):
        x, y = ring[place]
        if length:
            away = abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length
        else:
            away = ((x - x1) ** 2 + (y - y1) ** 2) ** 0.5
        if away > far:
            far, at = away, place
    if far <= most:
        return [ring[0], ring[-1]]
    return simplified(ring[: at + 1], most)[:-1] + simplified(ring[at:], most)


def drawn(ring: list[tuple[float, float]]) -> str:
    """The ring as a path."""
    points = [f"{(x - WEST) * SCALE:.0f} {(NORTH - y) * SCALE:.0f}" for x, y in ring[:-1]]
    return "M" + "L".join(points) + "z"


def main() -> None:
    """Writes the path to standard output."""
    atlas = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    ours = [simplified(ring, TOLERANCE) for ring in rings(atlas) if is_ours(ring)]
    path = "".join(drawn(ring) for ring in ours if len(ring) > 3)
    sys.stdout.write(f'<path class="land" d="{path}"/>\n')


if __name__ == "__main__":
    main()
