"""Promises: "said it will release the pilots" yields in words and is no release yet.

By the codebook cooperation, support, talks and aid to come are AGREE, and yielding to come is
CONCEDE; the promise itself was made. Who says that he will boycott or defy something rejects it.
With a day of its own the act stays a planned one.
"""

from __future__ import annotations

from dataclasses import replace

from reportedly.find.events.reality.reading import Reality
from reportedly.find.events.told.attribution import is_speaker, speaker_of
from reportedly.find.events.told.telling import Telling
from reportedly.records import EventType

_PROMISED: dict[EventType, EventType] = {
    "AGREE": "AGREE",
    "CONSULT": "AGREE",
    "SUPPORT": "AGREE",
    "COOPERATE": "AGREE",
    "AID": "AGREE",
    "CONCEDE": "CONCEDE",
    "RETREAT": "CONCEDE",
    "REJECT": "REJECT",
}
_WILL = frozenset({"planned.auxiliary", "future in the past", "is to"})


def as_promise(telling: Telling) -> Telling | None:
    """The promise that somebody makes who says, or of whom is said, that he will do so."""
    trigger, reality = telling.trigger, telling.reality
    if trigger.type is None or trigger.nominal or telling.date is not None:
        return None
    promised = _PROMISED.get(trigger.type)
    firm = reality.realis == "planned" and reality.reason in _WILL
    if promised is None or not firm or reality.conditioned or reality.no_act:
        return None
    if reality.polarity == "negated" or not _is_his_own(telling):
        return None
    trigger = replace(
        trigger,
        type=promised,
        mode=trigger.mode if promised == trigger.type else None,
        act=trigger.act if promised == trigger.type else f"promise of {trigger.act}",
        weak=False,
    )
    return replace(
        telling,
        trigger=trigger,
        reality=Reality(reason="promise"),
        places=(),
        unnamed_places=False,
    )


def _is_his_own(telling: Telling) -> bool:
    """Whether who shall act speaks himself, or the outlet tells it in its own voice."""
    actors = [m for m in telling.roles.actors if m.actor.kind != "unknown" or m.actor.sectors]
    if not actors or telling.quote in {"direct", "mixed"}:
        return False
    speaker = speaker_of(telling.chain)
    return speaker is None or any(is_speaker(m, speaker) for m in actors)
