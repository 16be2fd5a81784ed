"""Two layers of weights over a vector and over strings: what both close classifiers consist of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Row = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoLayers:
    """Weights of both layers, ready to be asked."""

    vectors: NDArray[np.float32]  # (vector, hidden)
    strings: NDArray[np.float32]  # (strings, hidden)
    inner_bias: NDArray[np.float32]  # (hidden,)
    outer: NDArray[np.float32]  # (hidden, labels)
    outer_bias: NDArray[np.float32]  # (labels,)

    def shares(
        self, vector: Row, rows: Sequence[int], values: Row, temperature: float = 1.0
    ) -> tuple[float, ...]:
        """The probability of each label.

        Args:
            vector: numbers of the encoder, (vector,).
            rows: which strings there are.
            values: how much each of them weighs, as long as `rows`.
            temperature: what scores are divided by.
        """
        # summed row by row: a product of matrices would round as the machine likes
        inner = self.inner_bias + (self.vectors * vector[:, None]).sum(axis=0, dtype=np.float64)
        inner = inner + (self.strings[rows] * values[:, None]).sum(axis=0, dtype=np.float64)
        active = np.maximum(inner, 0.0)
        scores = self.outer_bias + (self.outer * active[:, None]).sum(axis=0, dtype=np.float64)
        return softmax(scores / temperature)


def softmax(scores: NDArray[np.float64]) -> tuple[float, ...]:
    """Scores of labels as probabilities."""
    raised = np.exp(scores - scores.max())
    return tuple(map(float, raised / raised.sum()))


def unpack_layers(arrays: Mapping[str, NDArray[Any]], labels: int, strings: int) -> TwoLayers:
    """Layers from stored arrays: `inner` (int8, vector then strings) with one `scale` a column,
    `inner_bias`, `outer`, `outer_bias`.

    Raises:
        KeyError: if an array is missing.
        ValueError: if their shapes do not fit the numbers of labels and strings.
    """
    inner = arrays["inner"].astype(np.float32) * arrays["scale"].astype(np.float32)
    outer = arrays["outer"].astype(np.float32)
    split = len(inner) - strings
    if split <= 0 or outer.shape != (inner.shape[1], labels):
        raise ValueError("weights, labels and vocabulary do not fit each other")
    return TwoLayers(
        vectors=np.ascontiguousarray(inner[:split]),
        strings=np.ascontiguousarray(inner[split:]),
        inner_bias=arrays["inner_bias"].astype(np.float32),
        outer=outer,
        outer_bias=arrays["outer_bias"].astype(np.float32),
    )
