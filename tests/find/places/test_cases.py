"""A table of names with their use and country, each for a reason. All sentences are invented."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from reportedly.records import PlaceMention

Finder = Callable[..., tuple[PlaceMention, ...]]
_HIDDEN = ("name_part", "person")  # uses that are no mention of a place

with (Path(__file__).parent / "cases.csv").open(encoding="utf-8", newline="") as file:
    CASES = list(csv.DictReader(file))


@pytest.mark.parametrize("case", CASES, ids=[f"{c['name']}: {c['why']}" for c in CASES])
def test_case(places_of: Finder, case: dict[str, str]) -> None:
    mentions = [
        mention
        for mention in places_of(case["text"], case["language"])
        if mention.evidence.quote == case["name"]
    ]
    if case["use"] == "none":
        shown = [m for m in mentions if m.use not in _HIDDEN]
        assert all(mention.kind == "site" for mention in shown), case["why"]
        return
    assert case["use"] in {mention.use for mention in mentions}, case["why"]
    if case["country"]:
        countries = {m.place.country for m in mentions if m.place and m.use == case["use"]}
        assert countries == {case["country"]}, case["why"]


def test_the_table_is_large_enough() -> None:
    assert len(CASES) >= 100
    assert {case["language"] for case in CASES} == {"en", "fa", "ar", "es"}
    assert all(case["why"] for case in CASES)
