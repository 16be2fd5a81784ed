"""Words that may stand nowhere: names and phrases, and runs of words of a text, masked in others.

A character is masked for a character, so offsets stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

MASK = "█"
RUN = 5
"""So many words of a text in a row are a quotation of it."""

_WORD = re.compile(r"\w+")


class Wording:
    """Finds names and quoted runs in other texts.

    Args:
        phrases: names, addresses, headlines: found however their words are joined (`Ada Moss`,
            `ADA MOSS`, `ada-moss`).
        texts: texts of which no run of five words may stay.
    """

    def __init__(self, phrases: Iterable[str], texts: Iterable[str] = ()) -> None:
        patterns = sorted(
            {r"[\W_]+".join(map(re.escape, _words(one))) for one in phrases if _words(one)},
            key=lambda pattern: (-len(pattern), pattern),
        )
        joined = "|".join(patterns)
        # not inside a longer word; `_` joins words in addresses
        self._pattern = (
            re.compile(rf"(?<![^\W_])(?:{joined})(?![^\W_])", re.IGNORECASE) if patterns else None
        )
        self._runs = {run for text in texts for run in _runs(_folded(text))}

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where such words stand."""
        found = [match.span() for match in self._pattern.finditer(text)] if self._pattern else []
        if self._runs:
            words = [(m.group().casefold(), m.start(), m.end()) for m in _WORD.finditer(text)]
            found += (
                (words[at][1], words[at + RUN - 1][2])
                for at in range(len(words) - RUN + 1)
                if tuple(word for word, _, _ in words[at : at + RUN]) in self._runs
            )
        return found

    def masked(self, text: str) -> str:
        """The text without such words."""
        return masked(text, self.spans(text))

    def masked_in(self, data: Any) -> Any:  # noqa: ANN401  any JSON
        """JSON with all of its strings masked; equal to what was given where nothing is."""
        if isinstance(data, str):
            return self.masked(data)
        if isinstance(data, list | tuple):
            return [self.masked_in(one) for one in data]
        if isinstance(data, dict):
            return {name: self.masked_in(one) for name, one in data.items()}
        return data


def masked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """A text with the characters of spans masked; white space stays, it divides words."""
    characters = list(text)
    for start, end in spans:
        for at in range(start, end):
            if not characters[at].isspace():
                characters[at] = MASK
    return "".join(characters)


def _words(phrase: str) -> list[str]:
    return re.findall(r"[^\W_]+", phrase)


def _folded(text: str) -> list[str]:
    return [match.group().casefold() for match in _WORD.finditer(text)]


def _runs(words: list[str]) -> Iterable[tuple[str, ...]]:
    return (tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
