"""From comparisons to decisions: the machine's, and people's, which win over it."""

from __future__ import annotations

import math
from array import array
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np

from reportedly.corpus.merge.compare import Comparison, compare
from reportedly.corpus.merge.corrections import by_people
from reportedly.corpus.merge.facts import ReportFacts
from reportedly.corpus.merge.scores import Pair, Pairs, PairScores
from reportedly.records import Judgement

JOIN = 2.0
# A pair a day apart is doubtful; it joins where the same two texts are a day apart, the same
# way, about another act too.
SAME_SHIFT, SHIFT_FROM = 1.0, 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """What clustering works from, by positions in the list of facts."""

    facts: Sequence[ReportFacts]
    scores: PairScores  # a person's judgement is -inf or +inf
    shifted: Collection[int]  # pairs, by their places, that a shift of days made closer

    def comparison(self, at: int) -> Comparison:
        """Why a pair has its score, people's judgement apart; worked out again."""
        one, other = self.scores.pairs[at]
        comparison = compare(self.facts[one], self.facts[other])
        if at not in self.shifted:
            return comparison
        return replace(
            comparison,
            score=comparison.score + SAME_SHIFT,
            reasons=(*comparison.reasons, "the same day apart about another act"),
        )


def decide(
    facts: Sequence[ReportFacts], pairs: Pairs, judgements: Sequence[Judgement]
) -> Decisions:
    """Compare candidate pairs and lay people's `same` and `different` over the result."""
    found = array("d", bytes(8 * len(pairs)))
    apart: dict[int, int] = {}  # days between the two, of pairs a day apart
    for at, (one, other) in enumerate(pairs):
        comparison = compare(facts[one], facts[other])
        found[at] = comparison.score
        if abs(comparison.days_apart) == 1 and comparison.score >= SHIFT_FROM:
            apart[at] = comparison.days_apart
    scores = np.array(found)
    shifts = {at: _shift(facts, pairs[at], days) for at, days in apart.items()}
    about: dict[tuple[str, str, int], set[str]] = {}
    for at, (texts, family) in shifts.items():
        if scores[at] >= JOIN:
            about.setdefault(texts, set()).add(family)
    shifted = [
        at
        for at, (texts, family) in shifts.items()
        if scores[at] < JOIN and about.get(texts, set()) - {family}
    ]
    scores[shifted] += SAME_SHIFT
    return Decisions(
        facts=facts,
        scores=PairScores(pairs, scores, _judged(facts, judgements)),
        shifted=frozenset(shifted),
    )


def _judged(facts: Sequence[ReportFacts], judgements: Sequence[Judgement]) -> dict[Pair, float]:
    """What people say of pairs."""
    told = [one for one in by_people(judgements) if one.kind in {"same", "different"}]
    named = {name for one in told for name in (one.subject, one.other)}
    position = {one.report_id: at for at, one in enumerate(facts) if one.report_id in named}
    found = {}
    for judgement in told:
        if judgement.subject in position and judgement.other in position:
            here, there = position[judgement.subject], position[judgement.other]
            pair = (min(here, there), max(here, there))
            found[pair] = math.inf if judgement.kind == "same" else -math.inf
    return found


def _shift(facts: Sequence[ReportFacts], pair: Pair, days: int) -> tuple[tuple[str, str, int], str]:
    """Two families of texts in order with how many days the second is later, and about what."""
    one, other = facts[pair[0]], facts[pair[1]]
    if one.copies <= other.copies:
        return (one.copies, other.copies, days), one.family
    return (other.copies, one.copies, -days), one.family
