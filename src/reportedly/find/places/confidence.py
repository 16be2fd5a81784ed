"""How sure a reading is: the share of the points that it has, brought to the share that is right.

The factors are those found on LGL and TR-News (news whose places people have marked): even where
one candidate has all the points, about one reading in twenty is wrong, mostly because the
gazetteer lacks the place that is meant.
"""

from __future__ import annotations

from reportedly.find.places.gazetteer import Entry

LEAST = 0.05  # below it a reading is no better than none
_CERTAIN = 0.955
_OTHER_NAME = 0.75  # times: a little town under a name that is not its first
_LITTLE = 50_000  # inhabitants
_BY_PART = 0.75  # times: the gazetteer knows only a part of the name


def confidence(share: float, entry: Entry, *, partial: bool) -> float:
    """The probability that a reading is right, 0 to 1.

    Args:
        share: of the points of all candidates, 0 to 1.
        entry: the place of the reading.
        partial: whether only a part of the name led to it.
    """
    sure = _CERTAIN * share
    if partial:
        sure *= _BY_PART
    elif entry.kind == "town" and entry.form == "alternate" and entry.population < _LITTLE:
        sure *= _OTHER_NAME
    return round(min(sure, 1.0), 4)
