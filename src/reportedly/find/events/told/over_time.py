"""What happened over months or years: "90 people have been killed *since March*"."""

from __future__ import annotations

from reportedly.find.events.triggers.slots import after_preposition, objects, subjects
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.words import words
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import EventType

_MANY = 10  # people whom nobody tells one by one
_ROUND = words("dozen hundred thousand score")
_SUMMED: frozenset[EventType | None] = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE", None})
_THROUGH = frozenset({"in", "over", "within", "during"})
_SPANS = frozenset({"year", "month", "decade"})
_PARTS = frozenset({"half", "quarter"})
_MONTHS = words(
    "january february march april may june july august september october november december"
)
_YEAR_DIGITS = 4


def is_over_time(document: Document, noun: Token) -> bool:
    """Whether a number is a total of months or years: 'eleven murders in four years'."""
    said = [t for t in document.children(noun.index) if t.dep == "acl"]
    return any(_lasts(document, t) for t in (noun, *said, *document.ancestors(noun.index)))


def sums_up(document: Document, trigger: Trigger) -> bool:
    """Whether a verb tells a total of months or years: "90 people were jailed *this year*"."""
    if trigger.nominal or trigger.type not in _SUMMED or not document.has_syntax:
        return False
    counted = (*subjects(document, trigger.token), *objects(document, trigger.token))
    many = [t for t in counted if t.lemma in _ROUND or _is_many(document, t)]
    return any(_lasts(document, t) for t in (document.tokens[trigger.token], *many) if many)


def _is_many(document: Document, noun: Token) -> bool:
    numbers = [t for t in document.children(noun.index) if t.dep == "nummod"]
    figures = (t.text.replace(",", "") for t in numbers)
    return any(f.isdigit() and int(f) >= _MANY for f in figures) or any(
        t.lemma in _ROUND for t in numbers
    )


def _lasts(document: Document, word: Token) -> bool:
    """Whether a word has a span of months or years on it."""
    return any(
        _is_long(document, child) if child.dep == "prep" else _is_this_year(document, child)
        for child in document.children(word.index)
        if child.dep in {"prep", "npadvmod"}
    )


def _is_this_year(document: Document, span: Token) -> bool:
    """'400 have died *this year*'."""
    this = any(t.text.lower() == "this" for t in document.children(span.index))
    return this and span.lemma in {"year", "decade"}


def _is_long(document: Document, preposition: Token) -> bool:
    """'In four years', 'in the first half of the year', 'since March'; not 'in 2019'.

    A year alone dates one act.
    """
    span = document.child(preposition.index, "pobj")
    if span is None:
        return False
    if preposition.text.lower() in _THROUGH:
        of_year = any(t.lemma == "year" for t in after_preposition(document, span.index, "of"))
        return span.lemma in _SPANS or (span.lemma in _PARTS and of_year)
    year = span.text.isdigit() and len(span.text) == _YEAR_DIGITS
    return preposition.text.lower() == "since" and (year or span.lemma in _MONTHS)
