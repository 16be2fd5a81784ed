"""Whose a voice on a recording is: the body's that sent the message in which it speaks."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.find.events.clauses import clause_of
from reportedly.find.events.triggers.slots import after_preposition, subjects
from reportedly.find.events.words import words
from reportedly.find.reading import Reading
from reportedly.parse.document import Token
from reportedly.records import ActorMention

_RECORDINGS = words("recording tape video audio clip footage message")
_BODIES = frozenset({"organisation", "group"})


def body_on_record(reading: Reading, speaker: ActorMention) -> ActorMention | None:
    """The named body that sent what "a voice on the recording" speaks in; None for anybody else."""
    document = reading.document
    head = document.tokens[speaker.head]
    if head.pos != "NOUN" or not any(_is_recording(t) for t in _heard_on(reading, head)):
        return None
    for token in reversed(document.tokens[: head.index]):
        sender = _sender(reading, token) if _is_recording(token) else None
        if sender is not None:
            return sender
    return None


def _heard_on(reading: Reading, head: Token) -> Iterator[Token]:
    """'A voice *on the recording*', 'a masked man says *in the video*'."""
    document = reading.document
    for holder in (head.index, head.head):
        for preposition in ("on", "in"):
            yield from after_preposition(document, holder, preposition)


def _sender(reading: Reading, recording: Token) -> ActorMention | None:
    """The body whose recording it is, or who tells or does something in its clause."""
    document = reading.document
    owners = [t for t in document.children(recording.index) if t.dep == "poss"]
    owners.extend(subjects(document, clause_of(document, recording.index)))
    for clause in document.children(recording.index):  # "in a message it denied …", read as "that"
        owners.extend(subjects(document, clause.index) if clause.dep == "relcl" else ())
    found = (_body(reading, owner) for owner in owners)
    return next((body for body in found if body is not None), None)


def _body(reading: Reading, word: Token) -> ActorMention | None:
    """The named body that a word names, or that a pronoun stands for: "it denied …"."""
    same = {
        entity.entity_id
        for entity in reading.entities
        for mention in entity.mentions
        if mention.start <= word.start < mention.end
    }
    return next(
        (
            m
            for m in reading.actors
            if (m.head == word.index or m.actor.entity_id in same)
            and m.actor.kind in _BODIES
            and m.actor.name[:1].isupper()
        ),
        None,
    )


def _is_recording(token: Token) -> bool:
    return token.lemma in _RECORDINGS
