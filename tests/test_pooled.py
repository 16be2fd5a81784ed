"""Serial and pooled reads give equal records; the sample is invented."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest

import reportedly

ROWS = 6


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    sample = files("reportedly.data") / "sample" / "articles.jsonl"
    path = tmp_path_factory.mktemp("rows") / "rows.jsonl"
    lines = sample.read_text("utf-8").splitlines()[:ROWS]
    path.write_text("\n".join([*lines, "{broken"]), encoding="utf-8")
    return path


def test_serial_and_pooled_reads_are_equal(rows: Path, tmp_path: Path) -> None:
    seen = []
    for workers in (0, 1):
        into = tmp_path / f"news{workers}"
        summary = reportedly.read([rows], into=into, workers=workers)
        assert (summary.articles, summary.problems) == (ROWS, 1)
        collection = reportedly.open(into).collection
        links = collection.links
        seen.append(
            (
                list(collection.documents()),
                list(collection.problems()),
                list(links.events()),
                list(links.echoes()),
                list(links.campaigns()),
            )
        )
    assert seen[0] == seen[1]
