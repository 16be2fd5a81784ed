"""Names of several words in text that lost its case: "the River Front (RF)", "United States".

A name is long if it has several words. Its words may be no names each ("shining", "united"), so
they are found as a whole: names of the registries of actors and countries, those behind which a
text puts their initials in brackets, and those that it puts in brackets behind the initials. What
brackets tell holds for the whole text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from reportedly.parse.known_names import (
    WORD,
    Phrase,
    by_first_word,
    folded,
    phrase_of,
    registered_names,
    stem,
)
from reportedly.parse.word_lists import parsing_words

Span = tuple[int, int]
_INITIALS = re.compile(r"[\"”’]?\s*[(\[]([^\W\d_]{2,9})[)\]]")
_EXPLAINED = re.compile(r"\b([^\W\d_]{2,9})\s*[(\[]([^()\[\]\d]{5,90})[)\]]")
_GAP = re.compile(r"[\s\"“”'’-]{1,3}")
_LONGEST = 9  # words of a name before its initials
# small words inside a name, and those that end the walk back from its initials
_JOINING = frozenset({"of", "for", "and", "de", "la", "el", "del", "los", "las", "y"})
_OPENING = frozenset({"the", "a", "an", "its", "their", "his", "her", "our"})
_SMALL = _JOINING | _OPENING
_NO_PART = frozenset(
    {"by", "to", "in", "at", "on", "from", "with", "that", "which", "who", "as", "said", "is",
     "are", "was", "were", "has", "have", "had", "or", "but", "between", "against", "than"}
)  # fmt: skip


def long_names(text: str) -> tuple[Span, ...]:
    """Words of long names that begin with a capital, as spans [start, end) in order."""
    words = _words(text)
    explained = by_first_word(name for _, name in _explained(text, words))
    registered = _registered_by_first_word()
    found: list[Span] = []
    at = 0
    while at < len(words):
        first = words[at][2]
        phrases = (*explained.get(first, ()), *registered.get(first, ()))
        length = _length_at(text, words, at, phrases)
        found.extend((s, e) for s, e, word in words[at : at + length] if word not in _SMALL)
        at += max(length, 1)
    return tuple(found)


def explained_initials(text: str) -> frozenset[str]:
    """Initials that stand in brackets behind their name, or before it."""
    return frozenset(initials.upper() for initials, _ in _explained(text, _words(text)))


def _words(text: str) -> list[tuple[int, int, str]]:
    return [(m.start(), m.end(), folded(m.group())) for m in WORD.finditer(text)]


@cache
def _registered_by_first_word() -> dict[str, list[Phrase]]:
    return by_first_word(registered_names())


def _length_at(
    text: str, words: Sequence[tuple[int, int, str]], at: int, phrases: Iterable[Phrase]
) -> int:
    """How many words the longest name has that begins with a word; 0 for none."""
    fitting = (
        len(phrase)
        for phrase in phrases
        if len(there := words[at : at + len(phrase)]) == len(phrase)
        and _is_phrase(text, there, phrase)
    )
    return max(fitting, default=0)


def _is_phrase(text: str, there: Sequence[tuple[int, int, str]], phrase: Phrase) -> bool:
    """Whether words of a text are those of a name, with nothing but a gap between them."""
    last = len(phrase) - 1
    return all(
        _is_word(word, part, last=n == last)
        for n, ((_, _, word), part) in enumerate(zip(there, phrase, strict=True))
    ) and all(_GAP.fullmatch(text[a[1] : b[0]]) for a, b in pairwise(there))


def _is_word(word: str, part: str, *, last: bool) -> bool:
    return word == part or (last and stem(word) == part)


def _explained(text: str, words: Sequence[tuple[int, int, str]]) -> list[tuple[str, Phrase]]:
    """The initials and names that stand together."""
    found = []
    ends = {end: n for n, (_, end, _) in enumerate(words)}
    for match in _INITIALS.finditer(text):
        last = ends.get(match.start())
        found.append((match.group(1), _before(text, words, last) if last is not None else ()))
    found.extend((m.group(1), phrase_of(m.group(2))) for m in _EXPLAINED.finditer(text))
    return [(initials, name) for initials, name in found if _stands_for(initials, name)]


def _before(text: str, words: Sequence[tuple[int, int, str]], last: int) -> Phrase:
    """The name that ends at a word: back to its article, without what is only said of it."""
    taken: list[str] = []
    for n in range(last, max(last - _LONGEST, -1), -1):
        start, end, word = words[n]
        following = words[n + 1][0] if n < last else end
        if word in _NO_PART or (n < last and not _GAP.fullmatch(text[end:following])):
            break
        if word in _OPENING and not (n and words[n - 1][2] in _JOINING):
            while taken and (taken[0] in parsing_words().beside_names or taken[0] in _JOINING):
                del taken[0]
            return tuple(taken)
        taken.insert(0, word)
        if start == 0:
            break
    return ()


def _stands_for(initials: str, name: Sequence[str]) -> bool:
    """Whether most initials begin a word of the name; translated names keep only some."""
    letters = {word[:1].casefold() for word in name}
    known = sum(letter in letters for letter in initials.casefold())
    return len(name) > 1 and 2 * known > len(initials)
