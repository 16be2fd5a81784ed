"""How the people of a number stand in their sentence: what befell them, and why they are told."""

from __future__ import annotations

from reportedly.find.events.counts.verbs import has_object, outermost
from reportedly.find.events.words import words
from reportedly.parse import Document, Token

_REASONS = frozenset({"over", "about", "against", "after", "for", "following"})
_CHARGED = frozenset({"of", "for", "with", "over"})
_JOINED = 2  # words from one verb to the other: "shot and wounded"
_TRYING = words(
    "convict accuse charge sentence jail try guilty suspect imprison indict acquit wanted want seek"
)


def verbs_of(document: Document, noun: Token) -> frozenset[int]:
    """The verbs whose subject or object a counted noun is: 'three who were *held* were *freed*'.

    Also the first of two verbs of one object: '*shot* and wounded two men'. What those do who
    are told of befalls others: 'shot two men who had attacked a guard'.
    """
    first = outermost(document, noun)
    said = (t for t in document.children(first.index) if t.dep in {"acl", "relcl"})
    verbs = {t.index for t in said if not _is_their_deed(document, t)}
    if first.dep in {"nsubj", "nsubjpass", "dobj"}:
        verbs.add(first.head)
    verb = document.head(first)
    joined = verb.dep == "conj" and verb.index - verb.head == _JOINED
    if first.dep == "dobj" and joined and not has_object(document, document.head(verb)):
        verbs.add(verb.head)
    return frozenset(verbs)


def _is_their_deed(document: Document, verb: Token) -> bool:
    """'Who had *attacked* a guard'."""
    subject = document.child(verb.index, "nsubj")
    who = subject is not None and subject.text.lower() in {"who", "that", "which"}
    return verb.dep == "relcl" and who and has_object(document, verb)


def ends_of(document: Document, noun: Token) -> frozenset[int]:
    """What befell the one who acts: 'a gunman killed eight before being *shot*', 'and was *shot*'.

    Nothing where he is subject of no such verb.
    """
    first = outermost(document, noun)
    verb = document.head(first)
    if first.dep != "nsubj" or not has_object(document, verb):
        return frozenset()
    before = (t for t in document.children(verb.index) if t.text.lower() == "before")
    ended = [document.child(t.index, "pcomp") for t in before]
    joined = (t for t in document.children(verb.index) if t.dep == "conj")
    return frozenset(
        t.index
        for t in (*ended, *joined)
        if t is not None
        and document.child(t.index, "auxpass") is not None
        and document.child(t.index, "nsubjpass") is None
    )


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
    first = outermost(document, noun)
    verb = document.head(first)
    if first.dep == "pobj" and verb.text.lower() == "of":
        return _charged_noun(document, document.head(verb))
    ground = document.head(verb)
    if verb.tag != "VBG" or verb.dep != "pcomp" or ground.text.lower() not in _CHARGED:
        return None
    return verb if document.head(ground).lemma in _TRYING else None


def _charged_noun(document: Document, deed: Token) -> Token | None:
    """'Wanted for the *murder* of four': what somebody is sought or tried for."""
    ground = document.head(deed)
    if deed.dep != "pobj" or ground.text.lower() not in _CHARGED:
        return None
    return deed if document.head(ground).lemma in _TRYING else None
