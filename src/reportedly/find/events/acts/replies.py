"""Violence that answers violence: who was hit strikes back, or somebody strikes who struck."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.events.acts.act import Act
from reportedly.find.events.told.roles import same_actor
from reportedly.find.events.told.telling import Telling
from reportedly.find.events.triggers.forms import singular
from reportedly.find.events.word_lists import role_words, telling_words
from reportedly.records import ActorMention


def strikes_others(telling: Telling, act: Act) -> bool:
    """Whether a passage has one side of an act strike others than those it dealt with there.

    "A bomb killed four soldiers. Troops later *killed six militants*", "a gunman killed four
    before *police shot him dead*", "police shot two robbers after *they killed a guard*". What
    two sides do to each other in one sentence is one fight.
    """
    if telling.trigger.nominal or not all(map(_is_one_sided, (telling, *act.tellings))):
        return False
    mine, hit = telling.roles.actors, telling.roles.recipients
    if not mine or not hit:
        return False
    actors = [m for t in act.tellings for m in t.roles.actors]
    recipients = [m for t in act.tellings for m in t.roles.recipients]
    if overlap(mine, actors) or overlap(hit, recipients):
        return False
    back, struck = overlap(mine, recipients), overlap(hit, actors)
    if same_sentence(telling, act):
        return back != struck
    return back or struck or any(map(_is_doer, hit))


def _is_one_sided(telling: Telling) -> bool:
    """Whether words tell force of one side upon another; "the clash" names a whole fight."""
    trigger = telling.trigger
    if trigger.type != "ASSAULT" or trigger.reciprocal:
        return False
    words = telling.span.quote.casefold().split()
    fight = any(singular(word) in role_words().fights for word in words)
    return not trigger.nominal or not (fight or trigger.act in telling_words().violence)


def _is_doer(mention: ActorMention) -> bool:
    """'*The gunman*, Ivo Roe': whoever did what was told before."""
    first, *rest = mention.evidence.quote.casefold().replace(",", " ").split()
    return first == "the" and any(singular(word) in telling_words().doers for word in rest[:2])


def overlap(some: Sequence[ActorMention], others: Sequence[ActorMention]) -> bool:
    """Whether somebody, or a member of one force, stands on both sides."""
    return any(
        same_actor(a, b) or _same_force(a, b) or _same_state(a, b) for a in some for b in others
    )


def _same_state(one: ActorMention, other: ActorMention) -> bool:
    """Whether one is a state and the other its forces: "Israeli jets", "the Israeli army"."""
    a, b = one.actor, other.actor
    if a.country is None or a.country != b.country:
        return False
    whole = a.kind == "country" or b.kind == "country"
    return whole and bool({"MIL", "GOV"} & {*a.sectors[:1], *b.sectors[:1]})


def _same_force(one: ActorMention, other: ActorMention) -> bool:
    """Whether both are unnamed members of one force: "police" and "officers"."""
    a, b = one.actor, other.actor
    unnamed = a.kind == "group" and b.kind == "group"
    return unnamed and bool(a.sectors) and a.sectors[:1] == b.sectors[:1]


def same_sentence(telling: Telling, act: Act) -> bool:
    """Whether a telling stands in a sentence that tells the act already."""
    return any(t.sentence == telling.sentence for t in act.tellings)
