"""Who stands behind the thing that acts, and to whom words or deeds are directed.

"Israeli airstrikes killed", "a rebel attack killed": the force before the thing acts. "Demanded a
meeting of the council", "pledged aid to Yemen", "severed ties with Volda": who is named with the
thing is the one it is about. Only a country that stands in such a place is a recipient, never a
town: a place as such is no actor.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace

from reportedly.find.events.told.mediators import MEDIATING
from reportedly.find.events.triggers.slots import after_preposition, objects
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.word_lists import role_words
from reportedly.find.events.words import words
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import Actor, ActorMention, EventType, PlaceMention

COUNTRY = "roles.country"  # made by: a country as a party
# types by which states deal with each other: a country named with them is a party, no scene
OF_STATES: frozenset[EventType | None] = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "REQUEST", "REJECT", "ACCUSE",
     "THREATEN", "SANCTION"}
)  # fmt: skip
# types whose recipient may be named with the thing that is asked, refused, given or cut
_DIRECTED: dict[str, tuple[str, ...]] = {
    "AGREE": ("to", "with", "for"),
    "CONSULT": ("with", "to"),
    "SUPPORT": ("for", "to", "with", "of"),
    "CONCEDE": ("on", "against", "to", "for", "of"),
    "COOPERATE": ("with", "to"),
    "AID": ("to", "for", "in"),
    "RETREAT": ("to", "from", "of"),
    "REQUEST": ("of", "from", "by", "to", "on", "against", "with", "for"),
    "REJECT": ("from", "of", "by", "with", "to", "for", "against", "on"),
    "ACCUSE": ("against", "of", "by", "on", "with", "into", "to", "for", "over"),
    "SANCTION": ("with", "on", "against", "to", "from", "for", "of"),
    "THREATEN": ("against", "on", "to", "with"),
    "COERCE": ("on", "against", "with", "of", "from"),
    "MOBILIZE": ("against", "with", "to"),
}
_ON_VERB = frozenset({"with", "to", "from", "against", "on", "toward", "towards", "for"})
_FORCE = frozenset({"MIL", "REB", "PRM", "COP", "UAF", "SPY", "GOV", "CRM", "IMG"})
_FORCEFUL = frozenset({"ASSAULT", "MOBILIZE", "COERCE", "SANCTION", "RETREAT", "THREATEN"})
_MODIFIERS = frozenset({"compound", "nmod", "amod", "poss"})
# types whose other side may stand deep in what was said, given, agreed or refused
_FAR = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "REQUEST", "REJECT", "ACCUSE",
     "SANCTION", "THREATEN", "RETREAT", "MOBILIZE"}
)  # fmt: skip
_ASIDE = words("after before since during amid despite following because until while near at as")
# types of acts whose object may be the actor's own means, and what sends them
_SENDING = frozenset(
    {"AGREE", "AID", "REJECT", "MOBILIZE", "RETREAT", "CONCEDE", "COOPERATE", "SUPPORT", "THREATEN"}
)
# "in the wake of a report": part of a preposition and no thing
_PHRASES = words("wake aftermath light face view midst response connection absence course event")
_INSIDE = "roles.country-within"  # made by: a country named inside what is said or given
_DEEP = 2  # nouns inside nouns: "the withdrawal of all forces from X"


def bearers(reading: Reading, thing: Token, trigger: Trigger) -> tuple[ActorMention, ...]:
    """Forces and countries named with a thing that acts: "rebel shelling", "Israeli jets".

    Also who sent it: "missiles fired by the army", "a Volda-led strike".
    """
    if trigger.type not in _FORCEFUL:
        return ()
    document = reading.document
    by_head = {m.head: m for m in reading.actors}
    found: list[ActorMention] = []
    countries: list[ActorMention] = []
    before = [
        t for t in document.children(thing.index) if t.dep in _MODIFIERS and t.index < thing.index
    ]
    of = (
        after_preposition(document, thing.index, "of")
        if thing.lemma in role_words().machines
        else ()
    )
    for child in (*before, *of, *senders(document, thing)):
        mention = by_head.get(child.index)
        if child.lemma in role_words().weapons or _is_scene_of(child, thing):
            continue
        if mention is not None and (is_force(mention.actor) or _drives(mention.actor, thing)):
            found.append(mention)
        country = country_at(reading, child)
        if country is not None and mention is None:
            countries.append(country)
    return tuple(found or countries)


def _drives(actor: Actor, thing: Token) -> bool:
    """Whether a body's machines do what it has them do: "the company's *bulldozers* razed huts"."""
    return thing.lemma in role_words().machines and actor.kind == "organisation"


