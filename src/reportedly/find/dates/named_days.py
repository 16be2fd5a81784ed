"""Named days: Bastille Day, Nowruz, Ashura, National Students Day; read from data/days.toml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from reportedly.data_files import read_toml
from reportedly.errors import DataError
from reportedly.find.dates.calendars import calendar_time
from reportedly.find.dates.letters import fold
from reportedly.find.dates.times import Time, day_of
from reportedly.records import Calendar

_DAY = timedelta(days=1)
_CALENDARS = frozenset({"gregorian", "jalali", "hijri"})
_KEYS = frozenset({
    "names", "country", "with", "calendar", "month", "day", "weekday", "nth", "not_before",
    "library", "easter", "church", "remembers", "only",
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDay:
    """A day with a name: by month and day of a calendar, by weekday, or by a moving feast."""

    names: tuple[str, ...]
    country: str | None  # ISO 3166-1 alpha-2
    beside: tuple[str, ...]  # words of which a text must hold one, where names are shared
    calendar: Calendar
    month: int | None
    day: int | None
    weekday: int | None  # 1 Monday … 7 Sunday: the nth of the month, -1 the last
    nth: int
    not_before: int  # the first day of the month that counts
    library: str | None  # its name in the package `holidays`, for the country
    easter: int | None  # days from Easter Sunday
    church: str  # western | eastern
    remembers: date | None  # what the day is in memory of
    only: date | None  # a day of the past with a name, which does not come back

    def year_time(self, year: int) -> Time | None:
        """The day in a year of its calendar; None where it has none.

        Raises:
            ValueError: if the calendar has no such day.
        """
        if self.library is not None:
            return _of_library(self.country or "", self.library, year)
        if self.easter is not None:
            return day_of(_easter(year, self.church) + self.easter * _DAY)
        assert self.month is not None
        if self.weekday is None:
            return calendar_time(self.calendar, year, self.month, self.day)
        return _weekday_of_month(self, year)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDays:
    """All named days, by folded name."""

    by_name: Mapping[str, tuple[NamedDay, ...]]

    def names(self) -> frozenset[str]:
        """All names as the table spells them."""
        return frozenset(n for days in self.by_name.values() for day in days for n in day.names)

    def find(self, name: str, text: str) -> NamedDay | None:
        """The day of a name: the first whose neighbours stand in the text, if it needs any."""
        for day in self.by_name.get(name, ()):
            if not day.beside or any(word in text for word in day.beside):
                return day
        return None


@cache
def load_named_days() -> NamedDays:
    """The shipped table; read once, and never changed after that.

    Raises:
        DataError: if the table breaks its format.
    """
    found: dict[str, tuple[NamedDay, ...]] = {}
    for entry in read_days():
        faults = list(entry_faults(entry))
        if faults:
            raise DataError(f"days.toml: {faults[0]}")
        named = _named_day(entry)
        for name in named.names:
            key = fold(name)
            found[key] = (*found.get(key, ()), named)
    return NamedDays(by_name=found)


def read_days() -> list[dict[str, Any]]:
    """The entries of the table as they stand.

    Raises:
        DataError: if it is no TOML, or empty.
    """
    data = read_toml(files("reportedly.data") / "days.toml")
    if not data.get("day"):
        raise DataError("days.toml: no entry [[day]]")
    return list(data["day"])


def entry_faults(entry: Mapping[str, Any]) -> Iterator[str]:
    """One line for each fault of an entry."""
    name = (entry.get("names") or ["?"])[0]
    if not entry.get("names"):
        yield "an entry without names"
    for key in sorted(set(entry) - _KEYS):
        yield f"{name}: no field is called {key}"
    if entry.get("calendar", "gregorian") not in _CALENDARS:
        yield f"{name}: no calendar is called {entry['calendar']}"
    by_month = "month" in entry and ("day" in entry) != ("weekday" in entry)
    ways = [by_month, "library" in entry, "easter" in entry, "only" in entry]
    if sum(ways) != 1:
        yield f"{name}: give a month with a day or weekday, or library, or easter, or only"
    if "library" in entry and "country" not in entry:
        yield f"{name}: library needs a country"


def _named_day(entry: Mapping[str, Any]) -> NamedDay:
    return NamedDay(
        names=tuple(entry["names"]),
        country=entry.get("country"),
        beside=tuple(entry.get("with", ())),
        calendar=entry.get("calendar", "gregorian"),
        month=entry.get("month"),
        day=entry.get("day"),
        weekday=entry.get("weekday"),
        nth=entry.get("nth", 1),
        not_before=entry.get("not_before", 1),
        library=entry.get("library"),
        easter=entry.get("easter"),
        church=entry.get("church", "western"),
        remembers=entry.get("remembers"),
        only=entry.get("only"),
    )


def _weekday_of_month(named: NamedDay, year: int) -> Time:
    assert named.month is not None and named.weekday is not None
    month = calendar_time(named.calendar, year, named.month, None)
    assert month.earliest is not None and month.latest is not None
    if named.nth < 0:
        last = month.latest
        day = last - ((last.isoweekday() - named.weekday) % 7) * _DAY
    else:
        first = month.earliest + (named.not_before - 1) * _DAY
        day = first + ((named.weekday - first.isoweekday()) % 7 + 7 * (named.nth - 1)) * _DAY
    time = day_of(day)
    if named.calendar != "hijri":
        return time
    # the month may end a day earlier by sight of the moon, and with it the last weekday
    sure = month.latest - 2 * _DAY
    earlier = sure - ((sure.isoweekday() - named.weekday) % 7) * _DAY
    return day_of(day) if earlier == day else _between(earlier, day)


def _between(first: date, last: date) -> Time:
    return Time(earliest=first, latest=last, granularity="range", timex=None)


@cache
def _of_library(country: str, name: str, year: int) -> Time | None:
    """The first day that the package `holidays` gives a name in a country and year."""
    import holidays

    try:
        known = holidays.country_holidays(country, years=year, language="en_US", observed=False)
    except NotImplementedError:
        return None
    days = sorted(day for day, label in known.items() if name in label.split("; "))
    return day_of(days[0]) if days else None


def _easter(year: int, church: str) -> date:
    """Easter Sunday by Meeus' rules: Gregorian in the west, Julian in the east."""
    golden = year % 19
    if church == "eastern":
        full_moon = (19 * golden + 15) % 30
        weekday = (2 * (year % 4) + 4 * (year % 7) - full_moon + 34) % 7
        month, day = divmod(full_moon + weekday + 114, 31)
        julian_lag = year // 100 - year // 400 - 2
        return date(year, month, day + 1) + julian_lag * _DAY
    century, rest = divmod(year, 100)
    skipped = (century - (century + 8) // 25 + 1) // 3
    full_moon = (19 * golden + century - century // 4 - skipped + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - full_moon - rest % 4) % 7
    late = (golden + 11 * full_moon + 22 * weekday) // 451
    month, day = divmod(full_moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
