"""Denials that point back at an act told elsewhere in the article: "Its men had not fired"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.find.events.acts.act import Act
from reportedly.find.events.acts.agreement import modes_agree, same_family
from reportedly.find.events.acts.back_reference import point_back
from reportedly.find.events.acts.standing import stands
from reportedly.find.events.clauses import clause_of
from reportedly.find.events.denials.accused import speaks_for
from reportedly.find.events.denials.answered import Answer, answered
from reportedly.find.events.denials.contents import denial_over
from reportedly.find.events.denials.pleas import Plea, plea_of
from reportedly.find.events.denials.rebuttals import Rebuttal, rebuttal_of
from reportedly.find.events.reality.state import SPEECH_TYPES
from reportedly.find.events.told.attribution import deny, is_speaker, speaker_as_actor, speaker_of
from reportedly.find.events.told.roles import Roles, same_actor
from reportedly.find.events.told.stances import StanceWords
from reportedly.find.events.told.telling import Telling
from reportedly.find.events.triggers.slots import subjects
from reportedly.find.reading import Reading, chain_at
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import ActorMention, Attribution, EventType, Link

_GOVERNMENT = "GOV"
_NEAR = 2  # sentences between an act and "denied it"
_DONE: frozenset[EventType | None] = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", None})

_US = frozenset({"our", "we", "us", "its", "his", "her"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What an article tells, before its denials are read."""

    tellings: tuple[Telling, ...]  # all of them
    happened: tuple[Telling, ...]  # those of acts that somebody asserts
    acts: tuple[Act, ...]  # what these make
    accused: tuple[ActorMention, ...]  # who is blamed for an act of force


@dataclass(frozen=True, slots=True, kw_only=True)
class _Denied:
    """A denial that points back, and the verb of its clause."""

    telling: Telling
    verb: Token


def with_denials(
    reading: Reading, told: Told, stances: StanceWords
) -> tuple[list[Telling], list[Telling]]:
    """The tellings that stay, and the denials whose sentence does not tell its act again.

    "Denied it" answers the act of force told right before, if somebody else asserts it or if it
    names the denier as actor. Who denies a part of his own ("its men had not taken part") or a
    deed ("no civilian was hit") answers the last such act that can be meant. A speaker who goes
    on denying in the next sentence adds nothing.
    """
    document = reading.document
    denying = {
        t.sentence: t.chain[-1].name
        for t in told.tellings
        if t.denied and t.trigger.type not in SPEECH_TYPES
    }
    found: list[_Denied] = []
    for token in document.tokens:
        if token.sentence in denying:
            continue
        denial = _denial_by(reading, token, told, stances)
        if denial is None:
            continue
        denier = denial.chain[-1].name
        if denying.get(token.sentence - 1) != denier:
            found.append(_Denied(telling=denial, verb=token))
        denying[token.sentence] = denier
    return _in_one_form(reading, told, found, stances)


def _denial_by(reading: Reading, verb: Token, told: Told, stances: StanceWords) -> Telling | None:
    plea = plea_of(reading.document, verb, stances)
    if plea is not None:
        return _plea(reading, plea, told)
    rebuttal = rebuttal_of(reading.document, verb, stances)
    return None if rebuttal is None else _rebuttal(reading, rebuttal, told)


def is_negated_deed(document: Document, telling: Telling, stances: StanceWords) -> bool:
    """Whether the clause of a telling says that it was not done: "no civilian was fired upon"."""
    if telling.denied or telling.trigger.type in SPEECH_TYPES:
        return False
    plea = plea_of(document, document.tokens[clause_of(document, telling.trigger.token)], stances)
    return plea is not None and plea.kind != "part" and plea.denied_by is None


def _in_one_form(
    reading: Reading, told: Told, found: Sequence[_Denied], stances: StanceWords
) -> tuple[list[Telling], list[Telling]]:
    """Leave one telling for each denial.

    A clause by which somebody says what others have not done ("officers had not fired at the
    crowd") tells its act itself, negated; where the same act is denied in other words, both are
    denials.
    """
    document = reading.document
    own = {d.verb.index: _told_by(document, told, d) for d in found}
    pointing = []
    gone: set[int] = set()
    for denial in found:
        telling = own[denial.verb.index]
        alone = all(
            own[d.verb.index] is not None
            for d in found
            if d.telling.answers == denial.telling.answers
        )
        own_side = _is_of_us(document, denial.verb)
        if telling is not None and alone and not own_side and not _is_denied(told, telling):
            continue
        pointing.append(denial.telling)
        gone.add(denial.verb.index)
    refusals = _verbs_of_denial(document, told, stances)
    kept = [
        _with_doers(reading, told, t)
        for t in told.tellings
        if not _is_replaced(document, t, gone)
        and not (t.trigger.type == "REJECT" and t.trigger.token in refusals)
        and not (t.reality.polarity == "positive" and is_negated_deed(document, t, stances))
    ]
    return kept, pointing