def _is_scene_of(name: Token, thing: Token) -> bool:
    """'The *Benin* ambush', 'a *Kenya* mall attack': a country's name there tells where."""
    return name.dep == "compound" and name.pos == "PROPN" and thing.lemma in role_words().scenes


def senders(document: Document, thing: Token) -> Iterator[Token]:
    """Who fired, planted or led a thing: "shells fired by rebels", "rebel-triggered blasts"."""
    for child in document.children(thing.index):
        if child.tag != "VBN" or child.lemma not in role_words().sent_by:
            continue
        if child.dep in {"acl", "relcl"}:
            yield from after_preposition(document, child.index, "by")
        elif child.dep == "amod" and child.index < thing.index:
            yield from (t for t in document.children(child.index) if t.dep == "npadvmod")


def is_force(actor: Actor) -> bool:
    """Whether somebody bears arms or governs, or is a known body."""
    return actor.registry_id is not None or bool(set(actor.sectors) & _FORCE)


def addressees(reading: Reading, trigger: Trigger) -> tuple[ActorMention, ...]:
    """Who is named with the thing that a trigger's verb or noun governs, nearest first found."""
    slots = _DIRECTED.get(trigger.type or "")
    if slots is None or trigger.mode == "resign":
        return ()
    if trigger.mode == "release":  # "handed three soldiers over to the court": they are freed
        slots = tuple(slot for slot in slots if slot != "to")
    document = reading.document
    by_head = {m.head: m for m in reading.actors}
    head = document.tokens[trigger.token]
    on_verb = [w for w in slots if trigger.nominal or w in _ON_VERB]
    things = [] if trigger.nominal else _things(document, trigger)
    layers = _layers(document, things, slots, by_head)
    for layer in (_after(document, head, on_verb), *layers):
        found = [by_head.get(t.index) or _as_country(reading, t) for t in layer]
        named = tuple(dict.fromkeys(m for m in found if m is not None))
        if named:
            return named
    return ()


def without_own(
    reading: Reading, trigger: Trigger, mentions: tuple[ActorMention, ...]
) -> tuple[ActorMention, ...]:
    """Mentions without an actor's own forces and goods, which are sent, drawn back or offered.

    "Agreed to withdraw its troops", "refused to send peacekeepers": they are means, and whom
    the act is aimed at stands elsewhere.
    """
    if trigger.type not in _SENDING or trigger.mode == "release":
        return mentions
    return tuple(m for m in mentions if not _is_means(reading, trigger, m))


def _is_means(reading: Reading, trigger: Trigger, mention: ActorMention) -> bool:
    document = reading.document
    head = document.tokens[mention.head]
    if head.lemma not in role_words().means or mention.head < trigger.token:
        return False
    verb = document.head(head)
    sent = head.dep in {"dobj", "nsubjpass"} and verb.lemma in role_words().sending
    goods = trigger.nominal and trigger.type == "AID" and head.lemma in role_words().goods
    return sent or goods or any(t.tag == "PRP$" for t in document.children(head.index))


def parties_of(
    reading: Reading, trigger: Trigger, actors: Iterable[ActorMention]
) -> tuple[ActorMention, ...]:
    """Who is named farther down in what a trigger governs: "agreed to open its ports to Volda".

    The first of them that is neither the actor nor of the actor's own country.
    """
    if trigger.type not in _FAR or trigger.mode == "resign":  # "quit over the death of a pupil"
        return ()
    acting = list(actors)
    if not acting:
        return ()
    home = {m.actor.country for m in acting} - {None}
    heads = {m.head for m in acting}
    verb = reading.document.tokens[trigger.token]
    for mention in parties_within(reading, verb, heads):
        if not without_own(reading, trigger, (mention,)) or _is_forum(reading.document, mention):
            continue
        if mention.actor.kind != "country" or mention.actor.country not in home:
            return (mention,)
    return ()


def _is_forum(document: Document, mention: ActorMention) -> bool:
    """Whether a court is where a thing is brought, not whom it is aimed at: "sued him in court"."""
    head = document.tokens[mention.head]
    return (
        "JUD" in mention.actor.sectors
        and head.dep == "pobj"
        and document.head(head).text.casefold() in {"in", "before", "at"}
    )


