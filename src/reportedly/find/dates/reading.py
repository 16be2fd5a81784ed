"""From an expression to its value: one reader for each kind of rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from types import MappingProxyType

from reportedly.find.dates import absolute, quarters, relative
from reportedly.find.dates.expressions import Expression, Parts
from reportedly.find.dates.setting import Setting
from reportedly.find.dates.times import Time
from reportedly.find.dates.timex import duration_timex, within_day

Reader = Callable[[Parts, Setting], Time | None]


def _duration(parts: Parts, _setting: Setting) -> Time | None:
    """'two days', 'several hours', '(for) years'."""
    if parts.unit is None:
        return None
    timex = duration_timex(parts.number, parts.unit, half=parts.part == "half")
    return Time(earliest=None, latest=None, granularity="range", timex=timex, kind="duration")


def _repeated(parts: Parts, _setting: Setting) -> Time | None:
    """'every Friday', 'each year', 'daily'."""
    timex = parts.frequency
    weekday = parts.weekday or parts.weekday2
    if timex is None and weekday is not None:
        timex = within_day(f"XXXX-WXX-{weekday}", parts.part, parts.clock)
    elif timex is None and parts.unit is not None:
        timex = duration_timex(parts.number or 1, parts.unit)
    elif timex is None and parts.month is not None:
        timex = f"XXXX-{parts.month:02d}"
    elif timex is None and parts.part is not None:
        timex = f"XXXX-XX-XXT{parts.part}"
    return Time(earliest=None, latest=None, granularity="range", timex=timex, kind="set")


def _clock(parts: Parts, setting: Setting) -> Time | None:
    """'9 p.m.', 'in the morning': on the day that the sentence tells.

    Without one the interval stays open; the TIMEX3 value then counts, as that standard does,
    from the day told last or the day of the text.
    """
    day = setting.in_sentence
    near = day or setting.reference or setting.today
    timex = within_day(near.isoformat() if near else "XXXX-XX-XX", parts.part, parts.clock)
    return Time(
        earliest=day,
        latest=day,
        granularity="time",
        timex=timex,
        kind="time",
        anchor="narrative" if day else "none needed",
    )


def _reference(parts: Parts, _setting: Setting) -> Time | None:
    """'now', 'recently', 'the near future': times that the text leaves open."""
    timex = parts.timex or parts.reference
    return Time(earliest=None, latest=None, granularity="range", timex=timex)


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "calendar": absolute.calendar_point,
        "numeric": absolute.numeric,
        "day_of_month": absolute.day_of_month,
        "decade": absolute.decade,
        "century": absolute.century,
        "quarter": quarters.quarter,
        "season": absolute.season,
        "named_day": absolute.named_day,
        "named_week": absolute.named_week,
        "weekday": relative.weekday,
        "shift": relative.shift,
        "overnight": relative.overnight,
        "window": relative.window,
        "period": relative.period,
        "age": relative.age,
        "going_on": relative.going_on,
        "duration": _duration,
        "repeated": _repeated,
        "clock": _clock,
        "reference": _reference,
    }
)


def read(expression: Expression, setting: Setting) -> Time | None:
    """The value of an expression; None where it names no time ('31 April')."""
    try:
        time = READERS[expression.rule.reads](expression.parts, setting)
        return time if expression.parts.eve is None else _eve(time)
    except (ValueError, OverflowError):  # no such day, or beyond what calendars reach
        return None


def _eve(time: Time | None) -> Time | None:
    """The day before: 'on the eve of Nowruz'."""
    if time is None or time.earliest is None or time.latest is None:
        return time
    first, last = time.earliest - timedelta(days=1), time.latest - timedelta(days=1)
    timex = first.isoformat() if first == last else None
    return replace(time, earliest=first, latest=last, timex=timex, remembered=None)
