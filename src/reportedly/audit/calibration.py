"""Whether our confidence means what it says: bins, and the expected calibration error.

The expected calibration error (Naeini, Cooper and Hauskrecht 2015; Guo et al. 2017) is the mean
gap between confidence and share of right ones over ten bins of equal width, weighted by size.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.audit.agree import days_agree, places_agree
from reportedly.audit.codes import VERBAL, AuditedArticle
from reportedly.audit.figures import Interval, wilson
from reportedly.audit.matching import Pair

BINS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Values whose confidence lies in [low, high); the last bin holds 1 as well."""

    low: float
    high: float
    size: int
    confidence: float  # mean
    right: float  # share
    interval: Interval | None  # Wilson's


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """One kind of confidence; `error` is None where nothing carries one."""

    what: str
    size: int
    bins: tuple[Bin, ...]
    error: float | None


def calibrations(
    articles: Sequence[AuditedArticle], pairs: Mapping[str, Sequence[Pair]]
) -> tuple[Calibration, ...]:
    """Of reports (found by the coder too), of places and of dates (of aligned reports)."""
    reports: list[tuple[float, bool]] = []
    places: list[tuple[float, bool]] = []
    dates: list[tuple[float, bool]] = []
    for article in articles:
        strict = {pair.ours.report_id for pair in pairs[article.article] if pair.strict}
        for one in article.ours:
            free = one.type in VERBAL and one.report_id not in strict
            if one.confidence is not None and not free:
                reports.append((one.confidence, one.report_id in strict))
        for pair in pairs[article.article]:
            ours, readings = pair.ours, pair.coded.readings
            if ours.place_confidence is not None and all(r.place for r in readings):
                right = any(places_agree(r.place, ours.place) for r in readings)
                places.append((ours.place_confidence, right))
            if ours.date_confidence is not None and all(r.days for r in readings):
                dates.append(
                    (ours.date_confidence, any(days_agree(r.days, ours.days) for r in readings))
                )
    return (
        calibration("report", reports),
        calibration("place", places),
        calibration("date", dates),
    )


def calibration(what: str, values: Sequence[tuple[float, bool]]) -> Calibration:
    """Bins of (confidence, right)."""
    grouped: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in values:
        grouped.setdefault(min(BINS - 1, int(confidence * BINS)), []).append((confidence, right))
    bins = []
    for number, members in sorted(grouped.items()):
        hits = sum(right for _, right in members)
        bins.append(
            Bin(
                low=number / BINS,
                high=(number + 1) / BINS,
                size=len(members),
                confidence=sum(confidence for confidence, _ in members) / len(members),
                right=hits / len(members),
                interval=wilson(hits, len(members)),
            )
        )
    gaps = sum(one.size * abs(one.confidence - one.right) for one in bins)
    return Calibration(
        what=what,
        size=len(values),
        bins=tuple(bins),
        error=gaps / len(values) if values else None,
    )
