"""Known bodies behind whose name a text says what they are: "the *Reed Front* guerrilla group".

The body acts, and so it does by its members: "Reed Front terrorists".
"""

from __future__ import annotations

from dataclasses import replace

from reportedly.find.actors.phrases import Context, Phrase, epithets_in, noun_of, spans_of
from reportedly.find.actors.registry import KnownActor
from reportedly.records import Actor, Relation

_KINDS = frozenset(
    {"group", "organization", "organisation", "movement", "militia", "network", "faction"}
)
_PLURAL = frozenset({"NNS", "NNPS"})


def actor_of(known: KnownActor) -> Actor:
    """A known body as an actor."""
    return Actor(
        name=known.name,
        kind=known.kind,
        sectors=known.sectors,
        country=known.country,
        registry_id=known.registry_id,
        exposure="registry",
    )


def named_behind(context: Context, phrase: Phrase, depth: int) -> Actor | None:
    """'Reporters *Without Borders*': a known body whose name opens with a plain noun."""
    del depth
    name = context.document.tokens[phrase.head.index : phrase.head.index + 3]
    if len(name) < 3 or name[1].pos != "ADP" or not all(t.text[:1].isupper() for t in name):
        return None
    known = context.registry.lookup(" ".join(t.text for t in name), on=context.on)
    entity = context.entities.get(phrase.head.index)
    entity_id = entity.entity_id if entity else None
    return None if known is None else replace(actor_of(known), entity_id=entity_id)


def named_before(context: Context, phrase: Phrase, depth: int) -> Actor | None:
    """'The Reed Front guerrilla group', 'Reed Front terrorists': the body, or its members."""
    noun, words = noun_of(phrase.head), context.words
    loaded = noun in words.epithet_nouns
    people = loaded or words.heads.get(noun) in words.fighters
    if depth == 0 or not (people or noun in _KINDS):
        return None
    known = _name_in(context, phrase, least=2 if people else 1)
    if known is None:
        return None
    entity = context.entities.get(phrase.head.index)
    epithets = (*epithets_in(context, phrase), *((phrase.head,) if loaded else ()))
    member = people and noun not in _KINDS
    return replace(
        actor_of(known),
        kind="group" if member and phrase.head.tag in _PLURAL else known.kind,
        entity_id=entity.entity_id if entity else None,
        relation=Relation(kind="member_of", to=known.name) if member else None,
        framing=spans_of(context.document, epithets),
    )


def _name_in(context: Context, phrase: Phrase, least: int) -> KnownActor | None:
    """The longest known name of so many words that ends before the head's own words."""
    document = context.document
    before = list(phrase.before(document))
    while before and before[-1].text.islower():  # "guerrilla"
        before.pop()
    for first in range(len(before) - least + 1):
        if before[first].text[:1].isupper():
            name = document.readable(before[first].start, before[-1].end)
            known = context.registry.lookup(name, on=context.on)
            if known is not None:
                return known
    return None
