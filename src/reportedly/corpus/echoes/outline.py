"""One text in numbers: what is held of every text while only some are read."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from reportedly.corpus.echoes.words import ArticleWords, sentence_words, stem
from reportedly.records import Fingerprint

GRAM_WORDS = 6
SAMPLED = 4  # one 6-gram of four is kept, the same ones in every text

Numbers = npt.NDArray[np.uint32]
SentenceMarks = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Outline:
    """What finding echoes must know of every text: some 4 KB for 800 words."""

    text_mark: bytes  # equal for equal texts
    words_mark: bytes  # equal for texts of equal words
    words: int
    sentences: int
    sentence_marks: SentenceMarks  # one for each different sentence
    grams: Numbers  # sampled word 6-grams, in order
    stems: Numbers  # different ones, in order
    minhash: Numbers  # empty where a text has no fingerprint


def outline(text: str, words: ArticleWords, fingerprint: Fingerprint | None) -> Outline:
    """Sum up one text."""
    return Outline(
        text_mark=_mark(text),
        words_mark=_mark(" ".join(words.words)),
        words=len(words.words),
        sentences=len(words.sentences),
        sentence_marks=np.unique(
            np.array([sentence_mark(s) for s in sentence_words(words)], dtype=np.uint64)
        ),
        grams=_sampled(words.words),
        stems=_numbers({stem_number(word) for word in set(words.words)}),
        minhash=np.array(fingerprint.minhash if fingerprint else (), dtype=np.uint32),
    )


def sentence_mark(words: Sequence[str]) -> int:
    """A number for the words of a sentence."""
    return int.from_bytes(_mark(" ".join(words))[:8], "little")


@lru_cache(maxsize=200_000)
def stem_number(word: str) -> int:
    """The stem of a word as a number of 32 bits; two stems in some thousand millions share one."""
    return zlib.crc32(stem(word).encode("utf-8", "surrogatepass"))


def _mark(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _sampled(words: Sequence[str]) -> Numbers:
    joined = " ".join(words).encode("utf-8", "surrogatepass")
    text = memoryview(joined)
    # of each word, with its space; words hold none
    ends = list(accumulate([len(word) + 1 for word in joined.split(b" ")]))
    starts = [0, *ends]
    grams = (
        zlib.crc32(text[start : end - 1])
        for start, end in zip(starts, ends[GRAM_WORDS - 1 :], strict=False)
    )
    return _numbers({gram for gram in grams if gram % SAMPLED == 0})


def _numbers(values: Iterable[int]) -> Numbers:
    return np.array(sorted(values), dtype=np.uint32)


_COLUMNS = (
    ("sentence_marks", np.uint64),
    ("grams", np.uint32),
    ("stems", np.uint32),
    ("minhash", np.uint32),
)


def pack_outline(one: Outline) -> tuple[list[int], bytes]:
    """An outline as a row of numbers and bytes."""
    columns = [getattr(one, name) for name, _ in _COLUMNS]
    row = [one.words, one.sentences, *map(len, columns)]
    return row, b"".join((one.text_mark, one.words_mark, *(c.tobytes() for c in columns)))


def unpack_outline(row: Sequence[int], data: bytes) -> Outline:
    """The outline of `pack_outline`."""
    words, sentences, *lengths = row
    at, columns = 32, {}
    for (name, kind), length in zip(_COLUMNS, lengths, strict=True):
        columns[name] = np.frombuffer(data, kind, length, at)
        at += columns[name].nbytes
    return Outline(
        text_mark=data[:16], words_mark=data[16:32], words=words, sentences=sentences, **columns
    )
