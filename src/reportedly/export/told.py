"""Events with the reports that tell them, read a page at a time from a collection."""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Protocol

from reportedly.export.privacy import Open, Privacy, Redacted
from reportedly.export.scratch import Notes, Scratch
from reportedly.export.settlements import Settlements
from reportedly.records import Analysis, Article, Campaign, Echo, Event, Report

_PAGE = 200  # events read at once: one look-up of their documents serves them all
_KEPT = 256  # articles whose names are held: reports of one event stand near each other


class LinksOfCollection(Protocol):
    """What linking wrote."""

    def echoes(self) -> Iterator[Echo]:
        """Articles that share text."""

    def events(self) -> Iterator[Event]:
        """All events, also those that were merged into others."""

    def event(self, event_id: str) -> Event | None:
        """One event."""

    def campaigns(self) -> Iterator[Campaign]:
        """Events whose coordination a text asserts."""


class IndexOfCollection(Protocol):
    """The index of what was read; it may lack what was read just now."""

    def documents_of_reports(self, report_ids: Iterable[str]) -> Mapping[str, int]:
        """The numbers of the documents that hold these reports."""


class Source(Protocol):
    """A collection as exports read it."""

    @property
    def links(self) -> LinksOfCollection:
        """What linking wrote."""

    def articles(self) -> Iterator[Article]:
        """All articles, the latest version of each."""

    def documents(self) -> Iterator[tuple[Article, Analysis]]:
        """Articles with what was found in them."""

    @property
    def index(self) -> IndexOfCollection:
        """Where reports stand."""

    def numbered(self, numbers: Sequence[int]) -> Iterator[tuple[int, Article, Analysis]]:
        """Documents by the numbers that the index gives."""

    def report(self, report_id: str) -> tuple[Article, Report] | None:
        """One report with its article."""

    def analysis(self, article_id: str, text_id: str | None = None) -> Analysis | None:
        """What was found in an article."""

    def log_entries(self) -> Iterator[tuple[str, str, str]]:
        """(time, action, detail) of what was done with the collection."""


@dataclass(frozen=True, slots=True)
class Told:
    """A report with its article, and how its names may appear."""

    article: Article
    report: Report
    privacy: Privacy
    text: str = ""  # the same for articles that copy each other
    copies: bool = False  # its article has the text from another one


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """An event with its reports: asserting ones first, then denials."""

    event: Event
    reports: tuple[Told, ...]
    denials: tuple[Told, ...]

    @property
    def privacy(self) -> Privacy:
        """How the names of the event may appear: as in its first report."""
        return self.reports[0].privacy if self.reports else Open()


@dataclass(slots=True)
class Tally:
    """Whose articles an export was made from."""

    outlets: Counter[str] = field(default_factory=Counter)
    analysers: Counter[str] = field(default_factory=Counter)
    invented: int = 0
    first: date | None = None
    last: date | None = None

    def add(self, article: Article, analysis: Analysis) -> None:
        """Count an article in."""
        self.outlets[article.outlet or "unknown outlet"] += 1
        self.analysers[analysis.analyser] += 1
        self.invented += article.invented
        if article.published:
            self.first = min(self.first or article.published, article.published)
            self.last = max(self.last or article.published, article.published)


