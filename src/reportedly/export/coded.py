"""Events told by a codebook: in scope or not, named, split by day, joined; each with its rule."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reportedly.export.profiles import Condition, Join, Profile, first_fit
from reportedly.export.scratch import Notes
from reportedly.export.told import Reader, ToldEvent
from reportedly.records import Actor, Count, DateValue, Event, Found, Place

_LONGEST_SPLIT = 31  # days: longer intervals are vague dates and no daily events
_GRANULARITIES = ("time", "day", "range", "week", "month", "season", "year", "decade", "century")
_PRECISIONS = ("site", "town", "district", "province", "country", "region")


@dataclass(frozen=True, slots=True)
class Coded:
    """One row of a codebook: an event on one day (or in its interval) with its words."""

    told: ToldEvent
    earliest: date | None
    latest: date | None
    words: Mapping[str, str]
    rules: tuple[str, ...]  # of the profile: how it is named, split and joined
    place: Place | None = None
    joined: tuple[ToldEvent, ...] = ()  # events that this row holds besides its own

    @property
    def events(self) -> tuple[ToldEvent, ...]:
        """All events of the row, its own first."""
        return (self.told, *self.joined)


@dataclass(frozen=True, slots=True)
class OutOfScope:
    """An event that the codebook does not count, with the rule that says so."""

    told: ToldEvent
    rule: str
    why: str


class Coder:
    """Applies a profile to the events of a collection."""

    def __init__(self, profile: Profile) -> None:
        self.profile = profile

    def code(self, reader: Reader) -> Iterator[Coded | OutOfScope]:
        """A row or more for each event in scope; an exclusion for each other one."""
        joins = _Joins(self, reader)
        for told in reader.events():
            event = self._chosen(told)
            excluded = first_fit(self.profile.scope, lambda c, e=event: self.fits(c, e))
            if excluded is not None:
                if excluded.listed:
                    yield OutOfScope(told, excluded.id, excluded.why)
                continue
            if joins.holds(event):
                continue
            named = first_fit(self.profile.map, lambda c, e=event: self.fits(c, e))
            if named is None:
                yield OutOfScope(told, "no-name", "the profile has no words for it")
                continue
            coded = Coded(
                told, event.earliest, event.latest, named.give, (named.id,), place=event.place
            )
            for row in self._days(coded):
                yield joins.joined(row)

    def fits(self, condition: Condition, event: Event) -> bool:
        """Whether an event fulfils all parts of a condition."""
        checks = (
            (condition.types, event.type or ""),
            (condition.modes, event.mode or ""),
            (condition.realis, event.realis),
            (condition.polarity, event.polarity),
        )
        if any(wanted is not None and value not in wanted for wanted, value in checks):
            return False
        if condition.retold is not None and condition.retold != event.retold:
            return False
        if condition.lacks is not None and not (condition.lacks & set(_lacking(event))):
            return False
        actors = {self.class_of(actor, event.type) for actor in event.actors}
        recipients = {self.class_of(actor) for actor in event.recipients}
        wanted = ((condition.actors, actors), (condition.recipients, recipients))
        return all(classes is None or classes & found for classes, found in wanted)

    def class_of(self, actor: Actor, acts_in: str | None = None) -> str:
        """The profile's class of an actor: by PLOVER sector, by kind, by what it does, or none.

        Args:
            actor: an actor or a recipient.
            acts_in: the type of the event in which it acts; None for a recipient.
        """
        profile = self.profile
        by_sector = next((profile.classes[s] for s in actor.sectors if s in profile.classes), None)
        known = by_sector or profile.class_of_kind.get(actor.kind)
        return known or profile.class_by_type.get(acts_in or "", profile.no_class)

    def excluded(self, event: Event) -> bool:
        """Whether a rule of scope leaves an event out."""
        return first_fit(self.profile.scope, lambda c: self.fits(c, event)) is not None

    def number_of(self, coded: Coded, kind: str) -> tuple[int | None, str]:
        """The number of one kind of people of a row, with the text that gives it.

        By side: the lowest that reports of the profile's side tell; of all sides where it tells
        none.
        """
        if self.profile.choose_count == "side":
            told = [one for event in coded.events for one in event.reports]
            of_side = [
                count
                for one in told
                if one.article.side == self.profile.count_side
                for count in one.report.counts
            ]
            number = self.number(of_side, kind)
            if number[0] is not None:
                return number
        return self.number([c for told in coded.events for c in told.event.counts], kind)

    def number(self, counts: Sequence[Found[Count]], kind: str) -> tuple[int | None, str]:
        """The number of one kind of people by the profile's rule, with the text that gives it."""
        found = [
            (number, count.value.text)
            for count in counts
            if count.value.kind == kind
            and not count.value.cumulative
            and count.value.shared_key is None
            and (number := self._as_number(count.value)) is not None
        ]
        if not found:
            return None, ""
        if self.profile.choose_count == "first":
            return found[0]
        if self.profile.choose_count == "median":
            middle = statistics.median_low(number for number, _ in found)
            return next(pair for pair in found if pair[0] == middle)
        return (max if self.profile.choose_count == "highest" else min)(found)

    def _as_number(self, count: Count) -> int | None:
        told = next((n for n in (count.best, count.low, count.high) if n is not None), None)
        if told is not None:
            return told
        text = count.text.casefold()
        words = sorted(self.profile.number_words, key=len, reverse=True)  # the longest fits first
        return next((self.profile.number_words[w] for w in words if w in text), None)

    def _days(self, row: Coded) -> Iterator[Coded]:
        """A row a day where the profile asks for it and the interval is one of days."""
        first, last = row.earliest, row.latest
        if not self.profile.split_days or first is None or last is None or not _dated(row.told):
            yield row
            return
        length = (last - first).days + 1
        if length < 2 or length > _LONGEST_SPLIT:
            yield row
            return
        for number in range(length):
            day = first + timedelta(days=number)
            yield replace(row, earliest=day, latest=day, rules=(*row.rules, "split-by-day"))

    def _chosen(self, told: ToldEvent) -> Event:
        """The event with date and place by the profile's rules, where reports differ."""
        event, profile = told.event, self.profile
        dates = [d for r in told.reports if r.report.date and (d := r.report.date.value).earliest]
        if profile.choose_date != "event" and dates:
            # min keeps the first of equals: reports come in the order of the event
            day = min(dates, key=_earliest if profile.choose_date == "earliest" else _width)
            event = replace(event, earliest=day.earliest, latest=day.latest or day.earliest)
        places = [r.report.place.value for r in told.reports if r.report.place]
        if profile.choose_place == "most-precise" and places:
            event = replace(event, place=min(places, key=lambda p: _PRECISIONS.index(p.precision)))
        return event


