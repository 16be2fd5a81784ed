"""The figures of the invented samples by the coding sheet are those of the samples' scorer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import reportedly
from benchmarks.vendored import score as scorer
from reportedly.audit.agree import Names
from reportedly.audit.codes import AuditedArticle
from reportedly.audit.figures import Figure
from reportedly.audit.ours import our_reports
from reportedly.audit.scores import Scores, score
from reportedly.audit.sheet import read_names, read_sheet
from tests.audit.gold import write_gold

INVENTED = Path(__file__).parents[2] / "benchmarks" / "invented"
FIRST = Path(reportedly.__file__).parent / "data" / "sample" / "articles.jsonl"
LINES = {
    "events, any status": "events, any status (type+place+date)",
    "events, status actual": "events, status actual (type+place+date)",
    "reports aligned for the lines below": "reports aligned for the lines below",
    "attribution (innermost speaker)": "attribution (innermost speaker)",
    "attribution, whole chain": "attribution, whole chain",
    "status": "status, on aligned reports",
    "status: actual": "status: actual",
    "status: planned": "status: planned",
    "status: threatened": "status: threat",
    "status: denied": "status: denied",
    "status: retold": "status: historical",
    "mode, where coded": "mode, where gold has one",
    "actor, where coded": "actor, where gold names one",
    "actor left open, where an attack has none": "actor left open, where an attack has none",
    "alleged actor kept apart from actor": "alleged actor kept apart from actor",
    "counts (kind, low, high)": "counts (kind, low, high)",
}


@pytest.fixture(scope="module", params=["first", "second"])
def both(request: Any, tmp_path_factory: Any) -> Iterator[tuple[Scores, dict[str, Any]]]:
    """Our figures by way of the sheet, and the scorer's."""
    folder = tmp_path_factory.mktemp(request.param)
    source = INVENTED if request.param == "first" else INVENTED / "second"
    articles = FIRST if request.param == "first" else source / "articles.jsonl"
    gold = json.loads((source / "gold.json").read_text("utf-8"))
    news = reportedly.open(_read(articles, folder / "news"))
    sheet = read_sheet(write_gold(gold, folder))
    assert sheet.faults == ()
    documents = {a.input_id: (a, an) for a, an in news.collection.documents()}
    compared = [
        AuditedArticle(
            article=one["id"],
            outlet=one["outlet"],
            credit=one.get("credit"),
            coded=sheet.reports[one["id"]],
            ours=our_reports(*documents[one["id"]]) if one["id"] in documents else (),
        )
        for one in gold["articles"]
    ]
    yield (
        score(compared, Names(read_names(folder / "names.csv"))),
        scorer.score(gold, news.scoring())[0],
    )


def _read(articles: Path, news: Path) -> Path:
    reportedly.read([articles], into=news)
    return news


def _as_scorer(figure: Figure) -> dict[str, Any]:
    interval = None if figure.interval is None else list(figure.interval)
    if figure.kind == "share":
        right, of = figure.counts
        return {"accuracy": figure.value, "right": right, "of": of, "interval": interval}
    right, added, missed = figure.counts
    return {"precision": figure.precision, "recall": figure.recall, "f1": figure.value,
            "tp": right, "fp": added, "fn": missed, "interval": interval}  # fmt: skip


@pytest.mark.parametrize("name", LINES)
def test_a_figure_is_exactly_the_scorers(name: str, both: tuple[Scores, dict[str, Any]]) -> None:
    scores, theirs = both
    assert _as_scorer(scores.figure(name)) == theirs[LINES[name]]


def test_the_types_sum_up_to_all_events(both: tuple[Scores, dict[str, Any]]) -> None:
    scores, _ = both
    sums = [sum(f.counts[n] for f in scores.by_type) for n in range(3)]
    assert tuple(sums) == scores.figure("events, any status").counts


def test_every_required_report_stands_in_the_confusion_table(
    both: tuple[Scores, dict[str, Any]],
) -> None:
    scores, _ = both
    agree = sum(n for (row, column), n in scores.confusion.cells.items() if row == column)
    assert agree >= scores.figure("events, any status").counts[0]
    assert sum(scores.confusion.cells.values()) >= scores.coded * 0.8
