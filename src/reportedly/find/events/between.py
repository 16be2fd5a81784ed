"""The type of what one given actor does to another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.find.events.finder import find_reports
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


def type_between(
    reading: Reading, source: Span, target: Span, lexicon: EventLexicon
) -> EventType | None:
    """The type of the act that ties a given source to a given target; None where none is told.

    Args:
        reading: what was found in the text before events.
        source: characters [start, end) of who acts.
        target: characters [start, end) of who is acted upon.
        lexicon: rules that say which words tell which act.

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


def path_between(document: Document, one: Token, other: Token) -> frozenset[int]:
    """The words on the way from one word to another through the syntax, both included."""
    up = [one.index, *(t.index for t in document.ancestors(one.index))]
    down = [other.index, *(t.index for t in document.ancestors(other.index))]
    shared = next((i for i in up if i in down), None)
    if shared is None:
        return frozenset()
    return frozenset((*up[: up.index(shared) + 1], *down[: down.index(shared)]))


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
