"""Values of expressions that count from the day of the text or from a day told before."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from reportedly.find.dates.expressions import Parts
from reportedly.find.dates.setting import Setting
from reportedly.find.dates.times import (
    MONTHS,
    MentionKind,
    Time,
    add_months,
    day_of,
    quarter_of,
    range_of,
    shifted,
    week_of,
)
from reportedly.find.dates.timex import duration_timex, within_day

_DAY = timedelta(days=1)
_OPEN = Time(earliest=None, latest=None, granularity="day", timex=None)
_UNIT_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7}
_UNIT_GRANULARITY = {
    "week": "week",
    "fortnight": "week",
    "weekend": "range",
    "month": "month",
    "quarter": "range",
    "year": "year",
    "decade": "decade",
    "century": "century",
}


def weekday(parts: Parts, setting: Setting) -> Time | None:
    """'Monday', 'last Monday', 'next Wednesday', 'Tuesday evening', 'from Monday to Friday'."""
    if parts.weekday is None:
        return None
    if setting.anchor is None:
        return _open("day", within_day(f"XXXX-WXX-{parts.weekday}", parts.part, parts.clock))
    today = setting.anchor.day
    if parts.unit == "week":  # 'Tuesday last week'
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=parts.relation or 0)
        day = monday + timedelta(days=parts.weekday - 1)
    elif parts.weekday2 is not None:
        return _weekdays(parts, setting)
    elif parts.shift is not None:  # 'the following Monday': after the day told
        day = _nearest_weekday(setting.reference or today, parts.weekday, parts.shift, setting)
    else:
        day = _nearest_weekday(today, parts.weekday, parts.relation, setting)
    time = day_of(day, parts.part)
    if parts.clock:
        timex = within_day(day.isoformat(), parts.part, parts.clock)
        time = replace(time, granularity="time", kind="time", timex=timex)
    return replace(time, anchor=setting.anchor.kind)


def _weekdays(parts: Parts, setting: Setting) -> Time | None:
    assert setting.anchor and parts.weekday and parts.weekday2
    last = _nearest_weekday(setting.anchor.day, parts.weekday2, parts.relation, setting)
    first = last - timedelta(days=(parts.weekday2 - parts.weekday) % 7)
    return replace(range_of(day_of(first), day_of(last)), anchor=setting.anchor.kind)


def _nearest_weekday(today: date, weekday: int, relation: int | None, setting: Setting) -> date:
    back = (today.isoweekday() - weekday) % 7
    ahead = (weekday - today.isoweekday()) % 7
    if relation == -1:
        return today - timedelta(days=back or 7)
    if relation == 1:
        return today + timedelta(days=ahead or 7)
    if setting.tense == "future" or (setting.tense == "near" and ahead < back):
        return today + timedelta(days=ahead)
    return today - timedelta(days=back)


def shift(parts: Parts, setting: Setting) -> Time | None:
    """'yesterday', 'two days ago', 'the night before', 'a day after …'."""
    unit = parts.unit or "day"
    steps = _steps(parts)
    if steps == -1 and unit == "year" and setting.quarter is not None and parts.sign:
        year, number = setting.quarter  # business news: the same quarter a year before
        return replace(quarter_of(year - 1, number), quarter=None, anchor="narrative")
    base = _base(parts, setting)
    length = duration_timex(parts.number, unit) if parts.base == "sentence" else None
    if base is None or steps is None:
        timex = _open_timex(parts, steps, setting)
        kind: MentionKind = "duration" if length else "date"
        granularity = "day" if unit == "day" else _UNIT_GRANULARITY.get(unit, "day")
        return replace(_open(granularity, timex), kind=kind)
    day, anchor = base
    time = shifted(day, unit, steps)
    if parts.part and time.granularity == "day":
        time = day_of(day + steps * _DAY, parts.part)
    return replace(time, anchor=anchor, timex=length or time.timex)


def _open_timex(parts: Parts, steps: int | None, setting: Setting) -> str | None:
    """The TIMEX3 value where the days stay open: a length, else counted from the text."""
    unit = parts.unit or "day"
    if parts.sign:
        return duration_timex(parts.number, unit)
    if parts.base != "narrative" or steps is None or setting.anchor is None:
        return None
    return shifted(setting.anchor.day, unit, steps).timex


def _steps(parts: Parts) -> int | None:
    if parts.deictic is not None:
        return parts.deictic
    if parts.shift is not None:
        return parts.shift
    if parts.number is None or parts.sign is None:
        return None
    return parts.number * parts.sign


def _base(parts: Parts, setting: Setting) -> tuple[date, str] | None:
    if parts.base == "narrative":
        told = setting.period if (parts.unit or "day") in MONTHS else setting.reference
        if told is not None:
            return told, "narrative"
        if (parts.unit or "day") not in MONTHS or setting.anchor is None:
            return None
        # 'a year earlier' without another time: than the text
        return setting.anchor.day, setting.anchor.kind
    if parts.base == "sentence":
        return (setting.in_sentence, "narrative") if setting.in_sentence else None
    return (setting.anchor.day, setting.anchor.kind) if setting.anchor else None


def overnight(parts: Parts, setting: Setting) -> Time | None:
    """'overnight': the night before the text; 'overnight Thursday' runs into the next day."""
    if setting.anchor is None:
        return replace(_OPEN, granularity="time", kind="time")
    today = setting.anchor.day
    first = today - _DAY
    if parts.weekday is not None:
        first = _nearest_weekday(today, parts.weekday, None, setting)
    night = Time(
        earliest=first,
        latest=first + _DAY,
        granularity="time",
        timex=f"{first.isoformat()}TNI",
        kind="time",
    )
    return replace(night, anchor=setting.anchor.kind)


def window(parts: Parts, setting: Setting) -> Time | None:
    """'the past two days', 'the next three months': up to the day of the text, or from it."""
    unit = parts.unit or "day"
    number = parts.number if parts.number is not None else (None if parts.vague else 1)
    timex = duration_timex(number, unit)
    if setting.anchor is None or number is None:
        return Time(earliest=None, latest=None, granularity="range", timex=timex)
    steps = number if parts.relation and parts.relation > 0 else -number
    today = setting.anchor.day
    if unit in MONTHS:
        edge = add_months(today, steps * MONTHS[unit])
    elif unit in _UNIT_DAYS:
        edge = today + steps * timedelta(days=_UNIT_DAYS[unit])
    else:
        edge = _clock_edge(today, unit, steps)
    return Time(
        earliest=min(edge, today),
        latest=max(edge, today),
        granularity="range",
        timex=timex,
        anchor=setting.anchor.kind,
    )


def period(parts: Parts, setting: Setting) -> Time | None:
    """'last week', 'earlier this month', 'the end of the year'."""
    unit = parts.unit or "day"
    steps = parts.relation or 0
    if setting.anchor is None:
        return _open(_UNIT_GRANULARITY.get(unit, "day"), None)
    today = setting.anchor.day
    if unit == "weekend" and steps == 0 and setting.tense != "future" and today.weekday() < 5:
        steps = -1  # 'at the weekend' told on a weekday is the one that has been
    time = shifted(today, unit, steps)
    if unit == "week":
        time = week_of(today + timedelta(weeks=steps))
    if parts.edge == "BEFORE" and time.earliest and time.earliest <= today:
        time = replace(time, latest=min(time.latest or today, today))
    if parts.edge == "AFTER" and time.latest and time.latest >= today:
        time = replace(time, earliest=max(time.earliest or today, today))
    return replace(time, anchor=setting.anchor.kind)


def age(parts: Parts, setting: Setting) -> Time | None:
    """'a ten-day-old strike': what it names began within the last ten days."""
    if parts.number is None or parts.unit is None:
        return None
    back = replace(parts, relation=-1)
    time = window(back, setting)
    return replace(time, kind="duration") if time else None


def going_on(_parts: Parts, setting: Setting) -> Time | None:
    """'the fourth day of the strike': the day of the text, or the one of which it tells."""
    if setting.anchor is None:
        return _OPEN
    today = setting.anchor.day
    time = Time(earliest=today - _DAY, latest=today, granularity="range", timex=str(today))
    return replace(time, anchor=setting.anchor.kind)


def _open(granularity: str, timex: str | None) -> Time:
    return replace(_OPEN, granularity=granularity, timex=timex)  # type: ignore[arg-type]


def _clock_edge(today: date, unit: str, steps: int) -> date:
    """The other end of 'the last 24 hours'."""
    time = shifted(today, unit, steps)
    edge = time.earliest if steps < 0 else time.latest
    return edge or today
