"""Events with the reports that tell them, read one at a time from a collection."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Protocol

from reportedly.export.privacy import Open, Privacy, Redacted
from reportedly.records import Analysis, Article, Campaign, Echo, Event, Report

_KEPT = 64  # articles held at once: reports of one event stand near each other


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

    def events_of_report(self, report_id: str) -> tuple[str, ...]:
        """Ids of the events that a report belongs to."""


class Source(Protocol):
    """A collection as exports read it."""

    @property
    def links(self) -> LinksOfCollection:
        """What linking wrote."""

    def articles(self) -> Iterator[Article]:
        """All articles, the latest version of each."""

    def documents(self) -> Iterator[tuple[Article, Analysis]]:
        """Articles with what was found in them."""

    def report(self, report_id: str) -> tuple[Article, Report] | None:
        """One report with its article."""

    def analysis(self, article_id: str, text_id: str | None = None) -> Analysis | None:
        """What was found in an article."""


@dataclass(frozen=True, slots=True)
class Told:
    """A report with its article, and how its names may appear."""

    article: Article
    report: Report
    privacy: Privacy


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


def _empty(article: Article) -> Analysis:
    return Analysis(analyser="", article_id=article.article_id, text_id=article.text_id)


def _same(analysis: Analysis) -> Analysis:
    return analysis


class Reader:
    """Reads a collection for an export, with few articles in memory at a time.

    Args:
        source: the collection.
        restricted: show private names and fine places.
        not_after: leave out articles published after this day, and those without a day if given.
    """

    def __init__(
        self, source: Source, *, restricted: bool = False, not_after: date | None = None
    ) -> None:
        self.source = source
        self.restricted = restricted
        self.not_after = not_after
        self._privacies: OrderedDict[str, Privacy] = OrderedDict()

    def documents(self) -> Iterator[tuple[Article, Analysis, Privacy]]:
        """All articles with what was found in them."""
        for article, analysis in self.source.documents():
            if self._may_be_told(article):
                yield article, analysis, self._privacy(article, partial(_same, analysis))

    def events(self) -> Iterator[ToldEvent]:
        """All events that stand, in the order of the collection."""
        for event in self.source.links.events():
            if event.merged_into is None:
                told = self._told(event.reports)
                if told:
                    yield ToldEvent(event, told, self._told(event.denials))

    def event_of(self, report_id: str) -> Event | None:
        """The event that a report belongs to."""
        links = self.source.links
        found = (links.event(event_id) for event_id in links.events_of_report(report_id))
        return next((e for e in found if e is not None and e.merged_into is None), None)

    def _told(self, ids: tuple[str, ...]) -> tuple[Told, ...]:
        found = filter(None, map(self.source.report, ids))
        return tuple(
            Told(article, report, self._privacy(article, self._analysis_of(article)))
            for article, report in found
            if self._may_be_told(article)
        )

    def _analysis_of(self, article: Article) -> Callable[[], Analysis | None]:
        return lambda: self.source.analysis(article.article_id)

    def _may_be_told(self, article: Article) -> bool:
        if self.not_after is None:
            return True
        return article.published is not None and article.published <= self.not_after

    def _privacy(self, article: Article, analysis: Callable[[], Analysis | None]) -> Privacy:
        if self.restricted:
            return Open()
        known = self._privacies.get(article.article_id)
        if known is None:
            found = analysis()
            known = Redacted(article, found or _empty(article))
            self._privacies[article.article_id] = known
            if len(self._privacies) > _KEPT:
                self._privacies.popitem(last=False)
        return known
