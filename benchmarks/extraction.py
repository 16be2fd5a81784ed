"""Task `extraction`: article text and day of publication of saved pages.

The data is a folder or file; every JSON Lines file below it is read. Rows with `file` and `body`
test the text (`f1`, `precision`, `recall`), rows with `file` and `date` the day (`date_exact`).
Pages go through `read_inputs` and `extract`, as `reportedly read` takes them.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.figures import interval
from benchmarks.gold import gold_rows
from benchmarks.shingles import Overlap, means, overlap
from reportedly.extract import ExtractResources, extract, load_extract_resources
from reportedly.ingest import read_inputs
from reportedly.records import Article, RawDocument

# measured on the same sets with the same scorers, the first on all 181 pages
_PEERS = {
    "trafilatura 2.3.1, all pages of the benchmark": {"f1": 0.960},
    "readability-lxml 0.9": {"f1": 0.952},
    "jusText 3.0.2": {"f1": 0.792},
    "htmldate 1.11 fast": {"date_exact": 0.844},
    "htmldate 1.11 extensive": {"date_exact": 0.900},
}


def run(data: Path | None) -> dict[str, Any]:
    """Extract all pages and compare; figures without gold are None.

    Raises:
        ValueError: if no data is given.
    """
    if data is None:
        raise ValueError("extraction needs --data: a folder with saved pages and their gold")
    rows = list(_rows(data))
    resources = load_extract_resources()
    overlaps: list[Overlap] = []
    days: list[tuple[str, str | None]] = []
    outcomes: Counter[str] = Counter()
    bases: Counter[str] = Counter()
    started = time.process_time()
    for row, folder in rows:
        article = _article(folder / str(row["file"]), resources)
        outcomes["articles" if article else "problems"] += 1
        if isinstance(row.get("body"), str):
            overlaps.append(overlap(row["body"], article.text if article else ""))
        if isinstance(row.get("date"), str):
            day = article.published.isoformat() if article and article.published else None
            days.append((row["date"][:10], day))
            right = "right" if day == row["date"][:10] else "wrong"
            bases[f"{article.published_basis if article else None} {right}"] += 1
    seconds = time.process_time() - started
    return {
        **_text_figures(overlaps),
        **_date_figures(days),
        "dates_by_basis": dict(sorted(bases.items())),
        "outcomes": dict(sorted(outcomes.items())),
        "documents_per_second": round(len(rows) / seconds, 1) if rows else None,
    }


def _rows(data: Path) -> Iterator[tuple[dict[str, Any], Path]]:
    """Rows that name a page, with the folder their file name counts from."""
    for row, path in gold_rows(data, ("file",)):
        if "body" in row or "date" in row:
            yield row, path.parent


def _article(page: Path, resources: ExtractResources) -> Article | None:
    """What the product makes of a page; None where it is a problem."""
    for raw in read_inputs([page]):
        if isinstance(raw, RawDocument):
            article = extract(raw, resources)
            return article if isinstance(article, Article) else None
    return None


def _text_figures(overlaps: Sequence[Overlap]) -> dict[str, Any]:
    """F1, precision and recall; the best constant answer is the empty text."""
    names = ("f1", "precision", "recall")
    values = means(overlaps)
    figures: dict[str, Any] = {}
    for index, name in enumerate(names):
        known = bool(overlaps)
        figures[name] = round(values[index], 4) if known else None
        figures[f"{name}_interval"] = interval(overlaps, partial(_mean, index))
        figures[f"{name}_best_constant"] = 0.0 if known else None
        figures[f"{name}_n"] = len(overlaps)
    return figures


def _mean(index: int, sample: Sequence[Overlap]) -> float:
    return means(sample)[index]


def _date_figures(days: Sequence[tuple[str, str | None]]) -> dict[str, Any]:
    """Share of pages whose day is right (a miss is wrong), with precision and recall."""

    def exact(sample: Sequence[tuple[str, str | None]]) -> float:
        return sum(gold == found for gold, found in sample) / len(sample)

    answered = [day for day in days if day[1] is not None]
    constant = Counter(gold for gold, _ in days).most_common(1)
    return {
        "date_exact": round(exact(days), 4) if days else None,
        "date_exact_interval": interval(days, exact),
        "date_exact_best_constant": round(constant[0][1] / len(days), 4) if days else None,
        "date_exact_n": len(days),
        "date_precision": round(exact(answered), 4) if answered else None,
        "date_recall": round(exact(days), 4) if days else None,
    }


def table(result: dict[str, Any]) -> str:
    """The figures, one a line, and those of peers."""
    lines = [f"{'':<16}{'value':>8}  {'95 %':<18}{'constant':>9}{'n':>6}"]
    for name in ("f1", "precision", "recall", "date_exact"):
        low_high = result[f"{name}_interval"]
        interval = f"{low_high[0]:.3f} {low_high[1]:.3f}" if low_high else ""
        value, constant = result[name], result[f"{name}_best_constant"]
        lines.append(
            f"{name:<16}{'-' if value is None else format(value, '.3f'):>8}  {interval:<18}"
            f"{'-' if constant is None else format(constant, '.3f'):>9}{result[f'{name}_n']:>6}"
        )
    lines.append(f"outcomes {result['outcomes']}, dates {result['dates_by_basis']}")
    lines.append(f"{result['documents_per_second']} pages a CPU second")
    lines += [
        f"peer: {name}: " + ", ".join(f"{key} {value:.3f}" for key, value in figures.items())
        for name, figures in _PEERS.items()
    ]
    return "\n".join(lines)
