"""Our events beside the rows of another data set: what each side alone has, where they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from reportedly.corpus.merge.corrections import corrected
from reportedly.corpus.merge.facts import facts_of_article
from reportedly.corpus.merge.lexicon import load_merge_words
from reportedly.corpus.merge.names import actor_names, any_same, name_words, telling_words
from reportedly.errors import OptionError
from reportedly.export.privacy import PERSON, SITE
from reportedly.filters import EventFilter
from reportedly.imports.linking import Link, Linker
from reportedly.records import Actor, CodedRow, Count, Event, Found, Place
from reportedly.store import Collection
from reportedly.tables import Row

COLUMNS = (
    "side", "event", "row", "source", "line", "differs", "type", "their_type", "days",
    "their_days", "place", "their_place", "actors", "their_actors", "killed", "their_killed",
    "texts", "voices", "score", "why",
)  # fmt: skip
SIDES = ("both", "theirs alone", "ours alone")


@dataclass(slots=True)
class _Scope:
    """Where and when a data set has rows: only there can ours alone be something that it lacks."""

    first: date = date.max
    last: date = date.min
    countries: set[str] = field(default_factory=set)

    def take(self, row: CodedRow) -> None:
        if row.earliest and row.latest:
            self.first, self.last = min(self.first, row.earliest), max(self.last, row.latest)
        if row.place and row.place.country:
            self.countries.add(row.place.country)

    def holds(self, event: Event) -> bool:
        if event.earliest is None or event.latest is None:
            return False
        inside = event.earliest <= self.last and event.latest >= self.first
        country = event.place.country if event.place else None
        return inside and (not self.countries or country in self.countries)


def compared(collection: Collection, source: str | None = None) -> Iterator[Row]:
    """Rows of the comparison: theirs in the order of the import, then what we alone have.

    Ours alone are plain events (actual and asserted) in the days and countries of the data set.
    Our events are held in memory, rows stream.

    Raises:
        OptionError: if nothing was imported, or nothing of this source.
    """
    sources = collection.imported.sources()
    if not sources or (source is not None and source not in sources):
        there = f"there are {', '.join(sources)}" if sources else "nothing was imported yet"
        raise OptionError(f"no rows of {source or 'another data set'}: {there}")
    events = list(collection.links.events())
    linker = make_linker(collection, events)
    scope, found = _Scope(), set[str]()
    for row in collection.imported.rows(source):
        scope.take(row)
        link = linker.link(row)
        if link.event is not None:
            found.add(link.event.event_id)
        yield row_of(link)
    plain = EventFilter()
    for event in sorted(events, key=lambda one: (str(one.earliest), one.event_id)):
        if event.event_id not in found and plain.keeps(event) and scope.holds(event):
            yield {"side": "ours alone", "event": event.event_id, "differs": [], **_ours(event)}


def make_linker(collection: Collection, events: Iterable[Event]) -> Linker:
    """A linker over the collection's reports, as people corrected them."""
    judged = [
        one.judgement
        for one in collection.attached_judgements()
        if one.how != "orphaned" and not one.undone and not one.overruled
    ]
    words = load_merge_words()
    facts = (
        one
        for article, analysis in collection.documents()
        for one in facts_of_article(article, corrected(analysis.reports, judged), words)
    )
    return Linker(events, facts, words)


def counts_of(rows: Iterable[Row]) -> dict[str, int]:
    """How many rows each side has, and how often each value differs."""
    counted: Counter[str] = Counter()
    for row in rows:
        counted[row["side"]] += 1
        counted.update(f"{name} differs" for name in row["differs"])
    named = {side: counted.pop(side, 0) for side in SIDES}
    return {**named, **dict(sorted(counted.items()))}


def row_of(link: Link) -> Row:
    """One row with its event, or alone."""
    row, event = link.row, link.event
    theirs: Row = {
        "row": row.own_id or row.row_id[:16],
        "source": row.source,
        "line": row.line,
        "their_type": row.type_words,
        "their_days": _days(row.earliest, row.latest),
        "their_place": _place_words(row.place),
        "their_actors": "; ".join((*row.actors, *row.recipients)),
        "their_killed": _killed(row.counts),
    }
    if event is None:
        return {"side": "theirs alone", "event": None, "differs": [], **theirs}
    return {
        "side": "both",
        "event": event.event_id,
        "differs": list(differences(row, event)),
        **theirs,
        **_ours(event),
        "score": link.score,
        "why": "; ".join(link.reasons),
    }


def differences(row: CodedRow, event: Event) -> Iterator[str]:
    """The values that both sides give, and give differently."""
    if event.type not in {act.partition(" ")[0] for act in row.types}:
        yield "type"
    if _other_place(row.place, event.place):
        yield "place"
    days = (event.earliest, event.latest)
    if event.earliest is not None and days != (row.earliest, row.latest):
        yield "date"
    anybody = load_merge_words().anybody  # 'protesters' says nothing of who they are
    named = [
        telling_words(name.partition("(")[0], anybody) for name in (*row.actors, *row.recipients)
    ]
    theirs = [name for name in named if name]
    people = (*event.actors, *(found.value for found in event.alleged_actors), *event.recipients)
    ours = [name for actor in people for name in actor_names(actor, anybody)]
    if theirs and ours and not any_same(theirs, ours):
        yield "actors"
    here, there = _killed_of(event), _killed(row.counts)
    if there is not None and (here is not None or there) and here != there:
        yield "killed"


def _other_place(theirs: Place | None, ours: Place | None) -> bool:
    """Whether names differ and neither holds the other's words; both within reach by then."""
    if theirs is None or ours is None:
        return False
    one, other = name_words(theirs.name), name_words(ours.name)
    return theirs.precision != ours.precision or not (one <= other or other <= one)


# --- values as words ------------------------------------------------------------------------


def _ours(event: Event) -> Row:
    return {
        "type": f"{event.type or 'no type'}{f' {event.mode}' if event.mode else ''}",
        "days": _days(event.earliest, event.latest),
        "place": _shown_place(event.place),
        "actors": "; ".join(dict.fromkeys(map(_shown, (*event.actors, *event.recipients)))),
        "killed": _killed_of(event),
        "texts": event.corroboration.texts,
        "voices": len(event.corroboration.voices),
    }


def _shown(actor: Actor) -> str:
    """As in exports: a person who is neither registered nor in an office has no name."""
    private = actor.exposure == "private" and actor.kind in ("person", "unknown")
    return PERSON if private and any(word[:1].isupper() for word in actor.name.split()) else (
        actor.name
    )  # fmt: skip


def _shown_place(place: Place | None) -> str:
    if place is not None and place.precision == "site":
        return ", ".join(filter(None, (SITE, place.admin1, place.country)))
    return _place_words(place)


def _place_words(place: Place | None) -> str:
    return "" if place is None else ", ".join(filter(None, (place.name, place.country)))


def _days(earliest: date | None, latest: date | None) -> str:
    if earliest is None:
        return ""
    return str(earliest) if latest in (None, earliest) else f"{earliest}/{latest}"


def _killed_of(event: Event) -> int | None:
    return _killed([found.value for found in _own(event.counts)])


def _own(counts: Sequence[Found[Count]]) -> Sequence[Found[Count]]:
    """The reports' own numbers lead; what only a speaker gives counts where there is no other."""
    return [count for count in counts if count.asserted_by is None] or counts


def _killed(counts: Sequence[Count]) -> int | None:
    return next((count.best for count in counts if count.kind == "killed"), None)
