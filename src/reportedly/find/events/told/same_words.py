"""Triggers of one clause that only together tell one act: "two guards died in the blast"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from reportedly.find.events.reality.rules import RealityRules
from reportedly.find.events.triggers.slots import after_preposition, subjects
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.words import words
from reportedly.parse import Document
from reportedly.parse.document import Token

_HURTING = words("injure wound hurt bruise")
_ANSWERS = words("retaliation retaliate revenge vengeance reprisal response retribution")
_GROUNDS = frozenset({"for", "to"})
_PHRASE = frozenset({"ADP", "NOUN", "PROPN"})
_CAUSES = ("in", "by", "during", "from")
_DESCRIBING = frozenset({"compound", "nmod", "amod", "poss"})


def one_for_each(
    document: Document, triggers: Sequence[Trigger], rules: RealityRules
) -> list[Trigger]:
    """Leave one trigger for each act that a clause tells by a verb and a noun.

    A death in an attack is of the attack's type, and so is who was hurt by tear gas. A noun that
    is subject of a verb of its own family ("the bomb that killed 20") gives way to the verb.
    """
    nouns = {t.token: t for t in triggers if t.nominal}
    verbs = {t.token: t for t in triggers if not t.nominal}
    gone: set[int] = set()
    found: list[Trigger] = []
    for trigger in triggers:
        if trigger.nominal or not document.has_syntax:
            continue
        told = verbs[trigger.token] = _as_result(document, trigger, verbs)
        for cause in _in_cause(document, trigger, nouns):
            if trigger.type is None and cause.type == "ASSAULT":
                told = replace(
                    trigger, type=cause.type, mode=cause.mode, act=cause.act, rule=cause.rule
                )
                gone.add(cause.token)
            elif _names_it(document, trigger, cause, rules):
                gone.add(cause.token)
                told = _sharper(told, cause)
        told = _as_in_which(document, told, nouns)
        for subject in subjects(document, trigger.token):
            noun = nouns.get(subject.index)
            apart = is_answered(document, subject) or _is_aim(document, trigger, subject)
            if noun is not None and noun.type == told.type and not apart:
                gone.add(noun.token)
                told = _sharper(told, noun)
        found.append(told)
    kept = [t for t in triggers if t.nominal and t.token not in gone] if document.has_syntax else []
    whole = (*found, *kept) if document.has_syntax else tuple(triggers)
    return sorted(whole, key=lambda t: (t.token, t.rule))


def _names_it(document: Document, verb: Trigger, noun: Trigger, rules: RealityRules) -> bool:
    """'Gunmen *wounded* a guard in *an attack* blamed on the Front': the noun only names it.

    The harm in "a *thwarted* attack" is another act than that one.
    """
    act = document.tokens[noun.token]
    before = {t.text.casefold() for t in document.children(act.index)}
    called = (rules.find("modifier", word) for word in before)
    failed = any(rule is not None and rule.effect == "attempted" for rule in called)
    new = bool(before & {"a", "an"}) and not failed
    within = document.head(act).text.casefold() in {"in", "during"}
    if verb.type != noun.type or not (new and within):
        return False
    if verb.type == "COERCE":  # "arrested in a sweep", but not "in a raid on a newspaper"
        return verb.mode == "arrest" and noun.mode is None
    alike = noun.mode in {None, verb.mode} or verb.mode is None
    return verb.type == "ASSAULT" and alike and not _has_doer(document, act)


def _has_doer(document: Document, act: Token) -> bool:
    """'Killed in a *Front* ambush', 'an attack *launched by* rebels': the noun alone says whose."""
    below = document.children(act.index)
    named = any(t.dep in _DESCRIBING and t.pos in {"NOUN", "PROPN"} for t in below)
    return named or any(document.child(t.index, "agent") is not None for t in below)


def _sharper(verb: Trigger, noun: Trigger) -> Trigger:
    """'Claimed a *suicide bombing* that killed nine': the noun says more exactly how."""
    longer = noun.last - noun.first > verb.last - verb.first
    if noun.mode in {None, verb.mode} or not (verb.mode is None or longer):
        return verb
    return replace(verb, mode=noun.mode, act=noun.act, rule=noun.rule)


def is_answered(document: Document, noun: Token) -> bool:
    """'Killed 14 in retaliation for *a raid*': what the act beside it answers."""
    ground = document.head(noun)
    answer = document.head(ground)
    return ground.dep == "prep" and ground.text.lower() in _GROUNDS and answer.lemma in _ANSWERS


def _is_aim(document: Document, trigger: Trigger, noun: Token) -> bool:
    """'In a strike called by unions *to protest* the bill': what those who called it want."""
    verb = document.tokens[trigger.token]
    called = document.head(verb)
    return verb.tag == "VB" and called.dep == "acl" and called.head == noun.index


def _as_result(document: Document, trigger: Trigger, verbs: dict[int, Trigger]) -> Trigger:
    """'Fired tear gas at the marchers, *wounding* three': hurt by the gas, not by a gun.

    So with "fired rockets at the town, *killing* nine"; but gas is seldom said to kill.
    """
    verb = document.tokens[trigger.token]
    above = verbs.get(verb.head)
    result = verb.tag == "VBG" and verb.dep in {"advcl", "conj"}
    if not result or above is None or above.mode is None or trigger.type != above.type:
        return trigger
    gassed = above.mode == "crowd-control"
    by_it = verb.lemma in _HURTING or (verb.lemma == "kill" and not gassed)
    if not by_it or above.type != "ASSAULT":
        return trigger
    return replace(trigger, mode=above.mode, act=above.act, rule=above.rule)


def _as_in_which(document: Document, trigger: Trigger, nouns: dict[int, Trigger]) -> Trigger:
    """'Clashes in Arvan *in which* 13 people died', 'an attack on a bus in which …': deaths of it.

    The noun stays, which has the place and who acted.
    """
    verb = document.tokens[trigger.token]
    if trigger.type is not None or verb.dep != "relcl":
        return trigger
    after = (t for word in _CAUSES for t in after_preposition(document, verb.index, word))
    if not any(t.text.lower() == "which" for t in after):
        return trigger
    head = document.head(verb)
    below = after_preposition(document, head.index, "of")  # "four days of clashes"
    above = takewhile(lambda t: t.pos in _PHRASE, document.ancestors(head.index))
    around = (head, *below, *above)  # "an attack on a bus in Arvan"
    act = next((nouns[t.index] for t in around if t.index in nouns), None)
    if act is None or act.type != "ASSAULT":
        return trigger
    return replace(trigger, type=act.type, mode=act.mode, act=act.act, rule=act.rule)


def _in_cause(document: Document, trigger: Trigger, nouns: dict[int, Trigger]) -> list[Trigger]:
    return [
        nouns[t.index]
        for word in _CAUSES
        for t in after_preposition(document, trigger.token, word)
        if t.index in nouns
    ]
