"""Tolls and crowds: contents that only count people; events keep them as counts."""

from __future__ import annotations

from reportedly.find.claims.lexicon import ClaimLexicon
from reportedly.parse import Document, Token

_DOERS = frozenset({"agent", "dobj"})
_SUBJECTS = ("nsubjpass", "nsubj")
_CLAUSES = frozenset({"advcl", "ccomp", "relcl"})


def is_toll(document: Document, start: int, end: int, lexicon: ClaimLexicon) -> bool:
    """Whether [start, end) says that so many were hurt, or came, and no more."""
    root = document.root_of(start, end)
    if root is None or root.pos not in {"VERB", "AUX"}:
        return False
    if root.lemma in lexicon.drawing:
        drawn = document.child(root.index, "dobj", "attr")
        return drawn is not None and _numbered(document, drawn)
    subject = document.child(root.index, *_SUBJECTS)
    if subject is None or not _counts(document, subject):
        return False
    return _came(document, root, lexicon) or _harmed(document, root, subject, lexicon)


def _came(document: Document, root: Token, lexicon: ClaimLexicon) -> bool:
    """Whether people made a crowd: "took part", "marched", "stopped work"."""
    if root.lemma not in lexicon.crowding or document.child(root.index, "auxpass") is not None:
        return False
    thing = document.child(root.index, "dobj")
    return thing is None or thing.lemma in lexicon.joined


def _harmed(document: Document, root: Token, subject: Token, lexicon: ClaimLexicon) -> bool:
    """Whether a counted subject was killed or hurt, and nothing says by whom, why or since when."""
    children = document.children(root.index)
    if any(t.dep in _DOERS | _CLAUSES for t in children) or _lasts(document, root):
        return False
    if root.lemma in lexicon.toll_verbs:
        return root.lemma in lexicon.dying or any(t.dep == "auxpass" for t in children)
    if root.lemma in lexicon.lying and any(t.lemma == "dead" for t in children):
        return True
    return subject.lemma in lexicon.bodies and root.lemma in lexicon.bringing


def _numbered(document: Document, noun: Token) -> bool:
    """Whether a noun has a number of its own: "40 people", but not "a list of 40 hotels"."""
    return noun.pos == "NUM" or any(t.dep == "nummod" for t in document.children(noun.index))


def _counts(document: Document, subject: Token) -> bool:
    """Whether a subject is a number, or is counted by one: "10 people", "one of the men"."""
    return subject.pos == "NUM" or any(
        t.pos == "NUM" or t.name == "CARDINAL"
        for t in document.subtree(subject.index)
        if t.index <= subject.index or document.head(t).index == subject.index
    )


def _lasts(document: Document, root: Token) -> bool:
    """ "Since January eleven have died": a tally of a time, of no one act."""
    children = document.children(root.index)
    return any(t.lemma == "have" and t.tag in {"VBZ", "VBP"} for t in children) and any(
        t.lemma == "since" for t in children
    )
