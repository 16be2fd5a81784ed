"""Fits a classifier of two layers with plain arrays: fixed seeds, one thread, equal bytes.

Several networks that differ by their seed stand side by side as one: its scores are the mean of
theirs. Alone each of them opens a few verbs that the others do not.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]

SEEDS = (1, 2, 3)
DROPPED = 0.3
ROUNDS, BATCH, RATE, DECAY = 14, 128, 1.5e-3, 1e-4


def fit(
    values: Array, rows: NDArray[np.int64], labels: int, weights: Array, *, hidden: int
) -> list[Array]:
    """Weights and biases of both layers: those of all networks, side by side."""
    networks = [fit_one(values, rows, (hidden, labels), weights, seed) for seed in SEEDS]
    inner, inner_bias, outer, outer_bias = zip(*networks, strict=True)
    return [
        np.concatenate(inner, axis=1),
        np.concatenate(inner_bias),
        np.concatenate(outer) / np.float32(len(SEEDS)),
        np.mean(outer_bias, axis=0, dtype=np.float32),
    ]


def fit_one(
    values: Array, rows: NDArray[np.int64], units: tuple[int, int], weights: Array, seed: int
) -> list[Array]:
    """Weights and biases of one network (Adam, dropout of hidden units, falling rate)."""
    hidden, labels = units
    random = np.random.default_rng(seed)
    count, inputs = values.shape
    layers = [
        random.normal(0, inputs**-0.5, (inputs, hidden)).astype(np.float32),
        np.zeros(hidden, dtype=np.float32),
        random.normal(0, hidden**-0.5, (hidden, labels)).astype(np.float32),
        np.zeros(labels, dtype=np.float32),
    ]
    first = [np.zeros_like(layer) for layer in layers]
    second = [np.zeros_like(layer) for layer in layers]
    step = 0
    for turn in range(ROUNDS):
        order = random.permutation(count)
        rate = RATE * (1 - turn / ROUNDS)
        for start in range(0, count, BATCH):
            chosen = order[start : start + BATCH]
            step += 1
            slopes = gradients(layers, values[chosen], rows[chosen], weights[chosen], random)
            for place, slope in enumerate(slopes):
                first[place] += 0.1 * (slope - first[place])
                second[place] += 0.001 * (slope * slope - second[place])
                move = first[place] / (1 - 0.9**step)
                size = np.sqrt(second[place] / (1 - 0.999**step)) + 1e-8
                layers[place] -= (rate * move / size).astype(np.float32)
    return layers


def gradients(
    layers: Sequence[Array],
    values: Array,
    rows: NDArray[np.int64],
    weights: Array,
    random: np.random.Generator,
) -> list[Array]:
    """Slopes of the loss of a batch by each layer."""
    inner, inner_bias, outer, outer_bias = layers
    hidden = values @ inner + inner_bias
    open_ = (hidden > 0) * (random.random(hidden.shape) > DROPPED) / (1 - DROPPED)
    open_ = open_.astype(np.float32)
    hidden = hidden * open_
    wrong = softmax(np.asarray(hidden @ outer + outer_bias, dtype=np.float32))
    wrong[np.arange(len(rows)), rows] -= 1
    wrong *= weights[:, None] / len(rows)
    below = (wrong @ outer.T) * open_
    return [
        values.T @ below + DECAY * inner,
        below.sum(axis=0),
        hidden.T @ wrong + DECAY * outer,
        wrong.sum(axis=0),
    ]


def softmax(scores: Array) -> Array:
    """Shares of each row."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float32)
