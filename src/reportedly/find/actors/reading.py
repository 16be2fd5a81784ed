"""Whom a noun phrase denotes: neutral name, kind, sectors, relation and exposure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.find.actors.bodies import actor_of, named_before, named_behind
from reportedly.find.actors.commanded import commanded_body
from reportedly.find.actors.described import (
    OWNER_WORDS,
    described_sectors,
    known_entity,
    sectors_by_words,
    told,
)
from reportedly.find.actors.phrases import (
    Context,
    Phrase,
    country_in,
    epithets_in,
    is_counted,
    is_named,
    noun_of,
    owners_of,
    phrase_of,
    plain_words,
    registered,
    spans_of,
    with_conjuncts,
)
from reportedly.find.actors.registry import Country
from reportedly.find.actors.sectors import sector_of, sector_of_name
from reportedly.find.actors.somebody import CROWDS, can_act
from reportedly.find.actors.states import ALLIANCES, sectors_of_state
from reportedly.parse import Token
from reportedly.records import Actor, ActorKind, Entity, Evidence, Exposure, Relation

_GOVERNMENTS = frozenset({"government", "authority", "authorities", "administration"})
_DEEP = 3  # owners of owners
_COMPRISING = frozenset({"comprise", "consist", "include", "compose"})
_ARMED = frozenset({"UAF", "PRM"})  # 'an armed squad of the Front': whose, its owner tells
_FORCES = frozenset({"COP", "MIL", "PRM", "REB"})
_FOES = frozenset({"REB", "CRM", "UAF"})
_BODIES: frozenset[str] = frozenset({"organisation", "country", "outlet", "group"})
_PUBLIC_BODIES: frozenset[str] = frozenset({"organisation", "country", "outlet"})


def read_actor(context: Context, head: Token, depth: int = _DEEP) -> Actor:
    """The actor of a phrase, by its head."""
    phrase = phrase_of(context.document, head)
    for reader in (_government, named_behind, named_before, _affiliate, _owned_thing):
        found = reader(context, phrase, depth)
        if found is not None:
            return found
    return _plain(context, phrase)


# --- readings, the surest first -----------------------------------------------------------


def _government(context: Context, phrase: Phrase, depth: int) -> Actor | None:
    """'The Iranian authorities', 'the regime': a government by its neutral name."""
    del depth
    noun = noun_of(phrase.head)
    neutral = context.words.epithet_nouns.get(noun)
    if noun not in _GOVERNMENTS and neutral != "government":
        return None
    if registered(context, phrase.head) is not None:
        return None  # "Islamic State"
    document = context.document
    entity = context.entities.get(phrase.head.index)
    country = country_in(context, phrase) or _country_of_entity(context, entity)
    epithets = epithets_in(context, phrase)
    framing = (*epithets, phrase.head) if neutral is not None else epithets
    if country is not None:
        name = country.government
    elif neutral is None:
        name = plain_words(context, phrase, epithets)
    else:
        rest = [
            t.text
            for t in phrase.before(document)
            if t.dep in ("amod", "compound", "nmod") and t not in epithets
        ]
        name = " ".join([*rest, "government"])
    return Actor(
        name=name,
        kind="organisation",
        sectors=("GOV",),
        country=country.code if country else None,
        entity_id=entity.entity_id if entity else None,
        exposure="office",
        framing=spans_of(document, framing),
    )


def _affiliate(context: Context, phrase: Phrase, depth: int) -> Actor | None:
    """'Fighters of X' act as X; 'supporters of X' and 'relatives of X' are not X."""
    words, noun = context.words, noun_of(phrase.head)
    loaded = noun in words.epithet_nouns
    plural = phrase.head.tag in ("NNS", "NNPS")
    if depth == 0 or not (loaded or noun in words.acting | words.supporting | words.relatives):
        return None
    if phrase.head.pos == "PROPN" and _is_named_entity(context, phrase.head):
        return None
    owner = _named_owner(context, phrase, depth, loaded=loaded)
    foes = words.heads.get(noun) in _FOES and not loaded
    if owner is None or (foes and context.registry.country_of(owner.name) is not None):
        return None  # "Kenya's rebels" are not Kenya
    epithets = (*epithets_in(context, phrase), *((phrase.head,) if loaded else ()))
    framing = (*owner.framing, *spans_of(context.document, epithets))
    if noun in words.supporting or noun in words.relatives:
        kind = "supporter_of" if noun in words.supporting else "relative_of"
        return Actor(
            name=f"{phrase.head.text.lower()} of {owner.name}",
            kind="group" if plural else "person",
            sectors=("CVL",),
            country=owner.country,
            entity_id=_own_entity(context, phrase),
            relation=Relation(kind=kind, to=owner.name),
            exposure="private",
            framing=framing,
        )
    if owner.kind not in _BODIES or (noun in words.offices and not plural):
        return None
    before = [t.text for t in phrase.before(context.document)]
    return replace(
        owner,
        kind="group" if plural else owner.kind,
        sectors=told(owner.sectors) or sector_of([*before, phrase.head.text], words),
        relation=Relation(kind="member_of", to=owner.name),
        framing=framing,
    )


def _owned_thing(context: Context, phrase: Phrase, depth: int) -> Actor | None:
    """'A police post', 'the offices of the water company': the owner is who is hit."""
    if depth == 0 or noun_of(phrase.head) not in context.words.things:
        return None
    entity = context.entities.get(phrase.head.index)
    if entity is not None and (
        entity.kind == "organisation" or is_named(entity.name, context.words)
    ):
        return None
    for owner in owners_of(context.document, phrase.head):
        if owner.pos == "PRON":
            continue
        whole = context.words.heads.get(f"{owner.lemma} {phrase.head.lemma}")
        if whole == "JRN" and owner.dep in ("compound", "nmod"):
            return None  # "two radio stations": bodies themselves, and nobody's things
        if can_act(context, owner, inside=True):
            return read_actor(context, owner, depth - 1)
    return None


def _plain(context: Context, phrase: Phrase) -> Actor:
    """A name, or the readable phrase without epithets."""
    document, words = context.document, context.words
    entity = context.entities.get(phrase.head.index)
    noun = noun_of(phrase.head)
    epithets = (*epithets_in(context, phrase), *_loaded_possessor(context, phrase))
    before = [t.text for t in phrase.before(document) if t not in epithets]
    if (
        entity is not None
        and _is_named_entity(context, phrase.head)
        and not _joins(context, phrase)
    ):
        return _named(context, phrase, entity, spans_of(document, epithets))
    named = phrase.head.name in ("PERSON", "ORG") and phrase.head.pos == "PROPN"
    known = registered(context, phrase.head)  # "Islamic State", which has no proper word
    if known is not None and (entity is None or known_entity(context, entity) == known):
        return _unlinked_name(context, phrase)
    if entity is None and named:
        return _unlinked_name(context, phrase)
    sectors = sector_of([*before, phrase.head.text], words)
    if noun in words.collectives and (not told(sectors) or _ARMED & set(sectors)):
        sectors = _of_members(context, phrase) or sectors
    elif noun == "party" and _FORCES & set(told_of := _of_members(context, phrase)):
        sectors = told_of  # "a party of soldiers"
    if not told(sectors) and noun in words.belonging:
        sectors = sectors_by_words(context, phrase.head) or sectors
    if not told(sectors) or noun in ALLIANCES:
        sectors = sectors_of_state(context, phrase) or sectors
    if not sectors and context.registry.is_people(phrase.head.text):
        sectors = ("CVL",)  # 'Kenyans' are people of Kenya, not the state
    framing = list(epithets)
    name = plain_words(context, phrase, epithets)
    members = _members(context, phrase) if words.epithet_nouns.get(noun) == "crowd" else None
    if members is not None:  # "a mob of miners" are miners
        mob = document.span((phrase.head,))
        return replace(read_actor(context, members, 0), framing=(*spans_of(document, framing), mob))
    if noun in words.epithet_nouns:
        framing.append(phrase.head)
        neutral = words.epithet_nouns[noun] or (
            "group" if phrase.head.tag in ("NNS", "NNPS") else "person"
        )
        rest = [
            t.text.lower()
            for t in phrase.before(document)
            if t.dep in ("amod", "compound", "nmod") and t not in epithets
        ]
        name = " ".join([*(rest or ["unnamed"]), neutral])
        sectors = sector_of([*rest, neutral], words)
    country = country_in(context, phrase)
    kind = _kind(context, phrase, entity)
    return Actor(
        name=name,
        kind=kind,
        sectors=sectors,
        country=country.code if country else None,
        entity_id=entity.entity_id if entity else None,
        exposure="office" if kind in ("office", "organisation", "country") else "private",
        framing=spans_of(document, framing),
    )


def _named(
    context: Context, phrase: Phrase, entity: Entity, framing: tuple[Evidence, ...]
) -> Actor:
    """An actor whose proper name the article gives."""
    words = context.words
    names = (entity.name, *entity.aliases)
    known = known_entity(context, entity)
    country = country_in(context, phrase)
    if known is not None:
        return replace(
            actor_of(known),
            aliases=tuple(n for n in names if n != known.name),
            entity_id=entity.entity_id,
            framing=framing,
        )
    role = (entity.role or "").split()
    spoken = entity.name.split()
    whole = sector_of(spoken, words) if is_counted(context, phrase.head) else ()
    sectors = whole or sector_of(role, words)
    if not sectors and entity.kind != "person":
        sectors = sector_of_name(spoken, words) or described_sectors(context, phrase.head)
    if not sectors and (entity.kind != "person" or spoken[-1].islower()):
        sectors = sector_of(spoken, words)  # 'US envoy', 'Suspected Maoists'
    if not told(sectors) and noun_of(phrase.head) in words.belonging:
        sectors = sectors_by_words(context, phrase.head) or sectors
    if not told(sectors) or noun_of(phrase.head) in ALLIANCES:
        sectors = sectors_of_state(context, phrase) or sectors
    if not told(sectors) and entity.kind == "person":  # "Ana Roa, a leader of the Dawn Party"
        sectors = described_sectors(context, phrase.head) or sectors
    exposure: Exposure = "private"
    if entity.kind in _PUBLIC_BODIES or any(
        _is_office(context, role[:end]) for end in range(len(role), 0, -1)
    ):
        exposure = "office"
    return Actor(
        name=entity.name.replace("’", "'"),
        kind=entity.kind,
        sectors=sectors,
        country=country.code if country else None,
        aliases=entity.aliases,
        entity_id=entity.entity_id,
        exposure=exposure,
        framing=framing,
    )


def _unlinked_name(context: Context, phrase: Phrase) -> Actor:
    """A name that the parser marks and that no entity holds."""
    document, token = context.document, phrase.head
    name = next((n for n in document.names if n.first <= token.index < n.last), None)
    text = document.readable(name.start, name.end) if name else token.text
    text = text.removeprefix("the ").removeprefix("The ")
    known = context.registry.lookup(text, on=context.on) or registered(context, token)
    if known is not None:
        return actor_of(known)
    person = token.name == "PERSON"
    return Actor(
        name=text.replace("’", "'"),
        kind="person" if person else "organisation",
        sectors=()
        if person
        else sector_of_name(text.split(), context.words)
        or described_sectors(context, token)
        or told(sector_of(text.split(), context.words)),
        exposure="private" if person else "office",
    )


# --- steps ---------------------------------------------------------------------------------


def _named_owner(context: Context, phrase: Phrase, depth: int, *, loaded: bool) -> Actor | None:
    """The body behind 'of X', 'X's' or 'its'; governments count only behind loaded words."""
    for owner in owners_of(context.document, phrase.head, OWNER_WORDS):
        entity = context.entities.get(owner.index)
        if owner.pos == "PRON":
            force = commanded_body(entity, phrase.head, context.words)
            if force is not None:  # "her officers", of the police chief
                return force
            if entity is None or entity.kind == "person":
                continue
            if is_named(entity.name, context.words) or entity.kind == "organisation":
                return _of_entity(context, entity, phrase)
            continue
        if not can_act(context, owner, inside=True):
            continue
        actor = read_actor(context, owner, depth - 1)
        named = actor.registry_id is not None or is_named(actor.name, context.words)
        if named or (loaded and "GOV" in actor.sectors):
            return actor
    return None


