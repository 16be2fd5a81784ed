"""Which place a name denotes: candidates scored by size, named parents and the company they keep.

Names of one text vote for countries and provinces together, and equal names of one text denote
one place, because a news text is about few parts of the world. Weights are set by hand, in the
order of what reading tells, and not tuned to a data set.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.find.places.gazetteer import Entry
from reportedly.records import Place, PlaceCandidate

# our regions have no population: their bonus stands for it
_KIND = {
    "continent": 8.0,
    "region": 7.0,
    "water": 6.0,
    "mountains": 6.0,
    "desert": 6.0,
    "island": 5.5,
    "country": 3.0,
    "province": 0.8,
    "town": 0.3,
    "district": -0.5,
}
_FORM = {"name": 0.7, "alternate": 0.0, "demonym": 0.7}
_CAPITAL = 2.0
_PARENT = 5.0  # the text says 'Springfield, Ohio'
_LEVEL = 4.0  # the text says 'Ohio province'
_WRONG_LEVEL = -2.0
_HOLDER_OF_NAMESAKE = -2.5  # a bare 'Herat' is the city before the province that it heads
_COUNTRY_VOTE = 5.0
_PROVINCE_VOTE = 8.0  # local papers write of one province and rarely name it
_DATELINE_VOTE = 1.5  # times: the place that an article is sent from
_LEAST_VOTE = 0.01
_ALL_COUNTRIES = "country:"
_SMOOTHING = 1.0  # votes of nobody: a single name does not decide alone
_ROUNDS = 2
_SHARPNESS = 1.2
_MOST_ALTERNATIVES = 3
_KNOWN_ANYWHERE = 100_000  # inhabitants: such a town is meant even if a unit is misread
_LITTLE_KNOWN = 50_000  # inhabitants: not meant unaided where a text is about another country
_ELSEWHERE = 0.05  # share of votes that makes a country one of those a text is about
_LEAST_ABOUT = 0.65  # votes from which a text is about some country
_LARGE_NAMESAKE = 100_000
_UNIT_BESIDE_TOWN = -1.0  # a bare 'Córdoba' is a town before it is a province elsewhere
_SAME_SPOT_KM = 30.0  # GeoNames has some towns twice
_VOTE = {"country": 1.0, "province": 1.0, "district": 0.7, "town": 0.6}


Group = tuple[str, frozenset[str], bool]


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name with its candidates and what the text says beside it."""

    key: str
    entries: tuple[Entry, ...]
    parents: frozenset[str] = frozenset()  # ids and 'country:XX' that the text says hold it
    children: frozenset[str] = frozenset()  # units of which the text says that it is one
    levels: frozenset[str] = frozenset()  # kinds that the text gives it: 'province' …
    dateline: bool = False

    @property
    def group(self) -> Group:
        """Names of one group denote one place; 'Herat' and 'Herat province' do not."""
        return self.key, self.levels, bool(self.children)


@dataclass(frozen=True, slots=True)
class Resolution:
    """The chosen place with its share of the scores of all candidates."""

    entry: Entry
    score: float
    alternatives: tuple[PlaceCandidate, ...]

    def as_place(self) -> Place:
        """The record of this reading."""
        return self.entry.as_place(self.alternatives)


def resolve(
    toponyms: Sequence[Toponym], prior: Mapping[str, float] | None = None
) -> tuple[Resolution | None, ...]:
    """One reading for each name, None where the gazetteer has no candidate or none fits the text.

    Args:
        toponyms: all names of one text.
        prior: votes for countries from outside the text (the outlet's), as ISO codes.
    """
    groups = _group(toponyms)
    scores = {key: _own_scores(group) for key, group in groups.items()}
    final = scores
    for _ in range(_ROUNDS):
        tally = _tally(groups, final, prior or {})
        final = {key: _with_votes(group, scores[key], tally) for key, group in groups.items()}
    company = _company(groups, final, prior or {})
    chosen = {
        key: _choose(group.entries, final[key])
        for key, group in groups.items()
        if not _contradicted(group, final[key])
        and not _out_of_company(group, _best(group, final[key]), company)
    }
    return tuple(chosen.get(toponym.group) if toponym.entries else None for toponym in toponyms)


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


def _group(toponyms: Sequence[Toponym]) -> dict[Group, Toponym]:
    """One toponym a group, with all that the text says beside any of its mentions."""
    groups: dict[Group, Toponym] = {}
    for toponym in toponyms:
        if not toponym.entries:
            continue
        known = groups.get(toponym.group, toponym)
        groups[toponym.group] = replace(
            known,
            parents=known.parents | toponym.parents,
            children=known.children | toponym.children,
            dateline=known.dateline or toponym.dateline,
        )
    return groups


def _contradicted(toponym: Toponym, scores: Sequence[float]) -> bool:
    """Whether the text places the name in a unit that holds none of its candidates."""
    if not toponym.parents:
        return False
    named = {*toponym.parents}
    held = [e for e in toponym.entries if named & {*e.holders, f"country:{e.country}", e.id}]
    best = _best(toponym, scores)
    return not held and best.kind == "town" and best.population < _KNOWN_ANYWHERE


def _company(
    groups: Mapping[Group, Toponym],
    scores: Mapping[Group, Sequence[float]],
    prior: Mapping[str, float],
) -> _Tally:
    """The votes that tell which countries a text is about.

    Where a dateline tells where the text was written, little towns do not vote: the namesakes of
    two quarters of its town may lie in one far country.
    """
    if any(group.dateline for group in groups.values()):
        groups = {
            key: group
            for key, group in groups.items()
            if group.dateline or not _is_little(_best(group, scores[key]))
        }
    return _tally(groups, scores, prior)


