"""Totals over months or years: "at least 90 people were killed in the state *this year*"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.events.told.over_time import sums_up
from reportedly.find.events.told.telling import Telling
from reportedly.parse import Document


def without_totals(document: Document, tellings: Sequence[Telling]) -> list[Telling]:
    """The tellings without totals beside an act of their type that is told as such.

    Where a text tells only the total ("900 people were killed in the first half of the year"),
    it stays, as a summary.
    """
    told = {t.trigger.type for t in tellings if not t.summary and t.reality.realis == "actual"}
    if "ASSAULT" in told:  # "60 people have *died* since July", beside who was shot
        told.add(None)
    return [
        t
        for t in tellings
        if t.trigger.type not in told or not (t.summary and sums_up(document, t.trigger))
    ]
