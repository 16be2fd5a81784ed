"""Trains the event classifier on our own sentences and prints the figures of its card.

Run in a checkout with the `training` extra installed::

    python training/event_types.py                    # writes models/event_types/weights.npz
    python training/event_types.py --gold dev.jsonl   # tests it on foreign sentences as well
    python training/event_types.py --curve            # and tells how figures grow with sentences

Steps: parse `training/sentences`, read each labelled pair's features (`find.events.pair_features`),
weigh strings by rarity, fit a multinomial logistic regression, calibrate its temperature on the
scores of five-fold cross-validation (folds by sentence), store weights in eight bits. One seed,
one thread: equal sentences, rules and packages give equal bytes.

Arrays of `weights.npz`: `labels` and `vocabulary` (UTF-8, one string a line), `weights`
(labels × features, int8) with one `scale` a label, `bias`, `rarity` (float16), `temperature`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import runpy
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, precision_recall_fscore_support
from threadpoolctl import threadpool_limits

from reportedly.encode import Vectors
from reportedly.find.events.classifier import EventClassifier, unpack_classifier
from reportedly.find.events.labels import NO_TYPE
from reportedly.find.events.pair_features import GROUPS, Features, Span, pair_features
from reportedly.find.events.triggers.lexicon import load_event_lexicon
from reportedly.find.events.triggers.matching import find_triggers
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.parse import Document, load_parser
from reportedly.records import Article

ROOT = Path(__file__).resolve().parents[1]
SENTENCES = ROOT / "training/sentences"
TARGET = ROOT / "src/reportedly/models/event_types/weights.npz"

SEED = 17
FOLDS = 5
PENALTY = 3.0  # inverse strength of the L2 penalty
LEAST = 2  # sentences that a feature must stand in
UNSEEN = -30.0  # score of a label that a part of the sentences lacks
ALONE = 0.5  # weight of an act read without its recipient
VectorsOf = Callable[[Document, Span | None, Span | None], Vectors | None]

# where ZSP draws the line elsewhere than our codebook; it joins CONCEDE and RETREAT as well
FOREIGN = {
    "CONCEDE/promised": "AGREE",
    "COERCE/ground": "ASSAULT",
    "SANCTION/sanctions": "COERCE",
    "SANCTION/verdict": "ACCUSE",
    "THREATEN/warrant": "COERCE",
    "CONCEDE": "YIELD",
    "RETREAT": "YIELD",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One pair with its label; `group` keeps pairs of a sentence in one fold."""

    features: Features
    label: str
    group: str
    weight: float = 1.0
    written: bool = True  # labelled by hand as it is
    vectors: Vectors | None = None  # where an encoder reads


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A fitted regression, in the arrays that are stored."""

    labels: tuple[str, ...]
    vocabulary: dict[str, int]
    rarity: NDArray[np.float32]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    def scores(self, examples: Sequence[Example]) -> NDArray[np.float32]:
        """Scores before the temperature: (examples, labels)."""
        values = matrix(examples, self.vocabulary, self.rarity)
        return np.asarray(values @ self.weights.T + self.bias, dtype=np.float32)


# --- examples ---------------------------------------------------------------------------------


class Reader:
    """Parses sentences and reads pairs of them, each text once."""

    def __init__(self, vectors: VectorsOf | None = None) -> None:
        """`vectors` gives those of a pair, for a classifier that reads them."""
        self._vectors = vectors
        self._parser = load_parser()
        self._lexicon = load_event_lexicon()
        self._read: dict[str, tuple[Document, Sequence[Trigger]]] = {}

    def __call__(
        self, text: str, source: Span | None, target: Span | None
    ) -> tuple[Features, Vectors | None]:
        """The features and vectors of a pair."""
        if text not in self._read:
            text_id = hashlib.sha256(text.encode()).hexdigest()
            article = Article(
                article_id=text_id, raw_id=text_id, text_id=text_id, text=text, language="en"
            )
            document = self._parser(article)
            self._read[text] = document, find_triggers(document, self._lexicon)
        document, triggers = self._read[text]
        vectors = self._vectors(document, source, target) if self._vectors else None
        return pair_features(document, source, target, triggers), vectors


def read_examples(reader: Reader) -> list[Example]:
    """Labelled pairs, and acts read without their recipients."""
    read_sentences = runpy.run_path(str(SENTENCES / "check.py"))["read_sentences"]
    examples: list[Example] = []
    for sentence in read_sentences(SENTENCES):
        for label in sentence.labels:
            name = label.type if label.shade is None else f"{label.type}/{label.shade}"
            features, vectors = reader(sentence.text, label.source, label.target)
            examples.append(
                Example(features=features, vectors=vectors, label=name, group=sentence.id)
            )
            both = label.source is not None and label.target is not None
            if both and label.type != NO_TYPE and len(sentence.labels) == 1:
                features, vectors = reader(sentence.text, label.source, None)
                alone = Example(
                    features=features,
                    vectors=vectors,
                    label=name,
                    group=sentence.id,
                    weight=ALONE,
                    written=False,
                )
                examples.append(alone)
    return examples


# --- regression -------------------------------------------------------------------------------


def matrix(
    examples: Sequence[Example], vocabulary: dict[str, int], rarity: NDArray[np.float32]
) -> csr_matrix:
    """Examples by features; each group of features has length 1, as at run time."""
    starts, columns, values = [0], [], []
    for example in examples:
        for group in GROUPS:
            strings = example.features.get(group, ())
            keys = [f"{group}\t{string}" for string in strings]
            known = [vocabulary[key] for key in keys if key in vocabulary]
            if known:
                weight = rarity[known]
                columns.extend(known)
                values.extend(weight / np.sqrt(np.square(weight).sum()))
        starts.append(len(columns))
    shape = (len(examples), len(vocabulary))
    return csr_matrix((values, columns, starts), shape=shape, dtype=np.float32)


def train(examples: Sequence[Example]) -> Model:
    """Fit the regression."""
    standing = Counter(
        f"{group}\t{string}"
        for example in examples
        if example.written
        for group in GROUPS
        for string in example.features.get(group, ())
    )
    names = sorted(name for name, count in standing.items() if count >= LEAST)
    vocabulary = {name: column for column, name in enumerate(names)}
    size = sum(example.written for example in examples)
    counts = np.array([standing[name] for name in names])
    rarity = (np.log((1 + size) / (1 + counts)) + 1).astype(np.float16).astype(np.float32)
    regression = LogisticRegression(C=PENALTY, max_iter=500, tol=1e-3, random_state=SEED)
    regression.fit(
        matrix(examples, vocabulary, rarity),
        [example.label for example in examples],
        sample_weight=[example.weight for example in examples],
    )
    return Model(
        labels=tuple(regression.classes_.tolist()),
        vocabulary=vocabulary,
        rarity=rarity,
        weights=regression.coef_.astype(np.float32),
        bias=regression.intercept_.astype(np.float32),
    )


def fold_of(group: str) -> int:
    """The fold of a sentence, from its id alone."""
    return int(hashlib.sha256(f"{SEED}{group}".encode()).hexdigest(), 16) % FOLDS


def cross_validate(
    examples: Sequence[Example],
) -> tuple[list[Example], NDArray[np.float32], tuple[str, ...]]:
    """Hand-labelled examples, their scores by models that did not see them, and the labels."""
    labels = tuple(sorted({example.label for example in examples}))
    held: list[Example] = []
    scores: list[NDArray[np.float32]] = []
    for fold in range(FOLDS):
        model = train([e for e in examples if fold_of(e.group) != fold])
        out = [e for e in examples if fold_of(e.group) == fold and e.written]
        found = np.full((len(out), len(labels)), UNSEEN, dtype=np.float32)
        found[:, [labels.index(label) for label in model.labels]] = model.scores(out)
        held.extend(out)
        scores.append(found)
    return held, np.concatenate(scores), labels


def fit_temperature(
    held: Sequence[Example], scores: NDArray[np.float32], labels: Sequence[str]
) -> float:
    """The temperature at which the held-out labels are likeliest, to two places."""
    rows = [labels.index(example.label) for example in held]

    def surprise(temperature: float) -> float:
        return float(-np.log(softmax(scores / temperature)[range(len(rows)), rows] + 1e-9).mean())

    return float(min(np.arange(0.3, 3.0, 0.01), key=surprise).round(2))


def softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Shares of each row."""
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True), dtype=np.float32)


