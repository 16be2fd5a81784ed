"""What is known of the reality of an act while the grammar around its word is read."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportedly.find.events.reality.rules import RealityRule, RealityRules
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.parse import Document
from reportedly.records import EventType, Polarity, Realis

# Acts of speech stand in the present tense in news ("the union demands"): no habit by that.
SPEECH_TYPES: frozenset[EventType] = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"}
)

OCCASION = "actual: occasion"  # reason of what people protest against: it happened before


@dataclass(frozen=True, slots=True, kw_only=True)
class Reality:
    """What the words around a trigger say of the reality of its act."""

    realis: Realis = "actual"
    polarity: Polarity = "positive"
    no_act: bool = False  # a habit, a demand, a purpose, a definition: nothing to code
    dating: bool = False  # the noun only says when something else was
    conditioned: bool = False  # an if-clause stands over it
    reason: str = "told"


@dataclass(frozen=True, slots=True)
class Ground:
    """What every step of the reading needs: the text, the trigger and the word lists."""

    document: Document
    trigger: Trigger
    rules: RealityRules


def apply(found: Reality, rule: RealityRule) -> Reality:
    """The reality after one more rule; the first realis that was found stays."""
    if rule.effect == "no_act":
        return replace(found, no_act=True, reason=rule.id)
    if rule.effect == "dating":
        return replace(found, dating=True)
    if rule.effect == "negated":
        return replace(found, polarity="negated", reason=rule.id)
    if rule.effect == "actual":
        return replace(found, reason=f"actual: {rule.id}") if found.realis == "actual" else found
    if found.realis == "actual" or (found.realis, rule.effect) == ("planned", "attempted"):
        return replace(found, realis=rule.effect, reason=rule.id)
    return found


def settle_realis(found: Reality, realis: Realis, reason: str) -> Reality:
    """The reality with a realis that no word list gives, unless one was found before."""
    return replace(found, realis=realis, reason=reason) if found.realis == "actual" else found
