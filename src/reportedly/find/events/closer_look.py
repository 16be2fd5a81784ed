"""A closer look at two actors: the classifier that reads the encoder's vectors beside strings.

Two layers over `pair_vectors` and `pair_features`, trained on our own sentences by
`training/closer_look.py`; the card stands in `models/closer_look`. It is asked where a pair is
given: in articles its vectors cost more than all else and changed no figure. Equal input gives
equal output up to rounding.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reportedly.encode import OnDemand
from reportedly.find.events.labels import read_labels, read_vocabulary
from reportedly.find.events.layers import TwoLayers, unpack_layers
from reportedly.find.events.pair_features import Span, pair_features, weighed
from reportedly.find.events.pair_vectors import pair_vectors
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.weights import load_weights
from reportedly.parse import Document

STRINGS_WEIGHT = 2.0  # of each group of strings beside a vector of length 1


@dataclass(frozen=True, slots=True, kw_only=True)
class CloserLook:
    """Weights, ready to be asked, and the encoder whose vectors they read."""

    labels: tuple[str, ...]
    vocabulary: Mapping[str, int]
    rarity: NDArray[np.float32]  # (strings,)
    layers: TwoLayers
    temperature: float
    encoder: OnDemand  # None where its packages are not installed

    def __call__(
        self,
        document: Document,
        source: Span | None,
        target: Span | None,
        triggers: Sequence[Trigger] = (),
    ) -> dict[str, float]:
        """The probability of each label; empty without syntax, words or encoder."""
        features = pair_features(document, source, target, triggers) if document.has_syntax else {}
        encoder = self.encoder() if features else None
        vectors = pair_vectors(document, source, target, encoder) if encoder else None
        if vectors is None:
            return {}
        rows, values = weighed(features, self.vocabulary, self.rarity)
        shares = self.layers.shares(vectors, rows, values * STRINGS_WEIGHT, self.temperature)
        return dict(zip(self.labels, shares, strict=True))


def load_closer_look(encoder: OnDemand) -> CloserLook:
    """The shipped weights with an encoder.

    Raises:
        DataError: if their file is missing or holds something else.
    """
    return load_weights("closer_look", partial(unpack_closer_look, encoder=encoder))


def unpack_closer_look(arrays: Mapping[str, NDArray[Any]], encoder: OnDemand) -> CloserLook:
    """Weights from stored arrays (`training/closer_look.py` lists them).

    Raises:
        KeyError: if an array is missing.
        ValueError: if shapes or labels do not fit.
    """
    labels, vocabulary = read_labels(arrays), read_vocabulary(arrays)
    layers = unpack_layers(arrays, len(labels), len(vocabulary))
    return CloserLook(
        labels=labels,
        vocabulary=vocabulary,
        rarity=arrays["rarity"].astype(np.float32),
        layers=layers,
        temperature=float(arrays["temperature"]),
        encoder=encoder,
    )
