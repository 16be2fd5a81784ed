"""Tolls: contents that only count the dead and hurt of an act; events keep them as counts."""

from __future__ import annotations

from reportedly.find.claims.lexicon import ClaimLexicon
from reportedly.parse import Document, Token

_DOERS = frozenset({"agent", "dobj"})
_SUBJECTS = ("nsubjpass", "nsubj")


def is_toll(document: Document, start: int, end: int, lexicon: ClaimLexicon) -> bool:
    """Whether [start, end) says that so many were killed or hurt, and not who did it."""
    root = document.root_of(start, end)
    if root is None or root.pos not in {"VERB", "AUX"}:
        return False
    children = document.children(root.index)
    subject = document.child(root.index, *_SUBJECTS)
    if subject is None or any(t.dep in _DOERS for t in children) or not _counts(document, subject):
        return False
    passive = any(t.dep == "auxpass" for t in children)
    if root.lemma in lexicon.toll_verbs and (passive or root.lemma in lexicon.dying):
        return True
    if root.lemma in lexicon.lying and any(t.lemma == "dead" for t in children):
        return True
    return subject.lemma in lexicon.bodies and root.lemma in lexicon.bringing


def _counts(document: Document, subject: Token) -> bool:
    """Whether a subject is a number, or is counted by one."""
    return subject.pos == "NUM" or any(
        t.pos == "NUM" or t.name == "CARDINAL" for t in document.subtree(subject.index)
    )
