"""How exactly a date is known, in the three steps that conflict data sets use."""

from __future__ import annotations

from datetime import timedelta
from typing import Literal

from reportedly.records import DateValue

_WEEK = timedelta(days=7)


def time_precision(value: DateValue) -> Literal[1, 2, 3] | None:
    """1 where the day is known, 2 within a week, 3 for a month and longer (ACLED's codes).

    Two days that touch (a night, a lunar date a day unsure) count as a week; None where the
    text leaves the time open.
    """
    if value.earliest is None or value.latest is None:
        return None
    if value.earliest == value.latest:
        return 1
    return 2 if value.latest - value.earliest < _WEEK else 3
