"""Headlines In Title Case, brought to the case of a sentence, one character for one.

A parser takes each word in capitals for part of a name, and finds no verb in such a line. Words
that are no names (lower_case_words.txt) are written small, besides those of long names that the
registries know ("Security Council") and of names of places ("South Belt", "Coro River").
"""

from __future__ import annotations

import re
from collections.abc import Callable

from reportedly.parse.known_names import WORD, stem
from reportedly.parse.long_names import long_names
from reportedly.parse.word_lists import parsing_words

_FEWEST, _MOST = 3, 20  # words of a headline
_LONG = 4  # letters from which a title writes a word with a capital
_FEWEST_STYLED = 2  # longer words with a capital that are no names
_SHARE = 0.4  # of them among those with a capital
_SMALL = frozenset(
    {"about", "after", "against", "amid", "among", "before", "between", "during", "from", "into",
     "near", "onto", "over", "than", "that", "through", "under", "until", "upon", "when", "with",
     "within", "without"}
)  # fmt: skip
_MONTHS = frozenset({"march", "may", "august"})
_BEFORE_MONTHS = frozenset(
    {"by", "early", "from", "in", "last", "late", "next", "of", "since", "this", "until"}
)


def sentence_case(text: str, is_small: Callable[[str], bool]) -> str | None:
    """A headline as a sentence writes it, of equal length; None for text that is no such line.

    Args:
        text: a paragraph.
        is_small: whether a word, given in small letters, is no name.
    """
    if "\n" in text.strip() or text.rstrip()[-1:] in ".:;,":
        return None
    words = list(WORD.finditer(text))
    if not _FEWEST <= len(words) <= _MOST or not _is_title([w.group() for w in words], is_small):
        return None
    kept = {start for start, _ in long_names(text)}
    pieces, at = [], 0
    for number, word in enumerate(words):
        keeps = number == 0 or word.start() in kept or _is_of_name(words, number, is_small, text)
        pieces += [text[at : word.start()], word.group() if keeps else word.group().lower()]
        at = word.end()
    return "".join([*pieces, text[at:]])


def _is_title(words: list[str], is_small: Callable[[str], bool]) -> bool:
    """Whether all longer words have a capital, and enough of them only because of the style."""
    if any(w[0].islower() and len(w) >= _LONG and w.lower() not in _SMALL for w in words):
        return False
    large = [w for w in words if w[0].isupper()]
    styled = [w for w in large if len(w) >= _LONG and w[1:].islower() and is_small(_small(w))]
    return len(styled) >= _FEWEST_STYLED and len(styled) >= _SHARE * len(large)


def _is_of_name(
    words: list[re.Match[str]], number: int, is_small: Callable[[str], bool], text: str
) -> bool:
    """Whether a word of a title has its capital as a name, or as a part of one."""
    word = words[number].group()
    small = _small(word)
    if len(word) == 1:
        return word == "I" or text[words[number].end() :][:1] == "."
    if (word.isupper() and len(word) > 1) or not is_small(small):
        return True
    before = _small(words[number - 1].group())
    behind = words[number + 1].group() if number + 1 < len(words) else ""
    if small in _MONTHS:
        dated = re.match(r"\W{1,2}\d", text[words[number].end() :]) is not None
        return dated or before in _BEFORE_MONTHS
    if small in parsing_words().before_names:
        return behind[:1].isupper() and not is_small(_small(behind))
    is_name = words[number - 1].group()[0].isupper() and not is_small(before)
    return small in parsing_words().behind_names and is_name


def _small(word: str) -> str:
    return stem(word).lower()
