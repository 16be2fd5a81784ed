"""What the closer look at two actors reads beside strings: the encoder's vectors.

The actors are masked by two made-up names and other names stand as their kind, so that no side
can be told by its name. Four vectors in a row, each of length 1 or 0: that of the source, of the
target, the mean of the words on the path between them, and that of the word where they meet.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from reportedly.encode import Vectors, WordVectors
from reportedly.find.events.masked import masked_words
from reportedly.find.events.pair_features import SOURCE, TARGET, Pair, Span, pair_in
from reportedly.parse import Document

_NAMES = {SOURCE: "Alpha", TARGET: "Beta"}


def pair_vectors(
    document: Document, source: Span | None, target: Span | None, encoder: WordVectors
) -> Vectors | None:
    """The vectors of a pair, or of one actor alone; None where there is nothing to read."""
    pair = pair_in(document, source, target)
    if pair is None:
        return None
    marks = {index: _NAMES[mark] for index, mark in pair.masks.items()}
    words, positions = masked_words(pair.tokens, marks)
    if not words:
        return None
    vectors = encoder(words)
    path = _path(pair)
    parts = [
        *(_mean(vectors, [positions.get(pair.heads.get(m, -1))]) for m in (SOURCE, TARGET)),
        _mean(vectors, [positions.get(index) for index in path]),
        _mean(vectors, [positions.get(index) for index in path[-1:]]),
    ]
    return np.concatenate(parts)


def _path(pair: Pair) -> list[int]:
    """The words above the actors up to the one where they meet, which stands last.

    Of one actor alone it is the nearest verb above.
    """
    chains = [pair.chain(mark) for mark in (SOURCE, TARGET) if mark in pair.heads]
    if len(chains) == 1:
        tokens = pair.document.tokens
        above = [i for i in chains[0][1:] if tokens[i].pos in ("VERB", "AUX")]
        return above[:1]
    meeting = next((index for index in chains[0] if index in chains[1]), None)
    if meeting is None:
        return []
    between = (i for chain in chains for i in chain[1 : chain.index(meeting)])
    return [*dict.fromkeys(between), meeting]


def _mean(vectors: Vectors, rows: Iterable[int | None]) -> Vectors:
    known = sorted({row for row in rows if row is not None})
    if not known:
        return np.zeros(vectors.shape[1], dtype=np.float32)
    mean = vectors[known].mean(axis=0)
    length = float(np.sqrt(np.square(mean, dtype=np.float64).sum()))
    return np.asarray(mean / length if length else mean, dtype=np.float32)
