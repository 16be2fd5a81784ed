"""Sentences that answer an act told before: "The army called it a lie", "The Front claimed it"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.find.events.acts.back_reference import point_back
from reportedly.find.events.acts.mentions import group_mentions
from reportedly.find.events.denials.accused import accused_of_force
from reportedly.find.events.denials.denying import Told, is_negated_deed, with_denials
from reportedly.find.events.referred import with_referred
from reportedly.find.events.told.attribution import link_of, speaker_as_actor
from reportedly.find.events.told.claiming import verb_of_credit, who_claims
from reportedly.find.events.told.entries import item_around
from reportedly.find.events.told.roles import Roles
from reportedly.find.events.told.stances import StanceWords
from reportedly.find.events.told.telling import Telling
from reportedly.find.reading import Reading, outlet_link
from reportedly.parse.document import Token

_AFTER = 8  # sentences between an attack and who claims it


def with_answers(
    reading: Reading, tellings: Sequence[Telling], stances: StanceWords
) -> tuple[list[Telling], list[Telling]]:
    """The tellings that stay, and those of sentences that only answer an act told elsewhere.

    Denials are read by `with_denials`; a claim of responsibility belongs to the attack told last.
    """
    document = reading.document
    if not document.has_syntax:
        return list(tellings), []
    happened = [
        t
        for t in tellings
        if t.reality.realis == "actual"
        and t.reality.polarity == "positive"
        and not t.withdraws
        and not is_negated_deed(document, t, stances)
    ]
    asserted = [t for t in happened if not t.denied]
    acts = with_referred(document, asserted, group_mentions(asserted))
    told = Told(
        tellings=tuple(tellings),
        happened=tuple(happened),
        acts=acts,
        accused=accused_of_force(document, tellings),
    )
    kept, denials = with_denials(reading, told, stances)
    words_of_claim = stances.of("claim", "credit") | stances.of("claim", "acts")
    claims = (
        _claim(reading, token, happened, stances)
        for token in document.tokens
        if token.lemma in words_of_claim
    )
    return kept, [*denials, *(c for c in claims if c is not None)]


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
    is_beside = item_around(reading, credit)
    attacks = [
        t
        for t in told
        if is_beside(t.paragraph)
        and 0 <= credit.sentence - t.sentence <= _AFTER
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
