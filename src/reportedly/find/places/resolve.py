"""Which place a name denotes: candidates scored by size, named parents and the company they keep.

Names of one text vote for countries, provinces and neighbourhoods together, because a news text
is about few parts of the world.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.find.places import weights
from reportedly.find.places.candidates import own_scores
from reportedly.find.places.company import contradicted, out_of_company, voters
from reportedly.find.places.confidence import LEAST, confidence
from reportedly.find.places.gazetteer import Entry
from reportedly.find.places.reasons import reason
from reportedly.find.places.toponym import Group, Toponym, group
from reportedly.find.places.votes import Ballot, Tally, count_votes
from reportedly.records import Place, PlaceCandidate

_ROUNDS = 2
_SHARPNESS = 1.2
_MOST_ALTERNATIVES = 3
_LEAST_SHARE = 0.0005
_SAME_SPOT_KM = 30.0  # GeoNames has some towns twice
Scores = Mapping[Group, Sequence[float]]


@dataclass(frozen=True, slots=True)
class Home:
    """What is known of an outlet: votes for countries (ISO codes), and the town it is named for."""

    prior: Mapping[str, float]
    country: str | None = None
    town: Toponym | None = None


NOWHERE = Home({})


@dataclass(frozen=True, slots=True)
class Resolution:
    """The chosen place, how sure that is (0 to 1) and why, and the next candidates."""

    entry: Entry
    confidence: float
    alternatives: tuple[PlaceCandidate, ...]
    reason: str | None = None

    def as_place(self) -> Place:
        """The record of this reading."""
        return replace(self.entry.as_place(self.alternatives), reason=self.reason)


def resolve(toponyms: Sequence[Toponym], home: Home = NOWHERE) -> tuple[Resolution | None, ...]:
    """One reading for each name, None where the gazetteer has no candidate or none fits the text.

    Args:
        toponyms: all names of one text, in its order.
        home: what is known from outside the text.
    """
    of_each, groups = group(toponyms if home.town is None else [*toponyms, home.town])
    own = {key: own_scores(one, home.country) for key, one in groups.items()}
    final: Scores = own
    tally = count_votes((), {})
    for _ in range(_ROUNDS):
        tally = count_votes(_ballots(groups.items(), final), home.prior)
        final = {key: _with_votes(one, own[key], tally) for key, one in groups.items()}
    best = {key: _best(one.entries, final[key]) for key, one in groups.items()}
    company = count_votes(_ballots(voters(groups, best), final), home.prior)
    chosen = {
        key: _choose(one, final[key], tally)
        for key, one in groups.items()
        if not contradicted(one, best[key]) and not out_of_company(one, best[key], company)
    }
    return tuple(
        chosen.get(key) if toponym.entries else None
        for key, toponym in zip(of_each, toponyms, strict=False)
    )


def shares(scores: Sequence[float]) -> list[float]:
    """Scores as shares of one (softmax)."""
    top = max(scores, default=0.0)
    powers = [math.exp(_SHARPNESS * (score - top)) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def distance_km(a: Entry, b: Entry) -> float:
    """Distance over the globe; infinite where either has no coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return math.inf
    north, other = math.radians(a.lat), math.radians(b.lat)
    half_north, half_east = (other - north) / 2, math.radians(b.lon - a.lon) / 2
    chord = math.sin(half_north) ** 2 + math.cos(north) * math.cos(other) * math.sin(half_east) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(chord)))


def _ballots(groups: Iterable[tuple[Group, Toponym]], scores: Scores) -> Iterator[Ballot]:
    """What each name votes for, and how much it weighs."""
    for key, one in groups:
        times = weights.HOME_VOTE if one.home else 1.0
        if one.dateline or one.opening:
            times = max(times, weights.OPENING_VOTE)
        yield key[0], list(zip(one.entries, shares(scores[key]), strict=True)), times


def _with_votes(toponym: Toponym, scores: Sequence[float], tally: Tally) -> list[float]:
    """Scores with the votes of the other names of the text and from outside it."""
    return [
        score + tally.evidence(toponym.key, entry)
        for entry, score in zip(toponym.entries, scores, strict=True)
    ]


def _best(entries: Sequence[Entry], scores: Sequence[float]) -> Entry:
    return entries[max(range(len(scores)), key=lambda i: scores[i])]


def _choose(toponym: Toponym, scores: Sequence[float], tally: Tally) -> Resolution | None:
    """The best candidate with the next ones, doubles of a chosen place left out."""
    ranked = sorted(
        zip(toponym.entries, shares(scores), strict=True), key=lambda pair: (-pair[1], pair[0].id)
    )
    best, score = ranked[0]
    kept: list[tuple[Entry, float]] = []
    for entry, share in ranked[1:]:
        near = next((k for k in (best, *(k for k, _ in kept)) if _same_town(k, entry)), None)
        if near is best:
            score += share
        elif near is None and len(kept) < _MOST_ALTERNATIVES:
            kept.append((entry, share))
    sure = confidence(min(score, 1.0), best, partial=toponym.partial)
    if sure < LEAST:
        return None
    alternatives = tuple(
        PlaceCandidate(
            gazetteer_id=entry.id,
            name=entry.name,
            country=entry.country,
            score=round(share, 4),
            reason=reason(entry, toponym, tally),
        )
        for entry, share in kept
        if share >= _LEAST_SHARE
    )
    return Resolution(best, sure, alternatives, reason(best, toponym, tally))


def _same_town(a: Entry, b: Entry) -> bool:
    return a.kind == b.kind == "town" and distance_km(a, b) < _SAME_SPOT_KM
