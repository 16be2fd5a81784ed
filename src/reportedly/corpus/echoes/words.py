"""The words of an article as echo detection compares them: with offsets, quotes, sentences."""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.find.fingerprint import word_spans
from reportedly.parse.plain import paragraphs, sentence_bounds

# Marks of direct speech within one paragraph; a lone mark quotes nothing. ASCII marks that
# show which opens and which closes may hold several lines.
_QUOTED = re.compile(
    r"“[^“”\n]{1,2000}”|«[^«»\n]{1,2000}»|``(?:[^`']|'(?!')){1,2000}''"
    r"|(?<!\S)''(?=\S)[^\n]{1,2000}?(?<=\S)''(?!\w)|\"[^\"\n]{1,2000}\"|(?<!\S)\"(?=\S)[^\"]{1,2000}\s\"(?!\S)"
)
_QUOTE_MARK = re.compile(r"[“«`'\"]")
_LONG_WORD = 5
_ENDINGS = ("'s", "ing", "ed", "es", "s")


@dataclass(frozen=True, slots=True)
class ArticleWords:
    """One text as words: `words[i]` stands at `[starts[i], ends[i])` of the text.

    A collection holds one for each article, so equal words are one object and numbers are packed.
    """

    words: tuple[str, ...]
    starts: Sequence[int]
    ends: Sequence[int]
    apart: Sequence[int]  # 1: quoted words and page furniture, sharing them is no copying
    sentences: tuple[tuple[int, int], ...]  # word indexes [first, last)


def article_words(text: str) -> ArticleWords:
    """Split a text into comparable words, with what is quoted and where sentences end."""
    spans = word_spans(text)
    first_ones, last_ones, words = zip(*spans, strict=True) if spans else ((), (), ())
    starts = array("I", first_ones)
    apart = bytearray(len(spans))
    mark = _QUOTE_MARK.search(text)
    for match in _QUOTED.finditer(text, mark.start()) if mark else ():
        first, last = bisect_left(starts, match.start()), bisect_left(starts, match.end())
        apart[first:last] = b"\1" * (last - first)
    sentences = []
    for start, end in paragraphs(text):
        for low, high in sentence_bounds(text, start, end):
            first, last = bisect_left(starts, low), bisect_left(starts, high)
            if first < last:
                sentences.append((first, last))
    return ArticleWords(
        words=tuple(map(sys.intern, words)),
        starts=starts,
        ends=array("I", last_ones),
        apart=bytes(apart),
        sentences=tuple(sentences),
    )


def stem(word: str) -> str:
    """A word without its commonest English endings, so that 'burned' meets 'burns'.

    Numbers and short words stay. It only needs to be the same for both texts.
    """
    if len(word) < _LONG_WORD or not word.isalpha():
        return word.removesuffix("'s")
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def sentence_words(words: ArticleWords) -> list[tuple[str, ...]]:
    """The sentences of a text as words."""
    return [words.words[first:last] for first, last in words.sentences]
