"""Maps of places: bounds, projection and labels; places are invented."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.place_map import box_of, draw_map
from reportedly.records import Evidence, Place, PlaceMention

SVG = "{http://www.w3.org/2000/svg}"


def _mention(name: str, lat: float | None, lon: float | None) -> PlaceMention:
    evidence = Evidence(text_id="t", start=0, end=len(name), quote=name)
    place = Place(name=name, lat=lat, lon=lon, country="PE")
    return PlaceMention(evidence=evidence, place=place, kind="toponym", use="location",
                        confidence=None, made_by="test")  # fmt: skip


CORO, HASK = _mention("Coro", -11.0, -70.0), _mention("Hask", -13.0, -72.0)


def _circles(svg: str) -> dict[str, tuple[float, float, float]]:
    found = {}
    for circle in ET.fromstring(svg).iter(f"{SVG}circle"):
        name = (circle.findtext(f"{SVG}title") or "").split(":")[0]
        found[name] = tuple(float(circle.attrib[key]) for key in ("cx", "cy", "r"))
    return found  # type: ignore[return-value]


def test_north_is_up_and_east_is_right() -> None:
    circles = _circles(draw_map([CORO, HASK], [], "two towns"))
    assert circles["Coro"][1] < circles["Hask"][1]
    assert circles["Coro"][0] > circles["Hask"][0]


def test_a_place_named_often_is_larger() -> None:
    circles = _circles(draw_map([CORO, CORO, CORO, HASK], [], "two towns"))
    assert circles["Coro"][2] > circles["Hask"][2]


def test_towns_are_dots_and_names_are_escaped() -> None:
    odd = replace(CORO, place=Place(name="<Coro & Sons>", lat=-11.0, lon=-70.0))
    svg = draw_map([odd], [(-11.2, -70.1, 500), (-11.1, -70.2, 200_000)], 'a "map"')
    path = ET.fromstring(svg).find(f"{SVG}path")
    assert path is not None
    assert path.attrib["d"].count("M") == 2
    assert "&lt;Coro &amp; Sons&gt;" in svg


@pytest.mark.parametrize("mentions", [[], [_mention("Nowhere", None, None)]])
def test_without_a_point_it_says_so(mentions: list[PlaceMention]) -> None:
    assert box_of(mentions) is None
    assert "no place" in draw_map(mentions, [], "nothing")


@given(st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180)), min_size=1, max_size=4))
def test_any_points_lie_on_the_map(points: list[tuple[float, float]]) -> None:
    mentions = [_mention(f"P{n}", lat, lon) for n, (lat, lon) in enumerate(points)]
    svg = draw_map(mentions, [], "points")
    width, height = map(float, ET.fromstring(svg).attrib["viewBox"].split()[2:])
    for x, y, _ in _circles(svg).values():
        assert -1 <= x <= width + 1
        assert -1 <= y <= height + 1
