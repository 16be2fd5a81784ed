"""Saved pages of the extraction gold: quality of a small fixed part, and the scorer itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import extraction
from benchmarks.shingles import means, overlap


@pytest.mark.parametrize(
    ("gold", "predicted", "precision", "recall"),
    [
        ("a b c d e", "a b c d e", 1.0, 1.0),
        ("a b c d e", "a b c d", 1.0, 0.5),
        ("a b c d", "a b c d e", 0.5, 1.0),
        ("a b", "a b", 1.0, 1.0),  # fewer words than a shingle has
        ("a b c d", "", None, 0.0),
        ("a, b: c! d", "a b c d", 1.0, 1.0),  # marks do not count
    ],
)
def test_overlap(gold: str, predicted: str, precision: float | None, recall: float) -> None:
    result = overlap(gold, predicted)
    assert (result.precision, result.recall) == (precision, recall)


def test_a_page_without_text_costs_recall() -> None:
    assert means([overlap("a b c d", "a b c d"), overlap("a b c d", "")]) == (2 / 3, 1.0, 0.5)


def test_figures_without_gold_are_null(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(
        "<html><body><article><p>Dockers in Orla walked out on Monday, the union said.</p>"
        "<p>Nobody was hurt.</p></article></body></html>"
    )
    row = {
        "id": "1",
        "file": "page.html",
        "body": "Dockers in Orla walked out on Monday, the union said.",
    }
    (tmp_path / "rows.jsonl").write_text(json.dumps(row) + "\n" + json.dumps(row) + "\n")
    result = extraction.run(tmp_path)
    assert result["recall"] == 1.0
    assert result["f1_n"] == 1  # an id is read once
    assert result["date_exact"] is None


def test_floors_on_a_few_pages(shared: Path, tmp_path: Path) -> None:
    folder = shared / "gold" / "extraction"
    for name in ("aeb", "fundus", "dates"):
        rows = (folder / name / "gold.jsonl").read_text("utf-8").splitlines()[:12]
        small = [
            {**(row := json.loads(line)), "file": str(folder / name / row["file"])} for line in rows
        ]
        (tmp_path / f"{name}.jsonl").write_text("\n".join(json.dumps(row) for row in small))
    result = extraction.run(tmp_path)
    assert result["f1"] > 0.93
    assert result["date_exact"] >= 0.75
