"""A map of the places of a text as SVG, drawn offline: towns as dots instead of a base map."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from reportedly.records import Place, PlaceMention

# land shows where people live: no coast lines need to be shipped, and no border is drawn
_WIDTH = 900.0
_LEAST_SPAN = 3.0  # degrees: one town is shown with its region
_MARGIN = 0.18  # of the span
_FLATTEST, _TALLEST = 0.35, 1.0  # height by width
_LETTER, _LINE = 7.2, 15.0  # pixels of a label
_SHADE = {"site": "#b3261e", "town": "#b3261e", "district": "#c77700", "province": "#c77700"}
_OTHER_SHADE = "#3b6ea5"  # countries and regions: a point that stands for a large area


@dataclass(frozen=True, slots=True)
class Box:
    """Bounds in degrees."""

    south: float
    west: float
    north: float
    east: float


def box_of(mentions: Iterable[PlaceMention]) -> Box | None:
    """Bounds with a margin around all places with a point; None where there is none."""
    points = [(place.lat, place.lon) for place in _located(mentions)]
    if not points:
        return None
    south, north = min(lat for lat, _ in points), max(lat for lat, _ in points)
    west, east = min(lon for _, lon in points), max(lon for _, lon in points)
    middle = (south + north) / 2, (west + east) / 2
    narrow = _narrowing(middle[0])
    high = max(north - south, _LEAST_SPAN) * (1 + 2 * _MARGIN)
    wide = max(east - west, _LEAST_SPAN / narrow) * (1 + 2 * _MARGIN)
    high = max(high, wide * narrow * _FLATTEST)
    wide = max(wide, high / narrow / _TALLEST)
    return Box(
        middle[0] - high / 2, middle[1] - wide / 2, middle[0] + high / 2, middle[1] + wide / 2
    )


def _narrowing(lat: float) -> float:
    """How much shorter a degree of longitude is than one of latitude; bounded near the poles."""
    return max(math.cos(math.radians(lat)), 0.2)


def draw_map(
    mentions: Sequence[PlaceMention], towns: Iterable[tuple[float, float, int]], title: str
) -> str:
    """An SVG document; without any place with a point it says so.

    Args:
        mentions: the toponyms; the larger the circle, the more of them denote the place.
        towns: latitude, longitude and inhabitants of the towns inside `box_of(mentions)`.
        title: what the map shows, for those who cannot see it.
    """
    box = box_of(mentions)
    if box is None:
        return _document(_WIDTH, _LINE * 2, title, ['<text x="10" y="20">no place</text>'])
    narrow = _narrowing((box.south + box.north) / 2)
    scale = _WIDTH / ((box.east - box.west) * narrow)
    height = (box.north - box.south) * scale

    def project(lat: float, lon: float) -> tuple[float, float]:
        return (lon - box.west) * narrow * scale, (box.north - lat) * scale

    dots = "".join(
        f"M{x:.1f} {y:.1f}h{size}"
        for x, y, size in sorted(
            (*project(lat, lon), 2 if people >= 100_000 else 1) for lat, lon, people in towns
        )
    )
    body = [f'<path d="{dots}" stroke="#b9bfc8" stroke-width="1.6" stroke-linecap="round"/>']
    taken: list[tuple[float, float, float, float]] = []
    told = Counter((place.name, place.lat, place.lon, place.precision) for place in
                   _located(mentions))  # fmt: skip
    for (name, lat, lon, precision), count in sorted(told.items(), key=lambda i: (-i[1], i[0])):
        x, y = project(lat, lon)
        radius = 3.5 + 2.0 * math.sqrt(count)
        shade = _SHADE.get(precision, _OTHER_SHADE)
        body.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{shade}" '
            f'fill-opacity="0.75"><title>{escape(name)}: {count}</title></circle>'
        )
        label = _label(name, x, y, radius, taken)
        if label:
            body.append(label)
    return _document(_WIDTH, height, title, body)


def _located(mentions: Iterable[PlaceMention]) -> list[_Point]:
    return [
        _Point(m.place.name, m.place.lat, m.place.lon, m.place.precision)
        for m in mentions
        if isinstance(m.place, Place) and m.place.lat is not None and m.place.lon is not None
    ]


@dataclass(frozen=True, slots=True)
class _Point:
    name: str
    lat: float
    lon: float
    precision: str


def _label(
    name: str, x: float, y: float, radius: float, taken: list[tuple[float, float, float, float]]
) -> str | None:
    """The name right or left of its point, None where another label stands in the way."""
    wide = len(name) * _LETTER
    for left, anchor in ((x + radius + 3, "start"), (x - radius - 3 - wide, "end")):
        box = (left, y - _LINE / 2, left + wide, y + _LINE / 2)
        if left < 0 or left + wide > _WIDTH or any(_cross(box, other) for other in taken):
            continue
        taken.append(box)
        at = left if anchor == "start" else left + wide
        return f'<text x="{at:.1f}" y="{y + 4:.1f}" text-anchor="{anchor}">{escape(name)}</text>'
    return None


def _cross(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _document(width: float, height: float, title: str, body: Sequence[str]) -> str:
    style = "text{font:13px sans-serif;fill:#20242a}"
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" '
            f'role="img" aria-label="{escape(title, quote=True)}">',
            f"<style>{style}</style>",
            f'<rect width="{width:.0f}" height="{height:.0f}" fill="#fbfbf8"/>',
            *body,
            f'<text x="8" y="{height - 8:.0f}" opacity="0.6">towns: GeoNames, CC BY 4.0</text>',
            "</svg>\n",
        ]
    )
