"""Names that the gazetteer knows for places, where the parser took them for persons or nothing.

"The rebels took Goma": a rule that asks for a town must not depend on the parser's guess.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.parse import Document
from reportedly.records import PlaceMention

_GUESSES = frozenset({"", "PERSON"})


def with_place_names(document: Document, places: Sequence[PlaceMention]) -> Document:
    """The document with the label of a place on names that are used as one."""
    spans = [
        (m.evidence.start, m.evidence.end)
        for m in places
        if m.place is not None and m.kind == "toponym" and m.use == "location"
    ]
    named = {
        token.index: replace(token, name="GPE")
        for token in document.tokens
        if token.pos == "PROPN"
        and token.name in _GUESSES
        and any(start <= token.start and token.end <= end for start, end in spans)
    }
    return document.with_tokens(named)
