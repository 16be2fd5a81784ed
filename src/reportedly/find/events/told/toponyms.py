"""What a toponym is to an act: a location, a known place, a town; and the value that it gives."""

from __future__ import annotations

from reportedly.find.events.words import words
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.records import Found, Place, PlaceMention

_PLACING = words("in at near between from outside around across through inside beyond of")
WIDE = frozenset({"country", "region", "province"})


def is_location(mention: PlaceMention) -> bool:
    """Whether a toponym can be the place of an act."""
    return mention.use == "location" and mention.kind != "demonym"


def is_known(mention: PlaceMention) -> bool:
    """Whether a toponym is a place of the gazetteer below a province or country."""
    return mention.place is not None and mention.place.precision not in WIDE


def is_town(place: Place) -> bool:
    """Whether a place is a known town or site, and no province or country."""
    return place.lat is not None and place.precision not in WIDE


def towns_in(reading: Reading, start: int, end: int) -> list[PlaceMention]:
    """The towns and sites that a passage names as locations."""
    named = (m for m in reading.places if start <= m.evidence.start < end)
    return [m for m in named if is_location(m) and is_known(m)]


def found_place(mention: PlaceMention, rule: str, confidence: float) -> Found[Place]:
    """A place with the passage that names it; unknown toponyms keep their wording."""
    place = mention.place or Place(name=mention.evidence.quote, precision="site")
    return Found(value=place, evidence=mention.evidence, made_by=rule, confidence=confidence)


def is_placed(document: Document, name: int, visited: bool) -> bool:
    """Whether a name stands behind a preposition of place: "between Lima and Tacna".

    Also behind the "to" of a visit.
    """
    preposition = document.head(document.tokens[name]).text.casefold()
    return preposition in _PLACING or (visited and preposition == "to")
