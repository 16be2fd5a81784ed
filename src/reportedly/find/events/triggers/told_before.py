"""A later "the strike" or "the blockade" that names an attack or a roadblock told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.words import words
from reportedly.parse import Document

_WALKOUT = "protest.strike-noun"
_CLOSURE = "coerce.restrict-noun"
_FROM_AFAR = words("aerial drone heavy-weapons")
_POINTING = words("the this that these those both")


def nouns_told_before(document: Document, triggers: Sequence[Trigger]) -> tuple[Trigger, ...]:
    """The triggers, each bare "the strike" or "the blockade" read as what was told before.

    "Jets bombed a camp near Coro. *The strikes* hit a depot too": no walkout. "Farmers blocked
    the road. Four were hurt since *the blockade* began": no closure by the army. A strike of
    workers that was told before keeps its name, and so does one whose strike it is.

    Args:
        document: the parsed article.
        triggers: its triggers in order of the text.
    """
    attack: Trigger | None = None
    roadblock: Trigger | None = None
    found: list[Trigger] = []
    for trigger in triggers:
        told = trigger
        if trigger.rule == _WALKOUT:
            if attack is not None and _is_bare(document, trigger, "strike"):
                told = _as(trigger, attack)
            else:
                attack = None
        elif trigger.rule == _CLOSURE and roadblock is not None:
            told = _as(trigger, roadblock) if _is_bare(document, trigger, "blockade") else trigger
        elif trigger.type == "PROTEST" and trigger.mode == "strike":
            attack = None
        elif trigger.type == "PROTEST" and trigger.mode == "obstruct":
            roadblock = trigger
        elif trigger.type == "ASSAULT" and trigger.mode in _FROM_AFAR:
            attack = trigger
        found.append(told)
    return tuple(found)


def _as(trigger: Trigger, before: Trigger) -> Trigger:
    """A noun as the kind of act that a word before it told."""
    return replace(trigger, rule=before.rule, type=before.type, mode=before.mode, act=before.act)


def _is_bare(document: Document, trigger: Trigger, lemma: str) -> bool:
    """Whether a noun only points: "the strike", "these two strikes"."""
    noun = document.tokens[trigger.token]
    beside = document.children(noun.index)
    points = any(t.dep == "det" and t.text.casefold() in _POINTING for t in beside)
    owned = any(t.dep in {"poss", "compound", "prep"} for t in beside)
    return trigger.nominal and noun.lemma == lemma and points and not owned
