"""Trains the closer look at two actors and prints the figures of its card.

Run in a checkout with the `training` extra installed::

    python training/closer_look.py                    # writes models/closer_look/weights.npz
    python training/closer_look.py --gold dev.jsonl   # tests it on foreign sentences as well

The sentences and pairs of `event_types.py`, with the encoder's vectors beside their strings
(`find.events.pair_vectors`); two layers, three networks that differ by their seed. The temperature
is fitted on scores of five-fold cross-validation (folds by sentence). Fixed seeds, one thread:
equal sentences, rules and packages give equal bytes.

Arrays of `weights.npz`: `labels` and `vocabulary` (UTF-8, one string a line), `rarity` (float16),
`inner` (vectors and strings × hidden, int8) with one `scale` a column, `inner_bias`, `outer`,
`outer_bias`, `temperature`.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import two_layers
from event_types import (
    FOLDS,
    FOREIGN,
    ROOT,
    Example,
    Reader,
    calibration,
    describe,
    fit_temperature,
    fold_of,
    folded,
    matrix,
    read_examples,
    read_gold,
)
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from reportedly.encode import load_encoder, remembered
from reportedly.find.events.closer_look import STRINGS_WEIGHT, unpack_closer_look
from reportedly.find.events.labels import NO_TYPE
from reportedly.find.events.layers import TwoLayers, unpack_layers
from reportedly.find.events.pair_features import GROUPS
from reportedly.find.events.pair_vectors import pair_vectors

TARGET = ROOT / "src/reportedly/models/closer_look/weights.npz"
LEAST = 8  # pairs that a string must stand in
HIDDEN = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The strings that are read, and their rarity."""

    vocabulary: dict[str, int]
    rarity: NDArray[np.float32]


def words_of(examples: Sequence[Example]) -> Words:
    """Strings of enough pairs, in the order of the alphabet."""
    standing = Counter(
        f"{group}\t{string}"
        for example in examples
        for group in GROUPS
        for string in example.features.get(group, ())
    )
    names = sorted(name for name, count in standing.items() if count >= LEAST)
    counts = np.array([standing[name] for name in names])
    rarity = np.log((1 + len(examples)) / (1 + counts)) + 1
    return Words(
        vocabulary={name: row for row, name in enumerate(names)},
        rarity=rarity.astype(np.float16).astype(np.float32),
    )


def inputs(examples: Sequence[Example], words: Words) -> NDArray[np.float32]:
    """Examples by inputs: vectors, then strings."""
    strings = matrix(examples, words.vocabulary, words.rarity).toarray() * STRINGS_WEIGHT
    vectors = np.stack([example.vectors for example in examples])
    return np.concatenate([vectors, strings], axis=1).astype(np.float32)


def train(examples: Sequence[Example], words: Words, labels: Sequence[str]) -> dict[str, Any]:
    """Fit both layers and pack them, the inner layer in eight bits."""
    rows = np.array([labels.index(example.label) for example in examples])
    weights = np.array([example.weight for example in examples], dtype=np.float32)
    values = inputs(examples, words)
    inner, inner_bias, outer, outer_bias = two_layers.fit(
        values, rows, len(labels), weights, hidden=HIDDEN
    )
    scale = np.abs(inner).max(axis=0) / 127
    return {
        "inner": np.rint(inner / scale).astype(np.int8),
        "scale": scale.astype(np.float32),
        "inner_bias": inner_bias,
        "outer": outer,
        "outer_bias": outer_bias,
    }


def scores(layers: TwoLayers, values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Scores before the temperature: (examples, labels)."""
    inner = np.concatenate([layers.vectors, layers.strings])
    hidden = np.maximum(values @ inner + layers.inner_bias, 0)
    return np.asarray(hidden @ layers.outer + layers.outer_bias, dtype=np.float32)


def held_out(
    examples: Sequence[Example], labels: Sequence[str]
) -> tuple[list[Example], NDArray[np.float32]]:
    """Hand-labelled examples, and their scores by networks that did not see them."""
    held: list[Example] = []
    found: list[NDArray[np.float32]] = []
    for fold in range(FOLDS):
        seen = [e for e in examples if fold_of(e.group) != fold]
        out = [e for e in examples if fold_of(e.group) == fold and e.written]
        words = words_of(seen)
        packed = train(seen, words, labels)
        layers = unpack_layers(packed, len(labels), len(words.vocabulary))
        held.extend(out)
        found.append(scores(layers, inputs(out, words)))
    return held, np.concatenate(found)


def main() -> None:
    """Train, print the figures, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--gold", type=Path, help="JSON lines, or a folder of them: text, spans, root"
    )
    options = parser.parse_args()
    encoder = load_encoder()
    if encoder is None:
        raise SystemExit("the sentence encoder is not installed")
    kept = remembered(encoder, 8)
    reader = Reader(lambda document, source, target: pair_vectors(document, source, target, kept))
    examples = [e for e in read_examples(reader) if e.vectors is not None]
    labels = tuple(sorted({example.label for example in examples}))
    held, found = held_out(examples, labels)
    temperature = fit_temperature(held, found, labels)
    own = [example.label.partition("/")[0] for example in held]
    best, shares = folded(two_layers.softmax(found / temperature), labels, {}, none=True)
    print(describe("own sentences, cross-validated", own, best))
    print(f"temperature {temperature}, calibration error {calibration(own, best, shares):.3f}")
    acts = [row for row, name in enumerate(own) if name != NO_TYPE]
    some, _ = folded(two_layers.softmax(found[acts]), labels, {}, none=False)
    print(describe("own sentences, pairs in some relation", [own[row] for row in acts], some))
    words = words_of(examples)
    arrays = {
        "labels": np.frombuffer("\n".join(labels).encode(), dtype=np.uint8),
        "vocabulary": np.frombuffer("\n".join(words.vocabulary).encode(), dtype=np.uint8),
        "rarity": words.rarity.astype(np.float16),
        "temperature": np.float32(temperature),
        **train(examples, words, labels),
    }
    closer = unpack_closer_look(arrays, lambda: kept)
    if options.gold:
        gold = [e for e in read_gold(options.gold, reader) if e.vectors is not None]
        values = two_layers.softmax(scores(closer.layers, inputs(gold, words)))
        named, _ = folded(values, labels, FOREIGN, none=False)
        print(describe("foreign sentences", [example.label for example in gold], named))
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(TARGET, **arrays)
    print(f"{len(closer.labels)} labels, {len(closer.vocabulary)} strings, ", end="")
    print(f"{TARGET.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    with threadpool_limits(limits=1):
        main()
