"""Totals of months and states of years beside the news of the day. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read

_NEWS = "Gunmen killed two men in Lima on Monday. "
# text, the killed of each attack, why
TOTALS = [
    (_NEWS + "At least 90 people have been killed there this year, the council said.", [2],
     "a year's total"),
    (_NEWS + "More than 900 people were killed in the state in the first half of the year.", [2],
     "a total of half a year"),
    (_NEWS + "Gunmen have killed 40 people since March, a rights group says.", [2],
     "since a month"),
    (_NEWS + "More than 5,000 people have been killed in the country since the coup.", [2],
     "since an upheaval"),
    (_NEWS + "More than 5,000 people have been killed since the army seized power.", [2],
     "since what began it"),
    (_NEWS + "The war has killed more than 500 people.", [2], "a war"),
    (_NEWS + "Some 5,000 people have died in the fighting.", [2], "more than one fight kills"),
    (_NEWS + "At least 60 people have died in the protests since mid-July.", [2],
     "what went on since a month"),
    (_NEWS + "More than 200 people have been killed in the protests.", [2],
     "hundreds are no day's dead"),
    ("Fourteen people have been killed in Lima since clashes broke out there on Sunday.", [14],
     "a fight of this week is the news"),
    ("More than 900 people were killed in the state in the first half of the year.", [900],
     "a total that is the news"),
    (_NEWS + "On Tuesday gunmen killed 14 people in Cusco.", [2, 14], "two days and no total"),
    (_NEWS + "It was the worst attack there since a bomb killed 20 people in 2014.", [2, 20],
     "an act since which another is the worst"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "killed", "why"), TOTALS, ids=[row[2] for row in TOTALS])
def test_totals(read: Callable[..., Read], text: str, killed: list[int], why: str) -> None:
    attacks = [r for r in read(text).reports if r.type == "ASSAULT"]
    counts = [c.value.low for r in attacks for c in r.counts if c.value.kind == "killed"]
    assert counts == killed, why


# text, whether its first report is told again, why
STATES = [
    ("Piura has been under siege since May 2021.", True, "a siege of years"),
    ("Voldan troops have been deployed in Piura since 2019.", True, "troops there for years"),
    ("Farmers have blocked the road to Piura since Monday.", False, "since this week"),
    ("Farmers have blocked the road to Piura since January.", False, "since two months ago"),
]


@pytest.mark.parametrize(("text", "again", "why"), STATES, ids=[row[2] for row in STATES])
def test_states(read: Callable[..., Read], text: str, again: bool, why: str) -> None:
    assert read(text).reports[0].retold is again, why
