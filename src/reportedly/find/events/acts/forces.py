"""Which tellings without a doer are not laid at the door of police or soldiers.

An article that tells a police shooting tells of other violence as well: "the attack on the train",
"people were killed in the riots". Without a doer of its own such a passage is no part of what a
force of the state did, unless it stands close by or uses the same means.
"""

from __future__ import annotations

from reportedly.find.events.acts.act import Act
from reportedly.find.events.told.telling import Telling
from reportedly.find.events.words import words

_FORCES = frozenset({"COP", "MIL", "PRM", "SPY"})
_SCENES = words("violence carnage massacre riot rioting unrest clash mayhem bloodshed killing")
_CLOSE = 1  # sentences


def is_other_violence(telling: Telling, act: Act) -> bool:
    """Whether a telling names nobody, and is too far from an act of a force to be its own."""
    if telling.trigger.type != "ASSAULT" or all(t.headline for t in act.tellings):
        return False
    doers = [m for t in act.tellings for m in t.roles.actors]
    mine = telling.roles.actors
    if bool(mine) == bool(doers) or not all(_FORCES & set(m.actor.sectors) for m in doers or mine):
        return False
    mode = telling.trigger.mode
    if mode is not None and any(t.trigger.mode == mode for t in act.tellings):
        return False
    nameless = act.tellings if mine else [telling]
    if all(t.trigger.nominal and t.trigger.act in _SCENES for t in nameless):
        return True
    return not mine and telling.sentence - max(t.sentence for t in act.tellings) > _CLOSE
