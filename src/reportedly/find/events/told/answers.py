"""Sentences that answer an act told before: "The army called it a lie", "The Front claimed it"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.find.events.acts.back_reference import point_back
from reportedly.find.events.told.attribution import (
    deny,
    is_speaker,
    link_of,
    speaker_as_actor,
    speaker_of,
)
from reportedly.find.events.told.claiming import verb_of_credit, who_claims
from reportedly.find.events.told.denials import Rebuttal, rebuttal_of
from reportedly.find.events.told.roles import Roles
from reportedly.find.events.told.stances import StanceWords
from reportedly.find.events.told.telling import Telling
from reportedly.find.reading import Reading, chain_at, outlet_link
from reportedly.parse.document import Token
from reportedly.records import Attribution, EventType

_NEAR = 2  # sentences between an act and the denial of it
_AFTER = 8  # sentences between an attack and who claims it
_DONE: frozenset[EventType | None] = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", None})


def answers(
    reading: Reading, tellings: Sequence[Telling], stances: StanceWords
) -> tuple[Telling, ...]:
    """Denials and claims of responsibility whose sentence does not tell the act again.

    A denial answers the act of force told right before, if somebody else asserts it or if it
    names the denier as actor; "denied any role" answers an attack told by anybody. A claim of
    responsibility belongs to the attack told last.
    """
    document = reading.document
    if not document.has_syntax:
        return ()
    told = [
        t
        for t in tellings
        if t.reality.realis == "actual" and t.reality.polarity == "positive" and not t.withdraws
    ]
    denying = {t.sentence for t in tellings if t.denied}
    found: list[Telling] = []
    for token in document.tokens:
        rebuttal = rebuttal_of(document, token, stances)
        if rebuttal is not None and token.sentence not in denying:
            denial = _denial(reading, rebuttal, told)
            if denial is not None:
                found.append(denial)
                denying.add(token.sentence)
        elif token.lemma in stances.of("claim", "credit") | stances.of("claim", "acts"):
            claim = _claim(reading, token, told, stances)
            if claim is not None:
                found.append(claim)
    return tuple(found)


def _denial(reading: Reading, rebuttal: Rebuttal, told: Sequence[Telling]) -> Telling | None:
    document, verb = reading.document, rebuttal.verb
    chain = chain_at(document.article, reading.scopes, verb.start, verb.end)
    said = deny(reading, chain, rebuttal.speaker)
    if said is None or speaker_of(said) is None:
        return None
    paragraph = document.sentences[verb.sentence].paragraph
    near = [
        t
        for t in told
        if 0 < verb.sentence - t.sentence <= _NEAR
        and paragraph - t.paragraph <= 1
        and t.trigger.type in _DONE
        and not t.denied
        and (_concerns(t, said) or (rebuttal.own_part and t.trigger.type in {"ASSAULT", None}))
    ]
    if not near:
        return None
    act = near[-1]
    pointed = point_back(reading, act, verb, act.roles)
    return replace(pointed, chain=said, denied=True, quote="indirect", own_part=rebuttal.own_part)


def _concerns(act: Telling, denial: Attribution) -> bool:
    """Whether somebody else asserts an act, or it names the denier as actor."""
    denier, speaker = denial[-1], speaker_of(act.chain)
    if any(is_speaker(m, denier) for m in act.roles.actors):
        return True
    return speaker is not None and speaker.name != denier.name


def _claim(
    reading: Reading, credit: Token, told: Sequence[Telling], stances: StanceWords
) -> Telling | None:
    """'claimed responsibility' without saying for what, 'claimed the attack'."""
    document = reading.document
    if any(t.trigger.token == credit.index for t in told):
        return None
    verb = verb_of_credit(document, credit, stances)
    if verb is not None and credit.lemma in stances.of("claim", "acts"):
        words_of = {t.text.casefold() for t in document.children(credit.index) if t.dep == "det"}
        verb = verb if verb.lemma == "claim" and words_of & {"the", "this", "that"} else None
    who = None if verb is None else who_claims(document, verb)
    if verb is None or who is None or _says_for_what(reading, credit):
        return None
    link = link_of(reading, who, "admits", verb)
    attacks = [
        t
        for t in told
        if 0 <= credit.sentence - t.sentence <= _AFTER
        and t.span.start < verb.start
        and t.trigger.type in {"ASSAULT", None}
        and not t.denied
    ]
    if link is None or not attacks:
        return None
    act = attacks[-1]
    pointed = point_back(reading, act, verb, Roles(actors=(speaker_as_actor(reading, link),)))
    return replace(
        pointed, chain=(outlet_link(document.article), link), quote="indirect", denied=False
    )


def _says_for_what(reading: Reading, credit: Token) -> bool:
    """Whether a noun behind "responsibility for" names the act: it is a telling of its own."""
    document = reading.document
    for child in document.children(credit.index):
        if child.dep == "prep" and child.text.casefold() == "for":
            return any(t.pos in {"NOUN", "PROPN"} for t in document.children(child.index))
    return False
