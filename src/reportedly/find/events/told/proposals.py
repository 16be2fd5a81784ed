"""What the trained classifier adds to the rules: acts that no rule knows, and a second opinion.

A verb that no rule knows and that stands between two parties ("Volda stood firm behind Dorna")
makes a trigger where the classifier is sure of an act between them; attacks and protests need
a word that a rule knows. Of an act that a rule has found, the record says whether the classifier
agrees; where it is sure of another type that no other word of the sentence tells, that type counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.find.events.classifier import EventClassifier, TypeGuess
from reportedly.find.events.clauses import clause_of, is_verb, path_between
from reportedly.find.events.pair_features import Span
from reportedly.find.events.reality.reading import SPEECH_TYPES
from reportedly.find.events.told.bearers import parties_within
from reportedly.find.events.told.roles import actor_mentions
from reportedly.find.events.told.telling import Telling
from reportedly.find.events.told.warnings import only_warns
from reportedly.find.events.triggers.lexicon import EventLexicon
from reportedly.find.events.triggers.matching import is_refused
from reportedly.find.events.triggers.slots import subjects
from reportedly.find.events.triggers.trigger import Trigger, told_by_verb
from reportedly.find.reading import Reading
from reportedly.parse.document import Token
from reportedly.records import ActorMention

CLASSIFIER = "classifier"  # stands in the records that it made or checked
_PEACEFUL = SPEECH_TYPES | {"COOPERATE", "AID", "RETREAT"}
_FORCEFUL = frozenset({"SANCTION", "COERCE", "MOBILIZE"})
_SURE = 0.5  # share of an act of words from which it is coded where no rule knows the verb
_SURE_OF_FORCE = 0.6  # the same for acts that leave more to lose
_SURER = 0.75  # from which it outweighs a rule
_NEVER = frozenset({"be", "have", "do", "include", "become", "remain", "seem", "belong"})
_NOBODY = frozenset({"CVL", "UNK"})


def proposals(
    reading: Reading,
    triggers: Sequence[Trigger],
    lexicon: EventLexicon,
    classifier: EventClassifier,
) -> tuple[Trigger, ...]:
    """Triggers for verbs between two parties whose clause no rule reads."""
    document = reading.document
    if not document.has_syntax:
        return ()
    read = {clause_of(document, t.token) for t in triggers if not t.nominal}
    known = {(document.tokens[t.token].sentence, t.type) for t in triggers}
    found: dict[int, tuple[float, Trigger]] = {}
    for verb in _verbs(reading):
        if clause_of(document, verb.index) in read:
            continue
        pair = _parties(reading, verb, triggers)
        if pair is None:
            continue
        guess = classifier.guess(reading.document, *pair, triggers)
        if guess is None or not _is_sure(guess):
            continue
        if guess.type in _PEACEFUL and is_refused(document, lexicon, verb, guess.type):
            continue  # "ministers gathered for the funeral"; rules of force forbid more loosely
        if guess.type == "THREATEN" and only_warns(document, lexicon, verb):
            continue
        if (verb.sentence, guess.type) in known:
            continue  # what it makes out is told by another word
        if guess.confidence > found.get(verb.sentence, (0.0,))[0]:
            found[verb.sentence] = (guess.confidence, told_by_verb(verb, CLASSIFIER, guess.type))
    return tuple(trigger for _, trigger in found.values())


def checked(
    reading: Reading, telling: Telling, triggers: Sequence[Trigger], classifier: EventClassifier
) -> Telling:
    """A telling whose rule says what the classifier makes of its parties."""
    trigger = telling.trigger
    actors, recipients = telling.roles.actors, telling.roles.recipients
    if trigger.rule == CLASSIFIER or trigger.type is None or not (actors and recipients):
        return telling
    pair = _spans(reading, actors[0], recipients[0])
    guess = None if pair is None else classifier.guess(reading.document, *pair, triggers)
    if pair is None or guess is None or guess.type is None:
        return telling
    if guess.type == trigger.type:
        return replace(telling, trigger=replace(trigger, rule=f"{trigger.rule}+{CLASSIFIER}"))
    sentence = telling.sentence
    others = {t.type for t in triggers if reading.document.tokens[t.token].sentence == sentence}
    words = {guess.type, trigger.type} <= SPEECH_TYPES
    if not words or guess.type in others or guess.confidence < _SURER:
        return telling
    changed = replace(
        trigger, type=guess.type, mode=None, rule=f"{CLASSIFIER} against {trigger.rule}"
    )
    return replace(telling, trigger=changed)


def _is_sure(guess: TypeGuess) -> bool:
    """Whether a guess is strong enough to make an act; attacks and protests need a rule."""
    if guess.type in _FORCEFUL:
        return guess.confidence >= _SURE_OF_FORCE
    return guess.type in _PEACEFUL and guess.confidence >= _SURE


def _verbs(reading: Reading) -> Iterator[Token]:
    for token in reading.document.tokens:
        if is_verb(token) and token.pos == "VERB" and token.lemma not in _NEVER:
            yield token


def _parties(
    reading: Reading, verb: Token, triggers: Sequence[Trigger]
) -> tuple[Span, Span] | None:
    """Where a verb's subject and who stands behind it are; None where a rule ties them."""
    sources = actor_mentions(reading, subjects(reading.document, verb.index))
    source = next((m for m in sources if _is_party(m)), None)
    if source is None:
        return None
    behind = tuple(parties_within(reading, verb, {m.head for m in sources}))
    target = next((m for m in behind if _is_party(m)), next(iter(behind), None))
    if target is None:
        return None
    between = path_between(
        reading.document,
        reading.document.tokens[source.head],
        reading.document.tokens[target.head],
    )
    if any(between.intersection(range(t.first, t.last)) for t in triggers):
        return None  # a rule reads what stands between them
    return _spans(reading, source, target)


def _spans(
    reading: Reading, source: ActorMention, target: ActorMention
) -> tuple[Span, Span] | None:
    """The characters of two mentions; None where they stand in different sentences."""
    tokens = reading.document.tokens
    if tokens[source.head].sentence != tokens[target.head].sentence:
        return None
    first, second = ((m.evidence.start, m.evidence.end) for m in (source, target))
    return first, second


def _is_party(mention: ActorMention) -> bool:
    """Whether a phrase names a body, an office, a country or a person, and not just people."""
    actor = mention.actor
    return (
        actor.kind == "country"
        or bool(set(actor.sectors) - _NOBODY)
        or (actor.kind in {"organisation", "person", "office"})
    )
