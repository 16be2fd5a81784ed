"""Task `quotes`: who says what in news, direct, indirect, mixed, believed or intended.

The data is a folder or file; rows with `text` and `quotes` are read, where a quote has `source`,
`cue` and `content`, each a list of mentions with `spans` (offsets in the text). Articles go through
the parser, `find_entities` and `find_quotes`, as the whole analysis calls them.

A content is found where the characters shared with one of the product's contents make up half of
all characters of both, over all pieces; pairs are one to one, the greatest overlap first. Its
source is right where the passages that name the speakers share characters, or both are empty. A
direct quotation is a gold content that holds a closed pair of double quotation marks.
"""

from __future__ import annotations

import re
import resource
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from benchmarks.figures import Matched, finding, interval, lines, recall, rounded
from benchmarks.gold import gold_rows
from reportedly.extract.wrapped import unwrapped
from reportedly.find.actors import load_actor_registry
from reportedly.find.coreference import find_entities
from reportedly.find.quotes import find_quotes, load_reporting_verbs
from reportedly.parse import load_parser
from reportedly.records import Article, Quote

_HALF = 0.5
_CLOSED_PAIR = re.compile(r"[“\"„«][^“”\"„«»]+[”\"»]")

# measured on the same rows with the same overlap; textacy raised an exception on 22 of 85 articles
_PEERS = {
    "textacy": {"content_f1": 0.203, "content_source_f1": 0.168},
    "forty lines of dependency rules": {"content_f1": 0.431, "content_source_f1": 0.389},
}
_NAMES = ("content_f1", "content_source_f1", "direct_recall", "direct_source_accuracy")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution, of the gold or of the product."""

    content: tuple[Span, ...]
    source: tuple[Span, ...]
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Pairs:
    """What one article gives: both sides, and the pairs (gold, found) of alike contents."""

    gold: tuple[Said, ...]
    found: tuple[Said, ...]
    direct: frozenset[int]  # gold contents that hold a closed pair of marks
    pairs: tuple[tuple[int, int], ...]

    @property
    def sourced(self) -> int:
        """Pairs whose source is right."""
        return sum(same_source(self.gold[g], self.found[f]) for g, f in self.pairs)


def run(data: Path | None) -> dict[str, Any]:
    """Read all articles and compare; figures without gold are None.

    Raises:
        ValueError: if no data is given.
    """
    if data is None:
        raise ValueError("quotes needs --data: articles with `text` and `quotes`")
    parser, verbs, registry = load_parser(), load_reporting_verbs(), load_actor_registry()
    documents: list[Pairs] = []
    parsing = finding_seconds = 0.0
    for row, _ in gold_rows(data, ("text", "quotes")):
        started = time.process_time()
        document = parser(_article(row))
        parsed = time.process_time()
        entities = find_entities(document, registry)
        resolved = time.process_time()
        quotes = find_quotes(document, entities, verbs).quotes
        finding_seconds += time.process_time() - resolved
        parsing += parsed - started
        documents.append(compare(row["text"], gold_of(row["quotes"]), [_said(q) for q in quotes]))
    return {
        **figures(documents),
        "documents": len(documents),
        "parsing_ms_a_document": _ms(parsing, documents),
        "quotes_ms_a_document": _ms(finding_seconds, documents),
        "share_of_parsing": round(finding_seconds / parsing, 3) if parsing else None,
        "rss_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def figures(documents: Sequence[Pairs]) -> dict[str, Any]:
    """All figures of finding, with intervals over articles."""
    contents = [Matched(len(d.gold), len(d.found), len(d.pairs)) for d in documents]
    sourced = [Matched(len(d.gold), len(d.found), d.sourced) for d in documents]
    direct = [Matched(len(d.direct), 0, sum(g in d.direct for g, _ in d.pairs)) for d in documents]
    return {
        **finding("content", contents),
        **finding("content_source", sourced),
        **_share("direct_recall", documents, lambda sample: recall(_direct(sample))),
        "direct_recall_n": sum(m.gold for m in direct),
        **_share("direct_source_accuracy", documents, _source_of_direct),
        "direct_source_accuracy_n": sum(m.right for m in direct),
        "found_by_kind": _by_kind(documents),
    }


def compare(text: str, gold: Sequence[Said], found: Sequence[Said]) -> Pairs:
    """Pair the contents of one article, the greatest overlap first, right sources before wrong."""
    alike = [
        (shared, same_source(one, other), g, f)
        for g, one in enumerate(gold)
        for f, other in enumerate(found)
        if (shared := overlap(one.content, other.content)) >= _HALF
    ]
    pairs: list[tuple[int, int]] = []
    for _, _, g, f in sorted(alike, key=lambda row: (-row[0], not row[1], row[2:])):
        if all(g != other and f != another for other, another in pairs):
            pairs.append((g, f))
    direct = frozenset(
        n
        for n, said in enumerate(gold)
        if said.content
        and _CLOSED_PAIR.search(text[said.content[0][0] - 1 : said.content[-1][1] + 1])
    )
    return Pairs(tuple(gold), tuple(found), direct, tuple(pairs))


def gold_of(quotes: Sequence[dict[str, Any]]) -> list[Said]:
    """The attributions of a gold row that have a content."""
    found = [Said(_spans(q["content"]), _spans(q["source"])) for q in quotes]
    return [said for said in found if said.content]


def overlap(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Shared characters as a share of the union, over all pieces."""
    first, second = _characters(one), _characters(other)
    together = len(first | second)
    return len(first & second) / together if together else 0.0


