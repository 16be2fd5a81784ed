"""Crowds counted in another town than the protest told before. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from reportedly.find.events.act_words import load_act_words
from reportedly.single import analyse_text
from tests.find.events.conftest import Read

MARCH = "Thousands marched in Lima against the tax on Monday. "

# what follows, the towns of the protests with their crowds, why
COUNTED = [
    ("In Cusco, police counted 900.", {"Lima": [None], "Cusco": [900]}, "police count"),
    ("In Cusco some 700 turned out.", {"Lima": [None], "Cusco": [700]}, "came"),
    ("Police counted 900.", {"Lima": [None, 900]}, "the same town"),
    ("In Lima, police counted 900.", {"Lima": [None, 900]}, "named again"),
    ("In Cusco, 300 families fled the floods.", {"Lima": [None]}, "something else"),
    ("In Cusco, 300 people attended a concert.", {"Lima": [None]}, "a concert"),
    ("In Cusco and Puno, police counted 900.", {"Lima": [None, 900]}, "two towns at once"),
]


@pytest.mark.parametrize(("after", "crowds", "why"), COUNTED, ids=[c[2] for c in COUNTED])
def test_a_crowd_in_one_more_town_is_a_protest_there(
    read: Callable[..., Read], after: str, crowds: dict[str, list[int | None]], why: str
) -> None:
    found = {
        r.place.value.name: [c.value.best for c in r.counts]
        for r in read(MARCH + after).reports
        if r.type == "PROTEST" and r.place
    }
    assert found == crowds, why


def test_who_counts_holds_no_protest(read: Callable[..., Read]) -> None:
    there = [r for r in read(MARCH + "In Cusco, police counted 900.").reports if r.counts][-1]
    assert (there.actors, there.mode) == ((), "demo")
    assert [c.asserted_by for c in there.counts] == ["police"]


def test_without_a_protest_before_it_a_crowd_is_none(read: Callable[..., Read]) -> None:
    text = "A fair opened in Lima on Monday. In Cusco, police counted 900."
    assert [r for r in read(text).reports if r.type == "PROTEST"] == []


@pytest.mark.skipif(load_act_words() is None, reason="needs onnxruntime")
@pytest.mark.parametrize(
    ("after", "towns"),
    [
        ("In Cusco there were about 6,000.", ["Lima", "Cusco"]),
        ("In Cusco it was 6,000.", ["Lima", "Cusco"]),
        ("In Cusco around 6,000 filled the main square.", ["Lima", "Cusco"]),
        ("In Cusco 6,000 workers lost their jobs.", ["Lima"]),
        ("In Cusco 6,000 people voted for the party.", ["Lima"]),
    ],
)
def test_what_else_a_crowd_does_the_network_knows(after: str, towns: list[str]) -> None:
    reports = analyse_text(MARCH + after, published=date(2024, 3, 13)).reports
    assert [r.place.value.name for r in reports if r.place] == towns
    assert [c.value.best for r in reports[1:] for c in r.counts] == [6000] * (len(towns) - 1)
