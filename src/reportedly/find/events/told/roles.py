"""Who acted and who was acted upon, read from the syntax around a trigger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.find.events.clauses import act_noun
from reportedly.find.events.told.aims import aimed_at
from reportedly.find.events.told.bearers import (
    OF_STATES,
    addressees,
    bearers,
    country_at,
    is_force,
    parties_of,
    without_own,
)
from reportedly.find.events.told.gainers import is_gainer
from reportedly.find.events.told.harm import doers_of_harm, who_is_blamed
from reportedly.find.events.told.lands import land_acted_upon
from reportedly.find.events.told.named_victims import named_of
from reportedly.find.events.told.noun_roles import (
    of_noun,
    who_quits,
)
from reportedly.find.events.told.parties import both_sides, is_in_wording, is_one_sided
from reportedly.find.events.told.pronouns import stands_for
from reportedly.find.events.told.relatives import not_who_suffers
from reportedly.find.events.told.repelled import of_repelled
from reportedly.find.events.told.verb_roles import of_verb
from reportedly.find.events.triggers.slots import after_preposition
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.word_lists import role_words, telling_words
from reportedly.find.events.words import words
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import ActorMention, EventType

# what two do with each other
_MUTUAL: frozenset[EventType | None] = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_OFFICE = "office"
_DEVICES = words("mine landmine")
_PARTIES = frozenset({"by", "between", "with"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """Phrases that act and phrases that are acted upon, in order of the text."""

    actors: tuple[ActorMention, ...] = ()
    recipients: tuple[ActorMention, ...] = ()


def read_roles(reading: Reading, trigger: Trigger) -> Roles:
    """Find actors and recipients of a trigger among the phrases that can act or suffer.

    A weapon or a blast is no actor: only phrases in `reading.actors` count, and countries where
    states deal with each other. Land suffers where force or an order is aimed at it as a whole.
    Without any of these, the role stays empty.
    """
    document = reading.document
    if not document.has_syntax:
        return Roles()
    if trigger.nominal:
        persons = {m.head for m in reading.actors if m.actor.kind in {"person", "office"}}
        acting, suffering = of_noun(document, document.tokens[trigger.token], trigger, persons)
    else:
        acting, suffering = of_repelled(reading, trigger) or of_verb(reading, trigger)
    quitters = who_quits(document, trigger)
    acting, suffering = (quitters, []) if quitters else (acting, suffering)
    actors = _who_acts(reading, trigger, acting, suffering)
    suffer = _who_suffers(reading, trigger, suffering, actors)
    actors = not_who_suffers(reading, trigger, actors, suffer)
    recipients = _others(reading, suffer, actors)
    if trigger.reciprocal and not is_one_sided(document, trigger, recipients):
        others = (m for m in recipients if not is_in_wording(document, trigger, m))
        actors, recipients = (*actors, *others), ()
    return Roles(actors=actors, recipients=recipients)


def _who_acts(
    reading: Reading, trigger: Trigger, acting: Sequence[Token], suffering: Sequence[Token]
) -> tuple[ActorMention, ...]:
    """Who acts by some words, or whose things, countries or harms they are."""
    document = reading.document
    actors = _mentions(reading, _without_devices(trigger, acting))
    actors = tuple(m for m in actors if not _is_make(document, m))
    if actors and trigger.type in OF_STATES:  # "Dorna and the Fund agreed"
        actors = _in_order(actors, _countries(reading, trigger, _agents(document, acting)))
    hit = {t.index for t in suffering}  # "the minister's murder"
    behind = () if actors else _behind_things(reading, trigger, acting)
    actors = actors or tuple(m for m in behind if m.head not in hit)
    actors = actors or _countries(reading, trigger, _agents(document, acting))
    actors = actors or doers_of_harm(reading, trigger) or _who_expels(reading, trigger)
    actors = who_is_blamed(reading, trigger, actors)
    if trigger.type in _MUTUAL or trigger.reciprocal:
        actors = tuple(side for mention in actors for side in both_sides(reading, mention))
    return actors


def _who_suffers(
    reading: Reading,
    trigger: Trigger,
    suffering: Sequence[Token],
    actors: tuple[ActorMention, ...],
) -> tuple[ActorMention, ...]:
    """Who suffers by some words, or land, or whom words are addressed to or aimed at."""
    suffering = [*suffering, *named_of(reading, trigger, suffering)]
    if trigger.type in {"SUPPORT", "AGREE"}:  # "voiced its government's support": its own
        suffering = [t for t in suffering if t.lemma not in role_words().stances]
    if trigger.type == "ASSAULT" or trigger.mode == "seize":
        suffering = [_householder(reading, t) for t in suffering]
    suffer = _mentions(reading, suffering) or _countries(reading, trigger, suffering)
    suffer = _aimed(reading, trigger, suffer)
    if not trigger.reciprocal:  # "lifted *its* sanctions on Volda"
        suffer = _others(reading, suffer, actors)
    suffer = suffer or land_acted_upon(reading, trigger, suffering)
    suffer = suffer or _aimed(reading, trigger, addressees(reading, trigger))
    suffer = suffer or aimed_at(reading, trigger)
    if trigger.type not in _MUTUAL or len(actors) < 2:  # "Volda and Dorna agreed": with each other
        suffer = suffer or _aimed(reading, trigger, parties_of(reading, trigger, actors))
    return suffer


def _householder(reading: Reading, word: Token) -> Token:
    """Whose office is raided or attacked: "raided the office of *a newspaper*"."""
    if word.lemma != _OFFICE:
        return word
    document = reading.document
    owners = [t for t in document.children(word.index) if t.dep == "poss"]
    owners = [*after_preposition(document, word.index, "of"), *owners]
    heads = {m.head for m in reading.actors}
    return next((t for t in owners if t.index in heads or t.pos == "PRON"), word)


def _others(
    reading: Reading, mentions: Sequence[ActorMention], actors: Sequence[ActorMention]
) -> tuple[ActorMention, ...]:
    """Mentions that are none of those who act, nor pronouns for them."""
    taken = {m.head for m in actors}
    return tuple(m for m in mentions if m.head not in taken and not _stands_for(reading, m, actors))


def _without_devices(trigger: Trigger, acting: Iterable[Token]) -> list[Token]:
    """Who acts, without "a mine" that kills, which elsewhere is a company."""
    return [t for t in acting if trigger.type != "ASSAULT" or t.lemma not in _DEVICES]


def _is_make(document: Document, mention: ActorMention) -> bool:
    """Whether a name only tells the make of a weapon: "three *Katyusha* rockets hit the camp"."""
    weapon = document.tokens[mention.head].lemma in telling_words().munitions
    return weapon and not is_force(mention.actor)


def _aimed(
    reading: Reading, trigger: Trigger, mentions: tuple[ActorMention, ...]
) -> tuple[ActorMention, ...]:
    """Mentions without the actor's own means, and without whom a request would help."""
    return tuple(
        m for m in without_own(reading, trigger, mentions) if not is_gainer(reading, trigger, m)
    )


