"""Cuts coasts and borders for the explorer's map: `python training/basemap.py COUNTRIES [-o FILE]`.

COUNTRIES is `countries-50m.json` of the npm package world-atlas (`npm pack world-atlas@2.0.2`):
Natural Earth, public domain, as TopoJSON. Its arcs are drawn once each: those of one country are
coasts, those that two share are borders.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

INTO = Path(__file__).parents[1] / "src/reportedly/data/basemap/world.json"
TOLERANCE = 0.03  # degrees that a line may move
SMALLEST = 0.12  # degrees of a closed coast that is kept; smaller islands are dots of towns
SCALE = 100  # whole numbers are hundredths of a degree
EDGE = 179.99  # degrees; along the edge of the map there is no coast

Point = tuple[float, float]  # degrees east, degrees north


def main() -> None:
    """Write the basemap."""
    parser = argparse.ArgumentParser(description=__doc__.partition(":")[0])
    parser.add_argument("countries", type=Path)
    parser.add_argument("-o", "--into", type=Path, default=INTO)
    given = parser.parse_args()
    atlas = json.loads(given.countries.read_text(encoding="utf-8"))
    made = basemap(atlas)
    given.into.write_text(json.dumps(made, separators=(",", ":")) + "\n", encoding="utf-8")
    lines = {name: len(made[name]) for name in ("coasts", "borders")}
    print(f"{lines} lines, {given.into.stat().st_size:,} bytes in {given.into}")


def basemap(atlas: dict[str, Any]) -> dict[str, Any]:
    """Lines of an atlas: each begins with a point in hundredths of a degree, then steps follow."""
    uses = Counter(
        arc
        for country in atlas["objects"]["countries"]["geometries"]
        for arc in {arc if arc >= 0 else ~arc for arc in _numbers(country.get("arcs", []))}
    )
    coasts: list[list[int]] = []
    borders: list[list[int]] = []
    for number, times in sorted(uses.items()):
        arc = _points(atlas["arcs"][number], atlas["transform"])
        for line in _inside(arc):
            if times == 1 and _closed(line) and _extent(line) < SMALLEST:
                continue
            steps = _steps(_simpler(line))
            if len(steps) >= 4:
                (coasts if times == 1 else borders).append(steps)
    return {
        "source": "Natural Earth 1:50m, public domain; borders are drawn as they are held",
        "scale": SCALE,
        "coasts": coasts,
        "borders": borders,
    }


def _numbers(arcs: Sequence[Any]) -> Iterator[int]:
    for one in arcs:
        if isinstance(one, int):
            yield one
        else:
            yield from _numbers(one)


def _points(arc: Sequence[Sequence[int]], transform: dict[str, Any]) -> list[Point]:
    (wide, high), (west, south) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for east, north in arc:
        x, y = x + east, y + north
        points.append((x * wide + west, y * high + south))
    return points


def _inside(line: Sequence[Point]) -> Iterator[list[Point]]:
    """The stretches of a line that do not run along or across the edge of the map."""
    kept: list[Point] = []
    for point in line:
        if kept and (
            abs(point[0] - kept[-1][0]) > 180
            or (abs(point[0]) > EDGE and abs(kept[-1][0]) > EDGE)
            or point[1] < -EDGE / 2
        ):
            if len(kept) > 1:
                yield kept
            kept = []
        kept.append(point)
    if len(kept) > 1:
        yield kept


def _closed(line: Sequence[Point]) -> bool:
    return line[0] == line[-1]


def _extent(line: Sequence[Point]) -> float:
    east, north = [x for x, _ in line], [y for _, y in line]
    return max(max(east) - min(east), max(north) - min(north))


def _simpler(line: Sequence[Point]) -> list[Point]:
    """The line without points that lie nearly on it (Douglas and Peucker 1973)."""
    kept = {0, len(line) - 1}
    open_ = [(0, len(line) - 1)]
    if _closed(line):  # a ring has no chord of its own: it is cut in two
        middle = len(line) // 2
        kept.add(middle)
        open_ = [(0, middle), (middle, len(line) - 1)]
    while open_:
        first, last = open_.pop()
        far, where = 0.0, 0
        for at in range(first + 1, last):
            away = _distance(line[at], line[first], line[last])
            if away > far:
                far, where = away, at
        if far > TOLERANCE:
            kept.add(where)
            open_ += [(first, where), (where, last)]
    return [line[at] for at in sorted(kept)]


def _distance(point: Point, start: Point, end: Point) -> float:
    """Degrees from a point to a stretch."""
    wide, high = end[0] - start[0], end[1] - start[1]
    length = wide * wide + high * high
    share = 0.0
    if length:
        share = ((point[0] - start[0]) * wide + (point[1] - start[1]) * high) / length
        share = min(1.0, max(0.0, share))
    east = point[0] - start[0] - share * wide
    north = point[1] - start[1] - share * high
    return float((east * east + north * north) ** 0.5)


def _steps(line: Sequence[Point]) -> list[int]:
    """A line as x, y of its first point and the steps to each next; equal points once."""
    steps: list[int] = []
    x = y = 0
    for east, north in line:
        to_x, to_y = round(east * SCALE), round(north * SCALE)
        if steps and (to_x, to_y) == (x, y):
            continue
        steps += [to_x - x, to_y - y]
        x, y = to_x, to_y
    return steps


if __name__ == "__main__":
    main()
