"""What a text says a body is, where its name does not: "the Front, a splinter group of the rebels".

A phrase has the sectors of its own words, else of the body to which it belongs; a name those of
its appositions and of plain statements ("the Front is a breakaway faction of …") at any mention.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.find.actors.phrases import (
    Context,
    owners_of,
    phrase_of,
    registered,
    with_conjuncts,
)
from reportedly.find.actors.registry import KnownActor
from reportedly.find.actors.sectors import sector_of
from reportedly.parse import Token
from reportedly.records import Entity

OWNER_WORDS = ("of", "from", "for", "with")  # "gunmen from the Front", "fighters with the Front"
_SMALL = frozenset({"the", "of", "and", "for", "in", "on", "a"})
_HEDGES = frozenset({"suspected", "alleged", "presumed"})
_INTO = frozenset({"compound", "nmod", "poss"})
_HIGHER = 3  # "cadres of the Front, a splinter group": parsers hang it on the cadres
_DEEP = 3  # owners of owners


def described_sectors(context: Context, head: Token) -> tuple[str, ...]:
    """The sectors that descriptions of a body give; empty where none tells."""
    for index in (head.index, *context.heads_of(head.index)):
        for description in _descriptions(context, context.document.tokens[index]):
            if description.index == head.index or description.pos not in ("NOUN", "PROPN"):
                continue
            sectors = sectors_by_words(context, description)
            if sectors:
                return sectors
    return ()


def sectors_by_words(context: Context, head: Token, depth: int = _DEEP) -> tuple[str, ...]:
    """The sectors of a phrase by its words, or of the body to which it belongs.

    'A splinter group of the rebels', 'the area committee of the Front': what only an owner tells.
    """
    entity = context.entities.get(head.index)
    known = registered(context, head) if entity is None else known_entity(context, entity)
    if known is not None:
        return known.sectors
    before = [t.text for t in phrase_of(context.document, head).before(context.document)]
    sectors = told(sector_of([*before, head.text], context.words))
    if sectors or depth == 0:
        return sectors
    owners = owners_of(context.document, head, OWNER_WORDS)
    for owner in (one for first in owners for one in with_conjuncts(context.document, first)):
        sectors = () if owner.pos == "PRON" else sectors_by_words(context, owner, depth - 1)
        if sectors:
            return sectors
    return ()


def known_entity(context: Context, entity: Entity) -> KnownActor | None:
    """The known body that one of an entity's names means.

    Initials that the text writes out mean what it writes: "the Farm Services Board (FSB)" is no
    other body of that abbreviation.
    """
    names = (entity.name, *entity.aliases)
    full = {word.casefold() for name in names if " " in name for word in name.split()}
    for name in names:
        first, _, rest = name.partition(" ")
        bare = rest if first.casefold() in _HEDGES else name  # "Suspected Reed Front"
        known = context.registry.lookup(bare, on=context.on)
        if known is None:
            continue
        initials = name.isupper() and " " not in name
        own = {w.casefold() for n in (known.name, *known.aliases) for w in n.split()} - _SMALL
        if not initials or not full or full & own:
            return known
    return None


def told(sectors: tuple[str, ...]) -> tuple[str, ...]:
    """Sectors without the one that says nothing."""
    return tuple(s for s in sectors if s != "UNK")


def _descriptions(context: Context, mention: Token) -> Iterator[Token]:
    """Heads of phrases that say what a mention is, nearest first."""
    document = context.document
    for token in _belonging(context, mention):
        for child in document.children(token.index):
            if child.dep == "appos" and child.index > mention.index:
                yield child
    above = document.head(mention)
    if mention.dep == "nsubj" and above.lemma == "be":
        yield from (t for t in document.children(above.index) if t.dep == "attr")
    if mention.dep == "appos" and above.index < mention.index:
        yield above  # "an armed group, the River Front"


def _belonging(context: Context, mention: Token) -> Iterator[Token]:
    """A name and the members named with it: "Front cadres", "cadres of the Front"."""
    document = context.document
    yield mention
    token = mention
    for _ in range(_HIGHER):
        above = document.head(token)
        linked = token.dep in _INTO or token.dep == "prep"
        linked = linked or (token.dep == "pobj" and above.text.lower() == "of")
        if above.index == token.index or not linked:
            return
        if above.pos == "NOUN" and above.lemma in context.words.acting:
            yield above
        token = above
