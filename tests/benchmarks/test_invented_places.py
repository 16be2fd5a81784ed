"""The invented articles with real places: spans, points and kinds are sound."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.place_gold import gold_articles

FOLDER = Path(__file__).parents[2] / "benchmarks/invented/places"
KINDS = {"place", "adjective", "language", "metonym", "part"}


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    with (FOLDER / "mentions.jsonl").open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def test_spans_equal_their_texts(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        for mention in row["mentions"]:
            assert row["text"][mention["start"] : mention["end"]] == mention["text"], row["doc"]


def test_points_lie_on_the_globe(rows: list[dict[str, Any]]) -> None:
    for mention in (mention for row in rows for mention in row["mentions"]):
        assert (mention["lat"] is None) == (mention["lon"] is None), mention
        if mention["lat"] is not None:
            assert abs(mention["lat"]) <= 90 and abs(mention["lon"]) <= 180, mention
            assert (mention["lat"], mention["lon"]) != (0, 0), mention


def test_nothing_is_given_twice_or_overlaps(rows: list[dict[str, Any]]) -> None:
    assert len({row["doc"] for row in rows}) == len({row["text"] for row in rows}) == len(rows)
    for row in rows:
        end = 0
        for mention in row["mentions"]:
            assert mention["start"] >= end, (row["doc"], mention["text"])
            end = mention["end"]


def test_kinds_are_known_and_no_mark_is_left_in_a_text(rows: list[dict[str, Any]]) -> None:
    assert {mention["kind"] for row in rows for mention in row["mentions"]} == KINDS
    assert not any(set("{}@") & set(row["text"]) for row in rows)


def test_the_benchmarks_read_it(rows: list[dict[str, Any]]) -> None:
    articles = list(gold_articles(FOLDER))
    assert len(articles) == len(rows) >= 90
    assert sum(len(article.names) for article in articles) == sum(len(r["mentions"]) for r in rows)
