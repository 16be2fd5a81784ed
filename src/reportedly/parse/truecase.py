"""Letters of running text in capitals, brought to usual case, one character for one."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SHORT = {
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "he", "her", "his", "in", "is",
    "it", "its", "not", "of", "on", "or", "she", "that", "the", "their", "they", "this", "to",
    "was", "were", "who", "will", "with",
}  # fmt: skip


def truecase(text: str) -> str:
    """Text of the same length; only text that is nearly all capitals is changed.

    Small words become lower case and the others get a capital: good enough for the parser to
    see sentences; a better one belongs to the texts that need it (old wire texts).
    """
    letters = [c for c in text if c.isalpha()]
    if len(letters) < 20 or sum(c.isupper() for c in letters) < 0.85 * len(letters):
        return text

    def lower(match: re.Match[str]) -> str:
        word = match.group()
        small = word.lower()
        if len(small) != len(word):
            return word
        return small if small in _SHORT else word[0] + small[1:]

    return _WORD.sub(lower, text)