class _Joins:
    """Events that a join rule puts into another's row, noted by place and day."""

    def __init__(self, coder: Coder, reader: Reader) -> None:
        self._coder, self._reader = coder, reader
        self._firsts, self._seconds = reader.scratch.notes(), reader.scratch.notes()
        if coder.profile.joins:
            self._note_all()

    def holds(self, event: Event) -> bool:
        """Whether an event is told in another's row."""
        spot = _spot(event)
        return spot is not None and any(
            event_id == event.event_id for event_id, _ in self._at(spot)
        )

    def joined(self, row: Coded) -> Coded:
        """The row with the events that a join rule puts into it."""
        spot = _spot(row.told.event)
        for event_id, join in self._at(spot) if spot else ():
            if not self._coder.fits(join.first, row.told.event):
                continue
            told = self._reader.event(event_id)
            if told is not None:
                row = replace(
                    row,
                    words={**row.words, **join.give},
                    rules=(*row.rules, join.id),
                    joined=(*row.joined, told),
                )
        return row

    def _note_all(self) -> None:
        """Note events in scope: one pass over what linking wrote, without its reports."""
        coder = self._coder
        for event in self._reader.source.links.events():
            spot = _spot(event)
            if event.merged_into is not None or spot is None or coder.excluded(event):
                continue
            fits = [join.id for join in coder.profile.joins if coder.fits(join.second, event)]
            if fits:
                self._seconds.add(spot, f"{fits[0]} {event.event_id}")
            for join in coder.profile.joins:
                if coder.fits(join.first, event):
                    self._firsts.add(spot, f"{join.id} {event.event_id}")

    def _at(self, spot: str) -> Iterator[tuple[str, Join]]:
        """Ids of the events that rows of a place and day may hold; first rows must be told."""
        seconds = self._seconds.of(spot)
        if not seconds:
            return
        told = {rule for rule, event_id in _pairs(self._firsts, spot) if self._is_told(event_id)}
        for rule, event_id in _pairs(self._seconds, spot):
            if rule in told:
                yield event_id, next(j for j in self._coder.profile.joins if j.id == rule)

    def _is_told(self, event_id: str) -> bool:
        return self._reader.not_after is None or self._reader.event(event_id) is not None


def _pairs(notes: Notes, spot: str) -> Iterator[tuple[str, str]]:
    for value in notes.of(spot):
        rule, _, event_id = value.rpartition(" ")
        yield rule, event_id


def _earliest(value: DateValue) -> date:
    return value.earliest or date.max


def _width(value: DateValue) -> tuple[int, int]:
    """How vague a date is: by its granularity, then by its length."""
    first, last = value.earliest or date.min, value.latest or date.max
    return _GRANULARITIES.index(value.granularity), (last - first).days


def _spot(event: Event) -> str | None:
    """Where and when, at the level of a town and a day; None where either is vaguer."""
    place = event.place
    if place is None or place.precision not in ("site", "town") or event.earliest is None:
        return None
    if event.earliest != event.latest:
        return None
    return f"{event.earliest} {place.gazetteer_id or place.name}"


def _dated(told: ToldEvent) -> bool:
    """Whether reports tell days, and not a week or a month in which it was."""
    dates = [r.report.date.value for r in told.reports if r.report.date]
    return any(d.granularity in ("day", "time", "range") for d in dates)


def _lacking(event: Event) -> Iterator[str]:
    place = event.place
    if place is None:
        yield "place"
    if place is None or place.lat is None:
        yield "point"
    if place is None or place.precision not in ("site", "town"):
        yield "town"
    if event.earliest is None:
        yield "date"
    if not event.actors:
        yield "actor"


def granularity_of(row: Coded) -> str:
    """The finest granularity of the reports' dates, '' without any."""
    told = [r.report.date.value.granularity for r in row.told.reports if r.report.date]
    return min(told, key=_GRANULARITIES.index) if told else ""


__all__ = ["Coded", "Coder", "OutOfScope", "granularity_of"]
