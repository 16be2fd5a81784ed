"""What the charts show: series of numbers, counted from a collection.

Events are plain ones (actual, asserted, with a type). Symbolic displays (posters, slogans,
banners) are a class of their own in every chart and never counted with demonstrations.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, TypeVar

from reportedly.errors import OptionError
from reportedly.filters import EventFilter, filter_events
from reportedly.records import Event
from reportedly.store import Collection

T = TypeVar("T")

SYMBOLIC = "Symbolic displays"
OTHERS = "Other types"
_MOST_CLASSES = 6  # colours that stay apart for all eyes; further types are one class
_MOST_OUTLETS = 20
_COPIES = ("verbatim", "edited", "rewritten", "excerpt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One colour of a chart; a value for each label."""

    name: str
    values: tuple[int, ...]
    hatched: bool = False  # told apart from its neighbours without colour too


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A stacked chart: columns stand on an axis of time, bars lie beside names."""

    name: str
    title: str
    note: str
    kind: Literal["columns", "bars"]
    labels: tuple[str, ...]
    series: tuple[Series, ...]

    @property
    def totals(self) -> tuple[int, ...]:
        """The height of each stack."""
        return tuple(sum(one.values[n] for one in self.series) for n in range(len(self.labels)))


def make_chart(collection: Collection, name: str) -> Chart:
    """A chart by its name.

    Raises:
        OptionError: if there is none of this name.
    """
    if name not in CHARTS:
        raise OptionError(f"no chart {name!r}: {', '.join(CHARTS)}")
    return CHARTS[name](collection)


def class_of(event: Event) -> str:
    """The class that an event is counted in."""
    if event.type == "PROTEST" and event.mode == "symbolic":
        return SYMBOLIC
    return "Demonstrations, strikes" if event.type == "PROTEST" else (event.type or "").capitalize()


def events_by_week(collection: Collection) -> Chart:
    """Events by the week in which they began; older ones that articles only tell again left out."""
    events = _plain(collection)
    dated = [e for e in events if e.earliest and not e.retold and _within_a_week(e)]
    told: Counter[tuple[date, str]] = Counter()
    for event in dated:
        if event.earliest is not None:
            told[_monday(event.earliest), class_of(event)] += 1
    days = [day for day, _ in told]
    weeks = []
    if days:
        at = min(days)
        while at <= max(days):
            weeks.append(at)
            at += timedelta(days=7)
    left = len(events) - len(dated)
    return Chart(
        name="events-by-week",
        title="Events by week and type",
        note=f"{len(dated)} events; {left} without a day or week, or of older times, left out.",
        kind="columns",
        labels=tuple(week.isoformat() for week in weeks),
        series=_by_class(weeks, told),
    )


def copies_by_outlet(collection: Collection) -> Chart:
    """Articles of each outlet: texts of their own, and copies by kind."""
    kinds: dict[str, str] = {}
    for echo in collection.links.echoes():
        for member in echo.members:
            if member.kind != "origin":
                kinds.setdefault(member.article_id, member.kind)
    counted: Counter[tuple[str, str]] = Counter()
    outlets: Counter[str] = Counter()
    for article in collection.articles():
        outlet = article.outlet or "unknown outlet"
        outlets[outlet] += 1
        counted[outlet, kinds.get(article.article_id, "own")] += 1
    names = sorted(outlets, key=lambda one: (-outlets[one], one))
    shown = names[:_MOST_OUTLETS]
    words = {"own": "Texts of their own", **{k: f"{k.capitalize()} copies" for k in _COPIES}}
    more = len(names) - len(shown)
    return Chart(
        name="copies-by-outlet",
        title="Copies by outlet",
        note=f"{sum(outlets.values())} articles of {len(names)} outlets"
        + (f"; {more} smaller outlets are not shown." if more else "."),
        kind="bars",
        labels=tuple(shown),
        series=tuple(
            Series(
                name=word,
                values=tuple(counted[outlet, kind] for outlet in shown),
                hatched=kind != "own",
            )
            for kind, word in words.items()
            if kind == "own" or any(counted[outlet, kind] for outlet in shown)
        ),
    )


def corroboration(collection: Collection) -> Chart:
    """How well events are told, by class: texts and voices, never a score."""
    ways = ("A single text", "Several texts, one voice", "Several texts and voices")
    told: Counter[tuple[str, str]] = Counter()
    for event in _plain(collection):
        counts = event.corroboration
        several = counts.texts > 1
        way = ways[0] if not several else ways[1] if len(counts.voices) <= 1 else ways[2]
        told[class_of(event), way] += 1
    classes = _classes(told)
    return Chart(
        name="corroboration",
        title="How well events are told",
        note="By text and by who says so. Copies are one text. Never a score of truth.",
        kind="bars",
        labels=classes,
        series=tuple(
            Series(name=way, values=tuple(told[one, way] for one in classes), hatched=n == 1)
            for n, way in enumerate(ways)
        ),
    )


def contradictions(collection: Collection) -> Chart:
    """Events whose reports give a value differently, by field and class."""
    told: Counter[tuple[str, str]] = Counter()
    for event in _plain(collection):
        for field in sorted({one.field for one in event.contradictions}):
            told[field, class_of(event)] += 1
    fields = sorted({field for field, _ in told})
    return Chart(
        name="contradictions",
        title="What sources give differently",
        note="Events with two values or more of a field, side by side; none is chosen as true.",
        kind="bars",
        labels=tuple(fields),
        series=_by_class(fields, told),
    )


CHARTS: Mapping[str, Callable[[Collection], Chart]] = {
    "events-by-week": events_by_week,
    "copies-by-outlet": copies_by_outlet,
    "corroboration": corroboration,
    "contradictions": contradictions,
}


def _plain(collection: Collection) -> list[Event]:
    return list(filter_events(collection.links.events(), EventFilter()))


def _within_a_week(event: Event) -> bool:
    """Whether it is known to the week: a year or month has no place on the axis."""
    return bool(event.latest and event.earliest and (event.latest - event.earliest).days < 7)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _classes(told: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """All classes, the symbolic displays last."""
    found = {name for name, _ in told}
    return (*sorted(found - {SYMBOLIC}), *(found & {SYMBOLIC}))


def _by_class(labels: Sequence[T], told: Mapping[tuple[T, str], int]) -> tuple[Series, ...]:
    """A series for each of the most frequent classes, one for the others, symbolic ones apart."""
    totals: Counter[str] = Counter()
    for (_, name), count in told.items():
        totals[name] += count
    ordered = sorted(totals.keys() - {SYMBOLIC}, key=lambda name: (-totals[name], name))
    shown, rest = ordered[:_MOST_CLASSES], ordered[_MOST_CLASSES:]
    series = [Series(name=n, values=tuple(told.get((x, n), 0) for x in labels)) for n in shown]
    if rest:
        values = tuple(sum(told.get((x, n), 0) for n in rest) for x in labels)
        series.append(Series(name=OTHERS, values=values))
    if SYMBOLIC in totals:
        values = tuple(told.get((x, SYMBOLIC), 0) for x in labels)
        series.append(Series(name=SYMBOLIC, values=values, hatched=True))
    return tuple(series)
