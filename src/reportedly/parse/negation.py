"""Whether a verb is negated, itself or by the verb to which it is joined."""

from __future__ import annotations

from reportedly.parse.document import Document, Token

_AT = frozenset({"at", "on", "against", "upon"})
_NOBODY = frozenset({"nobody", "none", "nothing"})
_EITHER = frozenset({"nor", "or"})


def is_negated(document: Document, verb: Token) -> bool:
    """ "Did not *say* it"; "neither confirmed nor *denied* it", "did not confirm or *deny* it"."""
    children = document.children(verb.index)
    if any(t.dep == "neg" or (t.dep == "preconj" and t.lemma == "neither") for t in children):
        return True
    if verb.dep != "conj":
        return False
    head = document.head(verb)
    joined = {
        t.lemma
        for t in document.children(head.index)
        if t.dep == "cc" and head.index < t.index < verb.index
    }
    return not joined.isdisjoint(_EITHER) and is_negated(document, head)


def is_at_nobody(document: Document, verb: Token) -> bool:
    """ "*Fired* at no house", "laid hands on nobody": the object of a preposition is nobody."""
    for preposition in document.children(verb.index):
        thing = document.child(preposition.index, "pobj")
        if preposition.text.casefold() not in _AT or thing is None:
            continue
        parts = {t.text.casefold() for t in document.children(thing.index)}
        if thing.text.casefold() in _NOBODY or "no" in parts:
            return True
    return False
