"""Whether a told act happened: actual, planned, attempted, hypothetical, negated, or no act."""

from __future__ import annotations

from dataclasses import replace

from reportedly.find.events.clauses import act_noun, is_verb
from reportedly.find.events.reality.nouns import is_done_by_saying, noun_itself, noun_step, undoes
from reportedly.find.events.reality.rules import RealityRules
from reportedly.find.events.reality.state import (
    OCCASION,
    SPEECH_TYPES,
    Ground,
    Reality,
    apply,
    settle_realis,
)
from reportedly.find.events.reality.verbs import (
    is_set_for_a_day,
    phrasal,
    predicate,
    verb_step,
)
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.parse import Document
from reportedly.parse.document import Token

__all__ = ["OCCASION", "SPEECH_TYPES", "Reality", "read_reality"]


def read_reality(document: Document, trigger: Trigger, rules: RealityRules) -> Reality:
    """Read the grammar around a trigger, from the word itself up to the root of its sentence.

    Args:
        document: the parsed article.
        trigger: the word that tells the act.
        rules: the word lists of `reality.toml`.

    Without syntax every trigger counts as told.
    """
    if not document.has_syntax:
        return Reality()
    ground = Ground(document, trigger, rules)
    token = document.tokens[trigger.token]
    words = document.sentence_tokens(document.sentences[token.sentence])
    if any(t.text == "?" for t in words[-3:]):
        return Reality(no_act=True, realis="hypothetical", reason="question")
    noun = act_noun(document, trigger)
    found = Reality() if noun is None else noun_itself(ground, noun, Reality())
    if not trigger.nominal:
        if noun is not None:  # a light verb: "announced a march"
            rule = rules.find("verb", phrasal(document, token))
            planned = rule is not None and rule.effect == "planned"
            if rule is not None and planned and not is_done_by_saying(ground, token):
                found = apply(found, rule)
            if trigger.type == "PROTEST" and is_set_for_a_day(document, token):
                found = settle_realis(found, "planned", "set for a day")
            if trigger.type == "RETREAT" and undoes(ground, token):
                return Reality(no_act=True, reason="undone")
        found = predicate(ground, token, token, found)
    found = _climb(ground, token, found)
    return settle_realis(found, "attempted", "stopped") if trigger.stopped else found


def _climb(ground: Ground, token: Token, found: Reality) -> Reality:
    """Follow governors until one of them settles the matter."""
    at = token
    while not (found.no_act or found.reason.startswith("actual")) and at.head != at.index:
        parent = ground.document.head(at)
        if at.dep == "compound" and at.index == token.index:
            return replace(found, no_act=True, reason="part of another noun")
        step = verb_step if is_verb(at) else noun_step
        found, goes_on = step(ground, at, parent, found)
        if not goes_on:
            break
        at = parent
    return found