def parties_within(reading: Reading, verb: Token, but: Container[int]) -> Iterator[ActorMention]:
    """Bodies, persons and countries named below a word and after it, in order of the text.

    Clauses that only date, explain or describe ("after …", "which …") are passed over.
    """
    document = reading.document
    sentence = document.sentences[verb.sentence]
    near = [m for m in reading.actors if sentence.first <= m.head < sentence.last]
    by_head = {m.head: m for m in near}
    aside = {
        inner.index
        for token in document.subtree(verb.index)
        if token.index > verb.index and _is_aside(document, token)
        for inner in document.subtree(token.index)
    }
    for token in document.subtree(verb.index):
        if token.index <= verb.index or token.index in aside or token.index in but:
            continue
        mention = by_head.get(token.index)
        if (
            mention is None
            and token.pos in {"PROPN", "ADJ", "NOUN"}
            and not any(m.evidence.start <= token.start < m.evidence.end for m in near)
        ):
            country = country_at(reading, token)
            mention = None if country is None else replace(country, made_by=_INSIDE)
        if mention is not None:
            yield mention


def _is_aside(document: Document, token: Token) -> bool:
    """Whether a word heads what only dates, explains or describes an act."""
    if token.dep == "acl" and token.lemma in MEDIATING:
        return True
    if token.dep in {"relcl", "parataxis"} or (token.dep == "conj" and token.pos == "VERB"):
        return True
    if token.dep == "advcl":  # "gave money to promote trade with Volda" says what it is for
        return not any(t.tag == "TO" for t in document.children(token.index))
    return token.dep == "prep" and token.text.casefold() in _ASIDE


def _things(document: Document, trigger: Trigger) -> list[Token]:
    """The nouns that a verb governs, also inside its wording ("called for *sanctions*")."""
    found = list(objects(document, trigger.token))
    for word in document.tokens[trigger.first : trigger.last]:
        if word.pos == "ADP":
            found.extend(after_preposition(document, trigger.token, word.text.lower()))
        elif word.pos in ("NOUN", "PROPN") and word.index != trigger.token:
            found.append(word)
    return list(dict.fromkeys(t for t in found if t.pos in ("NOUN", "PROPN")))


def _layers(
    document: Document, things: Iterable[Token], slots: tuple[str, ...], somebody: Container[int]
) -> Iterable[list[Token]]:
    """Words around the things, and around the things inside them.

    Not the owner of somebody: who "met Volda's minister" met the minister.
    """
    at = [t for t in things if t.lemma not in _PHRASES]
    for _ in range(_DEEP):
        before = [
            t
            for thing in at
            if thing.index not in somebody
            for t in document.children(thing.index)
            if t.dep in _MODIFIERS and t.index < thing.index
        ]
        behind = [t for thing in at for t in _after(document, thing, slots)]
        yield behind
        yield [t for t in before if _is_other_side(document, t)]
        at = [t for t in behind if t.pos == "NOUN" and t.lemma not in _PHRASES]


def _is_other_side(document: Document, before: Token) -> bool:
    """Whether who stands before a noun may be meant: not in "voiced its government's support"."""
    if before.dep == "poss":
        return document.head(before).lemma not in role_words().stances
    return before.pos == "PROPN"


def _after(document: Document, word: Token, slots: Iterable[str]) -> list[Token]:
    return [t for slot in slots for t in after_preposition(document, word.index, slot)]


# --- countries -------------------------------------------------------------------------------


def country_at(reading: Reading, word: Token) -> ActorMention | None:
    """The country that a name or demonym means, as somebody: 'Yemen', 'Israeli'."""
    for mention in reading.places:
        if mention.evidence.start <= word.start < mention.evidence.end and _is_country(mention):
            return _country(mention, word)
    if word.lemma.lower() in role_words().states:  # "the Republic of Kestria"
        for name in after_preposition(reading.document, word.index, "of"):
            found = country_at(reading, name)
            if found is not None:
                return found
    return None


def _as_country(reading: Reading, word: Token) -> ActorMention | None:
    return country_at(reading, word) if word.pos == "PROPN" else None


def _is_country(mention: PlaceMention) -> bool:
    place = mention.place
    return place is not None and place.country is not None and place.precision == "country"


def _country(mention: PlaceMention, word: Token) -> ActorMention:
    place = mention.place
    return ActorMention(
        evidence=mention.evidence,
        head=word.index,
        actor=Actor(
            name=place.name if place is not None else word.text,
            kind="country",
            country=place.country if place is not None else None,
            exposure="office",
        ),
        made_by=COUNTRY,
    )
