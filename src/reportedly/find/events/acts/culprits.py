"""Who did what was told before: "The killers were soldiers", "The army committed the crime"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.find.events.acts.back_reference import point_back
from reportedly.find.events.told.entries import item_around
from reportedly.find.events.told.roles import Roles
from reportedly.find.events.told.telling import Telling
from reportedly.find.events.triggers.slots import after_preposition, subjects
from reportedly.find.events.word_lists import telling_words
from reportedly.find.events.words import words
from reportedly.find.reading import Reading, outlet_link, scope_at
from reportedly.parse import Document
from reportedly.parse.document import Token

_AFTER = 8  # sentences between an attack and who did it
_KNOWN = words("the this that these those such")
_OPEN = frozenset({"neg", "aux", "mark"})
_HELPERS = words("have had has having")


def culprits(reading: Reading, tellings: Sequence[Telling]) -> list[Telling]:
    """Mentions of attacks by sentences that only say who did them.

    No act of its own: the attack told last before gets its doers.
    """
    document = reading.document
    attacks = [t for t in tellings if _is_attack(t)]
    if not attacks or not document.has_syntax:
        return []
    heads = {m.head: m for m in reading.actors}
    taken = {t.trigger.token for t in tellings}
    known = telling_words()
    found = []
    for noun in document.tokens:
        if noun.lemma not in known.doers and noun.lemma not in known.crimes:
            continue
        verb = document.head(noun)
        who = [heads[t.index] for t in _doers(document, noun, verb) if t.index in heads]
        act = _last_before(reading, noun, attacks) if who else None
        if not who or act is None or verb.index in taken or noun.index in taken:
            continue
        scope = scope_at(reading.scopes, noun.start, noun.end)
        chain = scope.chain if scope else (outlet_link(document.article),)
        pointed = point_back(reading, act, verb, Roles(actors=tuple(who)))
        found.append(replace(pointed, chain=chain, quote=scope.kind if scope else None))
    return found


def _is_attack(telling: Telling) -> bool:
    reality = telling.reality
    real = reality.realis == "actual" and reality.polarity == "positive"
    return telling.trigger.type == "ASSAULT" and real and not (telling.denied or telling.withdraws)


def _last_before(reading: Reading, noun: Token, attacks: Sequence[Telling]) -> Telling | None:
    """The attack told last before a noun, in a round-up of the same item."""
    is_beside = item_around(reading, noun)
    near = [
        t
        for t in attacks
        if 0 < noun.sentence - t.sentence <= _AFTER and not t.denied and is_beside(t.paragraph)
    ]
    return max(near, key=lambda t: t.span.start, default=None)


def _doers(document: Document, noun: Token, verb: Token) -> Iterable[Token]:
    """Whom the clause of a noun tells to have done it; nobody where it is left open."""
    known = telling_words()
    named = noun.lemma in known.doers and noun.dep == "nsubj" and verb.lemma == "be"
    committed = noun.lemma in known.crimes and verb.lemma in known.committing
    if not (named or committed) or not _is_settled(document, noun, verb):
        return ()
    if named:
        return [t for t in document.children(verb.index) if t.dep == "attr"]
    if noun.dep == "dobj":
        return subjects(document, verb.index)
    return after_preposition(document, verb.index, "by") if noun.dep == "nsubjpass" else ()


def _is_settled(document: Document, noun: Token, verb: Token) -> bool:
    """Whether "*the* killers" or "*this* crime" is known, and its verb no question or guess."""
    before = {t.text.casefold() for t in document.children(noun.index)}
    around = document.children(verb.index)
    left_open = any(t.dep in _OPEN and t.text.casefold() not in _HELPERS | {"that"} for t in around)
    sentence = document.sentence_tokens(document.sentences[noun.sentence])
    return bool(before & _KNOWN) and not left_open and sentence[-1].text != "?"
