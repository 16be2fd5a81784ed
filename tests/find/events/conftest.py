"""A whole reading of short invented texts, for the tests of events."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

import pytest

from reportedly.find.actors import find_actors, load_actor_registry
from reportedly.find.coreference import find_entities
from reportedly.find.dates import find_dates
from reportedly.find.events import find_reports, load_event_lexicon
from reportedly.find.events.triggers.slots import objects, subjects
from reportedly.find.places import find_places, load_gazetteer
from reportedly.find.quotes import find_quotes, load_reporting_verbs
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.records import Report

PUBLISHED = date(2024, 3, 13)  # a Wednesday


@dataclass(frozen=True)
class Read:
    """A reading with its reports."""

    reading: Reading
    reports: tuple[Report, ...]


def last_place(found: Read, kind: str) -> str | None:
    """The place of the last report of a type."""
    report = [r for r in found.reports if r.type == kind][-1]
    return report.place.value.name if report.place else None


@pytest.fixture(scope="session")
def read(parse_text: Callable[..., Document]) -> Callable[..., Read]:
    """A function from text (and facts of the article) to its reading and reports."""
    lexicon = load_event_lexicon()
    registry = load_actor_registry()
    gazetteer = load_gazetteer()
    verbs = load_reporting_verbs()

    @cache
    def run(text: str, published: date | None = PUBLISHED, outlet: str = "The Test Herald") -> Read:
        document = parse_text(text, published=published, outlet=outlet)
        places = find_places(document, gazetteer)
        dates = find_dates(document)
        entities = find_entities(document, registry)
        said = find_quotes(document, entities, verbs)
        actors = find_actors(document, entities, places, registry)
        reading = Reading(
            document=document,
            places=places,
            dates=dates,
            entities=entities,
            actors=actors,
            quotes=said.quotes,
            scopes=said.scopes,
        )
        return Read(reading, find_reports(reading, lexicon))

    return run


@pytest.fixture(scope="session")
def who_and_whom(read: Callable[..., Read]) -> Callable[[str, str], tuple[list[str], list[str]]]:
    """A function from text and type to the actors and recipients of the first such report."""

    def named(text: str, kind: str) -> tuple[list[str], list[str]]:
        reports = [r for r in read(text).reports if r.type == kind]
        assert reports, f"no report of {kind}"
        first = reports[0]
        for found in (*first.actors, *first.recipients):
            assert text[found.evidence.start : found.evidence.end] == found.evidence.quote
        return [f.value.name for f in first.actors], [f.value.name for f in first.recipients]

    return named


@pytest.fixture(scope="session")
def participants(
    parse_text: Callable[..., Document],
) -> Callable[[str, str], tuple[list[str], list[str]]]:
    """A function from sentence and verb to its logical subjects and objects."""

    def found(sentence: str, verb: str) -> tuple[list[str], list[str]]:
        document = parse_text(sentence)
        index = next(t.index for t in document.tokens if t.text == verb)
        acting, suffering = subjects(document, index), objects(document, index)
        return [t.text for t in acting], [t.text for t in suffering]

    return found
