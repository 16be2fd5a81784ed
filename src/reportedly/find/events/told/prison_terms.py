"""A sentence to prison tells two acts: the verdict and the imprisonment (PLOVER codebook, 14).

"A court jailed the editor for five years" is a conviction (SANCTION) and, since the convicted
goes to prison, an arrest (COERCE). A suspended term, a sentence of death and a verdict against
somebody who is absent put nobody behind bars.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.find.events.triggers.slots import after_preposition, objects
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.words import words
from reportedly.parse import Document, Token

RULE = "prison-terms"  # made by: an imprisonment that a sentence tells
_JAILING = words("jail imprison")
_SENTENCING = words("sentence hand give get receive send condemn draw")
_PRISON = words("jail prison imprisonment bars penitentiary penal incarceration")
_TERMS = words("year month decade life day week")
_NOBODY_JAILED = words("suspended absentia death hanging gallows probation parole community")


def with_prison_terms(document: Document, triggers: Sequence[Trigger]) -> list[Trigger]:
    """The triggers and, behind each verdict that sends somebody to prison, the imprisonment."""
    found: list[Trigger] = []
    for trigger in triggers:
        found.append(trigger)
        if _sends_to_prison(document, trigger):
            found.append(
                replace(trigger, rule=RULE, type="COERCE", mode="arrest", act="imprisonment")
            )
    return found


def _sends_to_prison(document: Document, trigger: Trigger) -> bool:
    if trigger.type != "SANCTION" or trigger.mode != "convict":
        return False
    verb = document.tokens[trigger.token]
    if trigger.nominal and verb.dep != "ROOT":  # "Jail term for blogger" is a line of its own
        return False
    clause = {t.text.casefold() for t in document.subtree(verb.index)}
    clause |= {t.text.casefold() for t in document.tokens[trigger.first : trigger.last]}
    if clause & _NOBODY_JAILED:
        return False
    if trigger.nominal:
        return bool(clause & (_PRISON | {"life"}))
    return verb.lemma in _JAILING or (
        verb.lemma in _SENTENCING and (bool(clause & _PRISON) or _has_term(document, verb))
    )


def _has_term(document: Document, verb: Token) -> bool:
    """'Sentenced *to six years*', 'handed *sentences from two to eight years*'."""
    terms = (
        *objects(document, verb.index),
        *after_preposition(document, verb.index, "to"),
        *after_preposition(document, verb.index, "from"),
    )
    return any(_is_term(document, t) for t in terms)


def _is_term(document: Document, noun: Token) -> bool:
    """'Six years', 'a six-year sentence', 'terms of up to 66 years'."""
    if noun.lemma in _TERMS:
        return True
    inside = document.subtree(noun.index) if noun.lemma in {"term", "sentence"} else ()
    return any(t.lemma in _TERMS for t in inside)
