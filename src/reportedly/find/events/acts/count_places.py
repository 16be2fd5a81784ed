"""The towns that a text names by a number of people."""

from __future__ import annotations

from reportedly.find.events.told.toponyms import towns_in
from reportedly.find.reading import Reading
from reportedly.records import Count, Found, Place

_GOING_ON = frozenset({",", ";", "and", "but"})
_AT = frozenset({"in", "at", "near", "outside"})


def places_before(reading: Reading, count: Found[Count]) -> list[Place]:
    """The towns that the sentence of a number names before it."""
    sentence = reading.document.sentence_at(count.evidence.start)
    return _places_in(reading, sentence.start, count.evidence.start)


def places_of_paragraph(reading: Reading, count: Found[Count]) -> list[Place]:
    """The town that the paragraph of a number names last before it."""
    document, end = reading.document, count.evidence.start
    opening = document.opening(document.sentence_at(end))
    return _places_in(reading, opening.start, end)[-1:]


def town_of_item(reading: Reading, count: Found[Count]) -> Place | None:
    """The town of a number in a list of towns: '300 in Arvan, *600 in Belt*', 'in Belt 600'."""
    document, evidence = reading.document, count.evidence
    inside = list(document.tokens_in(evidence.start, evidence.end))
    first, last = inside[0].index, inside[-1].index + 1
    ahead, behind = document.tokens[max(first - 3, 0) : first], document.tokens[last : last + 2]
    listed = bool(ahead) and ahead[-1].text.lower() in _GOING_ON
    pairs = [behind] if listed else []
    if len(ahead) == 3 and ahead[0].text.lower() in _GOING_ON:
        pairs.append(ahead[1:])
    for preposition, name in (pair for pair in pairs if len(pair) == 2):
        found = _places_in(reading, name.start, name.end)
        if preposition.text.lower() in _AT and found:
            return found[0]
    return None


def _places_in(reading: Reading, start: int, end: int) -> list[Place]:
    return [m.place for m in towns_in(reading, start, end) if m.place is not None]