class Reader:
    """Reads a collection for an export, with few articles in memory at a time.

    Args:
        source: the collection.
        scratch: where it notes what it must remember.
        restricted: show private names and fine places.
        not_after: leave out articles published after this day, and those without a day if given.
        settlements: says which towns are too small to be told; None tells all.
    """

    def __init__(
        self,
        source: Source,
        scratch: Scratch,
        *,
        restricted: bool = False,
        not_after: date | None = None,
        settlements: Settlements | None = None,
    ) -> None:
        self.source = source
        self.scratch = scratch
        self.restricted = restricted
        self.not_after = not_after
        self._settlements = settlements
        self._privacies: OrderedDict[tuple[str, str], Privacy] = OrderedDict()
        self._texts: Notes | None = None
        self._events_of: Notes | None = None
        self._outlets: Notes | None = None
        self._tally: Tally | None = None

    # --- documents ------------------------------------------------------------------------

    def documents(self) -> Iterator[tuple[Article, Analysis, Privacy]]:
        """All articles with what was found in them; they are tallied on the way."""
        tally = Tally()
        for article, analysis in self.source.documents():
            if self._may_be_told(article):
                tally.add(article, analysis)
                yield article, analysis, self._privacy(article, analysis)
        self._tally = tally

    def outlets(self) -> Notes:
        """The outlet of each article that may be told."""
        if self._outlets is None:
            self._outlets = self.scratch.notes()
            for article in self.source.articles():
                if self._may_be_told(article):
                    self._outlets.add(article.article_id, article.outlet or "unknown outlet")
        return self._outlets

    def tally(self) -> Tally:
        """The articles counted: on the way of `documents`, else in a pass of its own."""
        if self._tally is None:
            tally = Tally()
            for article, analysis in self.source.documents():
                if self._may_be_told(article):
                    tally.add(article, analysis)
            self._tally = tally
        return self._tally

    # --- events ---------------------------------------------------------------------------

    def events(self) -> Iterator[ToldEvent]:
        """All events that stand, in the order of the collection."""
        standing = (e for e in self.source.links.events() if e.merged_into is None)
        while page := list(islice(standing, _PAGE)):
            yield from self._told_events(page)

    def event(self, event_id: str) -> ToldEvent | None:
        """One event, None where it does not stand or may not be told."""
        event = self.source.links.event(event_id)
        if event is None or event.merged_into is not None:
            return None
        return next(self._told_events([event]), None)

    def event_id_of(self, report_id: str) -> str | None:
        """The event that a report belongs to."""
        if self._events_of is None:
            self._events_of = self.scratch.notes()
            for event in self.source.links.events():
                if event.merged_into is None:
                    told = (*event.reports, *event.denials, *event.withdrawn)
                    self._events_of.add_all(told, event.event_id)
        return next(iter(self._events_of.of(report_id)), None)

    def _told_events(self, events: Sequence[Event]) -> Iterator[ToldEvent]:
        wanted = [key for event in events for key in (*event.reports, *event.denials)]
        told = {one.report.report_id: one for one in self._told(wanted)}
        for event in events:
            reports = tuple(told[key] for key in event.reports if key in told)
            if reports:
                denials = tuple(told[key] for key in event.denials if key in told)
                yield ToldEvent(event, reports, denials)

    def _told(self, report_ids: Sequence[str]) -> Iterator[Told]:
        missing = set(report_ids)
        numbers = self.source.index.documents_of_reports(report_ids).values()
        for _, article, analysis in self.source.numbered(sorted(set(numbers))):
            for report in analysis.reports:
                if report.report_id in missing:
                    missing.discard(report.report_id)
                    yield from self._one_told(article, analysis, report)
        for report_id in sorted(missing):
            found = self.source.report(report_id)
            if found is not None:
                article, report = found
                known = self.source.analysis(article.article_id, article.text_id)
                yield from self._one_told(article, known or _empty(article), report)

    def _one_told(self, article: Article, analysis: Analysis, report: Report) -> Iterator[Told]:
        if self._may_be_told(article):
            text, copies = self._text_of(article.article_id)
            yield Told(article, report, self._privacy(article, analysis), text, copies)

    def _text_of(self, article_id: str) -> tuple[str, bool]:
        """The text of an article, the same for its copies, and whether it is a copy itself."""
        if self._texts is None:
            self._texts = self.scratch.notes()
            for echo in copying_echoes(self.source.links.echoes()):
                for member in echo.members:
                    mark = "origin" if member.article_id == echo.origin else "copy"
                    self._texts.add(member.article_id, f"{mark} {echo.echo_id}")
        known = self._texts.of(article_id)
        if not known:
            return article_id, False
        mark, _, echo_id = known[0].partition(" ")
        return echo_id, mark == "copy"

    # --- what may be told -----------------------------------------------------------------

    def _may_be_told(self, article: Article) -> bool:
        if self.not_after is None:
            return True
        return article.published is not None and article.published <= self.not_after

    def _privacy(self, article: Article, analysis: Analysis) -> Privacy:
        if self.restricted:
            return Open()
        key = article.article_id, article.text_id
        known = self._privacies.get(key)
        if known is None:
            known = Redacted(article, analysis, self._settlements)
            self._privacies[key] = known
            if len(self._privacies) > _KEPT:
                self._privacies.popitem(last=False)
        return known


def copying_echoes(echoes: Iterable[Echo]) -> Iterator[Echo]:
    """Echoes of whole texts: those that share a passage alone are no copies of each other."""
    return (echo for echo in echoes if all(m.kind != "excerpt" for m in echo.members))


def _empty(article: Article) -> Analysis:
    return Analysis(analyser="", article_id=article.article_id, text_id=article.text_id)
