"""Words that can tell an act: where the lexicon's rules match in a parsed text."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.parse import Token
from reportedly.records import EventType


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A match of one rule: the word that tells the act, and where its roles stand."""

    token: int  # index of the head word (the verb, or the noun of the act)
    first: int  # tokens [first, last) of the whole wording ('set' … 'on fire')
    last: int
    rule: str  # id of the rule
    type: EventType | None  # None: a death without a stated cause
    mode: str | None
    act: str  # the act in plain words: 'arrest', 'suicide bombing', 'set fire'
    nominal: bool  # the head word is a noun ('the arrest of')
    # grammatical places of the roles: 'subject' | 'object' | 'none' for verbs (active voice),
    # 'of' | 'by' | 'possessor' | 'none' for nouns
    actor_role: str
    recipient_role: str
    reciprocal: bool = False  # 'A and B clashed': both act, nobody is acted upon
    weak: bool = False  # a word that needs an actor, place, date or victim to count
    stopped: bool = False  # the act was prevented: 'defused a bomb'
    led: bool = False  # the head word is a light verb before the act's noun: 'announced a march'


def told_by_verb(verb: Token, rule: str, kind: EventType | None, *, weak: bool = False) -> Trigger:
    """The trigger of a verb that no rule knows, read by what stands in place of the rule."""
    return Trigger(
        token=verb.index,
        first=verb.index,
        last=verb.index + 1,
        rule=rule,
        type=kind,
        mode=None,
        act=verb.lemma,
        nominal=False,
        actor_role="subject",
        recipient_role="object",
        weak=weak,
    )
