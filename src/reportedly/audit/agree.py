"""When two values of a record agree: names, places, days, passages.

These are the rules by which the invented corpora are scored (samples, README), so that figures of
an audit and of a benchmark can stand side by side.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

RADIUS_KM = 25.0
SLACK_DAYS = 6
"""Days by which an interval of ours may be longer than the coder's."""

_EARTH_KM = 6371.0
_LEFT_OUT = frozenset({"the", "a", "an", "of", "and", "for", "in", "at"})
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCode:
    """A place as coded: WGS84 degrees, ISO 3166-1 alpha-2; what is not known is None."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """An interval of days, both ends included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of an article; offsets in code points where they are known."""

    text: str
    start: int | None = None
    end: int | None = None


def words_of(name: str | None) -> Words:
    """Lower-case words of a name, without accents, articles and possessives."""
    text = unicodedata.normalize("NFKD", name or "")
    text = "".join(char for char in text if not unicodedata.combining(char)).casefold()
    text = re.sub(r"['’]s\b|['’](?=\s|$)", "", text)
    return tuple(word for word in re.findall(r"\w+", text) if word not in _LEFT_OUT)


class Names:
    """Whether two names are one: by words, or by the aliases that the coders list.

    Args:
        aliases: name → its other names.
    """

    def __init__(self, aliases: Mapping[str, Iterable[str]]) -> None:
        self._canonical: dict[Words, str] = {}
        for name, others in aliases.items():
            for alias in (name, *others):
                self._canonical.setdefault(words_of(alias), name)

    def canonical(self, name: str | None) -> str | None:
        """The name under which a name is listed, None where it is not."""
        return self._canonical.get(words_of(name))

    def same(self, one: str | None, other: str | None) -> bool:
        """One if equal, if the words of one stand in the other, or if listed as aliases."""
        left, right = words_of(one), words_of(other)
        if not left or not right:
            return left == right
        if left == right or set(left) <= set(right) or set(right) <= set(left):
            return True
        return left in self._canonical and self._canonical[left] == self._canonical.get(right)


def kilometres(one: PlaceCode, other: PlaceCode) -> float | None:
    """The distance of two places, None where one has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    lat, other_lat = math.radians(one.lat), math.radians(other.lat)
    chord = math.sin((other_lat - lat) / 2) ** 2
    half_lon = math.radians(other.lon - one.lon) / 2
    chord += math.cos(lat) * math.cos(other_lat) * math.sin(half_lon) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(chord)))


def places_agree(coded: PlaceCode | None, ours: PlaceCode | None) -> bool:
    """Within 25 km; without coordinates the same name. Where none is coded, any passes."""
    if coded is None:
        return True
    if ours is None:
        return False
    distance = kilometres(coded, ours)
    if distance is not None:
        return distance <= RADIUS_KM
    same_country = ours.country in (None, "", coded.country)
    return same_country and words_of(coded.name) == words_of(ours.name)


def days_agree(coded: Days | None, ours: Days | None) -> bool:
    """The intervals meet and ours is not much longer. Where none is coded, any passes."""
    if coded is None:
        return True
    if ours is None:
        return False
    meet = ours.first <= coded.last and coded.first <= ours.last
    return meet and (ours.last - ours.first).days <= (coded.last - coded.first).days + SLACK_DAYS


def overlap(one: Passage | None, other: Passage | None) -> float:
    """Shared part of two passages (Jaccard), by offsets or by words, whichever is larger."""
    if one is None or other is None:
        return 0.0
    by_place = by_words = 0.0
    span, second = _span(one), _span(other)
    if span and second:
        shared = min(span[1], second[1]) - max(span[0], second[0])
        if shared > 0:
            by_place = shared / (max(span[1], second[1]) - min(span[0], second[0]))
    if one.text and other.text:
        left, right = Counter(words_of(one.text)), Counter(words_of(other.text))
        union = sum((left | right).values())
        by_words = sum((left & right).values()) / union if union else 0.0
    return max(by_place, by_words)


def touches(one: Passage | None, other: Passage | None) -> bool:
    """Whether half of the shorter passage lies in the other, or its words stand in the other."""
    if one is None or other is None:
        return False
    left, right = words_of(one.text), words_of(other.text)
    if left and right:
        here, there = f" {' '.join(left)} ", f" {' '.join(right)} "
        if here in there or there in here:
            return True
        if not set(left) & set(right):
            return False
    span, second = _span(one), _span(other)
    if not span or not second:
        return False
    shared = min(span[1], second[1]) - max(span[0], second[0])
    return shared > 0 and shared >= 0.5 * min(span[1] - span[0], second[1] - second[0])


def mode_word(mode: str | None) -> str | None:
    """A mode as one word: any case, space, underscore or hyphen."""
    return re.sub(r"[\W_]+", "-", mode.strip().casefold()) if mode is not None else None


def _span(passage: Passage) -> tuple[int, int] | None:
    if passage.start is None or passage.end is None:
        return None
    return passage.start, passage.end
