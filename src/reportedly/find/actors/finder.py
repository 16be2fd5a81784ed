"""Finds the phrases of a text that can act or suffer, and whom they denote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportedly.find.actors.fighters import name_their_body
from reportedly.find.actors.governments import governments
from reportedly.find.actors.introduced import name_bodies
from reportedly.find.actors.phrases import (
    BROUGHT_ABOUT,
    Context,
    is_fought,
    noun_of,
    opens_participle,
    owners_of,
    phrase_of,
    registered,
)
from reportedly.find.actors.reading import read_actor
from reportedly.find.actors.registry import ActorRegistry
from reportedly.find.actors.somebody import can_act
from reportedly.parse import Document, Token
from reportedly.parse.mastheads import words_of_datelines
from reportedly.records import Actor, ActorMention, Entity, PlaceMention

_SUFFERING = frozenset({"nsubjpass", "dobj"})
_MODIFIERS = frozenset({"compound", "nmod", "amod"})
_PARTIES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_DEALT_WITH = frozenset({"by", "against", "with", "to", "from", "on", "of"})
_HOUSES = frozenset({"JUD", "MED", "EDU", "REL", "COP", "BUS"})  # bodies named like buildings


def find_actors(
    document: Document,
    entities: Sequence[Entity],
    places: Sequence[PlaceMention],
    registry: ActorRegistry,
) -> tuple[ActorMention, ...]:
    """Noun phrases that can denote somebody, in order of the text; none without syntax.

    Pronouns are no mentions of their own: `entities` says whom they mean. A place that stands
    for its government ("Nairobi rejected it") is the government of its country.

    Args:
        document: a parsed article.
        entities: who is who in it.
        places: its toponyms with the use the text makes of them.
        registry: known organisations, countries and the words of sectors.
    """
    if not document.has_syntax:
        return ()
    every = _by_head(document, entities)
    by_head = _without_towns(document, every, places)
    context = Context(
        document=document,
        entities=by_head,
        heads=_heads(by_head),
        registry=registry,
        on=document.article.published,
    )
    found: dict[int, ActorMention] = {}
    for mention in governments(context, places):
        found[mention.head] = mention
    inner = _inside_names(document, context) | _places_only(context, places)
    inner -= every.keys() - by_head.keys()
    inner |= words_of_datelines(document)
    for token in document.tokens:
        if token.index in found or token.index in inner:
            continue
        if opens_participle(document, token) and not _does_what_follows(context, token):
            continue  # "rebel-held", "Volda-backed": told of what stands behind it
        somebody = can_act(context, token) or _modifies_an_act(context, token)
        somebody = somebody or _does_what_follows(context, token)
        if somebody or _is_owned_thing(context, token):
            phrase = _mention(context, token)
            if phrase is not None:
                found[token.index] = phrase
    return name_their_body(document, name_bodies(document, found.values()))


def _by_head(document: Document, entities: Sequence[Entity]) -> dict[int, Entity]:
    """Entities by the head token of each mention; the first entity keeps a doubtful head."""
    found: dict[int, Entity] = {}
    for entity in entities:
        for mention in entity.mentions:
            head = document.root_of(mention.start, mention.end)
            if head is not None:
                found.setdefault(head.index, entity)
    return found


def _without_towns(
    document: Document, by_head: Mapping[int, Entity], places: Sequence[PlaceMention]
) -> dict[int, Entity]:
    """Without nouns that a parser names after the town before them: "In *Arvan* students"."""
    towns = [m.evidence for m in places if m.place is not None and m.kind != "demonym"]
    kept = {}
    for index, entity in by_head.items():
        head = document.tokens[index]
        before = document.tokens[max(index - 1, 0)]
        town = next((e for e in towns if e.start <= before.start < e.end), None)
        if head.pos != "NOUN" or town is None or entity.name != town.quote:
            kept[index] = entity
    return kept


def _heads(by_head: Mapping[int, Entity]) -> dict[str, tuple[int, ...]]:
    """The head tokens of each entity's mentions, in order of the text."""
    found: dict[str, list[int]] = {}
    for index in sorted(by_head):
        found.setdefault(by_head[index].entity_id, []).append(index)
    return {entity: tuple(indexes) for entity, indexes in found.items()}


def _inside_names(document: Document, context: Context) -> set[int]:
    """Tokens of names that are not their heads: 'League' in 'Union of the Lake League'."""
    inner: set[int] = set()
    for index, entity in context.entities.items():
        head = document.tokens[index]
        for mention in entity.mentions:
            if mention.start <= head.start < mention.end:
                inside = document.tokens_in(mention.start, mention.end)
                if any(t.pos == "PROPN" for t in inside):
                    inner.update(t.index for t in inside if t.index not in context.entities)
    return inner


