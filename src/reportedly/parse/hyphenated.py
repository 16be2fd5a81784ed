"""Offices told by a word with hyphens: "the vice-chancellor", "the party's secretary-general".

A parser takes their parts for words of their own, and so a speaker for "vice" or "general". Only
the noun of the office is parsed; the other parts hang on it.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.parse.word_lists import ParsingWords, parsing_words

_HYPHENS = frozenset({"-", "‐", "‑"})
_PLAINER = {"chair": "leader", "chairs": "leaders"}
_CHIEF = ("in", "-", "chief")


def parts_of_offices(words: Sequence[str]) -> dict[int, tuple[int, str]]:
    """Numbers of words that are not parsed, with the word on which each hangs and how.

    Args:
        words: of a text, in small letters.
    """
    known = parsing_words()
    found: dict[int, tuple[int, str]] = {}
    for number, word in enumerate(words):
        if word not in _HYPHENS or not 0 < number < len(words) - 1:
            continue
        before, behind = words[number - 1], words[number + 1]
        if before in known.beside_offices and _is_office(behind, known):
            found[number - 1] = number + 1, "compound"
            found[number] = number + 1, "punct"
        elif before in known.general_offices and behind in ("general", "generals"):
            found[number] = number - 1, "punct"
            found[number + 1] = number - 1, "amod"
        elif before in known.chief_offices and _is_in_chief(words[number + 1 : number + 4]):
            found |= dict.fromkeys(range(number, number + 4), (number - 1, "punct"))
    return found


def plainer_office(words: Sequence[str], number: int) -> str | None:
    """A plainer noun for that of an office: "co-*chair* Roa", where "chair" reads like a verb."""
    return _PLAINER.get(words[number]) if number and words[number - 1] in _HYPHENS else None


def _is_office(word: str, known: ParsingWords) -> bool:
    return word in known.offices or word.removesuffix("s") in known.offices


def _is_in_chief(words: Sequence[str]) -> bool:
    return tuple("-" if word in _HYPHENS else word for word in words) == _CHIEF
