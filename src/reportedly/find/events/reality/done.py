"""Governing verbs by which an act was done: "had to fire", "forced them to leave", "voted to ban".

What somebody was made to do, helped to do, had to do or decided in words is done by that.
"""

from __future__ import annotations

from reportedly.find.events.reality.state import Ground
from reportedly.parse import Document
from reportedly.parse.document import Token

_HELPERS = frozenset({"aux", "auxpass"})
_COMPELLING = frozenset(
    {"force", "compel", "oblige", "cause", "lead", "drive", "prompt", "provoke", "require"}
)
_ASKING_TOO = frozenset({"require"})  # in the active voice it only asks
_DECIDING = frozenset({"decide", "resolve", "opt"})
# who votes to reject, impeach or expel has done so: who votes to strike has not yet
_DONE_BY_VOTE = frozenset(
    {"ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "SANCTION", "SUPPORT"}
)
_PERCEIVED = frozenset({"see", "hear", "feel", "smell"})
_AT_LAST = frozenset({"finally", "eventually"})
_PUZZLED = frozenset({"know", "understand", "unclear", "wonder", "mystery"})
_FIRST = frozenset({"first", "second", "third", "latest", "last", "only"})
_NOT_DOERS = frozenset(
    {"step", "chance", "time", "attempt", "move", "task", "opportunity", "effort", "priority",
     "way", "bid", "measure", "plan", "day", "phase", "stage", "hope", "thing", "option", "resort"}
)  # fmt: skip


def was_done(ground: Ground, verb: Token, infinitive: Token) -> bool:
    """'Became the first to recognise it', 'had to fire', 'is to blame for it': it was done."""
    document = ground.document
    first = verb.lemma in {"become", "be"} and _names_first(document, verb)
    voted = _is_decided(verb) and ground.trigger.type in _DONE_BY_VOTE
    made_to = _was_compelled(document, verb) or _had_to(document, verb, infinitive)
    helped = verb.lemma == "help" and verb.tag in {"VBD", "VBN"}
    said = is_to_blame(verb, infinitive) or _did_not_hesitate(document, verb)
    return first or voted or made_to or helped or said


def was_managed(document: Document, verb: Token, modal: str) -> bool:
    """Whether a modal leaves no doubt: "could be *seen* patrolling", "could *finally* be sent".

    So does the cleft of "it was only on Friday that the army could move in", and the question that
    takes a deed for granted: "she did not know *why* he would shoot them".
    """
    beside = {t.text.casefold() for t in document.children(verb.index) if t.dep == "advmod"}
    if modal in {"could", "can"} and verb.lemma in _PERCEIVED:
        return True
    if modal == "could":
        return bool(beside & _AT_LAST) or _is_cleft(document, verb)
    puzzled = any(t.lemma in _PUZZLED for t in document.ancestors(verb.index))
    return modal == "would" and "why" in beside and puzzled


def _is_cleft(document: Document, verb: Token) -> bool:
    """'It was *only after* two days *that* the army could move in'."""
    above = document.head(verb)
    opened = above.lemma == "be" and above.tag == "VBD" and above.index < verb.index
    before = document.tokens[above.index + 1 : verb.index] if opened else ()
    only = any(t.text.casefold() in {"only", "not"} for t in before[:1])
    return only and any(t.text.casefold() == "that" for t in document.children(verb.index))


def _is_decided(verb: Token) -> bool:
    """'Voted to reject it', 'decided to lift the ban': in words it was done by that."""
    return verb.lemma == "vote" or (verb.lemma in _DECIDING and verb.tag in {"VBD", "VBN"})


def _names_first(document: Document, copula: Token) -> bool:
    """'became the first country to recognise it': it did."""
    return any(is_first(document, t) for t in document.children(copula.index) if t.dep == "attr")


def is_first(document: Document, noun: Token) -> bool:
    """Whether a noun is the first, latest or only one of those that did something."""
    words = (noun, *document.children(noun.index))
    return noun.lemma not in _NOT_DOERS and any(t.text.casefold() in _FIRST for t in words)


def _was_compelled(document: Document, verb: Token) -> bool:
    """'were forced to open fire', 'forcing police to open fire': who was compelled did it."""
    if verb.lemma not in _COMPELLING or not is_past(document, verb):
        return False
    helpers = {t.text.casefold() for t in document.children(verb.index) if t.dep in _HELPERS}
    passive = document.child(verb.index, "auxpass") is not None
    return bool(helpers & {"was", "were", "been"}) if passive else verb.lemma not in _ASKING_TOO


def _did_not_hesitate(document: Document, verb: Token) -> bool:
    """'Did not hesitate to fire': fired."""
    words = {t.text.casefold() for t in document.children(verb.index)}
    return verb.lemma == "hesitate" and "did" in words and bool(words & {"not", "n't", "n’t"})


def _had_to(document: Document, verb: Token, infinitive: Token) -> bool:
    """'had to fire', 'has had to close': what had to be done was done; not "had yet to"."""
    beside = (*document.children(verb.index), *document.children(infinitive.index))
    yet = any(t.text.casefold() == "yet" for t in beside)
    had = verb.lemma == "have" and infinitive.dep == "xcomp" and not yet
    return had and is_past(document, verb)


def is_dated_deed(document: Document, gerund: Token) -> bool:
    """'on suspicion of having set fire to a depot on Sunday': the deed itself is reported."""
    perfect = any(t.text.casefold() == "having" for t in document.children(gerund.index))
    return perfect and any(t.name in {"DATE", "TIME"} for t in document.subtree(gerund.index))


def is_to_blame(verb: Token, infinitive: Token) -> bool:
    """'The army is to blame for the shooting': nothing is planned."""
    return verb.lemma == "be" and infinitive.lemma == "blame"


def answered_for(ground: Ground, preposition: Token) -> bool:
    """Whether responsibility for an act is taken, or not: 'nobody took credit (yet) for the raid'.

    The act was done all the same.
    """
    above = ground.document.head(preposition)
    held = (t for t in ground.document.children(above.index) if t.dep in {"dobj", "nsubjpass"})
    return preposition.text.casefold() == "for" and any(
        t.pos == "NOUN" and ground.rules.find("admission", t.lemma) is not None
        for t in (above, *held)
    )


def is_past(document: Document, verb: Token) -> bool:
    """A past tense, a perfect, or the participle of a clause that hangs on one."""
    helpers = [t for t in document.children(verb.index) if t.dep == "aux"]
    if any(t.tag in {"MD", "TO"} for t in helpers):
        return False
    return verb.tag in {"VBD", "VBN", "VBG"}
