"""How the people of a number stand in their sentence: what befell them, and over what time."""

from __future__ import annotations

from reportedly.find.events.counts.verbs import outermost
from reportedly.find.events.words import words
from reportedly.parse import Document, Token

_REASONS = frozenset({"over", "about", "against", "after", "for", "following"})
_CHARGED = frozenset({"of", "for", "with", "over"})
_TRYING = words(
    "convict accuse charge sentence jail try guilty suspect imprison indict acquit wanted"
)
_THROUGH = frozenset({"in", "over", "within", "during"})
_SPANS = frozenset({"year", "month", "decade"})
_MONTHS = words(
    "january february march april may june july august september october november december"
)
_YEAR_DIGITS = 4


def verbs_of(document: Document, noun: Token) -> frozenset[int]:
    """The verbs whose subject or object a counted noun is: 'three who were *held* were *freed*'."""
    first = outermost(document, noun)
    verbs = {t.index for t in document.children(first.index) if t.dep in {"acl", "relcl"}}
    if first.dep in {"nsubj", "nsubjpass", "dobj"}:
        verbs.add(first.head)
    return frozenset(verbs)


def gives_reason_of(document: Document, noun: Token) -> frozenset[int]:
    """The words that have a counted noun as a reason: '*struck* over the deaths of three'."""
    found: set[int] = set()
    below = outermost(document, noun)
    for token in document.ancestors(below.index):
        if below.dep == "prep" and below.text.lower() in _REASONS:
            found.add(token.index)
        below = token
    return frozenset(found)


def charged_deed(document: Document, noun: Token) -> Token | None:
    """The verb of a charge whose object a counted noun is: 'convicted of *killing* a guard'."""
    verb = document.head(outermost(document, noun))
    ground = document.head(verb)
    if verb.tag != "VBG" or verb.dep != "pcomp" or ground.text.lower() not in _CHARGED:
        return None
    return verb if document.head(ground).lemma in _TRYING else None


def is_over_time(document: Document, noun: Token) -> bool:
    """Whether a number is a total of months or years: 'eleven murders in four years'."""
    said = [t for t in document.children(noun.index) if t.dep == "acl"]
    return any(
        _is_long(document, child) if child.dep == "prep" else _is_this_year(document, child)
        for above in (noun, *said, *document.ancestors(noun.index))
        for child in document.children(above.index)
        if child.dep in {"prep", "npadvmod"}
    )


def _is_this_year(document: Document, span: Token) -> bool:
    """'400 have died *this year*'."""
    this = any(t.text.lower() == "this" for t in document.children(span.index))
    return this and span.lemma in {"year", "decade"}


def _is_long(document: Document, preposition: Token) -> bool:
    """'In four years', 'since 2019', 'since March'; not 'in 2019', which dates one act."""
    span = document.child(preposition.index, "pobj")
    if span is None:
        return False
    if preposition.text.lower() in _THROUGH:
        return span.lemma in _SPANS
    year = span.text.isdigit() and len(span.text) == _YEAR_DIGITS
    return preposition.text.lower() == "since" and (year or span.lemma in _MONTHS)
