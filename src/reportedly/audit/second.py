"""Two coders of one sample: their reports joined, and how far their codes agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.audit.agree import days_agree, overlap, places_agree, touches
from reportedly.audit.agreement import cohen_kappa, krippendorff_alpha
from reportedly.audit.codes import CodedReport
from reportedly.audit.confusion import NOTHING
from reportedly.audit.matching import HALF, assign


@dataclass(frozen=True, slots=True, kw_only=True)
class CodersAgree:
    """Agreement on one value over reports; None where it is not defined."""

    what: str
    units: int
    same: int
    kappa: float | None
    alpha: float | None


def coders_agree(
    first: Mapping[str, Sequence[CodedReport]], second: Mapping[str, Sequence[CodedReport]]
) -> tuple[CodersAgree, ...]:
    """Compare two sheets over the articles that both read.

    Reports are joined by passage, place and day, whatever type they have; one that only one coder
    has is coded as nothing by the other.
    """
    types: list[tuple[str, str]] = []
    statuses: list[tuple[str, str]] = []
    for article in sorted(set(first) & set(second)):
        ones, others = first[article], second[article]
        likeness = [[_likeness(one, other) for other in others] for one in ones]
        pairs = assign(likeness)
        for i, j in pairs:
            types.append((ones[i].main.type, others[j].main.type))
            statuses.append((ones[i].main.status, others[j].main.status))
        rows, columns = {i for i, _ in pairs}, {j for _, j in pairs}
        types += [(one.main.type, NOTHING) for i, one in enumerate(ones) if i not in rows]
        types += [(NOTHING, one.main.type) for j, one in enumerate(others) if j not in columns]
    return _agree("type, with what one coder left out", types), _agree("status", statuses)


def _likeness(one: CodedReport, other: CodedReport) -> float:
    shared = max(
        overlap(one.evidence, other.evidence), HALF * touches(one.evidence, other.evidence)
    )
    here, there = one.main, other.main
    same_act = (
        here.type == there.type
        and here.place is not None
        and there.place is not None
        and places_agree(here.place, there.place)
        and days_agree(here.days, there.days)
    )
    return shared + same_act if shared >= HALF or same_act else 0.0


def _agree(what: str, pairs: list[tuple[str, str]]) -> CodersAgree:
    return CodersAgree(
        what=what,
        units=len(pairs),
        same=sum(one == other for one, other in pairs),
        kappa=cohen_kappa(pairs),
        alpha=krippendorff_alpha(pairs),
    )