def _verbs_of_denial(document: Document, told: Told, stances: StanceWords) -> set[int]:
    """The verbs of "rejected reports that …", which turn nothing down but the act as untrue."""
    denials = (
        denial_over(document, document.tokens[t.trigger.token], stances)
        for t in told.tellings
        if t.denied and t.trigger.type not in SPEECH_TYPES
    )
    return {d.verb.index for d in denials if d is not None and d.verb is not None}


def _with_doers(reading: Reading, told: Told, denied: Telling) -> Telling:
    """A denial that names nobody with the doers of the act that it answers."""
    force = same_family(denied.trigger.type, "ASSAULT")
    denier = speaker_of(denied.chain)
    if not (denied.denied and force) or denied.roles.actors or denied.own_part or denier is None:
        return denied
    plea = Plea(verb=reading.document.tokens[denied.trigger.token], kind="deed")
    answer = answered(reading, told.acts, told.accused, plea, denier)
    if answer is None or not answer.doers:
        return denied
    return replace(denied, roles=replace(denied.roles, actors=answer.doers))


def _told_by(document: Document, told: Told, denial: _Denied) -> Telling | None:
    """The negated telling of a denial's clause that can stand alone."""
    for telling in told.tellings:
        negated = telling.reality.polarity == "negated" and not telling.trigger.nominal
        here = clause_of(document, telling.trigger.token) == denial.verb.index
        same = same_family(telling.trigger.type, denial.telling.trigger.type)
        himself = any(is_speaker(m, denial.telling.chain[-1]) for m in telling.roles.actors)
        if here and negated and same and stands(telling) and not himself:
            return telling
    return None


def _is_of_us(document: Document, verb: Token) -> bool:
    """Whether a clause names who acts as the speaker's own: "by our troops", "*its* men fired"."""
    doers = subjects(document, verb.index)
    near = (t for doer in doers for t in (doer, *document.children(doer.index)))
    return any(t.text.casefold() in _US for t in near)


def _is_denied(told: Told, telling: Telling) -> bool:
    """Whether a verb of denial denies the same kind of act elsewhere in the article."""
    return any(
        t.denied
        and same_family(t.trigger.type, telling.trigger.type)
        and modes_agree(t.trigger.mode, telling.trigger.mode)
        for t in told.tellings
    )


def _is_replaced(document: Document, telling: Telling, clauses: set[int]) -> bool:
    """Whether the clause of a telling only denies an act, or its verb only says so."""
    at = document.tokens[telling.trigger.token]
    if telling.trigger.type in SPEECH_TYPES:
        below = {t.index for t in document.children(at.index)}
        accusation = telling.denied and clause_of(document, at.index) in clauses
        return accusation or at.index in clauses or bool(below & clauses)
    return clause_of(document, at.index) in clauses


# --- one denial -------------------------------------------------------------------------------


def _plea(reading: Reading, plea: Plea, told: Told) -> Telling | None:
    """The denial that a plea makes of an act told in the article."""
    verb = plea.verb
    chain = chain_at(reading.document.article, reading.scopes, verb.start, verb.end)
    said = deny(reading, chain, plea.denied_by)
    denier = None if said is None else speaker_of(said)
    if said is None or denier is None:
        return None
    answer = answered(reading, told.acts, told.accused, plea, denier)
    if answer is None or (plea.kind == "part" and _answers_nobody(reading, plea, answer, told)):
        return None
    return _pointed(reading, answer, verb, said)


def _answers_nobody(reading: Reading, plea: Plea, answer: Answer, told: Told) -> bool:
    """Whether a part is denied only in quotation marks, and nobody has blamed that side for it."""
    verb = plea.verb
    quoted = any(
        s.kind in {"direct", "mixed"} and s.evidence.start <= verb.start < s.evidence.end
        for s in reading.scopes
    )
    if not quoted:
        return False
    doers = [m for t in answer.act.tellings for m in t.roles.actors]
    return not any(same_actor(m, d) for m in (*told.accused, *doers) for d in answer.doers)


