"""The type of what one given actor does to another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from reportedly.find.events.classifier import EventClassifier, TypeGuess
from reportedly.find.events.clauses import path_between
from reportedly.find.events.finder import find_reports
from reportedly.find.events.labels import NO_TYPE
from reportedly.find.events.triggers.lexicon import EventLexicon
from reportedly.find.events.triggers.matching import find_triggers
from reportedly.find.events.triggers.slots import objects, subjects
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.parse.document import Token
from reportedly.records import EventType, Report

Span = tuple[int, int]

_ACTS = 4.0  # the source is the trigger's subject
_SUFFERS = 3.0  # the target is its object
_ON_PATH = 2.0  # the trigger stands on the syntactic path between the two
_REPORTED = 1.0  # the product makes a report of it
_NOTHING = 0.7  # share of "no relation" from which a given pair gets no type


def type_between(
    reading: Reading,
    source: Span,
    target: Span,
    lexicon: EventLexicon,
    classifier: EventClassifier | None = None,
) -> EventType | None:
    """The type of the act that ties a given source to a given target; None where none is told.

    The classifier, which reads the rules' types among its features, decides where it can read
    the pair; the rules do where it cannot or is not given.

    Args:
        reading: what was found in the text before events.
        source: characters [start, end) of who acts.
        target: characters [start, end) of who is acted upon.
        lexicon: rules that say which words tell which act.
        classifier: the trained classifier; None asks the rules alone.

    Raises:
        ValueError: if a span lies outside the text.
    """
    guess = (
        None if classifier is None else guess_between(reading, source, target, lexicon, classifier)
    )
    if guess is None:
        return type_by_rules(reading, source, target, lexicon)
    if guess.type is None and guess.confidence >= _NOTHING:
        return None
    return cast(EventType, next(name for name in guess.types if name != NO_TYPE))


def guess_between(
    reading: Reading,
    source: Span,
    target: Span,
    lexicon: EventLexicon,
    classifier: EventClassifier,
) -> TypeGuess | None:
    """What the classifier makes of a given pair, finer shades of types included.

    Raises:
        ValueError: if a span lies outside the text.
    """
    document = reading.document
    for start, end in (source, target):
        document.evidence(start, end)
    return classifier.close_guess(document, source, target, find_triggers(document, lexicon))


def type_by_rules(
    reading: Reading, source: Span, target: Span, lexicon: EventLexicon
) -> EventType | None:
    """The type of the act between two by the rules alone: roles, syntax, and what is reported.

    Raises:
        ValueError: if a span lies outside the text.
    """
    document = reading.document
    for start, end in (source, target):
        document.evidence(start, end)
    heads = (document.root_of(*source), document.root_of(*target))
    if not document.has_syntax or heads[0] is None or heads[1] is None:
        return None
    reports = find_reports(reading, lexicon)
    path = path_between(document, heads[0], heads[1])
    best: tuple[float, int, EventType] | None = None
    for trigger in find_triggers(document, lexicon):
        if trigger.type is None or trigger.token not in _near(document, heads):
            continue
        report = _report_of(document, trigger, reports)
        score = _score(document, trigger, (source, target), path)
        score += _REPORTED * (score > 0 and report is not None)
        kind = report.type if report is not None and report.type is not None else trigger.type
        found = (score, -trigger.token, kind)
        if score > 0 and (best is None or found[:2] > best[:2]):
            best = found
    return best[2] if best is not None else None


def _near(document: Document, heads: Iterable[Token | None]) -> range:
    """The tokens of the sentences of the two."""
    sentences = [document.sentences[t.sentence] for t in heads if t is not None]
    return range(min(s.first for s in sentences), max(s.last for s in sentences))


def _score(
    document: Document, trigger: Trigger, pair: tuple[Span, Span], path: frozenset[int]
) -> float:
    """How closely a trigger ties the two: by its roles, and by standing between them."""
    source, target = pair
    score = 0.0
    if _inside(subjects(document, trigger.token), source):
        score += _ACTS
    if _inside(objects(document, trigger.token), target):
        score += _SUFFERS
    if path & {trigger.token, *range(trigger.first, trigger.last)}:
        score += _ON_PATH
    return score


def _inside(words: Sequence[Token], span: Span) -> bool:
    return any(span[0] <= word.start < span[1] for word in words)


def _report_of(document: Document, trigger: Trigger, reports: Sequence[Report]) -> Report | None:
    token = document.tokens[trigger.token]
    for report in reports:
        if any(e.start <= token.start < e.end for e in report.mentions or (report.trigger,)):
            return report
    return None
