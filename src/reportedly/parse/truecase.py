"""Text in capitals, or without any, brought to usual case, one character for one.

Old wire texts are in capitals, where a parser takes every word for a name; some archives lost all
capitals, and with them the names. Words that are no names (lower_case_words.txt among the lexicons)
are written small, all others and the first word of a sentence with a capital.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SENTENCE = re.compile(r"(?:^|[.!?]['\"”’)\]]*\s+|\]\s+|\n\s*)([^\W\d_])")
_VOWEL = re.compile("[aeiouyà-ÿ]")
_ENOUGH = 20  # letters in capitals: shorter text may be a headline or an acronym
_CAPITALS = 0.85  # share of letters
_ENOUGH_SMALL = 120  # letters without a capital: shorter text may be a caption


def truecase(text: str) -> str:
    """Text of the same length; only text nearly all in capitals, or without any, is changed."""
    letters = [c for c in text if c.isalpha()]
    capitals = sum(c.isupper() for c in letters)
    shouted = len(letters) >= _ENOUGH and capitals >= _CAPITALS * len(letters)
    whispered = len(letters) >= _ENOUGH_SMALL and capitals == 0
    if not shouted and not whispered:
        return text
    usual = _WORD.sub(_usual, text)
    return _SENTENCE.sub(lambda m: m.group()[:-1] + _capital(m.group()[-1]), usual)


def _usual(match: re.Match[str]) -> str:
    word = match.group()
    small = word.lower()
    if len(small) != len(word):  # a letter that has no single small one
        return word
    before = match.string[match.start() - 1] if match.start() else " "
    stem = re.split("['’]", small)[0]
    if before.isdigit() or len(small) == 1 or _is_no_name(stem):
        return small
    if word.isupper() and not _VOWEL.search(small):  # an acronym
        return word
    return _capital(small[0]) + small[1:]


def _is_no_name(word: str) -> bool:
    words = lower_case_words()
    return word in words or (word.endswith("s") and word[:-1] in words)


def _capital(letter: str) -> str:
    return letter.upper() if len(letter.upper()) == 1 else letter


@cache
def lower_case_words() -> frozenset[str]:
    """The words that are written small, read once."""
    path = files("reportedly.data") / "lexicons" / "en" / "lower_case_words.txt"
    lines = path.read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
