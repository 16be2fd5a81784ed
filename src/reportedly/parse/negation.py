"""Whether a verb is negated, itself or by the verb to which it is joined."""

from __future__ import annotations

from reportedly.parse.document import Document, Token

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
