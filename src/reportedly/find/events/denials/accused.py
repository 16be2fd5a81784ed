"""Whom an article names as blamed for its acts of force, by whomever."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.events.told.roles import same_actor
from reportedly.find.events.told.telling import Telling
from reportedly.find.events.words import words
from reportedly.parse import Document
from reportedly.records import ActorMention, EventType

_FORCE: frozenset[EventType | None] = frozenset({"ASSAULT", "COERCE", None})
_BLAME = words("blame attribute pin")


def accused_of_force(document: Document, tellings: Sequence[Telling]) -> tuple[ActorMention, ...]:
    """Who is blamed for an act of force, in order of the text.

    "Blamed the Front" needs no act beside it; "accused the Front of the attack" does: who is
    accused of moving troops is not blamed for what the article tells.
    """
    force = {
        t.sentence
        for t in tellings
        if t.trigger.type in _FORCE and not t.denied and t.reality.polarity == "positive"
    }
    return tuple(
        mention
        for telling in tellings
        if telling.trigger.type == "ACCUSE"
        and not telling.denied
        and telling.reality.realis == "actual"
        and telling.reality.polarity == "positive"
        and (telling.sentence in force or document.tokens[telling.trigger.token].lemma in _BLAME)
        for mention in telling.roles.recipients
    )


def speaks_for(speaker: ActorMention, side: ActorMention) -> bool:
    """Whether a speaker is a side or is called by its name: "the Front's lawyer"."""
    name = side.actor.name.casefold()
    return same_actor(speaker, side) or name in speaker.evidence.quote.casefold()
