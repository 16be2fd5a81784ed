"""From an expression to its value: one reader for each kind of rule."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from reportedly.find.dates import absolute, relative
from reportedly.find.dates.expressions import Expression, Parts
from reportedly.find.dates.setting import Setting
from reportedly.find.dates.times import Time, duration_timex

Reader = Callable[[Parts, Setting], Time | None]


def _duration(parts: Parts, _setting: Setting) -> Time | None:
    """'two days', 'several hours', '(for) years'."""
    if parts.unit is None:
        return None
    timex = duration_timex(parts.number, parts.unit)
    return Time(earliest=None, latest=None, granularity="range", timex=timex, kind="duration")


def _repeated(parts: Parts, _setting: Setting) -> Time | None:
    """'every Friday', 'each year', 'daily'."""
    timex = parts.frequency
    if timex is None and parts.weekday is not None:
        timex = f"XXXX-WXX-{parts.weekday}"
    elif timex is None and parts.unit is not None:
        timex = duration_timex(parts.number or 1, parts.unit)
    elif timex is None and parts.month is not None:
        timex = f"XXXX-{parts.month:02d}"
    elif timex is None and parts.part is not None:
        timex = f"XXXX-XX-XXT{parts.part}"
    return Time(earliest=None, latest=None, granularity="range", timex=timex, kind="set")


def _clock(_parts: Parts, _setting: Setting) -> Time | None:
    """'9 p.m.' by itself: a time of a day that it does not name."""
    return Time(earliest=None, latest=None, granularity="time", timex=None, kind="time")


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "calendar": absolute.calendar_point,
        "numeric": absolute.numeric,
        "decade": absolute.decade,
        "century": absolute.century,
        "quarter": absolute.quarter,
        "season": absolute.season,
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
    }
)


def read(expression: Expression, setting: Setting) -> Time | None:
    """The value of an expression; None where it names no time ('31 April')."""
    try:
        return READERS[expression.rule.reads](expression.parts, setting)
    except (ValueError, OverflowError):  # no such day, or beyond what calendars reach
        return None
