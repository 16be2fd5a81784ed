"""Whom an act left how: "a bomb left one dead and *27 people injured*", where nobody injures.

A parser takes the second pair for a clause of its own, and the people for those who injured.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.parse.words import Word, attach, child, children

_LEAVING = "leave"
_BETWEEN = frozenset({"cc", "punct"})


def with_outcomes(words: Sequence[Word]) -> list[Word]:
    """Words in which all whom a "left" leaves dead or hurt are its objects."""
    found = list(words)
    for verb, word in enumerate(words):
        if word.lemma == _LEAVING and word.pos == "VERB" and child(words, verb, "dobj") is not None:
            _take_pairs(found, verb)
    return found


def _take_pairs(words: list[Word], verb: int) -> None:
    people: int | None = None
    for participle in list(children(words, verb)):
        if words[participle].dep != "conj" or words[participle].tag not in ("VBN", "VBD"):
            continue
        noun = child(words, participle, "nsubj")
        below = {words[n].dep for n in children(words, participle)}
        if noun is None or not verb < noun < participle or below & {"dobj", "aux", "auxpass"}:
            continue
        attach(words, noun, "dobj", verb)
        attach(words, participle, "acl", noun)
        words[participle] = replace(words[participle], tag="VBN")
        for part in children(words, participle):
            if words[part].dep in _BETWEEN:
                words[part] = replace(words[part], head=verb)
        people = noun
    for noun in list(children(words, verb)):
        if people is not None and noun > people and words[noun].dep == "dobj":
            _count_among(words, noun, people)


def _count_among(words: list[Word], noun: int, people: int) -> None:
    """'27 people injured, *nine policemen among them*': of those, and no further ones."""
    for preposition in children(words, noun):
        whom = child(words, preposition, "pobj")
        among = words[preposition].text.lower() == "among"
        if among and whom is not None and words[whom].text.lower() == "them":
            attach(words, noun, "appos", people)
            return