def _behind_things(
    reading: Reading, trigger: Trigger, acting: Sequence[Token]
) -> tuple[ActorMention, ...]:
    """Whose thing acts, where only a thing does: "Israeli airstrikes", "a rebel attack"."""
    document = reading.document
    things = [t for t in acting if t.pos in {"NOUN", "PROPN"}]
    noun = act_noun(document, trigger)
    if noun is not None:
        things.append(noun)
    found = [mention for thing in things for mention in bearers(reading, thing, trigger)]
    return tuple(dict.fromkeys(found))


def _stands_for(reading: Reading, mention: ActorMention, actors: Sequence[ActorMention]) -> bool:
    """Whether a pronoun would make somebody suffer his own act: "a mob attacked *them*"."""
    word = reading.document.tokens[mention.head]
    if word.pos != "PRON" or "self" in word.text or "selves" in word.text:
        return False
    return any(same_actor(mention, actor) for actor in actors)


def _who_expels(reading: Reading, trigger: Trigger) -> tuple[ActorMention, ...]:
    """'Two inspectors were expelled from Volda': a country expels from itself alone."""
    if trigger.nominal or not (trigger.mode == "expel" or trigger.act == "extradition"):
        return ()
    return _countries(reading, trigger, after_preposition(reading.document, trigger.token, "from"))


def _agents(document: Document, heads: Iterable[Token]) -> list[Token]:
    """Subjects of verbs, what stands behind 'by', 'between' and 'with', and "the Volda offer"."""
    return [
        word
        for word in heads
        if word.dep in {"nsubj", "conj", "poss"}
        or (word.dep == "pobj" and document.head(word).text.casefold() in _PARTIES)
        or (
            word.dep in {"compound", "nmod", "amod"}
            and document.head(word).lemma in role_words().announced
        )
    ]


def _countries(
    reading: Reading, trigger: Trigger, suffering: Sequence[Token]
) -> tuple[ActorMention, ...]:
    """Countries where somebody is acted upon: "sanctions on Iran", "attacked Israel"."""
    if trigger.type == "PROTEST":
        return ()
    found = [country_at(reading, word) for word in suffering if _is_name(word)]
    return tuple(mention for mention in found if mention is not None)


def _is_name(word: Token) -> bool:
    """Whether a word is a name, also where the tagger took a country for a plain noun."""
    return word.pos == "PROPN" or (word.pos == "NOUN" and word.text[:1].isupper())


