"""Towns of the sample articles must get their true coordinates."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reportedly.find.places import Gazetteer

NEAR = 0.25  # degrees


def _gold_places(value: Any) -> Iterator[tuple[str, float, float]]:
    if isinstance(value, dict):
        if isinstance(value.get("lat"), float) and value.get("name"):
            yield value["name"], value["lat"], value["lon"]
        for inner in value.values():
            yield from _gold_places(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _gold_places(inner)


@pytest.mark.parametrize("folder", ["invented", "seed"])
def test_towns_of_the_samples(
    places_of: Any, gazetteer: Gazetteer, shared: Path, folder: str
) -> None:
    assert gazetteer.version
    sample = shared / "samples" / folder
    gold = set(_gold_places(json.loads((sample / "gold.json").read_text("utf-8"))))
    rows = [
        json.loads(line)
        for line in (sample / "articles.jsonl").read_text("utf-8").split("\n")
        if line
    ]
    found: dict[str, list[Any]] = {}
    for row in rows:
        for mention in places_of(row["text"]):
            if mention.use in ("location", "dateline") and mention.kind == "toponym":
                found.setdefault(mention.evidence.quote, []).append(mention.place)
    assert gold
    for name, lat, lon in sorted(gold):
        assert found.get(name), f"{name} is not found"
        for place in found[name]:
            assert abs(place.lat - lat) < NEAR, name
            assert abs(place.lon - lon) < NEAR, name
