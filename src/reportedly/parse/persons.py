"""Persons whom a model takes for something else, or for nothing: "Gonzalo Pinzon", a building.

A given name and the capitalised words behind it are a person's name, unless they stand where a
place does ("in Victor Harbor"), inside a longer name ("San Gonzalo", "Port Victor") or before a
word that is no name ("Gonzalo Pinzon Airport").
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.parse.known_names import given_names, lower_case_words
from reportedly.parse.words import Word

Names = tuple[tuple[int, int, str], ...]

_MOST = 6  # words of a name
PARTICLES = frozenset(
    {"de", "del", "la", "las", "los", "da", "dos", "van", "von", "bin", "al", "y"}
)
_LOCATIVE = frozenset({"in", "at", "near", "inside", "outside", "around", "towards", "toward"})


def persons(words: Sequence[Word], names: Names) -> tuple[tuple[int, int], ...]:
    """Words [first, last) of full names of persons that are not among the names as such."""
    taken = {n for first, last, label in names if label == "PERSON" for n in range(first, last)}
    found: list[tuple[int, int]] = []
    at = 0
    while at < len(words):
        last = _end(words, at) if at not in taken and _opens(words, at) else at
        whole = all(at <= b and e <= last for b, e, _ in names if b < last and at < e)
        if last > at + 1 and whole and taken.isdisjoint(range(at, last)):
            found.append((at, last))
        at = max(last, at + 1)
    return tuple(found)


def _opens(words: Sequence[Word], at: int) -> bool:
    """Whether a word is a given name that may open a full one."""
    word = words[at]
    if word.pos != "PROPN" or not word.text[:1].isupper() or word.text.lower() not in given_names():
        return False
    before = words[at - 1] if at else None
    if before is None:
        return True
    inside = before.pos == "PROPN" and before.text[:1].isupper() and not _is_word(before)
    return not inside and before.text.lower() not in _LOCATIVE


def _end(words: Sequence[Word], at: int) -> int:
    """Behind the last word of the name; where it opens none, where it began."""
    last = at + 1
    for number in range(at + 1, min(at + _MOST, len(words))):
        word = words[number]
        if word.text.lower() in PARTICLES:
            continue
        if word.pos != "PROPN" or not word.text[:1].isupper() or len(word.text) == 1:
            break
        if _is_word(word):
            return at
        last = number + 1
    return last


def _is_word(word: Word) -> bool:
    return word.text.lower().rstrip(".") in lower_case_words()
