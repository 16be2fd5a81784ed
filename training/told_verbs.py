"""Trains the classifier of verbs that no rule knows, and prints the figures of its card.

Run in a checkout, with the `training` extra installed::

    python training/told_verbs.py            # writes models/told_verbs/weights.npz
    python training/told_verbs.py --check    # and tests it on verbs that it has not seen

Examples are verbs of our own sentences: the verb that ties the pair of a labelled sentence
(`training/sentences`), the other verbs of these sentences (NONE), examples and counter-examples
of the lexicon's rules, acts told by rarer verbs and ordinary news (`training/verbs`), the tests'
`ordinary_news.csv` and `silent_news.csv`, and the invented corpora that were read (of those in
halves, half `a` alone). Fixed seeds, one thread: equal sentences, rules and packages give equal
bytes.

Arrays of `weights.npz`: `labels` and `vocabulary` (UTF-8, one string a line), `inner` (vector and
strings × hidden, int8) with one `scale` a column, `inner_bias`, `outer`, `outer_bias`, `rarity`;
`glance` (strings) and `glance_bias` of the first look.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import runpy
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits
from two_layers import Array, fit, softmax

from reportedly.encode import load_encoder, remembered
from reportedly.find.events.labels import NO_TYPE
from reportedly.find.events.triggers.lexicon import load_event_lexicon
from reportedly.find.events.triggers.matching import find_triggers
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.verb_classifier import FORCE, LENGTH, scaled, unpack_verb_classifier
from reportedly.find.events.verb_features import NO_ACTS, may_tell, verb_strings, verb_vectors
from reportedly.parse import Document, Token, load_parser
from reportedly.records import Article

ROOT = Path(__file__).resolve().parents[1]
SENTENCES = ROOT / "training/sentences"
VERBS = ROOT / "training/verbs"
TESTED = ROOT / "tests/find/events/ordinary_news.csv"
SILENT = ROOT / "tests/find/events/silent_news.csv"
INVENTED = ROOT / "benchmarks/invented"
CORPORA = (
    (ROOT / "src/reportedly/data/sample/articles.jsonl", INVENTED / "gold.json"),
    *(
        (INVENTED / name / "articles.jsonl", INVENTED / name / "gold.json")
        for name in ("second", "fourth", "fifth", "briefs")
    ),
)
TARGET = ROOT / "src/reportedly/models/told_verbs/weights.npz"

HIDDEN = 96
FOLDS = 3
LEAST = 6  # verbs that a string must stand at
# weights: a verb found by the path alone; another verb of a sentence; a word in another sense
GUESSED, BESIDE, OTHER_SENSE = 0.8, 0.5, 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A verb with its label."""

    vectors: Array
    strings: tuple[str, ...]
    lemma: str
    label: str
    weight: float = 1.0


class Reader:
    """Parses sentences and reads their verbs."""

    def __init__(self) -> None:
        encoder = load_encoder()
        if encoder is None:
            raise SystemExit("the sentence encoder is not installed")
        self._encoder = remembered(encoder, 8)
        self._parser = load_parser()
        self.lexicon = load_event_lexicon()

    def read(self, text: str) -> tuple[Document, Sequence[Trigger]]:
        """A sentence and the triggers of its rules."""
        name = hashlib.sha256(text.encode()).hexdigest()
        document = self._parser(
            Article(article_id=name, raw_id=name, text_id=name, text=text, language="en")
        )
        return document, find_triggers(document, self.lexicon)

    def example(self, document: Document, verb: Token, label: str, weight: float = 1.0) -> Example:
        """One verb of a sentence."""
        return Example(
            vectors=verb_vectors(document, verb.index, self._encoder),
            strings=verb_strings(document, verb.index, self.lexicon),
            lemma=verb.lemma,
            label=label,
            weight=weight,
        )


# --- examples ---------------------------------------------------------------------------------


def read_examples(reader: Reader) -> Iterator[Example]:
    """Verbs of all sources."""
    for sentence in runpy.run_path(str(SENTENCES / "check.py"))["read_sentences"](SENTENCES):
        yield from of_sentence(reader, sentence)
    for rule in reader.lexicon.rules:
        yield from of_rule(reader, rule)
    for row in rows_of(TESTED):
        yield from told_as(reader, row["sentence"], row["type"])
    for row in rows_of(SILENT):
        document, triggers = reader.read(row["sentence"])
        for token in unread(document, triggers):
            yield reader.example(document, token, NO_TYPE, OTHER_SENSE)
    for articles, gold in CORPORA:
        yield from of_corpus(reader, articles, gold)
    for line in (VERBS / "acts.txt").read_text("utf-8").splitlines():
        kind, _, marked = line.partition("|")
        document, triggers = reader.read(marked.replace("*", ""))
        ruled = {trigger.token for trigger in triggers}
        for token in document.tokens:
            if token.start == marked.index("*"):
                yield reader.example(document, token, kind)
            elif may_tell(token) and token.index not in ruled:
                yield reader.example(document, token, NO_TYPE, BESIDE)
    for line in (VERBS / "ordinary.txt").read_text("utf-8").splitlines():
        document, _ = reader.read(line)
        for token in filter(may_tell, document.tokens):
            yield reader.example(document, token, NO_TYPE)