def _of_entity(context: Context, entity: Entity, phrase: Phrase) -> Actor:
    """The actor of an entity that a pronoun names ('its fighters')."""
    heads = [i for i, e in context.entities.items() if e is entity]
    nouns = [i for i in heads if context.document.tokens[i].pos != "PRON"]
    if nouns and nouns[0] != phrase.head.index:
        return replace(read_actor(context, context.document.tokens[nouns[0]], 0), framing=())
    return _named(context, phrase, entity, ())


def _is_named_entity(context: Context, head: Token) -> bool:
    entity = context.entities.get(head.index)
    return entity is not None and is_named(entity.name, context.words)


def _joins(context: Context, phrase: Phrase) -> bool:
    """Whether a noun has several owners, and so is no name: 'the Kenyan and Ugandan presidents'."""
    parts = context.document.children(phrase.head.index)
    return phrase.head.pos == "NOUN" and any(
        inner.dep == "conj" and inner.index < phrase.head.index
        for part in parts
        if part.dep in ("amod", "compound", "nmod")
        for inner in context.document.children(part.index)
    )


def _loaded_possessor(context: Context, phrase: Phrase) -> tuple[Token, ...]:
    """'The regime's' before 'health office': framing, no part of the name."""
    document = context.document
    for child in document.children(phrase.head.index):
        if child.dep == "poss" and noun_of(child) in context.words.epithet_nouns:
            return tuple(t for t in document.subtree(child.index) if t.tag != "DT")
    return ()