def _rebuttal(reading: Reading, rebuttal: Rebuttal, told: Told) -> Telling | None:
    document, verb = reading.document, rebuttal.verb
    chain = chain_at(document.article, reading.scopes, verb.start, verb.end)
    # parsers and scopes count what stands aside among the words of who is denied
    said = deny(reading, chain[:1] if rebuttal.aside else chain, rebuttal.speaker)
    denier = None if said is None else speaker_of(said)
    if said is None or denier is None:
        return None
    if rebuttal.own_part or _is_accused(reading, told, denier):
        plea = Plea(verb=verb, kind="part")
        answer = answered(reading, told.acts, told.accused, plea, denier)
        apart = answer is not None and _is_beside(document, answer.act.lead)
        if apart and not rebuttal.own_part:
            return None
        if answer is not None or rebuttal.own_part:
            return None if answer is None else _pointed(reading, answer, verb, said)
    paragraph = document.sentences[verb.sentence].paragraph
    near = [
        t
        for t in told.happened
        if verb.sentence - t.sentence in ((0,) if rebuttal.aside else range(1, _NEAR + 1))
        and t.span.start < verb.start
        and paragraph - t.paragraph <= 1
        and t.trigger.type in _DONE
        and not t.denied
        and _concerns(t, said)
    ]
    if not near or _answers_charge(reading, told, verb, denier, _what_was_said(near)):
        return None
    act = _what_was_said(near)
    pointed = point_back(reading, act, verb, act.roles)
    return replace(pointed, chain=said, denied=True, quote="indirect")


def _what_was_said(near: Sequence[Telling]) -> Telling:
    """The act told last, but no noun that only sets it: "beat two women *during the arrests*"."""
    here = [t for t in near if t.sentence == near[-1].sentence]
    return next((t for t in reversed(here) if not t.trigger.nominal), near[-1])


def _answers_charge(reading: Reading, told: Told, verb: Token, denier: Link, act: Telling) -> bool:
    """'… accuses Dorna of hiding maps. Dorna denies this': of no deed that is told before.

    A state also answers for its guards, and a minister for "the government". What a clause tells
    beside a charge is not the charge: "… over the vote, in which 40 were killed. He denies it".
    """
    own = speaker_as_actor(reading, denier).actor
    beside = _is_beside(reading.document, act)
    return any(
        t.trigger.type == "ACCUSE"
        and not t.denied
        and (act.sentence < t.sentence or (beside and act.sentence == t.sentence))
        and t.sentence <= verb.sentence
        and t.span.start < verb.start
        and any(
            is_speaker(m, denier)
            or (own.country is not None and m.actor.country == own.country)
            or (_GOVERNMENT in own.sectors and _GOVERNMENT in m.actor.sectors)
            for m in t.roles.recipients
        )
        for t in told.tellings
    )


def _is_beside(document: Document, act: Telling) -> bool:
    """Whether a clause about something else tells an act: "the vote, *in which 40 were killed*"."""
    return document.tokens[act.trigger.token].dep == "relcl" and not act.roles.actors


def _is_accused(reading: Reading, told: Told, denier: Link) -> bool:
    """Whether a denier is, or speaks for, who is blamed."""
    speaker = speaker_as_actor(reading, denier)
    return any(speaks_for(speaker, m) for m in told.accused)


def _concerns(act: Telling, denial: Attribution) -> bool:
    """Whether somebody else asserts an act, or it names the denier as actor."""
    denier, speaker = denial[-1], speaker_of(act.chain)
    if any(is_speaker(m, denier) for m in act.roles.actors):
        return True
    return speaker is not None and speaker.name != denier.name


def _pointed(reading: Reading, answer: Answer, word: Token, said: Attribution) -> Telling:
    act = answer.act
    hit = next((t.roles.recipients for t in act.tellings if t.roles.recipients), ())
    pointed = point_back(reading, act.lead, word, Roles(actors=answer.doers, recipients=hit))
    return replace(
        pointed,
        chain=said,
        denied=True,
        quote="indirect",
        answers=act.tellings[0].trigger.token,
    )
