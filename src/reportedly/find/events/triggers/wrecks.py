"""Harm done by a wreck: "seven were *killed* and dozens *hurt* when a tram derailed".

The clause that says when names the cause: something crashed by itself, and nothing in the clause
says that anybody made it crash.
"""

from __future__ import annotations

from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.word_lists import telling_words
from reportedly.find.events.words import words
from reportedly.parse import Document, Token

_HARM = words("kill injure hurt wound maim die")
_WHEN = words("when as after while")


def is_in_wreck(document: Document, trigger: Trigger) -> bool:
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
