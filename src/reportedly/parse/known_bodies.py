"""Bodies of the registry that a model cuts in two or misses: "Islamic" people and a "State".

A name of several words that the registry of actors knows is one name, unless it stands inside a
longer one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from reportedly.parse.known_names import WORD, Phrase, by_first_word, folded, registered_bodies
from reportedly.parse.persons import Names
from reportedly.parse.words import Word

_HYPHENS = frozenset({"-", "‐", "‑"})
_MOST = 12  # words of a name and the marks between them


def known_bodies(words: Sequence[Word], names: Names) -> tuple[tuple[int, int], ...]:
    """Words [first, last) of known bodies' names that are not among the names as such."""
    keys = {_key(word.text) for word in words}
    if not any(keys.issuperset(p) for key in keys for p in _registered().get(key, ())):
        return ()
    spelled = [(n, _key(word.text)) for n, word in enumerate(words) if WORD.fullmatch(word.text)]
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(spelled):
        length = _length_at(spelled, at)
        first, last = spelled[at][0], spelled[at + length - 1][0] + 1 if length else 0
        if length and _is_cut(words, names, first, last):
            found.append((first, last))
        at += max(length, 1)
    return tuple(found)


def _key(word: str) -> str:
    return word.lower() if word.isascii() else folded(word)


def _length_at(spelled: Sequence[tuple[int, str]], at: int) -> int:
    """How many words the longest known name has that begins there; 0 for none."""
    fitting = (
        len(phrase)
        for phrase in _registered().get(spelled[at][1], ())
        if tuple(word for _, word in spelled[at : at + len(phrase)]) == phrase
    )
    return max(fitting, default=0)


def _is_cut(words: Sequence[Word], names: Names, first: int, last: int) -> bool:
    """Whether a name stands there whole, in capitals, and no name of the model holds it."""
    inside = words[first:last]
    if not inside[-1].text[:1].isupper() or len(inside) > _MOST:
        return False
    if any(not WORD.fullmatch(word.text) and word.text not in _HYPHENS for word in inside):
        return False  # "RF/LMF"
    beside = [name for name in names if name[0] < last and first < name[1]]
    whole = (first, last, "ORG") in beside
    return not whole and all(first <= begin and end <= last for begin, end, _ in beside)


@cache
def _registered() -> dict[str, list[Phrase]]:
    return by_first_word(registered_bodies())
