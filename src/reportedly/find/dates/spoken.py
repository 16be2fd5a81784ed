"""Years as they are spoken: 'nineteen seventy-nine', 'the year two thousand'."""

from __future__ import annotations

import re

from reportedly.find.numbers import number_of

_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"

SPOKEN_YEAR_PATTERN = (
    rf"(?:eighteen|nineteen|twenty)[- ](?:hundred|oh[- ](?:{_UNITS})|{_TEENS}"
    rf"|(?:{_TENS})(?:[- ](?:{_UNITS}))?)"
    rf"|two thousand(?: (?:and )?(?:{_TEENS}|{_UNITS}))?"
)
_PAIR = re.compile(r"(?P<century>eighteen|nineteen|twenty)[- ](?P<rest>.+)")


def spoken_year(words: str) -> int | None:
    """The year that some words say; None where they say none.

    Reads 'nineteen seventy-nine', 'nineteen oh five', 'eighteen hundred', 'two thousand and one'.
    """
    words = " ".join(words.lower().split())
    pair = _PAIR.fullmatch(words)
    if pair is None:
        return number_of(words)
    century = number_of(pair["century"])
    rest = (
        0 if pair["rest"] == "hundred" else number_of(pair["rest"].removeprefix("oh").strip(" -"))
    )
    return None if century is None or rest is None else 100 * century + rest