def same_source(one: Said, other: Said) -> bool:
    """Whether two sources share characters, or both are empty."""
    if not one.source or not other.source:
        return not one.source and not other.source
    return any(a < d and c < b for a, b in one.source for c, d in other.source)


def table(result: dict[str, Any]) -> str:
    """The figures, one a line, and those of peers."""
    found = lines(result, _NAMES)
    found += [
        f"{name}: precision {result[f'{name}_precision']}, recall {result[f'{name}_recall']}"
        for name in ("content", "content_source")
    ]
    found.append(f"found, and right among them: {result['found_by_kind']}")
    found.append(
        f"{result['documents']} articles: parsing {result['parsing_ms_a_document']} ms each, "
        f"quotes {result['quotes_ms_a_document']} ms ({result['share_of_parsing']} of parsing), "
        f"peak {result['rss_mb']} MB"
    )
    found += [
        f"peer: {name}: " + ", ".join(f"{key} {value:.3f}" for key, value in values.items())
        for name, values in _PEERS.items()
    ]
    return "\n".join(found)


def _article(row: dict[str, Any]) -> Article:
    text_id = sha256(row["text"].encode()).hexdigest()
    return Article(
        article_id=str(row.get("id", text_id)),
        raw_id=text_id,
        text_id=text_id,
        text=unwrapped(row["text"]),
        outlet=row.get("publisher"),
        title=row.get("title"),
        published=date.fromisoformat(row["published"][:10]) if row.get("published") else None,
        language="en",
    )


def _spans(mentions: Sequence[dict[str, Any]]) -> tuple[Span, ...]:
    return tuple(sorted((start, end) for m in mentions for start, end in m["spans"]))


def _said(quote: Quote) -> Said:
    named = quote.speaker_evidence
    return Said(
        tuple((piece.start, piece.end) for piece in quote.content),
        ((named.start, named.end),) if named else (),
        quote.kind,
    )


def _characters(spans: Sequence[Span]) -> set[int]:
    return {offset for start, end in spans for offset in range(start, end)}


def _direct(documents: Sequence[Pairs]) -> list[Matched]:
    return [Matched(len(d.direct), 0, sum(g in d.direct for g, _ in d.pairs)) for d in documents]


def _source_of_direct(documents: Sequence[Pairs]) -> float | None:
    """The share of direct quotations found whose source is right."""
    known = [
        same_source(d.gold[g], d.found[f]) for d in documents for g, f in d.pairs if g in d.direct
    ]
    return sum(known) / len(known) if known else None


def _share(
    name: str, documents: Sequence[Pairs], figure: Callable[[Sequence[Pairs]], float | None]
) -> dict[str, Any]:
    value = figure(documents)
    return {
        name: rounded(value),
        f"{name}_interval": None if value is None else interval(documents, figure),
        f"{name}_best_constant": None if value is None else 0.0,
    }


def _by_kind(documents: Sequence[Pairs]) -> dict[str, list[int]]:
    """Contents found and right, by the product's kind of quote."""
    counts: dict[str, list[int]] = {}
    for document in documents:
        right = {f for _, f in document.pairs}
        for number, said in enumerate(document.found):
            row = counts.setdefault(said.kind, [0, 0])
            row[0] += 1
            row[1] += number in right
    return dict(sorted(counts.items()))


def _ms(seconds: float, documents: Sequence[Pairs]) -> float | None:
    return round(1000 * seconds / len(documents), 1) if documents else None
