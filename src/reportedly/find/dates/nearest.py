"""Which year a date without one means: the reading nearest to the day of the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reportedly.find.dates.anchor import Anchor
from reportedly.find.dates.tense import Tense
from reportedly.find.dates.times import Time

# A reading this near to the anchor is taken as it stands, whatever the tense says: "a hearing was
# set for 10 February" in January.
_NEAR_DAYS = 45


def nearest(readings: Sequence[Time], anchor: Anchor, tense: Tense | None) -> Time | None:
    """The reading nearest to the anchor; farther away, tense decides on which side."""
    if not readings:
        return None
    near = [r for r in readings if abs(distance(r, anchor.day)) <= _NEAR_DAYS]
    if not near and tense is not None:
        side = [r for r in readings if (distance(r, anchor.day) > 0) == (tense == "future")]
        readings = side or readings
    best = min(readings, key=lambda r: abs(distance(r, anchor.day)))
    return replace(best, anchor=anchor.kind)


def distance(time: Time, day: date) -> int:
    """Days from a day to an interval: negative before, 0 inside, positive after it."""
    assert time.earliest is not None and time.latest is not None
    if time.earliest > day:
        return (time.earliest - day).days
    return min((time.latest - day).days, 0)
