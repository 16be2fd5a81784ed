"""Whom a pronoun of a clause stands for: by its entity, its speaker, or the subject before."""

from __future__ import annotations

from dataclasses import replace

from reportedly.find.events.told.bearers import country_at
from reportedly.find.events.triggers.antecedents import subject_of_sentence_before
from reportedly.find.events.words import words
from reportedly.find.reading import Reading
from reportedly.parse.document import Token
from reportedly.parse.meant import meant_by
from reportedly.records import ActorMention

_SAYING = words(
    "say announce declare state report add tell confirm claim promise warn insist stress"
)
_BODIES = frozenset({"it", "they"})


def stands_for(reading: Reading, word: Token) -> ActorMention | None:
    """The phrase that a pronoun stands for, through its entity."""
    if word.pos != "PRON":
        return None
    described = _most_of_them(reading, word) or _by_grammar(reading, word)
    described = described or _who_says_so(reading, word)
    if described is not None:
        return described
    evidence = reading.document.evidence(word.start, word.end)
    for entity in reading.entities:
        if any(m.start == word.start for m in entity.mentions):
            known = [m for m in reading.actors if m.actor.entity_id == entity.entity_id]
            earlier = [m for m in known if m.evidence.start < word.start]
            best = max(earlier, key=lambda m: m.evidence.start, default=None)
            if best is None or _is_one(reading, best, word):
                return None
            return ActorMention(
                evidence=evidence, head=word.index, actor=best.actor, made_by="roles.pronoun"
            )
    subject = _subject_before(reading, word)
    if subject is None or _is_one(reading, subject, word):
        return None
    return ActorMention(
        evidence=evidence, head=word.index, actor=subject.actor, made_by="roles.pronoun"
    )


def _by_grammar(reading: Reading, word: Token) -> ActorMention | None:
    """Whom the clause around means: "the army said rebels came and *they* shot two people"."""
    meant = meant_by(reading.document, word)
    if meant is None:
        return None
    found = next((m for m in reading.actors if m.head == meant.index), None)
    found = found or country_at(reading, meant)
    evidence = reading.document.evidence(word.start, word.end)
    return found and replace(found, evidence=evidence, head=word.index, made_by="roles.pronoun")


def _who_says_so(reading: Reading, word: Token) -> ActorMention | None:
    """The body that speaks of itself: "Volda announced that *it* would supply two batteries"."""
    document = reading.document
    verb = document.head(word)
    said = document.head(verb)
    if word.text.casefold() not in _BODIES or word.dep != "nsubj" or verb.dep != "ccomp":
        return None
    if said.lemma not in _SAYING:
        return None
    speakers = [t for t in document.children(said.index) if t.dep == "nsubj"]
    known = (
        next((m for m in reading.actors if m.head == t.index), None) or country_at(reading, t)
        for t in speakers
        if t.index < word.index and t.pos != "PRON"
    )
    body = next((m for m in known if m is not None and m.actor.kind != "person"), None)
    if body is None:
        return None
    evidence = document.evidence(word.start, word.end)
    return replace(body, evidence=evidence, head=word.index, made_by="roles.pronoun")


def _is_one(reading: Reading, mention: ActorMention, word: Token) -> bool:
    """Whether 'they' would stand for a single person who is named."""
    head = reading.document.tokens[mention.head]
    plural = word.text.casefold() in {"they", "them"} and head.tag in {"NN", "NNP"}
    return plural and mention.actor.kind in {"person", "office"}


def _most_of_them(reading: Reading, word: Token) -> ActorMention | None:
    """'300 people, most of them *students*, marched': parsers take 'most' for the subject."""
    document = reading.document
    quantity = document.head(document.head(word))
    before = document.tokens[max(quantity.index - 1, 0)]
    if document.head(word).text != "of" or quantity.pos != "ADJ" or before.text != ",":
        return None
    beside = [t.index for t in document.children(quantity.index) if t.dep == "appos"]
    by_head = {m.head: m for m in reading.actors}
    return next((by_head[index] for index in beside if index in by_head), None)


def _subject_before(reading: Reading, word: Token) -> ActorMention | None:
    """The subject of an earlier clause: "Had the army come, it would …"; else the one before."""
    if word.text.casefold() not in _BODIES:
        return None
    document = reading.document
    by_head = {m.head: m for m in reading.actors}
    first = document.sentences[word.sentence].first
    for token in reversed(document.tokens[first : word.index]):
        if token.dep in {"nsubj", "nsubjpass"} and token.pos != "PRON":
            return by_head.get(token.index) or country_at(reading, token)
    meant = subject_of_sentence_before(document, word)  # "The court sat. *It* jailed two editors"
    return None if meant is None else by_head.get(meant.index)
