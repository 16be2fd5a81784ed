"""From comparisons to decisions: the machine's, and people's, which win over it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.corpus.merge.compare import Comparison, compare
from reportedly.corpus.merge.corrections import by_people
from reportedly.corpus.merge.facts import ReportFacts
from reportedly.records import Judgement

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
    position = {one.report_id: i for i, one in enumerate(facts)}
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
