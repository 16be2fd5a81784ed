"""Speakers at the end of a sentence, put right: "…against a tax bill, *police and residents* said".

Parsers join who speaks to the last noun of what is said, and sometimes take the subject of what
is said for the subject of "said".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.parse.word_lists import parsing_words
from reportedly.parse.words import Word, attach, children, is_of, move

_IN_PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "DET", "CCONJ", "NUM"})
_LINKS = frozenset({",", "for", "of", "at", "in"})
_JOINED = frozenset({"conj", "appos"})
_MOST = 8  # words of who speaks


def with_closing_speaker(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words with the phrase between the last comma and a closing "said" as its subject."""
    found = _with_named_speaker(words)
    said = _closing_verb(words)
    comma = max((n for n, w in enumerate(words[: max(said, 0)]) if w.text == ","), default=-1)
    phrase = range(comma + 1, said)
    if comma < 1 or not 0 < len(phrase) <= _MOST:
        return tuple(found)
    if any(words[n].pos not in _IN_PHRASE for n in phrase):
        return tuple(found)
    strays = [n for n in phrase if words[n].dep in _JOINED and words[n].head < comma]
    if len(strays) != 1 or any(words[n].dep == "nsubj" and words[n].head == said for n in phrase):
        return tuple(found)
    attach(found, strays[0], "nsubj", said)
    _give_back_subject(found, said, comma)
    return tuple(found)


def _with_named_speaker(words: Sequence[Word]) -> list[Word]:
    """'… killed 20 soldiers, *a spokesman, Ivo Roe*, said on Monday': he is no soldier."""
    found = list(words)
    for said, word in enumerate(words):
        speaks = word.lemma in parsing_words().closing and word.tag == "VBD"
        if not speaks or said < 1 or words[said - 1].text != ",":
            continue
        if any(words[n].dep in {"nsubj", "nsubjpass"} for n in children(words, said)):
            continue
        first = said - 1
        while first > 0 and (words[first - 1].pos in _IN_PHRASE or words[first - 1].text in _LINKS):
            first -= 1
        strays = [
            n
            for n in range(first, said - 1)
            if words[n].dep == "appos"
            and words[n].tag == "NN"
            and words[n].head < n
            and words[_first_of(words, n) - 1].text == ","
            and words[n].lemma in parsing_words().mouthpieces
        ]
        if len(strays) == 1:
            attach(found, strays[0], "nsubj", said)
    return found


def _first_of(words: Sequence[Word], noun: int) -> int:
    """The first word of a noun's own phrase before it."""
    return min([noun, *(n for n in children(words, noun) if n < noun)])


def _closing_verb(words: Sequence[Word]) -> int:
    """The number of a verb of saying in the past with which a sentence ends; -1 without one."""
    last = len(words) - 1
    while last > 0 and words[last].pos == "PUNCT":
        last -= 1
    closes = last > 0 and words[last].lemma in parsing_words().closing and words[last].tag == "VBD"
    return last if closes else -1


def _give_back_subject(words: list[Word], said: int, comma: int) -> None:
    """'Hundreds of nurses *protested* in Belt, police and residents said': they said nothing."""
    subjects = (n for n in children(words, said) if words[n].dep == "nsubj" and n < comma)
    subject = next(subjects, None)
    if subject is None:
        return
    holders = {subject, *(n for n in range(subject + 1, comma) if is_of(words, n, subject))}
    below = (n for n in range(subject + 1, comma) if words[n].head in holders)
    active = parsing_words().intransitive
    verb = next((n for n in below if words[n].dep == "acl" and words[n].lemma in active), None)
    if verb is None:
        return
    words[verb] = replace(words[verb], dep="ccomp", tag="VBD", head=said)
    move(words, [subject], verb)
