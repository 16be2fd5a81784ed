"""Events told by a codebook: in scope or not, named, split by day, joined; each with its rule."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reportedly.export.profiles import Condition, Join, Profile, first_fit
from reportedly.export.told import Reader, ToldEvent
from reportedly.records import Actor, Count, Event, Found

_LONGEST_SPLIT = 31  # days: longer intervals are vague dates and no daily events
Spot = tuple[str, date]


@dataclass(frozen=True, slots=True)
class Coded:
    """One row of a codebook: an event on one day (or in its interval) with its words."""

    told: ToldEvent
    earliest: date | None
    latest: date | None
    words: Mapping[str, str]
    rules: tuple[str, ...]  # of the profile: how it is named, split and joined
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
        seconds = self._seconds(reader)
        held = {told.event.event_id for joins in seconds.values() for told, _ in joins}
        for told in reader.events():
            event = told.event
            excluded = first_fit(self.profile.scope, lambda c, e=event: self.fits(c, e))
            if excluded is not None:
                yield OutOfScope(told, excluded.id, excluded.why)
                continue
            if event.event_id in held:
                continue
            named = first_fit(self.profile.map, lambda c, e=event: self.fits(c, e))
            if named is None:
                yield OutOfScope(told, "no-name", "the profile has no words for it")
                continue
            for row in self._days(
                Coded(told, event.earliest, event.latest, named.give, (named.id,))
            ):
                yield self._joined(row, seconds)

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

    def number(self, counts: Sequence[Found[Count]], kind: str) -> tuple[int | None, str]:
        """The number of one kind of people by the profile's rule, with the text that gives it."""
        found = [
            (number, count.value.text)
            for count in counts
            if count.value.kind == kind
            and not count.value.cumulative
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

    def _joined(
        self, row: Coded, seconds: Mapping[Spot, Sequence[tuple[ToldEvent, Join]]]
    ) -> Coded:
        """The row with the events that a join rule puts into it."""
        spot = _spot(row.told.event)
        for told, join in seconds.get(spot, ()) if spot else ():
            if self.fits(join.first, row.told.event):
                row = replace(
                    row,
                    words={**row.words, **join.give},
                    rules=(*row.rules, join.id),
                    joined=(*row.joined, told),
                )
        return row

    def _seconds(self, reader: Reader) -> dict[Spot, list[tuple[ToldEvent, Join]]]:
        """Events that a join puts into another's row, by place and day."""
        firsts: dict[Spot, set[str]] = defaultdict(set)
        seconds: dict[Spot, list[tuple[ToldEvent, Join]]] = defaultdict(list)
        if not self.profile.joins:
            return {}
        for told in reader.events():
            spot = _spot(told.event)
            if spot is None or first_fit(
                self.profile.scope, lambda c, e=told.event: self.fits(c, e)
            ):
                continue
            for join in self.profile.joins:
                if self.fits(join.first, told.event):
                    firsts[spot].add(join.id)
                if self.fits(join.second, told.event):
                    seconds[spot].append((told, join))
                    break
        return {
            spot: kept
            for spot, found in seconds.items()
            if (kept := [pair for pair in found if pair[1].id in firsts[spot]])
        }


def _spot(event: Event) -> Spot | None:
    """Where and when, at the level of a town and a day; None where either is vaguer."""
    place = event.place
    if place is None or place.precision not in ("site", "town") or event.earliest is None:
        return None
    return (
        (place.gazetteer_id or place.name, event.earliest)
        if event.earliest == event.latest
        else None
    )


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
    order = ("time", "day", "range", "week", "month", "season", "year", "decade", "century")
    told = [r.report.date.value.granularity for r in row.told.reports if r.report.date]
    return min(told, key=order.index) if told else ""


__all__ = ["Coded", "Coder", "OutOfScope", "granularity_of"]
