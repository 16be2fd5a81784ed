"""Task `merge`: given mentions of acts into acts, within and across articles.

Rows with `id`, `topic`, `text`, `sentences` and `mentions` (ECB+). The event mentions of checked
sentences are given, the product groups them (`group_mentions`):
  `conll_f1`  no topics given;
  `conll_f1_topic`  the topic of each article given.
Both are the mean F1 of MUC, B-cubed and CEAFe over all mentions, single ones too, with a
bootstrap over topics. The best constant answer leaves each mention alone; beside it stand the
groups of one head lemma (`lemma`, `lemma_topic`). `without_encoder` repeats both without vectors.
"""

from __future__ import annotations

import hashlib
import resource
import time
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.coreference_scores import b_cubed, ceaf_e, conll_f1, conll_of, counted, muc
from benchmarks.figures import interval, lines, rounded
from benchmarks.gold import gold_rows
from reportedly.corpus.merge.mentions import Mention, group_mentions, load_mention_weights
from reportedly.encode import load_encoder, remembered
from reportedly.parse import Document, load_parser
from reportedly.records import Article

_PEERS = (
    "topics 36-45: same head lemma .726 within topics, .614 without",
    "topics 36-45: lemma and a sentence-embedding threshold .743, .734",
)

_SENTENCES = 20_000  # and mentions alone, kept between the answers

_Row = Mapping[str, Any]
_Labels = dict[str, Any]


def run(data: Path | None) -> dict[str, Any]:
    """Group the mentions of all rows; figures without gold are None.

    Raises:
        ValueError: if no data is given.
    """
    if data is None:
        raise ValueError("merge needs --data: a folder with articles and their mentions")
    rows = [row for row, _ in gold_rows(data, ("id", "topic", "text", "sentences", "mentions"))]
    parser = load_parser()
    return figures(rows, [parser(_article(row)) for row in rows])


def figures(rows: Sequence[_Row], documents: Sequence[Document]) -> dict[str, Any]:
    """The figures of parsed rows."""
    gold: dict[Mention, str] = {}
    for row in rows:
        gold.update(_mentions(row))
    topics = {row["id"]: str(row["topic"]) for row in rows}
    chains = {mention.mention_id: chain for mention, chain in gold.items()}
    topic_of = {mention.mention_id: topics[mention.article_id] for mention in gold}
    heads = _heads(documents, list(gold))
    model = load_encoder()
    encoder = remembered(model, _SENTENCES) if model is not None else None
    group = partial(_group, documents, list(gold), load_mention_weights())
    started = time.process_time()
    found = group(encoder, None)
    seconds = time.process_time() - started
    result: dict[str, Any] = {}
    answers = {
        "conll_f1": found,
        "conll_f1_topic": group(encoder, topics),
        "without_encoder": group(None, None),
        "without_encoder_topic": group(None, topics),
        "lemma": heads,
        "lemma_topic": {m: (topic_of[m], head) for m, head in heads.items()},
    }
    for name, labels in answers.items():
        result |= _scores(name, chains, labels, topic_of)
    for name, score in (("muc", muc), ("b_cubed", b_cubed), ("ceaf_e", ceaf_e)):
        values = score(chains, found) if chains else (None, None, None)
        result[name] = dict(zip(("precision", "recall", "f1"), map(rounded, values), strict=True))
    return result | {
        "encoder": model.name if model is not None else None,
        "articles": len(rows),
        "ms_per_article": round(1000 * seconds / max(1, len(rows)), 1),
        "rss_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def table(result: dict[str, Any]) -> str:
    """The figures, one a line, and those of peers."""
    names = [key for key in result if f"{key}_n" in result]
    found = lines(result, names)
    found += [f"{name:<24}{result[name]}" for name in ("muc", "b_cubed", "ceaf_e")]
    found.append(
        f"encoder {result['encoder']}, {result['articles']} articles, "
        f"{result['ms_per_article']} ms an article, {result['rss_mb']} MB"
    )
    return "\n".join([*found, *(f"peer: {peer}" for peer in _PEERS)])


def _article(row: _Row) -> Article:
    text_id = hashlib.sha256(row["text"].encode()).hexdigest()
    return Article(article_id=row["id"], raw_id=row["id"], text_id=text_id, text=row["text"])


def _mentions(row: _Row) -> dict[Mention, str]:
    """Event mentions of checked sentences; a chain that is not `cross` stays in its article."""
    checked = {sentence["n"] for sentence in row["sentences"] if sentence["checked"]}
    found = {}
    for number, given in enumerate(row["mentions"]):
        if given["kind"] != "event" or given["sentence"] not in checked:
            continue
        mention = Mention(
            mention_id=f"{row['id']}:{number}",
            article_id=row["id"],
            start=given["start"],
            end=given["end"],
        )
        crosses = given["scope"] == "cross"
        found[mention] = given["chain"] if crosses else f"{row['id']}:{given['chain']}"
    return found


def _group(
    documents: Sequence[Document],
    mentions: Sequence[Mention],
    weights: Any,  # noqa: ANN401  # as loaded
    encoder: Any,  # noqa: ANN401  # as loaded
    topics: Mapping[str, str] | None,
) -> _Labels:
    groups = group_mentions(documents, mentions, weights, encoder, topics)
    labels: _Labels = {name: number for number, group in enumerate(groups) for name in group}
    # a mention that was left out stands alone
    return {m.mention_id: labels.get(m.mention_id, m.mention_id) for m in mentions}


def _heads(documents: Sequence[Document], mentions: Sequence[Mention]) -> _Labels:
    by_id = {document.article.article_id: document for document in documents}
    labels: _Labels = {}
    for mention in mentions:
        document = by_id[mention.article_id]
        head = document.root_of(mention.start, mention.end) or document.token_at(mention.start)
        labels[mention.mention_id] = head.lemma if head is not None else mention.mention_id
    return labels


def _scores(
    name: str, gold: Mapping[str, str], found: _Labels, topic_of: Mapping[str, str]
) -> dict[str, Any]:
    if not gold:
        return {name: None, f"{name}_interval": None, f"{name}_best_constant": None, f"{name}_n": 0}
    by_topic: dict[str, list[str]] = {}
    for mention, topic in topic_of.items():
        by_topic.setdefault(topic, []).append(mention)

    # counted once a topic: what is drawn is added up, a topic drawn twice as two topics
    parts = {
        topic: counted({m: gold[m] for m in some}, {m: found[m] for m in some})
        for topic, some in by_topic.items()
    }

    def score(topics: Sequence[str]) -> float:
        return conll_of(parts[topic] for topic in topics)

    return {
        name: rounded(conll_f1(gold, found)),
        f"{name}_interval": interval(sorted(by_topic), score) if name.startswith("conll") else None,
        f"{name}_best_constant": rounded(conll_f1(gold, {m: m for m in gold})),
        f"{name}_n": len(gold),
    }
