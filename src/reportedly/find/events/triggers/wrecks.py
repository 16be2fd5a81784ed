"""Harm that nobody did: "seven were *killed* when a tram derailed", a boiler that burst.

The clause that says when names the cause: something crashed by itself, and nothing in the clause
says that anybody made it crash. Of a blast a later sentence may say that it was an accident.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.events.triggers.slots import subjects
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.word_lists import telling_words
from reportedly.find.events.words import words
from reportedly.parse import Document, Token

_HARM = words("kill injure hurt wound maim die")
_WHEN = words("when as after while")
_BURSTING = words("explode burst rupture")
_BLASTS = frozenset({"explosion", "bombing", "blast"})  # as rules name them
_MEANT = words("it this that cause")  # what the sentence of a cause is about
_LEFT_OPEN = words(
    "not n't n’t no nor whether if rule ruled or either suspect question traffic road"
)
_CLAIMED = words("claim blame accuse responsibility")
_OF_ACCIDENTS = words("fire mine strike")  # of what else harms, words that accidents have too
_SOON = 3  # sentences


def is_by_mishap(document: Document, trigger: Trigger) -> bool:
    """Whether a word tells harm by a wreck or a blast that nobody meant."""
    return (
        _is_in_wreck(document, trigger)
        or _is_of_burst(document, trigger)
        or _is_called_accident(document, trigger)
    )


def _is_in_wreck(document: Document, trigger: Trigger) -> bool:
    """Whether a verb of harm without a doer is explained by a crash in an adverbial clause."""
    verb = document.tokens[trigger.token]
    if verb.pos != "VERB" or verb.lemma not in _HARM:
        return False
    beside = [t for t in document.children(verb.index) if t.dep == "conj"]
    row = [verb, *beside, *((document.head(verb),) if verb.dep == "conj" else ())]
    if any(t.dep in {"agent", "dobj"} for each in row for t in document.children(each.index)):
        return False
    clauses = [t for each in row for t in document.children(each.index) if t.dep == "advcl"]
    return any(_is_wreck(document, clause) for clause in clauses)


def _is_of_burst(document: Document, trigger: Trigger) -> bool:
    """Whether a participle tells what a thing did that burst by itself: "..., *killing* two"."""
    verb = document.tokens[trigger.token]
    if verb.tag != "VBG" or verb.dep not in {"advcl", "conj"} or verb.lemma not in _HARM:
        return False
    burst = document.head(verb)
    if burst.lemma not in _BURSTING or is_forced(document, burst):
        return False
    return any(
        t.lemma in telling_words().bursting
        for subject in subjects(document, burst.index)
        for t in (subject, *document.children(subject.index))
    )


def _is_called_accident(document: Document, trigger: Trigger) -> bool:
    """Whether a sentence soon after a blast that nobody is told to have set off explains it.

    "A blast in a depot killed six. Firemen said *it was an accident*."
    """
    if trigger.type != "ASSAULT" or trigger.act not in _BLASTS:
        return False
    here = document.tokens[trigger.token].sentence
    later = [s for s in document.sentences if 0 <= s.index - here <= _SOON]
    told = [document.sentence_tokens(s) for s in later]
    contested = _CLAIMED | (telling_words().wrecking - telling_words().blasts - _OF_ACCIDENTS)
    if any(t.lemma in contested for sentence in told for t in sentence):
        return False
    return any(map(_explains, told))


def _explains(sentence: Sequence[Token]) -> bool:
    known = telling_words()
    lemmas, forms = {t.lemma for t in sentence}, {t.text.casefold() for t in sentence}
    if forms & _LEFT_OPEN or not (lemmas & _MEANT or lemmas & known.blasts):
        return False
    return bool(lemmas & known.by_accident)


def _is_wreck(document: Document, clause: Token) -> bool:
    """'When a tram sped round a bend and *derailed*', but not after rebels blew up the track."""
    children = document.children(clause.index)
    if not any(t.text.casefold() in _WHEN and t.dep in {"advmod", "mark"} for t in children):
        return False
    row = [clause, *(t for t in children if t.dep == "conj")]
    crashed = any(t.lemma in telling_words().crashes for t in row)
    made = any(
        t.dep in {"dobj", "agent", "advcl"} for each in row for t in document.children(each.index)
    )
    return crashed and not (made or is_forced(document, clause))


def is_forced(document: Document, crash: Token) -> bool:
    """Whether the words below a crash name what made it: "collapsed under *shelling*"."""
    return any(t.lemma in telling_words().wrecking for t in document.subtree(crash.index))