def rows_of(table: Path) -> list[dict[str, str]]:
    """The rows of a CSV file."""
    with table.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def unread(document: Document, triggers: Sequence[Trigger]) -> Iterator[Token]:
    """The verbs that no rule reads."""
    inside = {index for t in triggers for index in (t.token, *range(t.first, t.last))}
    yield from (t for t in document.tokens if may_tell(t) and t.index not in inside)


def of_sentence(reader: Reader, sentence: Any) -> Iterator[Example]:  # noqa: ANN401  # of check.py
    """The verb of each label, and the verbs that stand on no path between two actors."""
    document, triggers = reader.read(sentence.text)
    used: set[int] = set()
    for label in sentence.labels:
        path = path_of(document, label.source, label.target)
        used |= {token.index for token in path}
        if label.type == NO_TYPE:
            for token in filter(may_tell, path):
                yield reader.example(document, token, NO_TYPE)
            continue
        near = {t.index for t in path}
        near |= {child.index for t in path for child in document.children(t.index)}
        ruled = [t for t in triggers if t.type == label.type and near & {t.token, t.first}]
        if ruled:
            used.add(ruled[0].token)
            if document.tokens[ruled[0].token].pos in {"VERB", "AUX"}:
                yield reader.example(document, document.tokens[ruled[0].token], label.type)
            continue
        verb = next((t for t in path if may_tell(t)), None)
        if verb is not None:
            yield reader.example(document, verb, label.type, GUESSED)
    for token in unread(document, triggers):
        if token.index not in used:
            yield reader.example(document, token, NO_TYPE, BESIDE)


def path_of(
    document: Document, source: tuple[int, int] | None, target: tuple[int, int] | None
) -> list[Token]:
    """The words above two actors, from where they meet downwards; of one, those above it."""
    heads = [document.root_of(*span) for span in (source, target) if span is not None]
    chains = [list(document.ancestors(head.index)) for head in heads if head is not None]
    if len(chains) < 2:
        return chains[0][:4] if chains else []
    other = {token.index for token in chains[1]}
    meeting = next((token for token in chains[0] if token.index in other), None)
    if meeting is None:
        return []
    below = [chain[: [t.index for t in chain].index(meeting.index)][::-1] for chain in chains]
    return [meeting, *below[0], *below[1]]


def of_rule(reader: Reader, rule: Any) -> Iterator[Example]:  # noqa: ANN401  # a lexicon's rule
    """What the examples of a rule tell, and the verbs of counter-examples that tell nothing."""
    for text in (*rule.examples, *rule.counter_examples):
        document, triggers = reader.read(text)
        for trigger in triggers:
            if trigger.type is not None and not trigger.nominal:
                yield reader.example(document, document.tokens[trigger.token], trigger.type)
        if not triggers:
            for token in filter(may_tell, document.tokens):
                yield reader.example(document, token, NO_TYPE)


def told_as(reader: Reader, text: str, kind: str) -> Iterator[Example]:
    """The first verb of a sentence that a rule reads as of a type."""
    document, triggers = reader.read(text)
    verbs = (t for t in triggers if t.type == kind and not t.nominal)
    for trigger in list(verbs)[:1]:
        yield reader.example(document, document.tokens[trigger.token], kind)


def of_corpus(reader: Reader, articles: Path, gold: Path) -> Iterator[Example]:
    """Verbs by which rules read the gold's acts, and all verbs outside its passages."""
    told = {article["id"]: article for article in json.loads(gold.read_text("utf-8"))["articles"]}
    for line in articles.read_text("utf-8").splitlines():
        row = json.loads(line)
        if row.get("half", "a") != "a" or row["id"] not in told:
            continue
        article = told[row["id"]]
        document, triggers = reader.read(row["text"])
        passages = [(r["evidence"], r["type"]) for r in article["reports"] if r.get("evidence")]
        claims = [claim["span"] for claim in article.get("claims", ()) if claim["span"]]
        used: set[int] = set()
        for span, kind in passages:
            for trigger in triggers:
                token = document.tokens[trigger.token]
                ruled = trigger.type == kind and not trigger.nominal and _is_inside(token, span)
                if ruled and token.index not in used:
                    used.add(token.index)
                    yield reader.example(document, token, kind)
        spans = [*(span for span, _ in passages), *claims]
        for token in unread(document, triggers):
            if not any(_is_inside(token, s) for s in spans):
                yield reader.example(document, token, NO_TYPE)


