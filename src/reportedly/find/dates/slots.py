"""Slots of the patterns of time expressions: what each matches, and which part it fills."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reportedly.find.dates.letters import PLAIN
from reportedly.find.dates.spoken import SPOKEN_YEAR_PATTERN
from reportedly.find.numbers import NUMBER_PATTERN

# Slots that every language has; the others are tables of words in the data file.
_NUMERIC_SLOTS = {
    "day": r"3[01]|[12]\d|0?[1-9]",
    "dd": r"3[01]|[12]\d|0[1-9]",
    "mm": r"1[0-2]|0[1-9]",
    "first": r"3[01]|[12]\d|0?[1-9]",
    "second": r"3[01]|[12]\d|0?[1-9]",
    "year": r"(?:1[0-9]|20)\d\d|['’]\d\d",
    "year4": r"(?:1[5-9]|20)\d\d",
    "yy": r"\d\d",
    "year_tail": r"\d\d",
    "quarter_number": r"[1-4]",
    "century_number": r"[12]\d|[1-9]",
    "solar_tens": r"1[34]\d0|[1-9]0",
    "solar": r"1[2-4]\d\d",
    "lunar": r"1[34]\d\d",
    "month_number": r"1[0-2]|0?[1-9]",
    "tens": r"(?:1[5-9]|20)\d0|['’]?[2-9]0",
    "number": NUMBER_PATTERN,
    "whole": r"\d{1,3}",
    "solar_short": r"[3-9]\d|0\d",
    "solar_end": r"1[2-4]\d\d|(?:1[5-9]|20)\d\d|[3-9]\d|0\d",
    "two": r"\d\d",
    "hours_minutes_open": r"(?:[01]?\d|2[0-4]) ?: ?[0-5]\d",
    "hour_minute": r"(?:[01]?\d|2[0-4])(?:[:.][0-5]\d)?",
    "hours_minutes": r"(?:[01]?\d|2[0-4])[:.][0-5]\d",
    "nth": r"\d{1,3}(?:st|nd|rd|th)",
    "spoken": SPOKEN_YEAR_PATTERN,
    "clock": (
        r"\d{1,2}(?:[:.]\d\d)? ?(?:a\.m\.|p\.m\.|[ap]m\b)"
        r"(?: local time|(?-i: (?:[A-Z]{1,3}T|GMT|UTC)\b)| (?:eastern|central|pacific)(?: time)?)?"
        r"|(?:[01]?\d|2[0-3]):[0-5]\d(?: (?:hours|local time|(?-i:[A-Z]{1,3}T|GMT|UTC)))?"
        r"|(?:[01]\d|2[0-3])[0-5]\d (?:hours|(?-i:GMT|UTC|BST))"
        r"|noon|midday|midnight"
    ),
}
# Tables that fill the same part of an expression.
PART_OF_SLOT = {
    "year4": "year",
    "yy": "year",
    "year_tail": "year2",
    "quarter_number": "ordinal",
    "century_number": "ordinal",
    "solar_tens": "decade",
    "units": "unit",
    "number_year": "year",
    "solar": "year",
    "lunar": "year",
    "dd": "day",
    "mm": "month",
    "month_number": "month",
    "shortday": "weekday",
    "jalali_month": "month",
    "hijri_month": "month",
    "tens": "decade",
    "spoken": "year",
    "whole": "number",
    "hour_minute": "clock",
    "hours_minutes_open": "clock",
    "solar_short": "year",
    "solar_end": "year2",
    "hours_minutes": "clock",
    "roman": "ordinal",
    "ordinal_day": "day",
}
_TABLE_OF_SLOT = {"number_year": "number"}  # slots that use the words of another table
WORD_KEYS = {
    "unit",
    "units",
    "part",
    "edge",
    "season",
    "frequency",
    "vague",
    "reference",
    "dual",
}  # keys stay words


class Slots:
    """Alternatives of each slot as regular expressions."""

    def __init__(
        self,
        spellings: Mapping[str, Mapping[str, list[str]]],
        capital: frozenset[str],
        number_joint: str | None,
    ) -> None:
        self._number_joint = number_joint
        self._spellings = spellings
        self._capital = capital

    def alternatives(self, slot: str, only: str | None) -> str:
        """The words of a slot, longest first; `only` keeps those of one value."""
        digits = _NUMERIC_SLOTS.get(slot)
        table = self._spellings.get(_TABLE_OF_SLOT.get(slot, slot))
        if table is None:
            if digits is None:
                raise KeyError(f"no table is called {slot}")
            return digits
        words = [word for value, row in table.items() if only in (None, value) for word in row]
        if slot in self._capital:
            words += [word.upper() for word in words]
        words = sorted(set(words), key=lambda word: (-len(word), word))
        spellings = (re.escape(word.translate(PLAIN)).replace(r"\ ", " ") for word in words)
        joined = "|".join(spellings)
        if slot in ("number", "number_year") and self._number_joint:
            more = f"(?:{joined})(?: ?{self._number_joint} ?(?:{joined}))*"
            return more if slot == "number_year" else rf"\d+(?: هزار)?|{more}"
        if digits is not None:  # a language's own words beside the digits
            return rf"\d+|{joined}"
        return f"(?-i:{joined})" if slot in self._capital else joined
