"""A small trained classifier: which type of act a verb tells in its sentence, if any.

It reads verbs that no rule of the lexicon reads. Two layers over the verb's vectors and the
strings of its clause (`verb_features`), trained on our own sentences by `training/told_verbs.py`;
the card stands in `models/told_verbs`. A glance at the strings alone says first whether the verb
is worth its vectors, which cost far more; the encoder that gives them is loaded when a verb first
wants them. Equal input gives equal output up to rounding.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from reportedly.encode import Vectors, WordVectors, load_encoder
from reportedly.find.events.classifier import NO_TYPE
from reportedly.find.events.weights import load_weights
from reportedly.records import EventType

FORCE: frozenset[EventType] = frozenset({"ASSAULT", "COERCE", "PROTEST"})  # a glance looks for
LENGTH = 5.0  # to which the verb's own vector is scaled
STRINGS_LENGTH = 4.0  # to which the strings are scaled together


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbClassifier:
    """Weights of both layers, ready to be asked."""

    labels: tuple[str, ...]  # types and 'NONE'
    vocabulary: Mapping[str, int]  # string → row of `strings`
    rarity: NDArray[np.float32]  # (strings,)
    vectors: NDArray[np.float32]  # (vector, hidden)
    strings: NDArray[np.float32]  # (strings, hidden)
    inner_bias: NDArray[np.float32]  # (hidden,)
    outer: NDArray[np.float32]  # (hidden, labels)
    outer_bias: NDArray[np.float32]  # (labels,)
    glance_weights: NDArray[np.float32]  # (strings,)
    glance_bias: float

    def glance(self, strings: Sequence[str]) -> float:
        """How likely a verb tells a type of `FORCE`, by the strings of its clause alone."""
        rows, values = self._values(strings)
        score = self.glance_bias + (self.glance_weights[rows] * values).sum(dtype=np.float64)
        return float(1 / (1 + np.exp(-score)))

    def shares(self, strings: Sequence[str], vectors: Vectors) -> dict[str, float]:
        """The probability of each label for a verb, by its strings and vectors."""
        vector = vectors * LENGTH
        rows, values = self._values(strings)
        # summed row by row: a product of matrices would round as the machine likes
        inner = self.inner_bias + (self.vectors * vector[:, None]).sum(axis=0, dtype=np.float64)
        inner = inner + (self.strings[rows] * values[:, None]).sum(axis=0, dtype=np.float64)
        active = np.maximum(inner, 0.0)
        scores = self.outer_bias + (self.outer * active[:, None]).sum(axis=0, dtype=np.float64)
        raised = np.exp(scores - scores.max())
        return dict(zip(self.labels, map(float, raised / raised.sum()), strict=True))

    def _values(self, strings: Sequence[str]) -> tuple[list[int], NDArray[np.float32]]:
        rows = [self.vocabulary[string] for string in strings if string in self.vocabulary]
        return rows, scaled(self.rarity[rows])


@dataclass(frozen=True, slots=True)
class VerbReader:
    """The classifier, and the encoder whose vectors it reads."""

    classifier: VerbClassifier
    encoder: Callable[[], WordVectors | None]  # None where its packages are not installed


def scaled(weights: NDArray[np.float32]) -> NDArray[np.float32]:
    """The weights of a verb's strings, brought to one length."""
    length = float(np.sqrt(np.square(weights, dtype=np.float64).sum()))
    return np.asarray(weights * (STRINGS_LENGTH / length) if length else weights, dtype=np.float32)


def load_verb_reader() -> VerbReader:
    """The shipped classifier, with an encoder that is loaded at the first call for it.

    Raises:
        DataError: if the classifier's file is missing or holds something else.
    """
    return VerbReader(load_verb_classifier(), cache(load_encoder))


def load_verb_classifier() -> VerbClassifier:
    """The shipped classifier.

    Raises:
        DataError: if its file is missing or holds something else.
    """
    return load_weights("told_verbs", unpack_verb_classifier)


def unpack_verb_classifier(arrays: Mapping[str, NDArray[Any]]) -> VerbClassifier:
    """A classifier from stored arrays (`training/told_verbs.py` lists them).

    Raises:
        KeyError: if an array is missing.
        ValueError: if shapes or labels do not fit.
    """
    labels = tuple(arrays["labels"].tobytes().decode().split("\n"))
    names = arrays["vocabulary"].tobytes().decode().split("\n")
    inner = arrays["inner"].astype(np.float32) * arrays["scale"].astype(np.float32)
    outer = arrays["outer"].astype(np.float32)
    split = len(inner) - len(names)
    if split <= 0 or outer.shape != (inner.shape[1], len(labels)):
        raise ValueError("weights, labels and vocabulary do not fit each other")
    unknown = set(labels) - {*get_args(EventType), NO_TYPE}
    if unknown:
        raise ValueError(f"unknown labels: {', '.join(sorted(unknown))}")
    return VerbClassifier(
        labels=labels,
        vocabulary={name: row for row, name in enumerate(names)},
        rarity=arrays["rarity"].astype(np.float32),
        vectors=np.ascontiguousarray(inner[:split]),
        strings=np.ascontiguousarray(inner[split:]),
        inner_bias=arrays["inner_bias"].astype(np.float32),
        outer=outer,
        outer_bias=arrays["outer_bias"].astype(np.float32),
        glance_weights=arrays["glance"].astype(np.float32),
        glance_bias=float(arrays["glance_bias"]),
    )
