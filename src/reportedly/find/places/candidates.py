"""Points of the places that a name can denote, by what they are and what stands beside it."""

from __future__ import annotations

import math

from reportedly.find.places import weights
from reportedly.find.places.gazetteer import Entry
from reportedly.find.places.names import normalise_name
from reportedly.find.places.toponym import Toponym

_SEAT = 10_000  # inhabitants of a town that a unit of its name can be headed by
_LARGE_NAMESAKE = 100_000
_WORLD_CITY = 1_000_000
_TIMES_LARGER = 10
_MEANT = frozenset({"", "city"})  # what 'New York' lacks of New York City
_ALIKE = 0.3  # share of letter pairs from which one name is a form of the other


def own_scores(toponym: Toponym, home_country: str | None = None) -> list[float]:
    """Points of the candidates, in their order.

    Args:
        toponym: a name with what the text says beside it.
        home_country: the country of an outlet that is named for a town of this name.
    """
    seats = {
        holder
        for entry in toponym.entries
        if entry.kind == "town"
        and (entry.population >= _SEAT or entry.capital)
        and not is_short_form(toponym.key, entry)
        for holder in entry.holders
    }
    large_town = any(
        entry.kind == "town" and entry.form == "name" and entry.population >= _LARGE_NAMESAKE
        for entry in toponym.entries
    )
    cities = (e.population for e in toponym.entries if e.kind == "town" and e.form == "name")
    largest = max((size for size in cities if size >= _WORLD_CITY), default=0)
    return [
        _what_it_is(entry, toponym, home_country)
        + _level(entry, toponym, entry.id in seats, large_town)
        + _beside(entry, toponym)
        + weights.GOVERNMENT * (toponym.government and entry.capital)
        + weights.FORMER * (not entry.bears_name_on(toponym.published))
        + weights.SHORT_OF_CITY
        * (largest > entry.population * _TIMES_LARGER and is_short_form(toponym.key, entry))
        for entry in toponym.entries
    ]


def is_short_form(key: str, entry: Entry) -> bool:
    """Whether a name is only a shorter form of a town's own: 'Durban' of Durbanville."""
    own = normalise_name(entry.name)
    longer = entry.kind == "town" and entry.form == "alternate" and key.isascii() == own.isascii()
    rest = own.removeprefix(key)
    spelling = len(rest) == 1  # 'Basra' of Basrah
    return longer and own.startswith(key) and not spelling and rest.strip() not in _MEANT


def _what_it_is(entry: Entry, toponym: Toponym, home_country: str | None) -> float:
    size = math.log10(entry.population + 10)
    score = weights.KIND[entry.kind] + _form(toponym.key, entry) + weights.OWN * entry.own
    if toponym.home and home_country is None:
        return score + weights.HOME_SIZE * size + weights.CAPITAL * entry.capital
    score += size + weights.CAPITAL * entry.capital
    return score + weights.HOME_COUNTRY * (toponym.home and entry.country == home_country)


def _level(entry: Entry, toponym: Toponym, headed: bool, large_town: bool) -> float:
    if toponym.levels:
        return weights.LEVEL if entry.kind in toponym.levels else weights.WRONG_LEVEL
    if headed:
        return weights.HOLDER_OF_NAMESAKE
    if large_town and entry.kind in ("province", "district"):
        return weights.UNIT_BESIDE_TOWN
    if large_town and entry.form == "alternate" and entry.kind == "country":
        return weights.FOREIGN_COUNTRY
    return 0.0


def _beside(entry: Entry, toponym: Toponym) -> float:
    score = weights.PARENT * toponym.held(entry)
    score += weights.PARENT_ELSEWHERE * toponym.held_elsewhere(entry)
    own = f"country:{entry.country}" if entry.kind == "country" else entry.id
    return score + weights.CHILD * (own in toponym.children)


def _form(key: str, entry: Entry) -> float:
    """Points for how the name stands to the place's own.

    'Odessa' is Odesa's name in another spelling, 'Knoxville' only a short form of New Knoxville's,
    and 'Berea' has nothing of Aleppo's.
    """
    if entry.form != "alternate":
        return weights.FORM[entry.form]
    own = normalise_name(entry.name)
    if key.isascii() != own.isascii():
        large = entry.population >= _WORLD_CITY and entry.kind == "town"
        return weights.FORM["spelling"] + weights.TRANSLATED * large
    pairs, own_pairs = _pairs(key), _pairs(own)
    if len(pairs & own_pairs) < _ALIKE * min(len(pairs), len(own_pairs)):
        return weights.FORM["unlike"]
    same_length = key.count(" ") == own.count(" ")
    return weights.FORM["spelling" if same_length else "alternate"]


def _pairs(word: str) -> set[str]:
    return {word[i : i + 2] for i in range(len(word) - 1)}
