"""Whether two names may stand for one: plain comparison of words, no lookup."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import lru_cache

from reportedly.records import Actor

_FUNCTION = "the a an of and for in at on by to from with de del la las los el al les le du des"
_FUNCTION_WORDS = frozenset(_FUNCTION.split())
NameWords = frozenset[str]
_MOST_HELD = 20_000  # names, each of which is asked for whenever two reports are compared


@lru_cache(maxsize=_MOST_HELD)
def name_words(name: str) -> NameWords:
    """The words of a name without case, accents, articles, possessives and numbers of people."""
    plain = "".join(
        char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char)
    ).casefold()
    plain = re.sub(r"['’]s\b|['’]", "", plain)
    words = re.findall(r"[^\W\d_]+|\d+", plain)
    return frozenset(w for w in words if w not in _FUNCTION_WORDS)


def telling_words(name: str, anybody: Collection[str]) -> NameWords:
    """The words of a name that say more than 'some people' (the words in `anybody`)."""
    return frozenset(w for w in name_words(name) if w not in anybody and not w.isdigit())


def same_name(one: NameWords, other: NameWords) -> bool:
    """Whether one name's words all stand in the other; a name without words is like none."""
    return bool(one) and bool(other) and (one <= other or other <= one)


def actor_names(actor: Actor, anybody: Collection[str]) -> tuple[NameWords, ...]:
    """The telling words of an actor's name and of each alias; empty ones left out."""
    names = (telling_words(name, anybody) for name in (actor.name, *actor.aliases))
    return tuple(dict.fromkeys(name for name in names if name))


def any_same(one: Iterable[NameWords], other: Iterable[NameWords]) -> bool:
    """Whether some name of one set may stand for some name of the other."""
    others = tuple(other)
    return any(same_name(left, right) for left in one for right in others)
