"""Why a text gave the reports that it gave: an optional record of what the finder decided.

`find_reports(…, trace=Trace())` fills it; without one nothing is written and nothing is slower.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.find.events.classifier import EventClassifier
from reportedly.find.events.confidence import Grounds
from reportedly.find.events.reality.rules import RealityRules
from reportedly.find.events.told.telling import Telling
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import EventType, Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A word that could tell an act and gave no report of its own, with the reason."""

    word: Evidence
    type: EventType | None
    rule: str
    why: str  # a step, or a step and the id of its rule: 'figure of speech: war-of-words'


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided of a telling beside its values."""

    reality: str  # id of the rule that decided ('told' where nothing spoke against it)
    cue: Evidence | None  # the word of that rule
    agreement: float | None  # the classifier's share for the type of the telling


@dataclass(slots=True)
class Trace:
    """All decisions on one text; decisions are kept by the span of the trigger."""

    left_out: list[LeftOut] = field(default_factory=list)
    decisions: dict[tuple[int, int], Decision] = field(default_factory=dict)
    grounds: dict[str, Grounds] = field(default_factory=dict)  # of the confidence, by report

    def without(
        self,
        document: Document,
        before: Sequence[Trigger],
        after: Sequence[Trigger],
        why: str,
    ) -> None:
        """Note the triggers that a step left out."""
        kept = {trigger.token for trigger in after}
        for trigger in before:
            if trigger.token not in kept:
                self.drop(document, trigger, why)

    def drop(self, document: Document, trigger: Trigger, why: str) -> None:
        """Note one trigger that is left out."""
        word = document.span(document.tokens[trigger.first : trigger.last])
        if all(found.word != word for found in self.left_out):
            left = LeftOut(word=word, type=trigger.type, rule=trigger.rule, why=why)
            self.left_out.append(left)

    def decide(
        self,
        reading: Reading,
        telling: Telling,
        triggers: Sequence[Trigger],
        rules: RealityRules,
        classifier: EventClassifier | None,
    ) -> None:
        """Note what decided the reality of a telling, and how far the classifier agrees."""
        key = (telling.span.start, telling.span.end)
        self.decisions[key] = Decision(
            reality=telling.reality.reason,
            cue=_cue(reading.document, telling, rules),
            agreement=_agreement(reading, telling, triggers, classifier),
        )


def _cue(document: Document, telling: Telling, rules: RealityRules) -> Evidence | None:
    """The word of the deciding rule that stands nearest to the trigger in its sentence."""
    reason = telling.reality.reason.removeprefix("actual: ")
    if reason == "negated.word":
        found = [t for t in _words(document, telling) if rules.find("negation", t.text.casefold())]
    else:
        known = {rule.id: rule for rule in rules.by_place.values()}
        listed = frozenset(known[reason].words) if reason in known else frozenset()
        found = [t for t in _words(document, telling) if {t.text.casefold(), t.lemma} & listed]
    at = telling.trigger.token
    nearest = min(found, key=lambda t: abs(t.index - at), default=None)
    return None if nearest is None else document.evidence(nearest.start, nearest.end)


def _words(document: Document, telling: Telling) -> tuple[Token, ...]:
    return document.sentence_tokens(document.sentences[telling.sentence])


def _agreement(
    reading: Reading,
    telling: Telling,
    triggers: Sequence[Trigger],
    classifier: EventClassifier | None,
) -> float | None:
    if classifier is None or not (telling.roles.actors and telling.roles.recipients):
        return None
    one, other = telling.roles.actors[0], telling.roles.recipients[0]
    tokens = reading.document.tokens
    if tokens[one.head].sentence != tokens[other.head].sentence:
        return None
    spans = [(m.evidence.start, m.evidence.end) for m in (one, other)]
    guess = classifier.guess(reading.document, spans[0], spans[1], triggers)
    if guess is None or guess.type != telling.trigger.type:
        return None
    return round(guess.confidence, 2)
