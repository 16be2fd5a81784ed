"""Who holds a protest that a speaker announces: "the strike goes ahead, its chair said"."""

from __future__ import annotations

from reportedly.find.events.told.attribution import Voice, speaker_as_actor, speaker_of
from reportedly.find.events.triggers.slots import after_preposition
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.reading import Reading
from reportedly.parse import Token
from reportedly.records import ActorMention

# whose bodies announce protests of others: "the march is on Friday, police said"
_NOT_HOLDING = frozenset({"GOV", "COP", "MIL", "JUD", "MED", "JRN", "SPY", "LEG"})


def announcer(reading: Reading, trigger: Trigger, voice: Voice) -> ActorMention | None:
    """The body for which a speaker announces a protest; None where he speaks for none."""
    speaker = speaker_of(voice.chain)
    if trigger.type != "PROTEST" or speaker is None or speaker.stance not in {"states", "confirms"}:
        return None
    himself = speaker_as_actor(reading, speaker)
    body = himself if himself.actor.kind == "organisation" else _body_of(reading, himself)
    return None if body is None or _NOT_HOLDING & set(body.actor.sectors) else body


def _body_of(reading: Reading, person: ActorMention) -> ActorMention | None:
    """The organisation with which a phrase that names the person names him: "the union's chair"."""
    document = reading.document
    for mention in reading.actors:
        same = mention.actor.entity_id is not None
        if mention is not person and not (
            same and mention.actor.entity_id == person.actor.entity_id
        ):
            continue
        owners = [t for t in document.children(mention.head) if t.dep == "poss"]
        owners.extend(after_preposition(document, mention.head, "of"))
        owners.extend(after_preposition(document, mention.head, "for"))
        for owner in owners:
            body = _organisation(reading, owner)
            if body is not None:
                return body
    return None


def _organisation(reading: Reading, word: Token) -> ActorMention | None:
    """The organisation that a word names, as it is told elsewhere in the text."""
    named = {
        e.entity_id
        for e in reading.entities
        for m in e.mentions
        if e.kind == "organisation" and m.start <= word.start < m.end
    }
    return next((m for m in reading.actors if m.actor.entity_id in named), None)
