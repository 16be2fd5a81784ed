"""Values of quarters and halves of years, as business news tells them."""

from __future__ import annotations

from dataclasses import replace

from reportedly.find.dates.anchor import Anchor
from reportedly.find.dates.expressions import Parts
from reportedly.find.dates.nearest import nearest
from reportedly.find.dates.setting import Setting
from reportedly.find.dates.times import Time, half_of, quarter_of, year_of


def quarter(parts: Parts, setting: Setting) -> Time | None:
    """'the third quarter', 'the first half of 1989', 'the quarter', 'the year-earlier quarter'.

    A bare quarter is the one told last, else the last that was over on the day of the text.
    """
    if parts.unit == "half":
        return _half(parts, setting)
    if parts.ordinal not in (None, 1, 2, 3, 4):
        return None
    known = setting.quarter if parts.base == "narrative" else None
    if known is not None and (parts.year is not None or parts.relation is not None):
        return _quarter_compared(known, parts, setting)  # 'the same quarter last year'
    year, number = parts.year, parts.ordinal
    if year is not None and number is None:
        return year_of(year)  # 'the 1988 period', where no quarter is told
    if year is None and setting.anchor is None and known is None:
        timex = f"XXXX-Q{number or 'X'}"
        return Time(earliest=None, latest=None, granularity="range", timex=timex)
    anchor: str = "none needed" if setting.anchor is None else setting.anchor.kind
    if year is None and number is None:
        year, number = known or _last_quarter(setting.anchor)
        anchor = "narrative" if known else anchor
    elif year is None:
        year = _year_of_quarter(number or 1, parts, setting)
    assert year is not None and number is not None
    time = quarter_of(year + (parts.sign or 0), number)
    if parts.sign:  # only compared with: the text goes on about the later one
        time = replace(time, quarter=None)
    return replace(time, anchor=anchor if parts.year is None else "none needed")


def _quarter_compared(told: tuple[int, int], parts: Parts, setting: Setting) -> Time:
    """The quarter told last in the year that is named: 'the 1988 period'."""
    year = parts.year
    if year is None:
        here = setting.anchor.day.year if setting.anchor else told[0]
        year = here + (parts.relation or 0)
    return replace(quarter_of(year, told[1]), quarter=None, anchor="narrative")


def _half(parts: Parts, setting: Setting) -> Time | None:
    year = parts.year
    if year is None and setting.anchor is not None:
        year = setting.anchor.day.year + (parts.relation or 0)
    number = parts.ordinal or 2  # 'the last half'
    return half_of(year, number) if year is not None and number in (1, 2) else None


def _year_of_quarter(number: int, parts: Parts, setting: Setting) -> int:
    """The year of 'the third quarter': told beside it, else that of the nearest one."""
    if setting.anchor is None:
        assert setting.quarter is not None
        return setting.quarter[0]
    today = setting.anchor.day
    if parts.relation is not None:
        return today.year + parts.relation
    readings = [quarter_of(year, number) for year in range(today.year - 1, today.year + 2)]
    choice = nearest(readings, setting.anchor, setting.tense or "past")
    assert choice is not None and choice.earliest is not None
    return choice.earliest.year


def _last_quarter(anchor: Anchor | None) -> tuple[int, int]:
    assert anchor is not None
    index = 4 * anchor.day.year + (anchor.day.month - 1) // 3 - 1
    return index // 4, index % 4 + 1
