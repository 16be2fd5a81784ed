"""Tellings that take up an act told before, by a word of a later sentence."""

from __future__ import annotations

from dataclasses import replace

from reportedly.find.events.told.roles import Roles
from reportedly.find.events.told.telling import Telling
from reportedly.find.reading import Reading
from reportedly.parse.document import Token


def point_back(reading: Reading, act: Telling, word: Token, roles: Roles) -> Telling:
    """A mention of an act by a word of a later sentence: same type, no place or date of its own.

    Args:
        reading: what is known of the article.
        act: the telling that told the act.
        word: the word by which it is taken up; it becomes the trigger.
        roles: who acts or suffers by the sentence of that word.
    """
    told = told_by(reading, act, word)
    return replace(
        told,
        trigger=replace(told.trigger, weak=False),
        roles=roles,
        places=(),
        date=None,
        peripheral=True,
        central=False,
        fresh=False,
        headline=False,
        list_key=None,
        campaign=None,
    )


def told_by(reading: Reading, act: Telling, word: Token) -> Telling:
    """The telling of an act as told by another word, in the sentence of that word."""
    document = reading.document
    sentence = document.sentences[word.sentence]
    return replace(
        act,
        trigger=replace(act.trigger, token=word.index, first=word.index, last=word.index + 1),
        span=document.evidence(word.start, word.end),
        evidence=document.evidence(sentence.start, sentence.end),
        sentence=sentence.index,
        paragraph=sentence.paragraph,
        definite=True,
        unnamed_places=False,
    )
