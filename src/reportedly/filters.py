"""Filters of events and reports, the same for the command line and for Python."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import get_args

from reportedly.errors import OptionError
from reportedly.records import Event, EventType, Realis

TYPES: tuple[str, ...] = get_args(EventType)
REALIS: tuple[str, ...] = get_args(Realis)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFilter:
    """What to keep; None keeps all. By default only plain events count: actual, positive."""

    type: str | None = None
    mode: str | None = None
    country: str | None = None
    place: str | None = None
    actor: str | None = None
    since: date | None = None
    until: date | None = None
    realis: str | None = None
    everything: bool = False  # planned, threatened, negated and untyped ones too

    def __post_init__(self) -> None:
        if self.type is not None and self.type not in TYPES:
            raise OptionError(f"no event type {self.type!r}; one of {', '.join(TYPES)}")
        if self.realis is not None and self.realis not in REALIS:
            raise OptionError(f"no realis {self.realis!r}; one of {', '.join(REALIS)}")
        if self.since and self.until and self.since > self.until:
            raise OptionError(f"--from {self.since} is after --to {self.until}")

    def keeps(self, event: Event) -> bool:
        """Whether an event passes."""
        plain = event.realis == "actual" and event.polarity == "positive" and event.type
        wanted_realis = self.realis or ("actual" if not self.everything else None)
        checks = (
            event.merged_into is None,
            bool(plain) or self.everything or self.realis is not None,
            wanted_realis in (None, event.realis),
            self.type in (None, event.type),
            self.mode in (None, event.mode),
            self.country is None
            or (event.place is not None and event.place.country == self.country.upper()),
            self.place is None
            or (event.place is not None and _holds(event.place.name, self.place)),
            self.actor is None or any(_holds(a.name, self.actor) for a in event.actors),
            self.since is None or (event.latest is not None and event.latest >= self.since),
            self.until is None or (event.earliest is not None and event.earliest <= self.until),
        )
        return all(checks)


def filter_events(events: Iterable[Event], wanted: EventFilter) -> Iterator[Event]:
    """The events that pass, in their order."""
    return (event for event in events if wanted.keeps(event))


def day_of(text: str | date | None, option: str) -> date | None:
    """A day given as YYYY-MM-DD.

    Raises:
        OptionError: if it is no such day.
    """
    if text is None or isinstance(text, date):
        return text
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise OptionError(f"{option} wants a day as YYYY-MM-DD, not {text!r}") from None


def _holds(name: str, part: str) -> bool:
    return part.casefold() in name.casefold()
