"""How the people of a number stand in their sentence: what befell them, and why they are told."""

from __future__ import annotations

from reportedly.find.events.counts.verbs import outermost
from reportedly.find.events.words import words
from reportedly.parse import Document, Token

_REASONS = frozenset({"over", "about", "against", "after", "for", "following"})
_CHARGED = frozenset({"of", "for", "with", "over"})
_TRYING = words(
    "convict accuse charge sentence jail try guilty suspect imprison indict acquit wanted"
)


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
