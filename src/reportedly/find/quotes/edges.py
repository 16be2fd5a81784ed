"""Where words begin and end in the characters of a text: past datelines, without stops."""

from __future__ import annotations

import re

Piece = tuple[int, int]  # [start, end) in the article's text

_DATELINE = re.compile(r"[A-ZÀ-Þ][^\n]{0,60}?(?:\([^)\n]{2,60}\)\s*)?[-–—:]\s+(?=[A-Z0-9“\"'‘À-Þ])")


def past_dateline(text: str, start: int, sentence: int | None = None) -> int:
    """The start of a clause, past "ARVAN, May 3 (Wire) - "; `sentence` is where its own begins."""
    low = start if sentence is None else sentence
    line = text.rfind("\n", 0, low) + 1
    if text[line:low].strip():
        return start
    match = _DATELINE.match(text, line)
    if match is None or not _is_dateline(match[0]):
        return start
    return max(start, match.end())


def trimmed(text: str, start: int, end: int) -> Piece:
    """[start, end) without spaces, commas and stops at its end."""
    while end > start and text[end - 1] in " \t\r\n\u00a0\u202f,;:–—-.!?":
        end -= 1
    return start, end


def _is_dateline(text: str) -> bool:
    """Whether the text before a dash is a dateline: capitals, or an agency in brackets."""
    word = re.match(r"[^\W\d_]+", text)
    return word is not None and ((word[0].isupper() and len(word[0]) > 1) or "(" in text)
