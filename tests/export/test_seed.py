"""The seed article: all of it is symbolic, so a codebook of gatherings counts none of it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import reportedly
from reportedly.news import News


@pytest.fixture(scope="module")
def seed(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> News:
    """The seed, read and linked."""
    into = tmp_path_factory.mktemp("seed") / "news"
    reportedly.read([shared / "samples" / "seed" / "articles.jsonl"], into=into)
    return News.open(into)


def test_acled_like_has_no_row_and_lists_thirteen_with_the_rule(seed: News, tmp_path: Path) -> None:
    written = seed.export("acled-like", tmp_path / "acled.csv")
    assert _rows(tmp_path / "acled.csv") == []
    out = _rows(tmp_path / "acled.csv.out-of-scope.csv")
    assert len(out) == 13
    assert {row["rule"] for row in out} == {"symbolic-display"}
    assert "13 out of scope: symbolic-display 13" in str(written)


def test_report_csv_has_thirteen_rows(seed: News, tmp_path: Path) -> None:
    seed.export("report-csv", tmp_path / "reports.csv")
    assert len(_rows(tmp_path / "reports.csv")) == 13


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
