"""What happened over months or years: "90 people have been killed *since March*"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.events.told.weekdays import is_the, is_weekday
from reportedly.find.events.triggers.slots import after_preposition, objects, subjects
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.word_lists import telling_words
from reportedly.find.events.words import words
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import EventType

_MANY = 10  # people whom nobody tells one by one
_HUNDREDS = 100  # more than die of one act's wounds "since then"
_VAST = 1000  # more than one act of violence kills or hurts
_ROUND = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 1_000_000}
_SUMMED: frozenset[EventType | None] = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE", None})
_AMID = ("in", "during")
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
    around = [noun, *said, *document.ancestors(noun.index)]
    around += [t for verb in tuple(around) for t in _amid(document, verb)]
    if any(
        _is_many(document, noun, least) for t in around if (least := _least_of_year(document, t))
    ):
        return True
    return any(
        _lasts(document, t) or _is_since_upheaval(document, t) or _is_of_war(document, t, [noun])
        for t in around
    )


def sums_up(document: Document, trigger: Trigger) -> bool:
    """Whether a verb tells a total of months or years: "90 people were jailed *this year*"."""
    if trigger.nominal or trigger.type not in _SUMMED or not document.has_syntax:
        return False
    counted = (*subjects(document, trigger.token), *objects(document, trigger.token))
    many = [t for t in counted if _is_many(document, t)]
    verb = document.tokens[trigger.token]
    around = (verb, *many, *_amid(document, verb))
    if many and any(_lasts(document, t) or _is_since_upheaval(document, t) for t in around):
        return True
    least = _least_of_year(document, verb)
    if least and any(_is_many(document, t, least) for t in many):
        return True
    return bool(many) and _is_of_war(document, verb, many)


def _amid(document: Document, verb: Token) -> list[Token]:
    """'60 have died in the *protests* since July': what went on all that time."""
    found = (t for word in _AMID for t in after_preposition(document, verb.index, word))
    return [t for t in found if t.lemma in telling_words().wars | telling_words().upheavals]


def _least_of_year(document: Document, verb: Token) -> int:
    """From how many on a year's total is told: "3,540 were killed *in 2015*"; 0 without a year.

    Of fewer, a year may date one act.
    """
    verbs = (verb, *(t for t in document.children(verb.index) if t.dep == "conj"))
    if any(
        t.lemma == "year" and t.dep == "npadvmod" for v in verbs for t in document.children(v.index)
    ):
        return _HUNDREDS  # "last year"
    years = (t.text for v in verbs for t in after_preposition(document, v.index, "in"))
    return _VAST if any(y.isdigit() and len(y) == _YEAR_DIGITS for y in years) else 0


def _is_since_upheaval(document: Document, word: Token) -> bool:
    """'5,000 have been killed *since the coup*', 'since the war began': no news of a day.

    "Since clashes broke out on Sunday" tells the news.
    """
    told = telling_words().wars | telling_words().upheavals
    for child in document.children(word.index):
        if child.dep == "advcl":
            opens = [t for t in document.children(child.index) if t.dep == "mark"]
            begun = any(t.text.casefold() == "since" for t in opens)
        elif child.text.casefold() == "since" and _is_then(document, child):
            counted = [t for t in document.subtree(word.index) if t.index < word.index]
            begun = any(_is_many(document, t, _HUNDREDS) for t in (word, *counted))
        else:
            what = document.child(child.index, "pobj")
            begun = child.text.casefold() == "since" and what is not None
            begun = begun and what is not None and what.lemma in told
        if begun and not any(is_weekday(t.text) for t in document.subtree(child.index)):
            return True
    return False


def _is_then(document: Document, since: Token) -> bool:
    """'Since then'."""
    return any(t.text.casefold() == "then" for t in document.children(since.index))


def _is_of_war(document: Document, verb: Token, counted: Sequence[Token]) -> bool:
    """'*The war* has killed 500', '500 have died *in the conflict*', '5,000 *in the violence*'."""
    children = document.children(verb.index)
    if not any(t.dep == "aux" and t.lemma == "have" for t in children):
        return False
    vast = any(_is_many(document, t, _VAST) for t in counted)
    hundreds = any(_is_many(document, t, _HUNDREDS) for t in counted)
    fights = telling_words().wars | (telling_words().fights if vast else frozenset())
    fights |= telling_words().upheavals if hundreds else frozenset()
    wars = [t for t in subjects(document, verb.index) if t.lemma in fights]
    fought = [t for p in _AMID for t in after_preposition(document, verb.index, p)]
    return bool(wars) or any(t.lemma in fights and is_the(document, t) for t in fought)


def _is_many(document: Document, noun: Token, least: int = _MANY) -> bool:
    """Whether so many are told at least: "900 people", "*thousands* of people", "*900* of us"."""
    above = document.head(document.head(noun)) if noun.dep == "pobj" else noun
    numbers = [t for t in document.children(noun.index) if t.dep == "nummod"]
    figures = [t.text.replace(",", "") for t in (*numbers, above)]
    sizes = [int(f) for f in figures if f.isdigit()]
    sizes += [_ROUND.get(t.lemma, 0) for t in (noun, above, *numbers)]
    return max(sizes, default=0) >= least


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
    month = any(t.lemma in _MONTHS for t in document.children(preposition.index))  # "mid-July"
    return preposition.text.lower() == "since" and (year or month)