def _is_inside(token: Token, span: dict[str, int]) -> bool:
    return span["start"] <= token.start < span["end"]


# --- training -------------------------------------------------------------------------------


def matrix(examples: Sequence[Example], vocabulary: dict[str, int], rarity: Array) -> Array:
    """Examples by inputs: vectors, then strings."""
    size = len(examples[0].vectors)
    values = np.zeros((len(examples), size + len(vocabulary)), dtype=np.float32)
    for row, example in enumerate(examples):
        values[row, :size] = example.vectors * LENGTH
        known = [vocabulary[string] for string in example.strings if string in vocabulary]
        values[row, [size + column for column in known]] = scaled(rarity[known])
    return values


def words_of(examples: Sequence[Example]) -> tuple[dict[str, int], Array]:
    """The strings that are read, and their rarity."""
    standing = Counter(string for example in examples for string in example.strings)
    names = sorted(name for name, count in standing.items() if count >= LEAST)
    rarity = [np.sqrt(np.log(len(examples) / standing[name])) for name in names]
    return {name: column for column, name in enumerate(names)}, np.array(rarity, dtype=np.float32)


def train(examples: Sequence[Example]) -> dict[str, NDArray[Any]]:
    """Fit both layers and the glance and pack them, the inner layer in eight bits."""
    vocabulary, rarity = words_of(examples)
    labels = sorted({example.label for example in examples})
    rows = np.array([labels.index(example.label) for example in examples])
    weights = np.array([example.weight for example in examples], dtype=np.float32)
    values = matrix(examples, vocabulary, rarity)
    inner, inner_bias, outer, outer_bias = fit(values, rows, len(labels), weights, hidden=HIDDEN)
    scale = np.abs(inner).max(axis=0) / 127
    forceful = [example.label in FORCE for example in examples]
    glance = LogisticRegression(max_iter=300)
    glance.fit(values[:, -len(vocabulary) :], forceful, sample_weight=weights)
    return {
        "labels": np.frombuffer("\n".join(labels).encode(), dtype=np.uint8),
        "vocabulary": np.frombuffer("\n".join(vocabulary).encode(), dtype=np.uint8),
        "rarity": rarity.astype(np.float16),
        "inner": np.rint(inner / scale).astype(np.int8),
        "scale": scale.astype(np.float32),
        "inner_bias": inner_bias,
        "outer": outer,
        "outer_bias": outer_bias,
        "glance": glance.coef_[0].astype(np.float16),
        "glance_bias": glance.intercept_[0].astype(np.float32),
    }


# --- figures ----------------------------------------------------------------------------------


def held_out(examples: Sequence[Example]) -> Iterator[str]:
    """How well verbs are read that no training sentence holds, at several thresholds."""
    gold: list[str] = []
    found: list[tuple[str, float]] = []
    for fold in range(FOLDS):
        out = [e for e in examples if fold_of(e.lemma) == fold]
        model = unpack_verb_classifier(train([e for e in examples if fold_of(e.lemma) != fold]))
        values = matrix(out, dict(model.vocabulary), model.rarity)
        layers = model.layers
        inner = np.concatenate([layers.vectors, layers.strings])
        hidden = np.maximum(values @ inner + layers.inner_bias, 0)
        shares = softmax(np.asarray(hidden @ layers.outer + layers.outer_bias, dtype=np.float32))
        gold += [e.label for e in out]
        found += [(model.labels[i], float(row[i])) for row in shares for i in [row.argmax()]]
    acts = sum(label != NO_TYPE for label in gold)
    yield f"verbs not seen in training: n {len(gold)}, acts {acts}"
    for least in (0.0, 0.5, 0.7, 0.9):
        told = [
            kind == label
            for label, (kind, share) in zip(gold, found, strict=True)
            if kind != NO_TYPE and share >= least
        ]
        yield f"  from {least}: precision {np.mean(told):.3f}, recall {sum(told) / acts:.3f}"
    silent = [k == NO_TYPE for label, (k, _) in zip(gold, found, strict=True) if label == NO_TYPE]
    yield f"  NONE told as NONE {np.mean(silent):.3f} (n {len(silent)})"


def fold_of(lemma: str) -> int:
    """The fold of a verb, from its lemma alone."""
    return int(hashlib.sha256(lemma.encode()).hexdigest(), 16) % FOLDS


def main() -> None:
    """Train, print the figures, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="test on verbs that it has not seen")
    options = parser.parse_args()
    examples = [e for e in read_examples(Reader()) if e.lemma not in NO_ACTS]
    print(f"{len(examples)} verbs:", dict(Counter(e.label for e in examples).most_common()))
    if options.check:
        print("\n".join(held_out(examples)))
    arrays = train(examples)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(TARGET, **arrays)
    size = len(unpack_verb_classifier(arrays).vocabulary)
    print(f"{size} strings, {TARGET.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    with threadpool_limits(limits=1):
        main()