def _out_of_company(toponym: Toponym, best: Entry, company: _Tally) -> bool:
    """Whether the best reading is a little town of a country that the text is not about.

    Gazetteers lack most quarters and hamlets, and have namesakes of them far away: no place is
    better than the wrong one.
    """
    if not _is_little(best) or toponym.parents or toponym.dateline:
        return False
    voters = company.countries_of_others(toponym.key)
    own = company.of_others(toponym.key, f"country:{best.country}")
    return voters >= _LEAST_ABOUT and own < _ELSEWHERE * voters


def _is_little(entry: Entry) -> bool:
    return entry.kind == "town" and entry.population < _LITTLE_KNOWN and not entry.capital


def _best(toponym: Toponym, scores: Sequence[float]) -> Entry:
    return toponym.entries[max(range(len(scores)), key=lambda i: scores[i])]


def _own_scores(toponym: Toponym) -> list[float]:
    """Scores of the candidates by what they are and what stands beside the name."""
    seats = {
        holder
        for entry in toponym.entries
        if entry.kind == "town" and (entry.population >= 10_000 or entry.capital)
        for holder in entry.holders
    }
    large_town = any(
        entry.kind == "town" and entry.form == "name" and entry.population >= _LARGE_NAMESAKE
        for entry in toponym.entries
    )
    found = []
    for entry in toponym.entries:
        score = math.log10(entry.population + 10) + _KIND[entry.kind] + _FORM[entry.form]
        score += _CAPITAL * entry.capital
        if toponym.levels:
            score += _LEVEL if entry.kind in toponym.levels else _WRONG_LEVEL
        elif entry.id in seats:
            score += _HOLDER_OF_NAMESAKE
        elif large_town and entry.kind in ("province", "district"):
            score += _UNIT_BESIDE_TOWN
        if toponym.parents & {*entry.holders, f"country:{entry.country}"}:
            score += _PARENT
        own = f"country:{entry.country}" if entry.kind == "country" else entry.id
        if own in toponym.children:
            score += _PARENT
        found.append(score)
    return found


@dataclass(frozen=True, slots=True)
class _Tally:
    """Votes for units ('country:XX' or ids): of all names of a text, and of each name alone."""

    total: Mapping[str, float]
    own: Mapping[str, Mapping[str, float]]

    def of_others(self, key: str, unit: str) -> float:
        """The votes for a unit that other names than this one give."""
        return self.total.get(unit, 0.0) - self.own.get(key, {}).get(unit, 0.0)

    def countries_of_others(self, key: str) -> float:
        """All votes for countries that other names than this one give."""
        return self.of_others(key, _ALL_COUNTRIES)


def _tally(
    groups: Mapping[Group, Toponym],
    scores: Mapping[Group, Sequence[float]],
    prior: Mapping[str, float],
) -> _Tally:
    """What the names of a text, as read so far, say of countries and provinces together."""
    total: dict[str, float] = defaultdict(float)
    own: dict[str, dict[str, float]] = {key[0]: defaultdict(float) for key in groups}
    for country, weight in prior.items():
        total[f"country:{country}"] += weight
        total[_ALL_COUNTRIES] += weight
    for key, group in groups.items():
        for entry, share in zip(group.entries, shares(scores[key]), strict=True):
            weight = (
                share * _VOTE.get(entry.kind, 0.0) * (_DATELINE_VOTE if group.dateline else 1.0)
            )
            if not entry.country or weight < _LEAST_VOTE:
                continue
            inner = (entry.id, *entry.holders) if entry.kind != "country" else ()
            for unit in (_ALL_COUNTRIES, f"country:{entry.country}", *inner):
                total[unit] += weight
                own[key[0]][unit] += weight
    return _Tally(total, own)


def _with_votes(group: Toponym, scores: Sequence[float], tally: _Tally) -> list[float]:
    """Scores with the votes of the other names of the text and from outside it."""
    key = group.key
    voters = max(tally.countries_of_others(key), 0.0) + _SMOOTHING
    found = []
    for entry, score in zip(group.entries, scores, strict=True):
        country = tally.of_others(key, f"country:{entry.country}")
        inner = (entry.id, *entry.holders) if entry.kind != "country" else ()
        province = max((tally.of_others(key, unit) for unit in inner), default=0.0)
        found.append(score + (_COUNTRY_VOTE * country + _PROVINCE_VOTE * province) / voters)
    return found


def _choose(entries: Sequence[Entry], scores: Sequence[float]) -> Resolution:
    """The best candidate with the next ones, doubles of a chosen place left out."""
    ranked = sorted(
        zip(entries, shares(scores), strict=True), key=lambda pair: (-pair[1], pair[0].id)
    )
    best, score = ranked[0]
    kept: list[tuple[Entry, float]] = []
    for entry, share in ranked[1:]:
        near = next((k for k in (best, *(k for k, _ in kept)) if _same_town(k, entry)), None)
        if near is best:
            score += share
        elif near is None and len(kept) < _MOST_ALTERNATIVES:
            kept.append((entry, share))
    alternatives = tuple(
        PlaceCandidate(
            gazetteer_id=entry.id, name=entry.name, country=entry.country, score=round(share, 4)
        )
        for entry, share in kept
        if share >= 0.0005
    )
    return Resolution(best, round(min(score, 1.0), 4), alternatives)


def _same_town(a: Entry, b: Entry) -> bool:
    return a.kind == b.kind == "town" and distance_km(a, b) < _SAME_SPOT_KM