# --- figures ----------------------------------------------------------------------------------


def folded(
    shares: NDArray[np.float32], labels: Sequence[str], fold: dict[str, str], *, none: bool
) -> tuple[list[str], list[float]]:
    """The likeliest type of each row after joining labels, with its share; `none` allows NONE."""
    joined = [fold.get(label, label.partition("/")[0]) for label in labels]
    names = sorted({name for name in joined if none or name != NO_TYPE})
    sums = np.stack([shares[:, [j == name for j in joined]].sum(axis=1) for name in names], axis=1)
    best = sums.argmax(axis=1)
    return [names[i] for i in best], [float(row[i]) for row, i in zip(sums, best, strict=True)]


def describe(title: str, gold: Sequence[str], found: Sequence[str]) -> str:
    """Accuracy and macro-F1, with precision, recall and F1 of each type."""
    names = sorted(set(gold))
    right = np.mean([a == b for a, b in zip(gold, found, strict=True)])
    macro = f1_score(gold, found, labels=names, average="macro", zero_division=0)
    lines = [f"{title}: n {len(gold)}, accuracy {right:.3f}, macro-F1 {macro:.3f}"]
    table = precision_recall_fscore_support(gold, found, labels=names, zero_division=0)
    for name, precision, recall, f1, count in zip(names, *table, strict=True):
        lines.append(f"  {name:<10} P {precision:.2f} R {recall:.2f} F1 {f1:.2f} n {count}")
    return "\n".join(lines)


