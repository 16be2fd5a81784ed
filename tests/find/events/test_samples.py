"""Floors on the invented corpus and the real article beside the repository, if they are there."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from reportedly.export.scoring import scoring
from reportedly.records import Analysis
from tests.find.events.conftest import Read


def scores(read: Callable[..., Read], folder: Path, shared: Path, to: Path) -> dict[str, Any]:
    """The lines of score.py for the articles of a folder."""
    articles, analyses = [], {}
    for line in (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        published = date.fromisoformat(row["published"]) if row.get("published") else None
        found = read(row["text"], published=published, outlet=row.get("outlet") or "outlet")
        article = replace(found.reading.document.article, article_id=row["id"], input_id=row["id"])
        articles.append(article)
        analyses[row["id"]] = Analysis(
            analyser="test",
            article_id=row["id"],
            text_id=article.text_id,
            reports=tuple(replace(r, report_id=row["id"] + r.report_id) for r in found.reports),
        )
    predictions = to / "predictions.json"
    predictions.write_text(json.dumps(scoring(articles, analyses)), encoding="utf-8")
    command = [sys.executable, str(shared / "samples" / "score.py"), str(folder / "gold.json")]
    done = subprocess.run(
        [*command, str(predictions), "--json", "--resamples", "0"],
        check=True,
        capture_output=True,
        text=True,
    )
    lines: dict[str, Any] = json.loads(done.stdout)["scores"]
    return lines


@pytest.fixture(scope="module")
def invented(
    read: Callable[..., Read], shared: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    folder = shared / "samples" / "invented"
    return scores(read, folder, shared, tmp_path_factory.mktemp("invented"))


FLOORS = [
    ("events, status actual (type+place+date)", "f1", 0.9),
    ("events, any status (type+place+date)", "f1", 0.9),
    ("status, on aligned reports", "accuracy", 0.95),
    ("status: denied", "f1", 0.9),
    ("attribution (innermost speaker)", "f1", 0.85),
    ("attribution, whole chain", "accuracy", 0.88),
    ("actor, where gold names one", "accuracy", 0.7),
    ("actor left open, where an attack has none", "accuracy", 0.9),
    ("alleged actor kept apart from actor", "accuracy", 0.9),
    ("counts (kind, low, high)", "f1", 0.8),
]


@pytest.mark.parametrize(("line", "key", "floor"), FLOORS, ids=[row[0] for row in FLOORS])
def test_invented_corpus(invented: dict[str, Any], line: str, key: str, floor: float) -> None:
    assert invented[line][key] >= floor


def test_what_must_not_become_an_event(invented: dict[str, Any]) -> None:
    assert invented["not_events violated (fewer is better)"]["count"] <= 2
    assert invented["claims coded as actual events (fewer is better)"]["count"] == 0


def test_the_real_article(read: Callable[..., Read], shared: Path, tmp_path: Path) -> None:
    lines = scores(read, shared / "samples" / "seed", shared, tmp_path)
    events = lines["events, status actual (type+place+date)"]
    assert (events["tp"], events["fp"]) == (13, 0)
    assert lines["not_events violated (fewer is better)"]["count"] == 0
    assert lines["actor, where gold names one"]["accuracy"] == 1
