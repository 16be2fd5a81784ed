"""From comparisons to decisions: the machine's, and people's, which win over it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from reportedly.corpus.merge.compare import Comparison, compare
from reportedly.corpus.merge.facts import ReportFacts
from reportedly.records import DateValue, Evidence, Found, Judgement, Place, Report

T = TypeVar("T")

JOIN = 2.0
# A pair a day apart is doubtful; it joins where the same two texts are a day apart, the same
# way, about another act too.
SAME_SHIFT, SHIFT_FROM = 1.0, 1.0

_Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """What clustering works from, by positions in the list of facts."""

    scores: Mapping[_Pair, float]  # a person's judgement is -inf or +inf
    comparisons: Mapping[_Pair, Comparison]


def decide(
    facts: Sequence[ReportFacts], pairs: Sequence[_Pair], judgements: Sequence[Judgement]
) -> Decisions:
    """Compare candidate pairs and lay people's `same` and `different` over the result."""
    comparisons = {pair: compare(facts[pair[0]], facts[pair[1]]) for pair in pairs}
    shifts = {
        _shift(facts, pair, comparison)
        for pair, comparison in comparisons.items()
        if comparison.score >= JOIN and abs(comparison.days_apart) == 1
    }
    scores: dict[_Pair, float] = {}
    for pair, comparison in list(comparisons.items()):
        if SHIFT_FROM <= comparison.score < JOIN and abs(comparison.days_apart) == 1:
            one, other, days, _ = _shift(facts, pair, comparison)
            family = facts[pair[0]].family
            if any(s[:3] == (one, other, days) and s[3] != family for s in shifts):
                comparisons[pair] = replace(
                    comparison,
                    score=comparison.score + SAME_SHIFT,
                    reasons=(*comparison.reasons, "the same day apart about another act"),
                )
        scores[pair] = comparisons[pair].score
    position = {one.report.report_id: i for i, one in enumerate(facts)}
    for judgement in by_people(judgements):
        if judgement.kind not in {"same", "different"} or judgement.other is None:
            continue
        if judgement.subject in position and judgement.other in position:
            here, there = position[judgement.subject], position[judgement.other]
            pair = (min(here, there), max(here, there))
            scores[pair] = math.inf if judgement.kind == "same" else -math.inf
    return Decisions(scores=scores, comparisons=comparisons)


def _shift(
    facts: Sequence[ReportFacts], pair: _Pair, comparison: Comparison
) -> tuple[str, str, int, str]:
    """Two families of texts in order, how many days the second is later, and about what."""
    one, other = facts[pair[0]], facts[pair[1]]
    if one.copies <= other.copies:
        return one.copies, other.copies, comparison.days_apart, one.family
    return other.copies, one.copies, -comparison.days_apart, one.family


def by_people(judgements: Sequence[Judgement]) -> list[Judgement]:
    """People's judgements from the oldest to the newest, so that the newest stands."""
    return sorted(
        (j for j in judgements if j.by != "machine"),
        key=lambda j: (j.at or "", j.by, j.subject, j.other or "", j.kind, j.value or ""),
    )


def corrected(reports: Sequence[Report], judgements: Sequence[Judgement]) -> list[Report]:
    """Reports as people corrected them, without those they rejected.

    The stored reports stay as extracted; this is the view from which events are built.
    Corrections of `type`, `mode`, `realis`, `polarity`, `place` (a name) and `date` (ISO day,
    or two with a slash) are read; one that cannot be read is left alone.
    """
    rejected: set[str] = set()
    fixes: dict[str, list[Judgement]] = {}
    for judgement in by_people(judgements):
        if judgement.kind == "reject":
            rejected.add(judgement.subject)
        elif judgement.kind == "accept":
            rejected.discard(judgement.subject)
        elif judgement.kind == "correct":
            fixes.setdefault(judgement.subject, []).append(judgement)
    kept = []
    for report in reports:
        if report.report_id not in rejected:
            for fix in fixes.get(report.report_id, []):
                report = _fixed(report, fix)  # noqa: PLW2901 (one correction after another)
            kept.append(report)
    return kept


def _fixed(report: Report, fix: Judgement) -> Report:
    if fix.field in {"type", "mode", "realis", "polarity"}:
        return replace(report, **{fix.field: fix.value})  # type: ignore[arg-type]
    if fix.field == "place":
        place = Place(name=fix.value) if fix.value else None
        return replace(report, place=_found(place, report.evidence, fix) if place else None)
    if fix.field == "date":
        try:
            days = _days(fix.value) if fix.value else None
        except ValueError:
            return report
        return replace(report, date=_found(days, report.evidence, fix) if days else None)
    return report


def _days(value: str) -> DateValue:
    first, _, last = value.partition("/")
    return DateValue(
        earliest=date.fromisoformat(first),
        latest=date.fromisoformat(last or first),
        granularity="range" if last else "day",
        text=value,
    )


def _found(value: T, evidence: Evidence, fix: Judgement) -> Found[T]:
    return Found(value=value, evidence=evidence, made_by=f"person:{fix.by}")
