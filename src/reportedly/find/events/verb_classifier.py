"""A small trained classifier: which type of act a verb tells in its sentence, if any.

It reads verbs that no rule of the lexicon reads. Two layers over the verb's vectors and the
strings of its clause (`verb_features`), trained on our own sentences by `training/told_verbs.py`;
the card stands in `models/told_verbs`. A glance at the strings alone says first whether the verb
is worth its vectors, which cost far more; the encoder that gives them is loaded when a verb first
wants them. Equal input gives equal output up to rounding.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reportedly.encode import OnDemand, Vectors
from reportedly.find.events.labels import read_labels, read_vocabulary
from reportedly.find.events.layers import TwoLayers, unpack_layers
from reportedly.find.events.weights import load_weights
from reportedly.records import EventType

FORCE: frozenset[EventType] = frozenset({"ASSAULT", "COERCE", "PROTEST"})  # a glance looks for
LENGTH = 5.0  # to which the verb's own vector is scaled
STRINGS_LENGTH = 4.0  # to which the strings are scaled together


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbClassifier:
    """Weights, ready to be asked."""

    labels: tuple[str, ...]  # types and 'NONE'
    vocabulary: Mapping[str, int]  # string → row of `strings`
    rarity: NDArray[np.float32]  # (strings,)
    layers: TwoLayers
    glance_weights: NDArray[np.float32]  # (strings,)
    glance_bias: float

    def glance(self, strings: Sequence[str]) -> float:
        """How likely a verb tells a type of `FORCE`, by the strings of its clause alone."""
        rows, values = self._values(strings)
        score = self.glance_bias + (self.glance_weights[rows] * values).sum(dtype=np.float64)
        return float(1 / (1 + np.exp(-score)))

    def shares(self, strings: Sequence[str], vectors: Vectors) -> dict[str, float]:
        """The probability of each label for a verb, by its strings and vectors."""
        shares = self.layers.shares(vectors * LENGTH, *self._values(strings))
        return dict(zip(self.labels, shares, strict=True))

    def _values(self, strings: Sequence[str]) -> tuple[list[int], NDArray[np.float32]]:
        rows = [self.vocabulary[string] for string in strings if string in self.vocabulary]
        return rows, scaled(self.rarity[rows])


@dataclass(frozen=True, slots=True)
class VerbReader:
    """The classifier, and the encoder whose vectors it reads."""

    classifier: VerbClassifier
    encoder: OnDemand  # gives None where its packages are not installed


def scaled(weights: NDArray[np.float32]) -> NDArray[np.float32]:
    """The weights of a verb's strings, brought to one length."""
    length = float(np.sqrt(np.square(weights, dtype=np.float64).sum()))
    return np.asarray(weights * (STRINGS_LENGTH / length) if length else weights, dtype=np.float32)


def load_verb_reader(encoder: OnDemand) -> VerbReader:
    """The shipped classifier with an encoder.

    Raises:
        DataError: if the classifier's file is missing or holds something else.
    """
    return VerbReader(load_weights("told_verbs", unpack_verb_classifier), encoder)


def unpack_verb_classifier(arrays: Mapping[str, NDArray[Any]]) -> VerbClassifier:
    """A classifier from stored arrays (`training/told_verbs.py` lists them).

    Raises:
        KeyError: if an array is missing.
        ValueError: if shapes or labels do not fit.
    """
    labels, vocabulary = read_labels(arrays), read_vocabulary(arrays)
    layers = unpack_layers(arrays, len(labels), len(vocabulary))
    return VerbClassifier(
        labels=labels,
        vocabulary=vocabulary,
        rarity=arrays["rarity"].astype(np.float32),
        layers=layers,
        glance_weights=arrays["glance"].astype(np.float32),
        glance_bias=float(arrays["glance_bias"]),
    )