def _places_only(context: Context, places: Sequence[PlaceMention]) -> set[int]:
    """Tokens of toponyms that name a place here and nobody, whatever the parser takes them for."""
    found: set[int] = set()
    for mention in places:
        if mention.use not in ("location", "dateline", "modifier") or mention.kind == "demonym":
            continue
        tokens = context.document.tokens_in(mention.evidence.start, mention.evidence.end)
        if not tokens or registered(context, tokens[-1]) is not None:
            continue  # 'the EU' is a body as well
        if not _takes_part(context, mention, tokens[-1]):
            found.update(token.index for token in tokens)
    return found


def _takes_part(context: Context, mention: PlaceMention, head: Token) -> bool:
    """Whether what looks like a toponym stands where somebody does: 'the Talca court ordered'.

    Courts, hospitals and mosques are somebody, and so is a name that no gazetteer knows.
    """
    above = context.document.head(head)
    if head.dep not in _PARTIES or above.pos not in ("VERB", "AUX", "ADP"):
        return False
    if head.dep == "pobj" and above.text.lower() not in _DEALT_WITH:
        return False  # "met in the court"
    sector = context.words.heads.get(noun_of(head))
    if mention.kind == "site" and sector in _HOUSES:
        return True
    return mention.place is None and head.dep == "nsubj" and above.pos in ("VERB", "AUX")


def _modifies_an_act(context: Context, token: Token) -> bool:
    """'Police raid', 'student protest', 'a rebel attack': somebody before a noun that is nobody."""
    fighters = token.pos == "ADJ" and context.words.heads.get(token.text.lower()) == "REB"
    if token.dep not in _MODIFIERS or not (fighters or token.pos in ("NOUN", "PROPN")):
        return False
    if is_fought(context.document, token):
        return False
    above = context.document.head(token)
    if above.index in context.entities or can_act(context, above, inside=True):
        return False
    if above.pos == "PROPN":  # 'National Students Day'
        return False
    if noun_of(above) in context.words.things:
        return False
    return fighters or can_act(context, token, inside=True)


def _does_what_follows(context: Context, token: Token) -> bool:
    """'Rebel-triggered blasts', 'Saudi-led strikes': who did it opens the word."""
    if not opens_participle(context.document, token):
        return False
    known = noun_of(token) in context.words.heads or registered(context, token) is not None
    participle = context.document.tokens[token.index + 2]
    return (known or token.index in context.entities) and participle.lemma in BROUGHT_ABOUT


def _is_owned_thing(context: Context, token: Token) -> bool:
    """'A police post', 'the offices of the company': who owns it is acted upon."""
    if token.pos != "NOUN" or token.dep in _MODIFIERS:
        return False
    if noun_of(token) not in context.words.things:
        return False
    owners = owners_of(context.document, token)
    return any(o.pos != "PRON" and can_act(context, o, inside=True) for o in owners)


def _mention(context: Context, head: Token) -> ActorMention | None:
    document = context.document
    children = document.children(head.index)
    if any(t.tag == "WP$" for t in children) and _stands_for_owner(context, head):
        return None
    if any(t.lemma == "no" and t.dep in ("det", "neg") for t in children):
        return None  # 'no group has claimed it' names nobody
    phrase = phrase_of(document, head)
    tokens = document.tokens[phrase.first : phrase.end]
    if head.dep in _MODIFIERS or opens_participle(document, head):
        tokens = (head,)
    actor = read_actor(context, head)
    return ActorMention(
        evidence=document.span(tokens), head=head.index, actor=actor, made_by=_rule(actor)
    )


def _stands_for_owner(context: Context, head: Token) -> bool:
    """'The Front, *whose fighters* struck': the Front. Not "Ana Roa, *whose son* was killed".

    Nor "the party, *whose leader* was detained".
    """
    noun, words = noun_of(head), context.words
    if head.dep in _SUFFERING and head.tag == "NN" and noun in words.offices:
        return False
    own = noun in words.heads or noun in words.relatives
    return noun in words.acting or not own


def _rule(actor: Actor) -> str:
    if actor.relation is not None:
        return f"actors.{actor.relation.kind}"
    if actor.registry_id is not None:
        return "actors.registry"
    return "actors.entity" if actor.entity_id else "actors.phrase"
