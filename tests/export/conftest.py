"""A collection of the invented sample corpus, read once, and a small one made by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import reportedly
from reportedly.news import News
from reportedly.records import (
    Actor,
    Analysis,
    Article,
    Campaign,
    Corroboration,
    Count,
    DateValue,
    Echo,
    Entity,
    Event,
    Evidence,
    Found,
    Link,
    Place,
    PlaceMention,
    Report,
)
from tests.conftest import make_article

SAMPLE = Path(reportedly.__file__).parent / "data" / "sample" / "articles.jsonl"
TEXT = (
    "Police held Mira Oyelaran, 24, a baker from Hask, on Lantern Street in Coro on Friday, "
    "her brother Tano Oyelaran said. Interior Minister Ada Quill denied it."
)
ARTICLE = make_article(TEXT, outlet="The Coro Post")


def words(text: str) -> Evidence:
    """The first passage of the article with these words."""
    start = TEXT.index(text)
    return Evidence(text_id=ARTICLE.text_id, start=start, end=start + len(text), quote=text)


def found(value: Any, text: str) -> Found[Any]:
    """A value with its passage."""
    return Found(value=value, evidence=words(text), made_by="test")


MIRA = Actor(name="Mira Oyelaran", kind="person", entity_id="e1")
POLICE = Actor(name="police", kind="group", sectors=("COP",), country="PE", exposure="office")
CORO = Place(name="Coro", gazetteer_id="1", lat=-11.2, lon=-70.4, country="PE", admin1="Sena")
STREET = replace(CORO, name="Lantern Street", gazetteer_id=None, precision="site")
DAY = date(2024, 3, 1)
REPORT = Report(
    report_id="r1",
    article_id=ARTICLE.article_id,
    type="COERCE",
    mode="arrest",
    act="arrest of Mira Oyelaran",
    trigger=words("held"),
    evidence=words(TEXT),
    realis="actual",
    polarity="positive",
    retold=False,
    attributions=(
        (
            Link(name="The Coro Post", kind="outlet", stance="states", private=False),
            Link(name="Tano Oyelaran", kind="named", stance="states", entity_id="e2"),
        ),
    ),
    made_by="test",
    actors=(found(POLICE, "Police"),),
    recipients=(found(MIRA, "Mira Oyelaran"),),
    place=found(CORO, "Coro"),
    date=found(DateValue(earliest=DAY, latest=DAY, granularity="day"), "Friday"),
    counts=(found(Count(kind="arrested", low=1, best=1, high=1, text="Mira"), "Mira"),),
)
DENIAL_LINK = Link(name="Ada Quill", kind="named", stance="denies", entity_id="e3", private=False)
ANALYSIS = Analysis(
    analyser="test",
    article_id=ARTICLE.article_id,
    text_id=ARTICLE.text_id,
    places=(
        PlaceMention(evidence=words("Lantern Street"), place=None, kind="site", use="location",
                     confidence=None, made_by="test"),
    ),
    entities=tuple(
        Entity(entity_id=f"e{n}", name=name, kind="person", mentions=(words(name),))
        for n, name in enumerate(("Mira Oyelaran", "Tano Oyelaran", "Ada Quill"), 1)
    ),
    reports=(REPORT, replace(REPORT, report_id="r2", attributions=((DENIAL_LINK,),))),
)  # fmt: skip
EVENT = Event(
    event_id="e-1",
    reports=("r1",),
    denials=("r2",),
    withdrawn=(),
    type="COERCE",
    mode="arrest",
    realis="actual",
    polarity="positive",
    retold=False,
    actors=(POLICE,),
    alleged_actors=(),
    recipients=(MIRA,),
    place=CORO,
    earliest=DAY,
    latest=DAY,
    counts=REPORT.counts,
    corroboration=Corroboration(reports=1, texts=1, voices=("Tano Oyelaran",), owners=(), sides=(),
                                sides_unknown=1),
    contradictions=(),
    rule="test",
)  # fmt: skip


@dataclass
class Collection:
    """Records in memory, as exports read a collection; it is its own links."""

    article: Article = ARTICLE
    found: Analysis = ANALYSIS
    told: tuple[Event, ...] = (EVENT,)
    joined: tuple[Echo, ...] = ()
    planned: tuple[Campaign, ...] = ()
    logged: list[str] = field(default_factory=list)

    @property
    def links(self) -> Collection:
        return self

    def articles(self) -> Iterator[Article]:
        yield self.article

    def documents(self) -> Iterator[tuple[Article, Analysis]]:
        yield self.article, self.found

    @property
    def index(self) -> Collection:
        return self

    def documents_of_reports(self, report_ids: Iterable[str]) -> dict[str, int]:
        known = {report.report_id for report in self.found.reports}
        return {report_id: 1 for report_id in report_ids if report_id in known}

    def numbered(self, numbers: Sequence[int]) -> Iterator[tuple[int, Article, Analysis]]:
        for number in numbers:
            yield number, self.article, self.found

    def log_entries(self) -> Iterator[tuple[str, str, str]]:
        yield "2024-03-05T10:00:00+00:00", "read", "one article"

    def report(self, report_id: str) -> tuple[Article, Report] | None:
        known = {report.report_id: report for report in self.found.reports}
        return (self.article, known[report_id]) if report_id in known else None

    def analysis(self, article_id: str, text_id: str | None = None) -> Analysis | None:
        return self.found if article_id == self.article.article_id else None

    def echoes(self) -> Iterator[Echo]:
        yield from self.joined

    def events(self) -> Iterator[Event]:
        yield from self.told

    def event(self, event_id: str) -> Event | None:
        return next((e for e in self.told if e.event_id == event_id), None)

    def campaigns(self) -> Iterator[Campaign]:
        yield from self.planned

    def events_of_report(self, report_id: str) -> tuple[str, ...]:
        return tuple(e.event_id for e in self.told if report_id in (*e.reports, *e.denials))


@pytest.fixture
def small() -> Collection:
    """One article that tells one arrest, and a minister who denies it."""
    return Collection()


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory) -> News:
    """The first invented corpus, read and linked."""
    into = tmp_path_factory.mktemp("exports") / "news"
    reportedly.read([SAMPLE], into=into)
    return News.open(into)
