"""What reviewers made of our reports: labels, what they differ in, what was decided, what it took.

Labels: `accept`, `reject`, or `correct FIELD: VALUE`; the last of a reviewer stands. A decision is
a judgement with the reason `decided` (an adjudicator's): it counts for no agreement and wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from reportedly.corpus.merge.corrections import corrected
from reportedly.export.codes import modes_of
from reportedly.records import Evidence, Found, Judgement, Report
from reportedly.store import Collection
from reportedly.store.judgements import DECIDED, is_decision

CODINGS = frozenset({"accept", "reject", "correct"})
NO_TYPE = "NONE"
_SECONDS = re.compile(r"seconds (\d+(?:\.\d+)?)")
_REALIS = frozenset({"planned", "hypothetical", "attempted"})  # that labelled sentences know


def labels_of(collection: Collection) -> dict[str, dict[str, str]]:
    """Reviewer → report id → the label that stands, decisions left out."""
    labels: dict[str, dict[str, str]] = {}
    for judgement in _codings(collection):
        if not is_decision(judgement):
            labels.setdefault(judgement.by, {})[judgement.subject] = label_of(judgement)
    return labels


def label_of(judgement: Judgement) -> str:
    """A judgement as one label."""
    if judgement.kind == "correct":
        return f"correct {judgement.field}: {judgement.value}"
    return judgement.kind


def decided(collection: Collection) -> set[str]:
    """Reports whose label an adjudicator decided."""
    return {judgement.subject for judgement in _codings(collection) if is_decision(judgement)}


def disputed(labels: Mapping[str, Mapping[str, str]], settled: Iterable[str] = ()) -> set[str]:
    """Reports to which reviewers gave different labels, and which nobody decided."""
    given: dict[str, set[str]] = {}
    for codings in labels.values():
        for report_id, label in codings.items():
            given.setdefault(report_id, set()).add(label)
    return {report_id for report_id, found in given.items() if len(found) > 1} - set(settled)


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """Seconds a record: reviewing ours, and coding into an empty form (the audit desk)."""

    reviewed: int
    review_seconds: float | None  # median
    coded: int
    coding_seconds: float | None


def times_of(collection: Collection) -> Times:
    """What the desk measured, over all reviewers and coders."""
    reviewed = [
        float(match[1])
        for judgement in _codings(collection)
        for reason in judgement.reasons
        if (match := _SECONDS.fullmatch(reason))
    ]
    newest = collection.audits.latest() or 0
    coded = [
        coding.seconds
        for number in range(1, newest + 1)
        for _, coding in collection.audits.codings(number)
        if coding.kind == "report" and coding.seconds is not None
    ]
    return Times(
        reviewed=len(reviewed),
        review_seconds=round(median(reviewed), 1) if reviewed else None,
        coded=len(coded),
        coding_seconds=round(median(coded), 1) if coded else None,
    )


def _codings(collection: Collection) -> Iterator[Judgement]:
    for one in collection.attached_judgements():
        judgement = one.judgement
        if judgement.by != "machine" and not one.undone and judgement.kind in CODINGS:
            yield judgement


# --- sentences for training and evaluation -------------------------------------------------


def reviewed_sentences(collection: Collection) -> Iterator[dict[str, Any]]:
    """Reviewed reports as labelled sentences, the format of training/sentences.

    Accepted and corrected ones carry the type that stands, rejected ones NONE. Reports that
    reviewers differ in and nobody decided are left out, and so are those whose passage names
    neither actor nor recipient. They hold names as the articles have them: not for publishing.
    """
    labels = labels_of(collection)
    open_ = disputed(labels, decided(collection))
    standing: dict[str, list[Judgement]] = {}
    for one in collection.attached_judgements():
        judgement = one.judgement
        stands = one.how != "orphaned" and not one.undone and not one.overruled
        if stands and judgement.by != "machine" and judgement.kind in CODINGS:
            standing.setdefault(judgement.subject, []).append(judgement)
    for report_id in sorted(set(standing) - open_):
        found = collection.report(report_id)
        if found is not None:
            row = _sentence(found[1], standing[report_id])
            if row is not None:
                yield row


def _sentence(report: Report, judgements: Sequence[Judgement]) -> dict[str, Any] | None:
    told = corrected([report], judgements)
    passage = report.evidence
    source, target = _inside(passage, report.actors), _inside(passage, report.recipients)
    if source is not None and target is not None and _meet(source, target):
        target = None
    spans = sorted({span for span in (source, target) if span is not None})
    label: dict[str, Any] = {
        name: spans.index(span) + 1
        for name, span in (("source", source), ("target", target))
        if span is not None
    }
    if not label or (told and told[0].type is None):
        return None
    label |= _said(told[0]) if told else {"type": NO_TYPE}
    return {
        "id": f"reviewed-{report.report_id[:16]}",
        "text": _bracketed(passage.quote, spans),
        "labels": [label],
        "note": "decided" if any(map(is_decision, judgements)) else "reviewed",
    }


def _said(report: Report) -> dict[str, Any]:
    label: dict[str, Any] = {"type": report.type}
    if report.mode in modes_of(report.type or ""):
        label["mode"] = report.mode
    if report.realis in _REALIS:
        label["realis"] = report.realis
    if report.polarity == "negated":
        label["polarity"] = "negated"
    return label


def _inside(passage: Evidence, found: Sequence[Found[Any]]) -> tuple[int, int] | None:
    """Where the first of these is named in a passage, counted in the passage."""
    for one in found:
        evidence = one.evidence
        if passage.start <= evidence.start < evidence.end <= passage.end:
            return evidence.start - passage.start, evidence.end - passage.start
    return None


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _bracketed(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with its phrases in brackets; brackets of its own become round ones."""
    plain = text.replace("[", "(").replace("]", ")")
    parts, at = [], 0
    for start, end in spans:
        parts += [plain[at:start], "[", plain[start:end], "]"]
        at = end
    return " ".join("".join([*parts, plain[at:]]).split())


__all__ = [
    "DECIDED",
    "Times",
    "decided",
    "disputed",
    "label_of",
    "labels_of",
    "reviewed_sentences",
    "times_of",
]
