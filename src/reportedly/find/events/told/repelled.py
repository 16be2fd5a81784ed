"""Whose attack was beaten back: "soldiers *repelled* an assault by raiders" tells the raiders'."""

from __future__ import annotations

from reportedly.find.events.told.noun_roles import TARGET_PREPOSITIONS
from reportedly.find.events.triggers.slots import after_preposition, objects, subjects
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.reading import Reading
from reportedly.parse.document import Token

_REPELLED = "repelled assault"  # the act of the rule
_WHOSE = frozenset({"poss", "compound", "amod", "nmod"})


def of_repelled(reading: Reading, trigger: Trigger) -> tuple[list[Token], list[Token]] | None:
    """Who attacked and whom, where a verb says that it was beaten back; None for other verbs.

    Who beats an attack back is the one whom it hit.
    """
    if trigger.act != _REPELLED:
        return None
    document = reading.document
    heads = {m.head for m in reading.actors}
    attackers: list[Token] = []
    attacked = list(subjects(document, trigger.token))
    for thing in objects(document, trigger.token):
        if thing.index in heads:
            attackers.append(thing)
            continue
        attackers.extend(after_preposition(document, thing.index, "by"))
        attackers.extend(after_preposition(document, thing.index, "of"))
        attackers.extend(t for t in document.children(thing.index) if t.dep in _WHOSE)
        for word in TARGET_PREPOSITIONS:
            attacked.extend(after_preposition(document, thing.index, word))
    return attackers, attacked
