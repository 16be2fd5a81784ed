"""Subjects and verbs that a parser lost: "a rebel, identified as Ana Roa, surrendered".

Participles that describe somebody ("wanted", "identified as", "said to be") are often read as
the verb of the sentence, and its own verb is left without a subject. English has none without.
"""

from __future__ import annotations

from reportedly.parse import Document, Token

_DESCRIBING = frozenset(
    {"want", "identify", "name", "state", "believe", "suspect", "allege", "accuse", "carry", "aged",
     "describe", "know", "belong", "hail", "involve", "hide", "plant", "place", "bury", "hold"}
)  # fmt: skip
_ROUND = frozenset({"around", "about", "over", "under", "nearly"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NOMINAL = frozenset({"det", "poss", "amod", "compound", "nummod", "cop", "aux"})


def lost_subject(document: Document, verb: Token) -> list[Token]:
    """Whom the parser took for a party of a describing word before a verb; empty for others."""
    if is_lost_root(document, verb):
        return _first_noun(document, verb)
    if not _is_finite(document, verb):
        return []
    return _rounded(document, verb) or _described(document, verb)


def heads_line(document: Document, token: Token) -> bool:
    """Whether a word taken for another one has a subject: "Nurses and ministry *reach* deal".

    What was taken for a preposition has an object beside it too: "Doctors *down* tools".
    """
    labels = {child.dep for child in document.children(token.index)}
    if "nsubj" not in labels or not labels.isdisjoint(_NOMINAL):
        return False
    return token.tag in ("NN", "NNS") or (token.tag in ("IN", "RP") and "dobj" in labels)


def _described(document: Document, verb: Token) -> list[Token]:
    """Whom a participle that was read as a verb describes."""
    above = document.head(verb)
    if verb.dep == "ccomp" and _describes(above, verb):
        return _of(document, above, verb)
    if verb.dep == "ROOT":
        for child in document.children(verb.index):
            if child.dep in ("advcl", "ccomp") and _describes(child, verb):
                return _of(document, child, verb)
    if verb.dep in ("acl", "relcl") and not _has_relative(document, verb):
        return _first_noun(document, verb)
    return []


def is_lost_root(document: Document, verb: Token) -> bool:
    """Whether a full verb was hung on a preposition: "a leader with a price of 125,000 *fled*".

    Only gerunds stand there.
    """
    helpers = [t for t in document.children(verb.index) if t.dep in ("aux", "auxpass")]
    finite = verb.tag in _FINITE or (verb.tag == "VBN" and not helpers)
    return verb.dep == "pcomp" and finite and bool(_first_noun(document, verb))


def _first_noun(document: Document, verb: Token) -> list[Token]:
    """The noun that a parser took for the root of a sentence, before its verb."""
    top = next((t for t in document.ancestors(verb.index) if t.dep == "ROOT"), None)
    noun = top is not None and top.pos in ("NOUN", "PROPN") and top.index < verb.index
    return [top] if noun and top is not None else []


def _is_finite(document: Document, verb: Token) -> bool:
    """Whether a verb has a tense, of its own or by "was", and so needs a subject."""
    helpers = [t for t in document.children(verb.index) if t.dep in ("aux", "auxpass")]
    if any(t.dep == "mark" or t.tag == "TO" for t in document.children(verb.index)):
        return False
    return verb.tag in _FINITE if not helpers else any(t.tag in _FINITE for t in helpers)


def _describes(word: Token, verb: Token) -> bool:
    return word.index < verb.index and word.lemma in _DESCRIBING and word.tag in ("VBD", "VBN")


def _of(document: Document, describing: Token, verb: Token) -> list[Token]:
    """Who is described: "a *wanted* rebel" (behind it), else who stands before it."""
    children = document.children(describing.index)
    behind = [t for t in children if t.dep == "dobj" and t.index < verb.index]
    before = [t for t in children if t.dep in ("nsubj", "nsubjpass") and t.index < verb.index]
    if describing.lemma == "want" and behind:
        return behind
    return before


def _rounded(document: Document, verb: Token) -> list[Token]:
    """'*Around forty* were arrested', where a parser takes "around" for a preposition."""
    return [
        number
        for child in document.children(verb.index)
        if child.dep == "prep" and child.text.lower() in _ROUND and child.index < verb.index
        for number in document.children(child.index)
        if number.dep == "pobj" and number.pos == "NUM" and number.index == child.index + 1
    ]


def _has_relative(document: Document, verb: Token) -> bool:
    return any(t.tag.startswith("W") for t in document.subtree(verb.index) if t.index < verb.index)
