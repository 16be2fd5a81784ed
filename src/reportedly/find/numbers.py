"""Numbers in words and digits, as dates and counts write them."""

from __future__ import annotations

import re

_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_VALUES = (
    {word: value for value, word in enumerate(_UNITS)}
    | {word: 10 * value for value, word in enumerate(_TENS, start=2)}
    | {"a": 1, "an": 1, "dozen": 12}
)
_WORD = "|".join(sorted([*_UNITS, *_TENS, *_SCALES, "dozen"], key=len, reverse=True))
_SCALE = "|".join(_SCALES)

# '2,000', '1.5 million', 'three hundred and twenty', 'a hundred', 'twenty-one', 'a', 'half a'
NUMBER_PATTERN = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?(?: (?:{_SCALE}))*"
    rf"|(?:an? (?=(?:{_SCALE}|dozen)\b))?(?:{_WORD})(?:(?:[- ]|[- ]and[- ])(?:{_WORD}))*"
    r"|a couple of|a couple|half an?|a single|an?"
)
_FIXED = {"a couple of": 2, "a couple": 2, "a single": 1}
_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?")


def number_of(words: str) -> int | None:
    """The number that some words give; None where they give none, or a fraction.

    Reads one phrase: '2,000', '1.5 million', 'three hundred and twenty', 'a dozen', '۲۲'.
    """
    words = " ".join(words.lower().split())
    if words in _FIXED:
        return _FIXED[words]
    total, current, seen = 0.0, 0.0, False
    for word in re.split(r"[\s-]+", words):
        digits = _DIGITS.fullmatch(word)
        if digits:
            current += float(digits[1].replace(",", "") + (digits[2] or ""))
        elif word in _VALUES and not (word == "dozen" and seen):
            current += _VALUES[word]
        elif word == "dozen":
            current *= 12
        elif word == "hundred":
            current = (current or 1) * 100
        elif word in _SCALES:
            total += (current or 1) * _SCALES[word]
            current = 0.0
        elif word == "and" and seen:
            continue
        else:
            return None
        seen = True
    total += current
    if not seen or total > 10**12 or total != int(total):  # beyond it int() of inf would fail
        return None
    return int(total)
