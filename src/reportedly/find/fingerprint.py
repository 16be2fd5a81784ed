"""Fingerprints: what echo detection needs of a text without reading the text again."""

from __future__ import annotations

import re
from itertools import pairwise

from reportedly.records import Fingerprint

PERMUTATIONS = 256
SHINGLE_WORDS = 3
# Part of the data format: another seed would make stored fingerprints incomparable.
SEED = 42

_WORD = re.compile(r"\w+(?:['’\u200c]\w+)*")


def word_spans(text: str) -> list[tuple[int, int, str]]:
    """The words of a text as (start, end, word), casefolded and without punctuation.

    Curly and straight apostrophes inside words are made equal; offsets are code points.
    """
    return [
        (match.start(), match.end(), match.group().casefold().replace("’", "'"))
        for match in _WORD.finditer(text)
    ]


def shingles(words: list[str]) -> list[str]:
    """The distinct word 3-grams of a text in sorted order; a shorter text is one shingle."""
    if not words:
        return []
    if len(words) < SHINGLE_WORDS:
        return [" ".join(words)]
    pairs = pairwise(pairwise(words))
    return sorted({f"{first} {second} {third}" for (first, second), (_, third) in pairs})


def fingerprint(text: str) -> Fingerprint:
    """MinHash of the word 3-grams of a text (256 permutations, fixed seed).

    An empty text, or one without words, has no hash values and is like nothing else.

    Sources: Broder 1997, "On the resemblance and containment of documents"; `rensa`.
    """
    from rensa import RMinHash

    words = [word for _, _, word in word_spans(text)]
    grams = shingles(words)
    if not grams:
        return Fingerprint(minhash=(), words=0)
    minhash = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
    minhash.update(grams)
    return Fingerprint(minhash=tuple(minhash.digest()), words=len(words))


def resemblance(first: Fingerprint, second: Fingerprint) -> float:
    """The estimated Jaccard similarity of the 3-grams of two texts (0 to 1)."""
    if not first.minhash or not second.minhash:
        return 0.0
    pairs = zip(first.minhash, second.minhash, strict=True)
    return sum(a == b for a, b in pairs) / len(first.minhash)
