"""Filters: plain events by default, everything on demand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reportedly.errors import OptionError
from reportedly.filters import EventFilter, day_of
from reportedly.records import Actor, Corroboration, Event, Place
from reportedly.tables import corroboration_words

COUNTED = Corroboration(
    reports=3, texts=1, voices=("police",), owners=(), sides=(), sides_unknown=1
)
EVENT = Event(
    event_id="e-1",
    reports=("r1", "r2", "r3"),
    denials=(),
    withdrawn=(),
    type="PROTEST",
    mode="demo",
    realis="actual",
    polarity="positive",
    retold=False,
    actors=(Actor(name="Harbour Union"),),
    alleged_actors=(),
    recipients=(),
    place=Place(name="Cusco", country="PE"),
    earliest=date(2024, 3, 1),
    latest=date(2024, 3, 2),
    counts=(),
    corroboration=COUNTED,
    contradictions=(),
    rule="test",
)


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        ({}, True),
        ({"type": "PROTEST", "mode": "demo"}, True),
        ({"type": "ASSAULT"}, False),
        ({"country": "pe"}, True),
        ({"country": "CL"}, False),
        ({"place": "cus"}, True),
        ({"actor": "harbour"}, True),
        ({"actor": "port"}, False),
        ({"since": date(2024, 3, 2)}, True),  # the interval reaches into the days asked for
        ({"since": date(2024, 3, 3)}, False),
        ({"until": date(2024, 2, 28)}, False),
        ({"realis": "planned"}, False),
    ],
)
def test_filters(wanted: dict, kept: bool) -> None:
    assert EventFilter(**wanted).keeps(EVENT) is kept


@pytest.mark.parametrize(
    "change",
    [{"realis": "planned"}, {"polarity": "negated"}, {"type": None}],
    ids=["planned", "negated", "a death without a stated cause"],
)
def test_what_is_no_plain_event_shows_only_on_demand(change: dict) -> None:
    event = replace(EVENT, **change)
    assert not EventFilter().keeps(event)
    assert EventFilter(everything=True).keeps(event)


def test_a_merged_event_never_shows() -> None:
    event = replace(EVENT, merged_into="e-2")
    assert not EventFilter(everything=True).keeps(event)


@pytest.mark.parametrize(
    ("wanted", "reason"),
    [
        ({"type": "WAR"}, "no event type 'WAR'"),
        ({"realis": "maybe"}, "no realis 'maybe'"),
        ({"since": date(2024, 2, 1), "until": date(2024, 1, 1)}, "is after"),
    ],
)
def test_bad_filters_say_what_there_is(wanted: dict, reason: str) -> None:
    with pytest.raises(OptionError, match=reason):
        EventFilter(**wanted)


def test_a_day_is_iso() -> None:
    assert day_of("2024-03-01", "--from") == date(2024, 3, 1)
    with pytest.raises(OptionError, match="--from wants a day"):
        day_of("last week", "--from")


@pytest.mark.parametrize(
    ("counted", "words"),
    [
        (COUNTED, "3 reports, 1 text, 1 voice, side unknown"),
        (
            replace(COUNTED, sides=("government",), sides_unknown=0),
            "3 reports, 1 text, 1 voice, side government",
        ),
        (
            replace(COUNTED, voices=("a", "b"), texts=2, sides=("a", "b"), sides_unknown=0),
            "3 reports, 2 texts, 2 voices, sides a + b",
        ),
    ],
)
def test_corroboration_is_said_as_counts(counted: Corroboration, words: str) -> None:
    assert corroboration_words(counted) == words
