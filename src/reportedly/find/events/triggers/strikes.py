"""A later "the strike" in a text about attacks: the air strike told before, and no walkout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.words import words
from reportedly.parse import Document

_WALKOUT = "protest.strike-noun"
_FROM_AFAR = words("aerial drone heavy-weapons")
_POINTING = words("the this that these those both")


def strikes_told_before(document: Document, triggers: Sequence[Trigger]) -> tuple[Trigger, ...]:
    """The triggers, each bare "the strike" behind an attack from afar read as that attack.

    "Jets bombed a camp near Coro. *The strikes* hit a depot too." A strike of workers that was
    told before keeps its name, and so does one whose strike it is ("the teachers' strike").

    Args:
        document: the parsed article.
        triggers: its triggers in order of the text.
    """
    attack: Trigger | None = None
    found: list[Trigger] = []
    for trigger in triggers:
        told = trigger
        if trigger.rule == _WALKOUT:
            if attack is not None and _is_bare(document, trigger):
                told = replace(
                    trigger, rule=attack.rule, type=attack.type, mode=attack.mode, act=attack.act
                )
            else:
                attack = None
        elif trigger.type == "PROTEST" and trigger.mode == "strike":
            attack = None
        elif trigger.type == "ASSAULT" and trigger.mode in _FROM_AFAR:
            attack = trigger
        found.append(told)
    return tuple(found)


def _is_bare(document: Document, trigger: Trigger) -> bool:
    """Whether a noun only points: "the strike", "these two strikes"."""
    noun = document.tokens[trigger.token]
    beside = document.children(noun.index)
    points = any(t.dep == "det" and t.text.casefold() in _POINTING for t in beside)
    owned = any(t.dep in {"poss", "compound", "prep"} for t in beside)
    return trigger.nominal and noun.lemma == "strike" and points and not owned
