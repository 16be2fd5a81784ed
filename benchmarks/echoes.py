"""Task `echoes`: which articles copy which, what stands in both, and which came first.

Rows are told apart by their keys. All texts of a file go through `find_echoes` together, as
`reportedly link` calls it, with the fingerprints that the document level makes.

Made copies (rows with `cluster`, `reused`, `text`):
  `pair_f1`, `ari`  families of copies against clusters, over pairs of texts;
  `excerpts_linked`, `excerpts_merged`  shares of the excerpts that are linked to their source's
      cluster, and (wrongly) merged with it;
  `passage_f1`  characters of a copy or excerpt that stand in the text it was made from: the
      passages of their echo (none where no echo joins the two) against the `reused` spans;
  `origin`  share of dated copies, of dated sources, whose family names the right origin. Where a
      copy is dated before its source, "not known" is left out, not wrong (`origin_left_open`).

Pairs labelled by reading (rows with `a`, `b`, `label`; texts beside them):
  `copy_f1`  copy (verbatim, edited, rewritten) or not; `copy_f1_sure` leaves out pairs whose
      second reading falls on the other side;
  `false_copies`  pairs that share a quote or an event only and are called copies;
  `pair_label_f1`  macro F1 over verbatim, edited, rewritten, excerpt and none, strictly;
      `pair_label_accuracy_alt` accepts the second reading;
  `excerpt_from_edited`  share of excerpts told as such, or as no copy;
  `passage_f1`  characters of both texts inside passages, on pairs whose gold has passages;
  `direction`  of the pairs with a direction that were called copies, share with the right origin.
"""

from __future__ import annotations

import hashlib
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.figures import Matched, f1, finding, interval, lines, rounded
from benchmarks.gold import gold_rows
from reportedly.corpus.echoes import PairEcho, find_echoes, pair_echo
from reportedly.extract.published import parse_published, parse_published_time
from reportedly.find.fingerprint import fingerprint
from reportedly.records import Article, Echo

_COPIES = {"verbatim", "edited", "rewritten"}
_ONLY_ALIKE = {"shared_quote", "same_event"}
_LABELS = ("verbatim", "edited", "rewritten", "excerpt", "none")
_PEERS = (
    "made copies (pair F1, ARI): rensa, word 3-grams, own bands .974 .947; datasketch's defaults "
    ".760 .796; simhash .657 .695",
    "read pairs (copy F1 on all, on the sure): MinHash of word 3-grams from .15 .784 .854",
)

_Row = Mapping[str, Any]
_Chars = set[int]


