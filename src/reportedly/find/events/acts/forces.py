"""Which tellings without a doer are not laid at the door of police or soldiers.

An article that tells a police shooting tells of other violence as well: "the attack on the train",
"people were killed in the riots". Without a doer of its own such a passage is no part of what a
force of the state did, unless it stands close by or uses the same means. Nor are people whom nobody
is said to have hit those whom a force is then told to have hit, where they are others.
"""

from __future__ import annotations

from reportedly.find.events.acts.act import Act
from reportedly.find.events.told.roles import same_actor
from reportedly.find.events.told.telling import Telling
from reportedly.find.events.word_lists import telling_words

_FORCES = frozenset({"COP", "MIL", "PRM", "SPY"})
_CLOSE = 1  # sentences


def is_other_violence(telling: Telling, act: Act) -> bool:
    """Whether one of a telling and an act is a force's and the other, of nobody named, is not."""
    if telling.trigger.type != "ASSAULT" or all(t.headline for t in act.tellings):
        return False
    doers, mine = [m for t in act.tellings for m in t.roles.actors], telling.roles.actors
    if bool(mine) == bool(doers) or not all(_FORCES & set(m.actor.sectors) for m in doers or mine):
        return False
    mode = telling.trigger.mode
    if mode is not None and any(t.trigger.mode == mode for t in act.tellings):
        return False
    if mine and not _hits_others(telling, act):
        return False
    if telling.trigger.nominal and telling.trigger.act in telling_words().violence:
        return True
    return telling.sentence - max(t.sentence for t in act.tellings) > _CLOSE


def _hits_others(telling: Telling, act: Act) -> bool:
    """Whether a force is told to have hit people, and the act before is told of other people."""
    theirs = [m for t in act.tellings for m in t.roles.recipients]
    mine = telling.roles.recipients
    return bool(mine and theirs) and not any(same_actor(a, b) for a in mine for b in theirs)
