"""A headline with a byline and a dateline in one line: three things of which one tells an act."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from tests.find.events.conftest import Read

TEXT = (
    "Police shoot two traders in Piura Ana Sito LIMA, March 11 (NWA) – Police on Sunday shot two"
    " traders in Piura, a union said. Ten people were arrested on Monday."
)


def test_nobody_of_a_byline_acts(read: Callable[..., Read]) -> None:
    found = read(TEXT)
    actors = {actor.evidence.quote for actor in found.reading.actors}
    assert not any("Sito" in actor or "NWA" in actor or "LIMA" in actor for actor in actors)
    shooting = next(r for r in found.reports if r.type == "ASSAULT")
    assert [a.value.name for a in shooting.actors] == ["police"]
    assert [a.value.name for a in shooting.recipients] == ["traders"]
    assert shooting.place is not None
    assert shooting.place.value.name == "Piura"


def test_its_day_is_that_of_writing(read: Callable[..., Read]) -> None:
    days = {d.evidence.quote: d for d in read(TEXT).reading.dates}
    assert days["March 11"].value.anchor == "dateline"
    assert days["Monday"].value.earliest == date(2024, 3, 11)


def test_offsets_are_of_the_whole_text(read: Callable[..., Read]) -> None:
    found = read(TEXT)
    for report in found.reports:
        trigger = report.trigger
        assert TEXT[trigger.start : trigger.end] == trigger.quote
