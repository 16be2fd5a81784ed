"""Whose verb of speech it is."""

from __future__ import annotations

from reportedly.parse import Document, Token

_FINITE = frozenset({"VBZ", "VBP"})
_RELATIVE = frozenset({"who", "which", "that"})


def speaker_of(document: Document, verb: Token) -> Token | None:
    """The subject of a verb, also across "and" and in a relative clause."""
    at = verb
    while True:
        subject = document.child(at.index, "nsubj")
        if subject is None and at.tag in _FINITE:
            # "**Society** contests this": the parser takes noun and verb for one name
            before = document.child(at.index, "compound")
            subject = before if before is not None and before.index == at.index - 1 else None
        if subject is not None:
            break
        if at.dep != "conj":
            return None
        at = document.head(at)
    if subject.text.casefold() in _RELATIVE and at.dep == "relcl":
        return document.head(at)
    return subject