def calibration(gold: Sequence[str], found: Sequence[str], shares: Sequence[float]) -> float:
    """Expected calibration error over ten equal bins of confidence."""
    bins = np.minimum((np.array(shares) * 10).astype(int), 9)
    right = np.array([a == b for a, b in zip(gold, found, strict=True)], dtype=float)
    return float(
        sum(
            abs(right[bins == b].mean() - np.array(shares)[bins == b].mean()) * (bins == b).mean()
            for b in set(bins.tolist())
        )
    )


def read_gold(path: Path, reader: Reader) -> list[Example]:
    """Foreign sentences with a marked pair (fields `text`, `spans`, `root`) as examples."""
    examples = []
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path]
    for line in (line for file in files for line in file.read_text("utf-8").splitlines()):
        row: dict[str, Any] = json.loads(line)
        spans = {span["role"]: (span["start"], span["end"]) for span in row["spans"]}
        features, vectors = reader(row["text"], spans.get("source"), spans.get("target"))
        examples.append(
            Example(features=features, vectors=vectors, label=row["root"], group=str(row["id"]))
        )
    return examples


def foreign(model: Model, gold: Sequence[Example], title: str) -> str:
    """Figures on foreign sentences, whose pairs always stand in some relation."""
    found, _ = folded(softmax(model.scores(gold)), model.labels, FOREIGN, none=False)
    return describe(title, [example.label for example in gold], found)


def curve(examples: Sequence[Example], gold: Sequence[Example]) -> Iterable[str]:
    """First lines of the figures for growing parts of the sentences (and of the gold, if any)."""
    groups = sorted(
        {e.group for e in examples}, key=lambda g: hashlib.sha256(g.encode()).hexdigest()
    )
    for share in (0.125, 0.25, 0.5, 0.75, 1.0):
        kept = set(groups[: round(len(groups) * share)])
        part = [e for e in examples if e.group in kept]
        held, scores, labels = cross_validate(part)
        found, _ = folded(softmax(scores), labels, {}, none=True)
        own = [e.label.partition("/")[0] for e in held]
        yield describe(f"{len(kept)} sentences, own", own, found).splitlines()[0]
        if gold:
            yield foreign(train(part), gold, f"{len(kept)} sentences, foreign").splitlines()[0]


# --- storing ----------------------------------------------------------------------------------


def pack(model: Model, temperature: float) -> dict[str, NDArray[Any]]:
    """The arrays of a model, its weights in eight bits."""
    scale = np.abs(model.weights).max(axis=1) / 127
    return {
        "labels": np.frombuffer("\n".join(model.labels).encode(), dtype=np.uint8),
        "vocabulary": np.frombuffer("\n".join(model.vocabulary).encode(), dtype=np.uint8),
        "weights": np.rint(model.weights / scale[:, None]).astype(np.int8),
        "scale": scale.astype(np.float32),
        "bias": model.bias,
        "rarity": model.rarity.astype(np.float16),
        "temperature": np.float32(temperature),
    }


def main() -> None:
    """Train, print the figures, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--gold", type=Path, help="JSON lines, or a folder of them: text, spans, root"
    )
    parser.add_argument("--curve", action="store_true", help="figures by number of sentences")
    options = parser.parse_args()
    reader = Reader()
    examples = read_examples(reader)
    gold = read_gold(options.gold, reader) if options.gold else []
    if options.curve:
        for line in curve(examples, gold):
            print(line)
    held, scores, labels = cross_validate(examples)
    temperature = fit_temperature(held, scores, labels)
    own = [example.label.partition("/")[0] for example in held]
    found, shares = folded(softmax(scores / temperature), labels, {}, none=True)
    print(describe("own sentences, cross-validated", own, found))
    print(f"temperature {temperature}, calibration error {calibration(own, found, shares):.3f}")
    acts = [row for row, name in enumerate(own) if name != NO_TYPE]
    some, _ = folded(softmax(scores[acts]), labels, {}, none=False)
    print(describe("own sentences, pairs in some relation", [own[row] for row in acts], some))
    model = train(examples)
    if gold:
        print(foreign(model, gold, "foreign sentences"))
    arrays = pack(model, temperature)
    classifier: EventClassifier = unpack_classifier(arrays)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(TARGET, **arrays)
    print(f"{len(classifier.labels)} labels, {len(classifier.vocabulary)} features, ", end="")
    print(f"{TARGET.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    with threadpool_limits(limits=1):
        main()
