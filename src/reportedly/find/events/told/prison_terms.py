"""A sentence to prison tells two acts: the verdict and the imprisonment (PLOVER codebook, 14).

"A court jailed the editor for five years" is a conviction (SANCTION) and, since the convicted
goes to prison, an arrest (COERCE). A suspended term, a sentence of death and a verdict against
somebody who is absent put nobody behind bars.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.find.events.triggers.slots import after_preposition
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.words import words
from reportedly.parse import Document

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
    if trigger.type != "SANCTION" or trigger.mode != "convict" or trigger.nominal:
        return False
    verb = document.tokens[trigger.token]
    clause = {t.text.casefold() for t in document.subtree(verb.index)}
    clause |= {t.text.casefold() for t in document.tokens[trigger.first : trigger.last]}
    if clause & _NOBODY_JAILED:
        return False
    if verb.lemma in _JAILING:
        return True
    if verb.lemma not in _SENTENCING:
        return False
    terms = after_preposition(document, verb.index, "to")
    return bool(clause & _PRISON) or any(t.lemma in _TERMS for t in terms)
