"""Exercises that several states hold together are cooperation, and no show of arms of one.

By the codebook the exercise of one state is MOBILIZE, a joint exercise COOPERATE; the words are
often the same ("Dorna and Volda held naval drills").
"""

from __future__ import annotations

from dataclasses import replace

from reportedly.find.events.told.bearers import country_at
from reportedly.find.events.told.telling import Telling
from reportedly.find.events.triggers.slots import governor, subjects
from reportedly.find.events.words import words
from reportedly.find.reading import Reading
from reportedly.parse.document import Token
from reportedly.records import ActorMention

_EXERCISES = words(
    "exercise exercises drill drills game games manoeuvre manoeuvres maneuver maneuvers"
)


def as_joint(reading: Reading, telling: Telling) -> Telling:
    """The telling as cooperation, where parties of two countries or more hold an exercise."""
    trigger = telling.trigger
    told = reading.document.tokens[trigger.first : trigger.last]
    if trigger.type != "MOBILIZE" or not any(t.text.casefold() in _EXERCISES for t in told):
        return telling
    actors = next(
        (a for a in (telling.roles.actors, _states(reading, telling)) if _are_several(a)), None
    )
    if actors is None:
        return telling
    named = {m.evidence.start for m in actors}
    return replace(
        telling,
        trigger=replace(trigger, type="COOPERATE", mode=None, act="joint exercise"),
        roles=replace(telling.roles, actors=actors, recipients=()),
        places=tuple(p for p in telling.places if p.evidence.start not in named),
        list_key=None,
        definite=False,  # "their annual drills"
    )


def _are_several(actors: tuple[ActorMention, ...]) -> bool:
    return len({m.actor.country for m in actors} - {None}) > 1


def _states(reading: Reading, telling: Telling) -> tuple[ActorMention, ...]:
    """The countries that hold an exercise; they stand as places where a country's army acts."""
    document = reading.document
    verb: Token | None = document.tokens[telling.trigger.token]
    if telling.trigger.nominal:  # "wrapped up drills"
        verb = governor(document, telling.trigger.token)
    if verb is None:
        return ()
    found = (country_at(reading, word) for word in subjects(document, verb.index))
    return tuple(mention for mention in found if mention is not None)
