"""Whose fighters "the rebels" are, where a text has named one body of rebels before.

"The River Front attacked two posts. … The rebels withdrew": the rebels are the Front's. They keep
the plain name that the text gives them, if any; the body stands beside it as a relation. Two bodies
of rebels named before, another country, or "rebels" without an article leave it open. Before any is
named, they are of the only body of the text, if that is one of the registry.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reportedly.parse import Document, Token
from reportedly.records import Actor, ActorMention, Relation

_DEFINITE = frozenset({"the", "these", "those"})
_NAMELESS = "unnamed group"
_LOADED = frozenset({"terrorist"})  # by which one side calls them
_BODIES = frozenset({"organisation", "group"})


def name_their_body(
    document: Document, mentions: Iterable[ActorMention]
) -> tuple[ActorMention, ...]:
    """The mentions of a text, in its order, fighters told as members of the body before."""
    mentions = tuple(mentions)
    every = {_key(m.actor): m.actor for m in mentions if _is_body(m.actor)}
    known = [body for body in every.values() if body.registry_id is not None]
    later = known if len(every) == 1 else []
    bodies: dict[str, Actor] = {}
    told = []
    for mention in mentions:
        actor = mention.actor
        if _is_body(actor):
            bodies.setdefault(_key(actor), actor)
        elif every and _are_fighters(document, mention):
            possible = [*bodies.values()] or later
            if len(possible) == 1 and actor.country in (None, possible[0].country):
                body = possible[0]
                actor = replace(actor, relation=Relation(kind="member_of", to=body.name))
                if actor.name == _NAMELESS:  # "the terrorists": all that is known is whose they are
                    actor = replace(actor, name=body.name, sectors=body.sectors)
        told.append(replace(mention, actor=actor))
    return tuple(told)


def _key(actor: Actor) -> str:
    return actor.registry_id or actor.name.casefold()


def _is_body(actor: Actor) -> bool:
    """Whether an actor is a body of rebels with a name, or its members."""
    named = actor.registry_id is not None or (
        actor.name[:1].isupper() and actor.name.split()[-1][:1].isupper()
    )
    return named and actor.kind in _BODIES and "REB" in actor.sectors


def _are_fighters(document: Document, mention: ActorMention) -> bool:
    """Whether a phrase is "the rebels": definite, of many, and nothing says of whom."""
    actor, head = mention.actor, document.tokens[mention.head]
    rebels = actor.sectors[:1] == ("REB",) or head.lemma in _LOADED
    if not rebels or actor.relation is not None or head.tag != "NNS":
        return False
    return _is_definite(document, head) and not any(
        t.dep in {"prep", "relcl", "acl", "poss", "nummod"} for t in document.children(head.index)
    )


def _is_definite(document: Document, head: Token) -> bool:
    return any(
        t.dep == "det" and t.text.casefold() in _DEFINITE for t in document.children(head.index)
    )
