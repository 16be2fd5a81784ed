"""Warnings that name no deed: "If they come back, he warned, the police will not be gentle"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.events.clauses import is_verb
from reportedly.find.events.told.ultimatums import is_for_anybody, is_future
from reportedly.find.events.triggers.slots import subjects
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.words import words
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.parse.document import Token

SPOKEN = "warnings.spoken"  # stands as rule in the records
_WARNING = words("warn threaten caution vow swear")
_CONDITIONS = words("if unless")
_SELVES = words("we i")
_SUBJECTS = words("nsubj nsubjpass")
_FORCES = frozenset({"COP", "MIL", "PRM", "SPY", "GOV", "JUD", "REB", "UAF"})


def warnings(reading: Reading, triggers: Sequence[Trigger]) -> list[Trigger]:
    """Triggers for verbs of warning whose words say what a force will do to whoever does something.

    Only where no word of the sentence tells a deed: a threatened deed is read from its own word
    (`threats`). What weather, markets or prices will do if something happens is no threat.
    """
    document = reading.document
    if not document.has_syntax:
        return []
    told = {document.tokens[t.token].sentence for t in triggers}
    found: list[Trigger] = []
    for verb in document.tokens:
        if verb.lemma not in _WARNING or not is_verb(verb) or verb.sentence in told:
            continue
        who = subjects(document, verb.index)
        if who and any(_is_threatening(reading, t, verb) for t in _sentence(document, verb)):
            found.append(_trigger(verb))
    return found


def _sentence(document: Document, word: Token) -> Sequence[Token]:
    return document.sentence_tokens(document.sentences[word.sentence])


def _is_threatening(reading: Reading, verb: Token, warned: Token) -> bool:
    """Whether a verb says what a force or the speaker will do to whoever does something."""
    document = reading.document
    if verb.index == warned.index or not is_verb(verb) or not is_future(document, verb.index):
        return False
    if is_for_anybody(document, verb):
        return True
    clauses = (*document.children(verb.index), *document.children(warned.index))
    if not any(_is_condition(reading, t) for t in clauses):
        return False
    actors = [t for t in document.children(verb.index) if t.dep in _SUBJECTS]
    return any(t.text.casefold() in _SELVES or _is_force(reading, t) for t in actors)


def _is_condition(reading: Reading, clause: Token) -> bool:
    """'if the movement comes back': somebody can choose not to."""
    document = reading.document
    children = document.children(clause.index)
    marked = any(t.dep == "mark" and t.text.casefold() in _CONDITIONS for t in children)
    heads = {m.head for m in reading.actors}
    return marked and any(
        t.dep in _SUBJECTS and (t.index in heads or t.pos == "PRON") for t in children
    )


def _is_force(reading: Reading, word: Token) -> bool:
    return any(
        m.head == word.index and bool(_FORCES & set(m.actor.sectors)) for m in reading.actors
    )


def _trigger(verb: Token) -> Trigger:
    return Trigger(
        token=verb.index,
        first=verb.index,
        last=verb.index + 1,
        rule=SPOKEN,
        type="THREATEN",
        mode=None,
        act="warning",
        nominal=False,
        actor_role="subject",
        recipient_role="none",
    )
