"""Subjects and objects that a parser hangs beside the verb to which they belong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.parse import Document, Token


def hung_on(
    document: Document, children: Iterable[Token], helper: str, labels: tuple[str, ...]
) -> list[Token]:
    """What a parser hung on an auxiliary of its verb: the subject of "was jailed" on "was"."""
    return [
        t
        for child in children
        if child.dep == helper
        for t in document.children(child.index)
        if t.dep in labels
    ]


def small_clause(document: Document, children: Iterable[Token]) -> list[Token]:
    """'Set the office ablaze', 'ordered the senator held': the noun of a clause without a verb."""
    return [
        inner
        for child in children
        if child.dep == "ccomp" and (child.pos in ("ADJ", "NOUN", "ADV") or child.tag == "VBN")
        for inner in document.children(child.index)
        if inner.dep in ("nsubj", "nsubjpass")
        and not any(t.dep in ("aux", "auxpass", "mark") for t in document.children(child.index))
    ]


def joined_behind(document: Document, verb: Token, own: Sequence[Token]) -> list[Token]:
    """'Held the leader, Ana Roa, *and two of his aides*': joined to the verb by a parser."""
    return [
        t
        for t in document.children(verb.index)
        if own
        and t.dep == "conj"
        and t.index > own[-1].index
        and t.pos in ("NOUN", "PROPN", "NUM")
        and not any(inner.dep.startswith("nsubj") for inner in document.children(t.index))
    ]


def named_among(document: Document, those: Token) -> list[Token]:
    """'Those held *include two priests*', 'among those held *was the poet*'."""
    above = document.head(those)
    if those.text.casefold() != "those":
        return []
    if those.dep == "nsubj" and above.lemma == "include":
        return [t for t in document.children(above.index) if t.dep == "dobj"]
    verb = document.head(above)
    if those.dep == "pobj" and above.text.casefold() == "among" and verb.lemma == "be":
        named = (t for t in document.children(verb.index) if t.dep in ("nsubj", "attr"))
        return [t for t in named if t.index != those.index]
    return []