def _own_entity(context: Context, phrase: Phrase) -> str | None:
    entity = context.entities.get(phrase.head.index)
    return entity.entity_id if entity else None


def _country_of_entity(context: Context, entity: Entity | None) -> Country | None:
    """The country that any mention of an entity names: 'the Iranian regime … the regime'."""
    for mention in entity.mentions if entity else ():
        for word in mention.quote.replace("’s", "").replace("'s", "").split():
            found = context.registry.country_of(word) if word[:1].isupper() else None
            if found is not None:
                return found
    return None


def _of_members(context: Context, phrase: Phrase) -> tuple[str, ...]:
    """'A group of armed rebels': the sectors of those whom it consists of."""
    member = _members(context, phrase)
    named = () if member is None else with_conjuncts(context.document, member)
    return next((s for m in named if (s := told(read_actor(context, m, 0).sectors))), ())


def _members(context: Context, phrase: Phrase) -> Token | None:
    """Those of whom a crowd, group or band consists: 'of', 'comprising', 'consisting of'."""
    document = context.document
    for child in document.children(phrase.head.index):
        if child.dep == "acl" and child.lemma in _COMPRISING:
            inside = (child, *(t for t in document.children(child.index) if t.dep == "prep"))
            for member in (t for word in inside for t in document.children(word.index)):
                if member.dep in ("dobj", "pobj") and can_act(context, member, inside=True):
                    return member
        if child.dep == "prep" and child.text.lower() == "of":
            for member in context.document.children(child.index):
                if member.dep == "pobj" and can_act(context, member, inside=True):
                    return member
    return None


def _is_office(context: Context, words: Sequence[str]) -> bool:
    return bool(words) and words[-1].lower() in context.words.offices


def _kind(context: Context, phrase: Phrase, entity: Entity | None) -> ActorKind:
    """What an unnamed phrase denotes; a singular role of office is an office."""
    noun = noun_of(phrase.head)
    if phrase.head.tag not in ("NNS", "NNPS") and noun in context.words.offices:
        return "office"
    if entity is not None and entity.kind != "unknown":
        return entity.kind
    if phrase.head.tag in ("NNS", "NNPS") or noun in CROWDS:
        return "group"
    return "unknown"
