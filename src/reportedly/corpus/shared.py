"""Equal values of many articles held as one object: a million reports name few places."""

from __future__ import annotations

import sys
from datetime import date
from functools import lru_cache

from reportedly.records import Place

_MOST_HELD = 50_000


@lru_cache(maxsize=_MOST_HELD)
def one_place(place: Place) -> Place:
    """The first of equal places."""
    return place


@lru_cache(maxsize=_MOST_HELD)
def one_set(words: frozenset[str]) -> frozenset[str]:
    """The first of equal sets of words."""
    return words


@lru_cache(maxsize=_MOST_HELD)
def one_day(day: date) -> date:
    """The first of equal days."""
    return day


def one_word(word: str | None) -> str | None:
    """The first of equal words, None for none."""
    return None if word is None else sys.intern(word)
