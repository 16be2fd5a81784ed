"""Task `confidence`: whether reports with a confidence of .8 are right eight times in ten.

The data is a folder with `articles.jsonl` and `gold.json`; without one, halves `b` of the invented
corpora, which nobody read and to which no weight was fitted. A report is right where the corpus's
scorer finds a report of the gold for it (type, place, date, status). Reports of words (REQUEST,
ACCUSE …) are left out, as the gold need not have all.

`calibration_error` is the expected calibration error of ten bins; `separates` the share of pairs
of a right and a wrong report in which the right one has the higher confidence (a half by chance).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.scoring import files_of, gold_of, half_of, predictions
from benchmarks.speed import articles_of
from benchmarks.vendored import score
from reportedly.analysis import Resources, analyse_article
from reportedly.audit.calibration import calibration
from reportedly.audit.codes import VERBAL
from reportedly.find.events.confidence import Grounds, confidence
from reportedly.find.events.trace import Trace
from reportedly.resources import load_resources

INVENTED = Path(__file__).parent / "invented"
_UNREAD = ("fourth", "fifth", "briefs", "sixth", "seventh", "eighth", "ninth")


@dataclass(frozen=True, slots=True)
class Judged:
    """A report with what its confidence is made of, and whether the gold has it."""

    grounds: Grounds
    right: bool


def run(data: Path | None) -> dict[str, Any]:
    """Code the articles, look for each report in the gold, and compare."""
    resources = load_resources()
    parts = [(data, None)] if data is not None else [(INVENTED / n, "b") for n in _UNREAD]
    found = [one for folder, half in parts for one in judged(folder, half, resources)]
    values = [(confidence(one.grounds), one.right) for one in found]
    checked = calibration("report", values)
    return {
        "n": len(values),
        "right": round(sum(right for _, right in values) / len(values), 3) if values else None,
        "calibration_error": None if checked.error is None else round(checked.error, 3),
        "separates": separates(values),
        "bins": {f"{b.low:.1f}-{b.high:.1f}": [b.size, round(b.right, 3)] for b in checked.bins},
    }


def judged(folder: Path | None, half: str | None, resources: Resources) -> Iterator[Judged]:
    """The reports of a corpus, or of one half of it, beside its gold."""
    articles, gold_file = files_of(folder)
    gold = json.loads(gold_file.read_text("utf-8"))
    with TemporaryDirectory() as scratch:
        if half is not None:
            rows = [r for r in articles.read_text("utf-8").splitlines() if half_of(r) == half]
            articles = Path(scratch) / "articles.jsonl"
            articles.write_text("\n".join(rows), "utf-8")
            gold = gold_of(gold, {json.loads(row)["id"] for row in rows})
        trace = Trace()
        for article in articles_of(articles):
            analyse_article(article, resources, trace)
        coded = {row["id"]: row for row in predictions(articles)["articles"]}
    names = score.Names(gold["names"])
    for article in gold["articles"]:
        row = score.normalise(coded.get(article["id"], {}), article)
        pairs = score.align(article["reports"], row["reports"], article, names, strict_only=True)
        used = {report["id"] for _, report, _ in pairs}
        for report in row["reports"]:
            if report["type"] not in VERBAL and report["id"] in trace.grounds:
                yield Judged(trace.grounds[report["id"]], report["id"] in used)


def separates(values: list[tuple[float, bool]]) -> float | None:
    """The share of pairs of a right and a wrong value in which the right one is the greater."""
    right = [value for value, is_right in values if is_right]
    wrong = [value for value, is_right in values if not is_right]
    if not right or not wrong:
        return None
    points = sum((a > b) + 0.5 * (a == b) for a, b in product(right, wrong))
    return round(points / (len(right) * len(wrong)), 3)


def table(result: dict[str, Any]) -> str:
    """One figure a line; bins with their size and share of right ones."""
    bins = result["bins"].items()
    lines = [f"{key:<20} {result[key]}" for key in ("n", "right", "calibration_error", "separates")]
    return "\n".join([*lines, *(f"  {name}  n {n:<5} right {share}" for name, (n, share) in bins)])
