"""Outlines: the countries of Europe from Natural Earth, reduced and projected once, when they are vendored.

Takes in world-atlas's `countries-50m.json` (TopoJSON), spits out `europe.json`: the size of the map and one SVG path
for all land with its borders. `.venv/bin/python -m colabora.catalogue.outlines countries-50m.json > europe.json`.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

# Lambert's azimuthal equal-area projection around 52° N, 10° E: that of the European Union's statistical maps
# (EPSG:3035), on a sphere, which is exact enough for outlines of 1 : 50 million.
CENTRE = (math.radians(52), math.radians(10))
# One unit of the map is 2 km; the frame reaches from Iceland to Belarus and from Lapland to Gibraltar.
UNITS = 6371 / 2
WIDTH, HEIGHT = 1800, 1900
LEFT, TOP = 1040, 1060  # units from the left and upper edge to the centre
SMALLEST = 4  # units: an island less wide than this is not drawn
TOLERANCE = 1.0  # units: how far a line may be from the one it stands for
Point = tuple[float, float]


def project(latitude: float, longitude: float) -> Point:
    """Return where a place lies on the map, in units from the upper left corner."""
    lat, lon = math.radians(latitude), math.radians(longitude) - CENTRE[1]
    sin0, cos0 = math.sin(CENTRE[0]), math.cos(CENTRE[0])
    facing = sin0 * math.sin(lat) + cos0 * math.cos(lat) * math.cos(lon)
    scale = UNITS * math.sqrt(2 / (1 + max(facing, -0.99)))
    x = scale * math.cos(lat) * math.sin(lon)
    y = scale * (cos0 * math.sin(lat) - sin0 * math.cos(lat) * math.cos(lon))
    return LEFT + x, TOP - y


def draw_outlines(topology: Mapping[str, Any]) -> dict[str, Any]:
    """Return the map as `{width, height, path}`; each border is drawn once."""
    used = set(_arcs_of(topology["objects"]["countries"]["geometries"]))
    lines = (_line(topology, number) for number in sorted(used))
    path = "".join(_path(_simplify(part)) for line in lines for part in _inside(line) if _is_wide(part))
    return {"width": WIDTH, "height": HEIGHT, "path": path}


def _arcs_of(value: Any) -> Iterator[int]:
    """Yield the numbers of all arcs that geometries are made of; a reversed arc is the same line."""
    for part in value:
        if isinstance(part, Mapping):
            yield from _arcs_of(part.get("arcs", ()))
        elif isinstance(part, list):
            yield from _arcs_of(part)
        else:
            yield part if part >= 0 else ~part


def _line(topology: Mapping[str, Any], number: int) -> list[Point]:
    """Return an arc, projected; TopoJSON writes it as steps on a grid."""
    (wide, high), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    steps = topology["arcs"][number]
    places = zip(accumulate(x for x, _ in steps), accumulate(y for _, y in steps), strict=True)
    return [project(south + y * high, west + x * wide) for x, y in places]


def _inside(line: Sequence[Point]) -> Iterator[list[Point]]:
    """Yield the parts of a line that run through the frame, with a step outside at each end."""
    part: list[Point] = []
    for before, point, after in zip([line[0], *line[:-1]], line, [*line[1:], line[-1]], strict=True):
        if any(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in (before, point, after)):
            part.append(point)
        elif part:
            yield part
            part = []
    if part:
        yield part


def _is_wide(line: Sequence[Point]) -> bool:
    return any(math.dist(line[0], point) >= SMALLEST for point in line)


def _simplify(line: Sequence[Point]) -> list[Point]:
    """Leave out points that lie near the line between their neighbours (Douglas and Peucker)."""
    if len(line) < 3:
        return list(line)
    first, last = line[0], line[-1]
    far, index = max((_distance(point, first, last), n) for n, point in enumerate(line[1:-1], 1))
    if far <= TOLERANCE:
        return [first, last]
    return [*_simplify(line[: index + 1])[:-1], *_simplify(line[index:])]


def _distance(point: Point, first: Point, last: Point) -> float:
    wide, high = last[0] - first[0], last[1] - first[1]
    length = math.hypot(wide, high)
    if not length:
        return math.dist(point, first)
    return abs(wide * (first[1] - point[1]) - (first[0] - point[0]) * high) / length


def _path(line: Sequence[Point]) -> str:
    """Return a line as relative steps of whole units."""
    whole = [(round(x), round(y)) for x, y in line]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(whole) if a != b]
    return "M{},{}l{}".format(*whole[0], " ".join(f"{x},{y}" for x, y in steps)).replace(",-", "-").replace(" -", "-")


if __name__ == "__main__":
    sys.stdout.write(json.dumps(draw_outlines(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))))
