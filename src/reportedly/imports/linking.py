"""Which of our events a row of another data set tells, by the comparer that merging uses.

A row is compared as if it were a report; the score of a row and an event is that of the closest
report. A row is an event already, so place and day of one type family are enough (LINK) where two
reports would need something more (merging's JOIN): a codebook counts one act a town and day.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reportedly.corpus.merge.compare import SAME_DAY, SAME_PLACE, compare
from reportedly.corpus.merge.facts import LASTING_DAYS, ReportFacts, report_facts
from reportedly.corpus.merge.lexicon import MergeWords
from reportedly.records import (
    Actor,
    Article,
    CodedRow,
    DateValue,
    Event,
    Evidence,
    Found,
    Place,
    Report,
)
from reportedly.records.vocabulary import EventType

LINK = SAME_PLACE + SAME_DAY
LESS_LIKELY = 0.6
"""Taken from the score of a type for each likelier one that the row may be."""

_ROUNDING = 0.005

_CELL, _REACH = 0.5, 0.25  # degrees: as merging's blocks
_LONG_DAYS = 62
_BESIDE = re.compile(r"\s*\([^)]*\)")  # 'Protesters (Peru)': the country is compared by itself
_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A row with the event that it tells, and why."""

    row: CodedRow
    event: Event | None
    score: float | None = None
    reasons: tuple[str, ...] = ()


class Linker:
    """Our events, held by where and when they are; rows are looked up one at a time.

    Args:
        events: of the last linking.
        facts: of all reports, as merging compares them.
        words: the word lists of merging.
    """

    def __init__(
        self, events: Iterable[Event], facts: Iterable[ReportFacts], words: MergeWords
    ) -> None:
        self._words = words
        self._events = sorted(
            (one for one in events if one.merged_into is None), key=lambda one: one.event_id
        )
        event_of = {
            report_id: number
            for number, event in enumerate(self._events)
            for report_id in event.reports
        }
        self._facts: list[tuple[int, ReportFacts]] = []
        self._index: dict[_Key, list[int]] = defaultdict(list)
        for one in facts:
            number = event_of.get(one.report_id)
            if number is None:
                continue
            for key in set(_keys(one, days=LASTING_DAYS)):
                self._index[key].append(len(self._facts))
            self._facts.append((number, one))

    def link(self, row: CodedRow) -> Link:
        """The event that a row tells; none where nothing is close enough."""
        best: tuple[float, float, int, tuple[str, ...]] | None = None
        for rank, act in enumerate(row.types):
            theirs = self._row_facts(row, act)
            plain = replace(theirs, mode=None)
            for at in self._candidates(theirs):
                number, ours = self._facts[at]
                if ours.family != theirs.family and self._events[number].type != act.split()[0]:
                    continue  # an arrest is no attack, though some tell it as a kidnapping
                # codebooks draw modes otherwise: one that agrees speaks for a link, none against
                compared = compare(theirs if theirs.mode == ours.mode else plain, ours)
                if compared.parted or compared.score < LINK - _ROUNDING:
                    continue
                weighed = compared.score - LESS_LIKELY * rank
                if best is None or (weighed, -number) > (best[0], -best[2]):
                    best = weighed, compared.score, number, compared.reasons
        if best is None:
            return Link(row=row, event=None)
        return Link(row=row, event=self._events[best[2]], score=best[1], reasons=best[3])

    def _candidates(self, theirs: ReportFacts) -> list[int]:
        return sorted({at for key in _keys(theirs, days=1) for at in self._index.get(key, ())})

    def _row_facts(self, row: CodedRow, act: str) -> ReportFacts:
        article = Article(
            article_id=f"imported {row.row_id}", raw_id="", text_id="", text=row.words or ""
        )
        return report_facts(_as_report(row, act, article), article, words=self._words)


def _as_report(row: CodedRow, act: str, article: Article) -> Report:
    passage = Evidence(text_id="", start=0, end=len(article.text), quote=article.text)
    made_by = f"imported:{row.source}"

    def actors(names: Iterable[str]) -> tuple[Found[Actor], ...]:
        return tuple(
            Found(value=Actor(name=_BESIDE.sub("", name)), evidence=passage, made_by=made_by)
            for name in names
        )

    day = row.earliest == row.latest
    when = DateValue(
        earliest=row.earliest, latest=row.latest, granularity="day" if day else "range"
    )
    kind, _, mode = act.partition(" ")
    known: EventType = kind  # type: ignore[assignment]  # the map's checker knows the types
    return Report(
        report_id=row.row_id,
        article_id=article.article_id,
        type=known,
        mode=mode or None,
        act=row.type_words,
        trigger=passage,
        evidence=passage,
        realis="actual",
        polarity="positive",
        retold=False,
        attributions=(),
        made_by=made_by,
        actors=actors(row.actors),
        recipients=actors(row.recipients),
        place=_found(row.place, passage, made_by),
        date=Found(value=when, evidence=passage, made_by=made_by),
        counts=tuple(
            Found(value=count, evidence=passage, made_by=made_by)
            for count in row.counts
            if count.best
        ),
    )


def _found(place: Place | None, passage: Evidence, made_by: str) -> Found[Place] | None:
    return None if place is None else Found(value=place, evidence=passage, made_by=made_by)


def _keys(one: ReportFacts, *, days: int) -> Iterator[_Key]:
    """Where and when an act may be looked for: its family, week, and place or lack of one."""
    # 'custody' and COERCE or ASSAULT are one act to a codebook without our modes
    families = {one.family, "COERCE", "ASSAULT"} if one.family == "custody" else {one.family}
    for week in _weeks(one.earliest, one.latest, days):
        for where in _places(one.place):
            for family in families:
                yield (family, week, *where)


def _weeks(earliest: date | None, latest: date | None, days: int) -> Iterator[object]:
    if earliest is None or latest is None:
        yield "undated"
    elif (latest - earliest).days > _LONG_DAYS:
        for year in range(earliest.year, latest.year + 1):
            yield f"year {year}"
    else:
        first, last = earliest - timedelta(days=days), latest + timedelta(days=days)
        yield from range(first.toordinal() // 7, last.toordinal() // 7 + 1)
        yield f"year {earliest.year}"


def _places(place: Place | None) -> Iterator[_Key]:
    if place is None:
        yield ("nowhere",)
        return
    yield ("named", place.name.casefold())
    if place.lat is not None and place.lon is not None:
        for lat in (place.lat - _REACH, place.lat + _REACH):
            for lon in (place.lon - _REACH, place.lon + _REACH):
                yield ("cell", math.floor(lat / _CELL), math.floor(lon / _CELL))