def _in_order(*found: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
    """Mentions in order of the text, none inside another one."""
    every = sorted((m for part in found for m in part), key=lambda m: m.evidence.start)
    kept: list[ActorMention] = []
    for mention in every:
        if all(mention.evidence.start >= k.evidence.end for k in kept):
            kept.append(mention)
    return tuple(kept)


# --- from words to the phrases that can act -------------------------------------------------


def _mentions(reading: Reading, heads: Sequence[Token]) -> tuple[ActorMention, ...]:
    by_head = {m.head: m for m in reading.actors}
    found: list[ActorMention] = []
    for word in heads:
        mention = _name_of(reading, word, by_head) or by_head.get(word.index)
        mention = mention or _owner(reading, word, by_head) or stands_for(reading, word)
        mention = mention or _short_name(reading, word) or _some_of(reading, word, by_head)
        if mention is not None and mention not in found:
            found.append(mention)
    # "supporters of the front" act, not the front inside the phrase
    return tuple(m for m in found if not any(_holds(other, m) for other in found))


def _short_name(reading: Reading, word: Token) -> ActorMention | None:
    """The body whose short name in brackets a parser took for the subject: "the Union (AU) is"."""
    before = reading.document.tokens[max(word.index - 2, 0) : word.index]
    if word.pos != "PROPN" or len(before) < 2 or before[1].text != "(":
        return None
    return next((m for m in reading.actors if m.head == before[0].index), None)


def _name_of(
    reading: Reading, word: Token, by_head: dict[int, ActorMention]
) -> ActorMention | None:
    """The person whose trade or office stands before the name: "the mayor of Arvan, *Ana Roa*"."""
    document = reading.document
    if word.tag != "NN":
        return None
    bodies = after_preposition(document, word.index, "of")
    for holder in (word, *bodies):  # parsers hang the name on the town
        for child in document.children(holder.index):
            mention = by_head.get(child.index) if child.dep == "appos" else None
            named = mention is not None and document.tokens[mention.head].pos == "PROPN"
            if mention is None or not named or mention.actor.kind != "person":
                continue
            preps = (t for t in document.children(holder.index) if t.dep == "prep")
            inside = {t.index for p in preps for t in document.subtree(p.index)}
            between = document.tokens_in(holder.end, mention.evidence.start)
            apart = [t.text for t in between if t.index not in inside]  # "head of the union, Ana"
            if not between or apart == [","]:
                return mention
    return None


def _some_of(
    reading: Reading, word: Token, by_head: dict[int, ActorMention]
) -> ActorMention | None:
    """Of whom a number counts some: "beat two of *them*"."""
    of = reading.document.child(word.index, "prep") if word.pos == "NUM" else None
    inner = None if of is None else reading.document.child(of.index, "pobj")
    if of is None or inner is None or of.text.casefold() != "of":
        return None
    found = by_head.get(inner.index) or stands_for(reading, inner)
    return found or _owner(reading, inner, by_head)  # "one of its consuls"


def _holds(outer: ActorMention, inner: ActorMention) -> bool:
    a, b = outer.evidence, inner.evidence
    return a.start <= b.start and b.end <= a.end and (a.start, a.end) != (b.start, b.end)


def _owner(reading: Reading, word: Token, by_head: dict[int, ActorMention]) -> ActorMention | None:
    """'whose members', 'its fighters': the body to which they belong acts."""
    document = reading.document
    for child in document.children(word.index):
        if child.dep != "poss":
            continue
        if child.lemma == "whose" or child.text.casefold() == "whose":
            for above in document.ancestors(child.index):
                if above.dep == "relcl":
                    return _body_before(document.head(above), child, by_head)
        return by_head.get(child.index) or stands_for(reading, child)
    return None


def _body_before(
    head: Token, relative: Token, by_head: dict[int, ActorMention]
) -> ActorMention | None:
    """The named body right before 'whose'; parsers often hang the clause too high."""
    before = [
        m
        for m in by_head.values()
        if head.index <= m.head < relative.index and m.evidence.end <= relative.start
    ]
    return max(before, key=lambda m: m.head, default=by_head.get(head.index))


def actor_mentions(reading: Reading, heads: Sequence[Token]) -> tuple[ActorMention, ...]:
    """Who acts with these head words: phrases, whom pronouns stand for, or else countries."""
    named = [country_at(reading, word) for word in heads if _is_name(word)]
    return _mentions(reading, heads) or tuple(m for m in named if m is not None)


def mention_of(reading: Reading, word: Token) -> ActorMention | None:
    """The phrase that can act with this head word, or the one that a pronoun stands for."""
    found = _mentions(reading, (word,))
    return found[0] if found else None


def same_actor(one: ActorMention, other: ActorMention) -> bool:
    """Whether two phrases denote one actor as far as the article tells."""
    if one.actor.entity_id is not None and one.actor.entity_id == other.actor.entity_id:
        return True
    if one.actor.registry_id is not None and one.actor.registry_id == other.actor.registry_id:
        return True
    return one.actor.name.casefold() == other.actor.name.casefold()
