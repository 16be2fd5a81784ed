"""Who acted and who was acted upon, read from the syntax around a trigger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.find.events.clauses import act_noun, is_verb
from reportedly.find.events.told.bearers import (
    addressees,
    bearers,
    country_at,
    is_force,
    parties_of,
    region_at,
    without_own,
)
from reportedly.find.events.told.hidden_subjects import hidden_subjects
from reportedly.find.events.triggers.slots import after_preposition, objects, subjects
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.words import words
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import ActorMention, EventType

# Verbs whose agent organises the act that is their object: "a march called by the union".
_ORGANISING = words(
    "call organize organise stage lead hold convene convoke launch mount conduct carry plan "
    "announce declare commit perpetrate join begin start realise realize order claim complete "
    "continue resume finish end intensify extend undertake"
)
_TARGET_PREPOSITIONS = ("on", "against", "at", "upon")
_DEEDS = words(
    "firing fire gunfire shooting shelling bombardment bombing airstrike strike raid attack ambush "
    "assault offensive operation bullet crackdown missile rocket drone artillery grenade"
)
_FIGHTS = words(
    "clash encounter gunfight firefight battle fight fighting shootout shoot-out gunbattle "
    "skirmish confrontation engagement exchange"
)
# types by which states deal with each other: a country named with them is a party, no scene
OF_STATES: frozenset[EventType | None] = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "REQUEST", "REJECT", "ACCUSE",
     "THREATEN", "SANCTION"}
)  # fmt: skip
_ON_LAND = frozenset({"ASSAULT", "COERCE", "SANCTION", "RETREAT"})
_TOGETHER = ("between", "with")
_PARTIES = frozenset({"by", "between", "with"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """Phrases that act and phrases that are acted upon, in order of the text."""

    actors: tuple[ActorMention, ...] = ()
    recipients: tuple[ActorMention, ...] = ()


def read_roles(reading: Reading, trigger: Trigger) -> Roles:
    """Find actors and recipients of a trigger among the phrases that can act or suffer.

    A place, a weapon or a blast is no actor: only phrases in `reading.actors` count. Without
    one, the role stays empty.
    """
    document = reading.document
    if not document.has_syntax:
        return Roles()
    if trigger.nominal:
        acting, suffering = _of_noun(document, document.tokens[trigger.token], trigger)
    else:
        acting, suffering = _of_verb(reading, trigger)
    actors = _mentions(reading, acting)
    if actors and trigger.type in OF_STATES:  # "Dorna and the Fund agreed"
        actors = _in_order(actors, _countries(reading, trigger, _agents(document, acting)))
    actors = actors or _behind_things(reading, trigger, acting)
    actors = actors or _countries(reading, trigger, _agents(document, acting))
    actors = actors or _by_their_fire(reading, trigger)
    taken = {m.head for m in actors}
    suffer = _mentions(reading, suffering) or _countries(reading, trigger, suffering)
    suffer = suffer or _regions(reading, trigger, suffering)
    suffer = without_own(reading, trigger, suffer)
    suffer = suffer or without_own(reading, trigger, addressees(reading, trigger))
    suffer = suffer or parties_of(reading, trigger, actors)
    recipients = tuple(m for m in suffer if m.head not in taken)
    if trigger.reciprocal:
        actors, recipients = (*actors, *recipients), ()
    return Roles(actors=actors, recipients=recipients)


def _of_verb(reading: Reading, trigger: Trigger) -> tuple[list[Token], list[Token]]:
    document = reading.document
    index = trigger.token
    acting: list[Token] = []
    suffering: list[Token] = []
    holder = _noun_with_content(document, index)
    if holder is not None:
        # "police foiled a plot to bomb": who foils is not who bombs
        plotters = [t for t in document.children(holder.index) if t.dep == "poss"]
        plotters.extend(after_preposition(document, holder.index, "by"))
        return plotters, list(objects(document, index))
    for role, into in ((trigger.actor_role, acting), (trigger.recipient_role, suffering)):
        if role == "subject":
            into.extend(subjects(document, index))
        elif role == "object":
            into.extend(objects_of(document, trigger))
    heads = {m.head for m in reading.actors}
    things = [t for t in acting if t.pos == "NOUN" and t.index not in heads]
    for noun in (act_noun(document, trigger), *things):
        if noun is None:
            continue
        more_acting, more_suffering = _of_noun(document, noun, trigger)
        acting.extend(more_acting)
        suffering.extend(more_suffering)
    if act_noun(document, trigger) is not None and not suffering:
        for word in _TARGET_PREPOSITIONS:  # "carried out raids on Friday against rebels"
            suffering.extend(after_preposition(document, index, word))
    if not any(t.index in heads or t.pos in {"PROPN", "PRON"} for t in acting):
        acting.extend(hidden_subjects(document, index))
    if not acting and trigger.type == "ASSAULT":
        acting.extend(_opponents(document, index))
    if trigger.reciprocal:
        for word in _TOGETHER:
            acting.extend(after_preposition(document, index, word))
    return acting, suffering


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


def _by_their_fire(reading: Reading, trigger: Trigger) -> tuple[ActorMention, ...]:
    """'Killed in police firing', 'hurt in a rebel ambush': whose act it was."""
    if trigger.nominal or trigger.type != "ASSAULT":
        return ()
    document = reading.document
    found: list[ActorMention] = []
    for word in ("in", "by", "during", "from"):
        for act in after_preposition(document, trigger.token, word):
            after = document.tokens[act.index + 1 : act.index + 2]
            if act.lemma in _DEEDS:
                found.extend(bearers(reading, act, trigger))
            elif after and after[0].text.casefold() in _DEEDS:
                # parsers take "in army shelling" for the army and a clause about it
                found.extend(m for m in reading.actors if m.head == act.index and is_force(m.actor))
    return tuple(dict.fromkeys(found))


def _agents(document: Document, words: Iterable[Token]) -> list[Token]:
    """Subjects of verbs, and what stands behind 'by', 'between' and 'with'."""
    return [
        word
        for word in words
        if word.dep in {"nsubj", "conj", "poss"}
        or (word.dep == "pobj" and document.head(word).text.casefold() in _PARTIES)
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


def _regions(
    reading: Reading, trigger: Trigger, suffering: Sequence[Token]
) -> tuple[ActorMention, ...]:
    """Regions that are acted upon as a whole: "bombed the Lake Province"; no single town."""
    if trigger.type not in _ON_LAND:
        return ()
    found = [region_at(reading, word) for word in suffering if word.pos == "PROPN"]
    return tuple(mention for mention in found if mention is not None)


def objects_of(document: Document, trigger: Trigger) -> list[Token]:
    """What a verb's wording governs: behind its last preposition ("opened fire *on* protesters"),
    else the verb's object.
    """
    last = document.tokens[trigger.last - 1]
    if trigger.last > trigger.token + 1 and last.pos == "ADP":
        found = list(after_preposition(document, trigger.token, last.text.casefold()))
        if found:
            return found
    return list(objects(document, trigger.token))


def _opponents(document: Document, index: int) -> list[Token]:
    """Who stood on the other side: "killed in a clash with the army", "in an army ambush"."""
    found: list[Token] = []
    for word in ("in", "during"):
        for fight in after_preposition(document, index, word):
            if fight.lemma in _FIGHTS:
                found.extend(after_preposition(document, fight.index, "with"))
    return found


def _noun_with_content(document: Document, index: int) -> Token | None:
    """The noun whose infinitive a verb is: "a plot to bomb"."""
    to = next((t for t in document.children(index) if t.tag == "TO"), None)
    if to is None or to.index == 0:
        return None
    before = document.tokens[to.index - 1]
    governed = before.index == document.tokens[index].head or before.dep in {"dobj", "pobj"}
    return before if before.pos == "NOUN" and governed else None


def _of_noun(document: Document, noun: Token, trigger: Trigger) -> tuple[list[Token], list[Token]]:
    """Roles around a noun: 'by N', possessor, 'of N', 'on N', and who called or staged it."""
    index = noun.index
    acting = list(after_preposition(document, index, "by"))
    acting.extend(after_preposition(document, index, "between"))
    suffering: list[Token] = []
    for word in _TARGET_PREPOSITIONS:
        suffering.extend(after_preposition(document, index, word))
    possessors = [t for t in document.children(index) if t.dep == "poss"]
    modifiers = [t for t in document.children(index) if t.dep in {"compound", "amod", "nmod"}]
    of = list(after_preposition(document, index, "of"))
    if trigger.recipient_role in {"of", "possessor"} and trigger.nominal:
        suffering.extend(of)
        if trigger.recipient_role == "possessor" or trigger.actor_role != "possessor":
            suffering.extend(possessors)
    if trigger.actor_role == "of":
        acting.extend(of)
    if trigger.actor_role in {"possessor", "by"} and trigger.recipient_role != "possessor":
        acting.extend(possessors)
        acting.extend(modifiers)
    suffering = [t for t in suffering if t not in acting]
    for child in document.children(index):
        if child.dep in {"acl", "relcl"} and child.lemma in _ORGANISING:
            acting.extend(after_preposition(document, child.index, "by"))
    if trigger.nominal:
        acting.extend(_who_stages(document, noun))
    return acting, suffering


def _who_stages(document: Document, noun: Token) -> Iterable[Token]:
    """The subject of the verb that leads a noun: 'whose members have been on strike'."""
    head = document.head(noun)
    if noun.dep == "pobj" and head.text.casefold() == "on" and is_verb(document.head(head)):
        verb = document.head(head)
        return subjects(document, verb.index) if verb.lemma in {"be", "go", "remain"} else ()
    if noun.dep in {"dobj", "nsubjpass"} and is_verb(head) and head.lemma in _ORGANISING:
        return subjects(document, head.index)
    return ()


# --- from words to the phrases that can act -------------------------------------------------


def _mentions(reading: Reading, words: Sequence[Token]) -> tuple[ActorMention, ...]:
    by_head = {m.head: m for m in reading.actors}
    found: list[ActorMention] = []
    for word in words:
        mention = by_head.get(word.index) or _owner(reading, word, by_head)
        mention = mention or _pronoun(reading, word)
        if mention is not None and mention not in found:
            found.append(mention)
    # "supporters of the front" act, not the front inside the phrase
    return tuple(m for m in found if not any(_holds(other, m) for other in found))


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
                    return _body_before(document, document.head(above), child, by_head)
        return by_head.get(child.index) or _pronoun(reading, child)
    return None


def _body_before(
    document: Document, head: Token, relative: Token, by_head: dict[int, ActorMention]
) -> ActorMention | None:
    """The named body right before 'whose'; parsers often hang the clause too high."""
    before = [
        m
        for m in by_head.values()
        if head.index <= m.head < relative.index and m.evidence.end <= relative.start
    ]
    return max(before, key=lambda m: m.head, default=by_head.get(head.index))


def _pronoun(reading: Reading, word: Token) -> ActorMention | None:
    """The phrase that a pronoun stands for, through its entity."""
    if word.pos != "PRON":
        return None
    evidence = reading.document.evidence(word.start, word.end)
    for entity in reading.entities:
        if any(m.start == word.start for m in entity.mentions):
            known = [m for m in reading.actors if m.actor.entity_id == entity.entity_id]
            earlier = [m for m in known if m.evidence.start < word.start]
            best = max(earlier, key=lambda m: m.evidence.start, default=None)
            if best is None:
                return None
            return ActorMention(
                evidence=evidence, head=word.index, actor=best.actor, made_by="roles.pronoun"
            )
    subject = _subject_before(reading, word)
    if subject is None:
        return None
    return ActorMention(
        evidence=evidence, head=word.index, actor=subject.actor, made_by="roles.pronoun"
    )


def _subject_before(reading: Reading, word: Token) -> ActorMention | None:
    """The subject of an earlier clause of the sentence: "Had the army come, it would …"."""
    if word.text.casefold() not in {"it", "they"}:
        return None
    document = reading.document
    for mention in reversed(reading.actors):
        token = document.tokens[mention.head]
        subject = token.dep in {"nsubj", "nsubjpass"} and token.pos != "PRON"
        if subject and token.sentence == word.sentence and token.index < word.index:
            return mention
    return None


def actor_mentions(reading: Reading, words: Sequence[Token]) -> tuple[ActorMention, ...]:
    """Who acts with these head words: phrases, whom pronouns stand for, or else countries."""
    named = [country_at(reading, word) for word in words if _is_name(word)]
    return _mentions(reading, words) or tuple(m for m in named if m is not None)


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
