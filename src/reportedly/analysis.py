"""One article to its analysis: the stages by name, in order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from reportedly.find.actors import ActorRegistry, find_actors
from reportedly.find.claims import ClaimLexicon, find_claims
from reportedly.find.coreference import find_entities
from reportedly.find.dates import find_dates
from reportedly.find.events import EventClassifier, find_reports
from reportedly.find.events.act_words import ActWordsOnDemand
from reportedly.find.events.trace import Trace
from reportedly.find.events.triggers.lexicon import EventLexicon
from reportedly.find.fingerprint import fingerprint
from reportedly.find.places import Gazetteer, find_places
from reportedly.find.quotes import ReportingVerbs, find_quotes
from reportedly.find.reading import QuoteReading, Reading
from reportedly.parse import Parser
from reportedly.records import Analysis, Article, Problem

R = TypeVar("R")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Resources:
    """What the stages need, loaded once a worker; `analyser` is the hash of all of it."""

    analyser: str
    parser: Parser
    gazetteer: Gazetteer | None  # None where it was not built: places stay empty
    actors: ActorRegistry
    verbs: ReportingVerbs
    events: EventLexicon
    event_types: EventClassifier | None  # None: rules alone
    act_words: ActWordsOnDemand | None  # None: the same
    claims: ClaimLexicon


def analyse_article(article: Article, resources: Resources, trace: Trace | None = None) -> Analysis:
    """Read one article; a stage that breaks costs its own records and leaves a problem.

    A `trace` takes down why the reports are what they are.
    """
    stages = _Stages(article)
    document = resources.parser(article)
    gazetteer, registry = resources.gazetteer, resources.actors
    missing = tuple(
        name
        for name, lacks in (("syntax", not document.has_syntax), ("gazetteer", gazetteer is None))
        if lacks
    )
    places = stages.many("places", lambda: find_places(document, gazetteer) if gazetteer else ())
    dates = stages.many("dates", lambda: find_dates(document))
    entities = stages.many("coreference", lambda: find_entities(document, registry))
    said = stages.one("quotes", lambda: find_quotes(document, entities, resources.verbs), _SILENCE)
    actors = stages.many("actors", lambda: find_actors(document, entities, places, registry))
    reading = Reading(
        document=document,
        places=places,
        dates=dates,
        entities=entities,
        actors=actors,
        quotes=said.quotes,
        scopes=said.scopes,
    )
    reports = stages.many(
        "events",
        lambda: find_reports(
            reading,
            resources.events,
            classifier=resources.event_types,
            act_words=resources.act_words,
            trace=trace,
        ),
    )
    claims = stages.many("claims", lambda: find_claims(reading, reports, resources.claims))
    print_of_text = stages.one("fingerprint", lambda: fingerprint(article.text), None)
    return Analysis(
        analyser=resources.analyser,
        article_id=article.article_id,
        text_id=article.text_id,
        places=places,
        dates=dates,
        entities=entities,
        quotes=said.quotes,
        reports=reports,
        claims=claims,
        fingerprint=print_of_text,
        problems=tuple(stages.problems),
        missing=missing,
    )


_SILENCE = QuoteReading(quotes=(), scopes=())


class _Stages:
    """Runs stages; one that breaks gives nothing, and leaves a problem with its name."""

    def __init__(self, article: Article) -> None:
        self.problems: list[Problem] = []
        self._article = article

    def many(self, name: str, work: Callable[[], tuple[R, ...]]) -> tuple[R, ...]:
        return self.one(name, work, ())

    def one(self, name: str, work: Callable[[], T], without: T) -> T:
        try:
            return work()
        except Exception as error:  # any fault of one stage must not lose the others' records
            article = self._article
            problem = Problem(
                source=article.url or article.input_id or article.article_id,
                stage=name,
                reason=f"{type(error).__name__}: {error}".splitlines()[0],
                raw_id=article.raw_id,
                input_id=article.input_id,
            )
            self.problems.append(problem)
            return without
