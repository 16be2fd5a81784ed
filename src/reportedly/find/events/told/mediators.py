"""Who only brokered what others agreed to or did: "a truce *mediated by Volda*"."""

from __future__ import annotations

from dataclasses import replace

from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.words import words
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.parse.document import Token

MEDIATING = words("broker mediate facilitate")
_BY = frozenset({"agent", "prep"})


def without_mediators(reading: Reading, trigger: Trigger) -> Reading:
    """A reading without those who brokered what a trigger tells, and did nothing else there.

    "The hostages were freed in a deal mediated by Volda": Volda frees nobody.
    """
    document = reading.document
    if document.tokens[trigger.token].lemma in MEDIATING:
        return reading
    kept = tuple(
        m
        for m in reading.actors
        if document.tokens[m.head].sentence != document.tokens[trigger.token].sentence
        or not _mediates(document, document.tokens[m.head])
    )
    return replace(reading, actors=kept)


def _mediates(document: Document, word: Token) -> bool:
    """Whether a word is behind 'brokered by', or before it: "a Volda-brokered truce"."""
    while word.dep == "conj":
        word = document.head(word)
    above = document.head(word)
    if word.dep == "npadvmod":
        return above.lemma in MEDIATING
    verb = document.head(above)
    by = word.dep == "pobj" and above.dep in _BY and above.text.casefold() == "by"
    return by and verb.tag == "VBN" and verb.lemma in MEDIATING