def run(data: Path | None) -> dict[str, Any]:
    """Find echoes among the texts of the data; figures without gold are None.

    Raises:
        ValueError: if no data is given.
    """
    if data is None:
        raise ValueError("echoes needs --data: a folder with texts and their gold")
    made = [row for row, _ in gold_rows(data, ("id", "text", "cluster", "reused"))]
    texts = [row for row, _ in gold_rows(data, ("id", "text", "corpus"))]
    pairs = [row for row, _ in gold_rows(data, ("id", "a", "b", "label"))]
    started = time.process_time()
    echoes = _echoes([_article(row) for row in made])
    articles = {row["id"]: _article(row) for row in texts}
    read = _echoes(list(articles.values()))
    seconds = time.process_time() - started
    told = [pair_echo(articles[row["a"]], articles[row["b"]], read) for row in pairs]
    passages = [*_made_passages(made, echoes), *_read_passages(pairs, told)]
    return {
        **_cluster_figures(made, echoes),
        **_excerpt_figures(made, echoes),
        **_origin_figures(made, echoes),
        **_pair_figures(pairs, told),
        **finding("passage", passages),
        "texts": len(made) + len(texts),
        "ms_per_text": round(1000 * seconds / max(1, len(made) + len(texts)), 1),
        "rss_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def table(result: dict[str, Any]) -> str:
    """The figures, one a line, and those of peers."""
    names = [key for key in result if f"{key}_n" in result]
    found = lines(result, names)
    found.append(f"false copies by label: {result['false_copies']}")
    found.append(
        f"{result['texts']} texts, {result['ms_per_text']} ms a text, {result['rss_mb']} MB"
    )
    return "\n".join([*found, *(f"peer: {peer}" for peer in _PEERS)])


def _echoes(articles: Sequence[Article]) -> tuple[Echo, ...]:
    return find_echoes(articles, {a.article_id: fingerprint(a.text) for a in articles})


def _article(row: _Row) -> Article:
    published = row.get("published")
    return Article(
        article_id=row["id"],
        raw_id=row["id"],
        text_id=hashlib.sha256(row["text"].encode()).hexdigest(),
        text=row["text"],
        outlet=row.get("outlet") or row.get("publisher"),
        published=parse_published(published),
        published_time=parse_published_time(published),
    )


def _families(echoes: Iterable[Echo]) -> dict[str, Echo]:
    """The family of copies of each article that has one."""
    return {
        member.article_id: echo
        for echo in echoes
        if all(m.kind != "excerpt" for m in echo.members)
        for member in echo.members
    }


# --- made copies


def _cluster_figures(rows: Sequence[_Row], echoes: Sequence[Echo]) -> dict[str, Any]:
    family = _families(echoes)
    labels = [
        (row["cluster"], family[row["id"]].echo_id if row["id"] in family else row["id"])
        for row in rows
    ]
    # one "document" for each gold cluster: its texts' pairs, so that clusters are resampled
    by_cluster: dict[str, Matched] = {}
    sizes = Counter(gold for gold, _ in labels)
    found_sizes = Counter(found for _, found in labels)
    both = Counter(labels)
    for cluster in sorted(sizes):
        right = sum(_pairs_of(n) for (gold, _), n in both.items() if gold == cluster)
        held = sum(
            n * (found_sizes[found] - 1) / 2 for (gold, found), n in both.items() if gold == cluster
        )
        by_cluster[cluster] = Matched(2 * _pairs_of(sizes[cluster]), round(2 * held), 2 * right)
    figures = finding("pair", list(by_cluster.values()))
    figures["pair_f1_n"] = sum(map(_pairs_of, sizes.values()))
    return figures | {
        "ari": rounded(_adjusted_rand(labels)),
        "ari_n": len(labels),
        "ari_best_constant": 0.0 if labels else None,
    }


def _pairs_of(count: int) -> int:
    return count * (count - 1) // 2


def _adjusted_rand(labels: Sequence[tuple[str, str]]) -> float | None:
    """Hubert and Arabie 1985, over all texts (single ones too)."""
    if not labels:
        return None
    together = sum(map(_pairs_of, Counter(labels).values()))
    gold = sum(map(_pairs_of, Counter(g for g, _ in labels).values()))
    found = sum(map(_pairs_of, Counter(f for _, f in labels).values()))
    chance = gold * found / max(1, _pairs_of(len(labels)))
    most = (gold + found) / 2
    return (together - chance) / (most - chance) if most != chance else 1.0


def _excerpt_figures(rows: Sequence[_Row], echoes: Sequence[Echo]) -> dict[str, Any]:
    """Excerpts have a cluster of their own; their source's is the one that shares its document."""
    excerpts = [row for row in rows if "excerpt" in row.get("ops", ())]
    holders: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        if row.get("made_from"):
            holders[_source_document(row)].add(row["cluster"])
    cluster = {row["id"]: row["cluster"] for row in rows}
    family = _families(echoes)
    linked, merged = [], []
    for row in excerpts:
        source = holders[_source_document(row)]
        echoed = {
            cluster[member.article_id]
            for echo in echoes
            if any(m.article_id == row["id"] for m in echo.members)
            for member in echo.members
        }
        linked.append(bool(echoed & source))
        held = family.get(row["id"])
        merged.append(
            held is not None and any(cluster[m.article_id] in source for m in held.members)
        )
    return {
        **_share("excerpts_linked", linked),
        **_share("excerpts_merged", merged),
    }


def _source_document(row: _Row) -> str:
    """The document that most of a text's reused characters come from."""
    sizes: Counter[str] = Counter()
    for start, end, document, *_ in row["reused"]:
        sizes[document] += end - start
    return min(sizes, key=lambda document: (-sizes[document], document), default="")


def _origin_figures(rows: Sequence[_Row], echoes: Sequence[Echo]) -> dict[str, Any]:
    family = _families(echoes)
    clusters: dict[str, list[_Row]] = defaultdict(list)
    for row in rows:
        clusters[row["cluster"]].append(row)
    right, by_order, left_open = [], [], 0
    for members in clusters.values():
        sources = [row for row in members if row.get("made_from")]
        if len(members) < 2 or len(sources) != 1 or not sources[0].get("published"):
            continue
        copies = [r for r in members if r is not sources[0] and r.get("published")]
        late = any(row["published"] < sources[0]["published"] for row in copies)
        for row in copies:
            held = family.get(row["id"])
            origin = held.origin if held is not None else None
            if late and held is not None and origin is None:
                left_open += 1
                continue
            right.append(origin == sources[0]["id"])
            by_order.append(not late)
    return {
        **_share("origin", right),
        "origin_best_constant": rounded(sum(by_order) / len(by_order)) if by_order else None,
        "origin_left_open": left_open,
    }


def _made_passages(rows: Sequence[_Row], echoes: Sequence[Echo]) -> list[Matched]:
    """Each copy and excerpt beside its source."""
    articles = {row["id"]: _article(row) for row in rows}
    sources = {row["cluster"]: row for row in rows if row.get("made_from")}
    by_document = {_source_document(row): row for row in sources.values()}
    found = []
    for row in rows:
        excerpt = "excerpt" in row.get("ops", ())
        source = by_document.get(_source_document(row)) if excerpt else sources.get(row["cluster"])
        if source is None or source is row:
            continue
        pair = pair_echo(articles[row["id"]], articles[source["id"]], echoes)
        gold = _shared_characters(row, source)
        own = _characters((p.start, p.end) for p in pair.passages) if pair else set()
        found.append(Matched(len(gold), len(own), len(gold & own)))
    return found


def _shared_characters(row: _Row, other: _Row) -> _Chars:
    """Characters of a text whose source characters stand in the other text too."""
    held: dict[str, _Chars] = defaultdict(set)
    for _, _, document, start, end in other["reused"]:
        held[document].update(range(start, end))
    shared: _Chars = set()
    for start, end, document, source_start, source_end in row["reused"]:
        # damaged letters change lengths: a passage counts whole where most of its source is held
        kept = sum(at in held[document] for at in range(source_start, source_end))
        if 2 * kept >= source_end - source_start:
            shared.update(range(start, end))
    return shared


# --- pairs labelled by reading


def _pair_figures(rows: Sequence[_Row], pairs: Sequence[PairEcho | None]) -> dict[str, Any]:
    told = [
        (row, *((pair.kind, pair.origin) if pair else ("none", None)))
        for row, pair in zip(rows, pairs, strict=True)
    ]
    copy = [(row["label"] in _COPIES, kind in _COPIES) for row, kind, _ in told]
    sure = [
        pair
        for pair, (row, _, _) in zip(copy, told, strict=True)
        if not row["alt"] or (row["alt"] in _COPIES) == (row["label"] in _COPIES)
    ]
    labels = [
        (row["label"] if row["label"] in _LABELS else "none", kind, row["alt"])
        for row, kind, _ in told
    ]
    excerpts = [kind for row, kind, _ in told if row["label"] == "excerpt"]
    directed = [
        origin == row[row["direction"][0]]
        for row, kind, origin in told
        if row["direction"] and kind in _COPIES
    ]
    wrong = Counter(
        row["label"] for row, kind, _ in told if row["label"] not in _COPIES and kind in _COPIES
    )
    alike = [kind in _COPIES for row, kind, _ in told if row["label"] in _ONLY_ALIKE]
    return {
        **_copy_figures("copy", copy),
        **_copy_figures("copy_sure", sure),
        "false_copies": dict(sorted(wrong.items())),
        **_share("alike_called_copy", alike),
        "pair_label_f1": rounded(_macro(labels)) if labels else None,
        "pair_label_f1_interval": interval(labels, _macro),
        "pair_label_f1_best_constant": rounded(
            _macro([(gold, "none", alt) for gold, _, alt in labels])
        )
        if labels
        else None,
        "pair_label_f1_n": len(labels),
        **_share(
            "pair_label_accuracy_alt",
            [kind in {gold, _coarse(alt)} for gold, kind, alt in labels],
        ),
        **_share("excerpt_from_edited", [kind not in _COPIES for kind in excerpts]),
        **_share("excerpt_found", [kind == "excerpt" for kind in excerpts]),
        **_share("direction", directed),
    }


def _coarse(alt: str | None) -> str | None:
    return "none" if alt is not None and alt not in _LABELS else alt


def _copy_figures(name: str, pairs: Sequence[tuple[bool, bool]]) -> dict[str, Any]:
    figures = finding(name, [Matched(int(g), int(f), int(g and f)) for g, f in pairs])
    if figures[f"{name}_f1"] is not None:
        everything = [Matched(int(g), 1, int(g)) for g, _ in pairs]
        figures[f"{name}_f1_best_constant"] = rounded(f1(everything))
    return figures


def _macro(labels: Sequence[tuple[str, str, str | None]]) -> float | None:
    values = []
    for label in _LABELS:
        gold = sum(g == label for g, _, _ in labels)
        found = sum(f == label for _, f, _ in labels)
        right = sum(g == f == label for g, f, _ in labels)
        if gold:
            values.append(2 * right / (gold + found))
    return sum(values) / len(values) if values else None


def _read_passages(rows: Sequence[_Row], pairs: Sequence[PairEcho | None]) -> list[Matched]:
    found = []
    for row, pair in zip(rows, pairs, strict=True):
        if not row.get("passages"):
            continue
        passages = pair.passages if pair is not None else ()
        for side in (0, 2):
            gold = _characters((p[side], p[side + 1]) for p in row["passages"])
            own = _characters(
                (p.start, p.end) if side == 0 else (p.other_start, p.other_end) for p in passages
            )
            found.append(Matched(len(gold), len(own), len(gold & own)))
    return found


def _characters(spans: Iterable[tuple[int, int]]) -> _Chars:
    return {at for start, end in spans for at in range(start, end)}


def _share(name: str, values: Sequence[bool]) -> dict[str, Any]:
    """A share with its interval; the best constant answer is always or never."""
    if not values:
        return {name: None, f"{name}_interval": None, f"{name}_best_constant": None, f"{name}_n": 0}

    def share(sample: Sequence[bool]) -> float:
        return sum(sample) / len(sample)

    return {
        name: rounded(share(values)),
        f"{name}_interval": interval(values, share),
        f"{name}_best_constant": None,
        f"{name}_n": len(values),
    }
