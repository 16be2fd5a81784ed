"""One half of a corpus is scored by its own gold alone; ids are invented."""

from __future__ import annotations

import pytest

from benchmarks.__main__ import main
from benchmarks.scoring import gold_of

GOLD = {
    "meta": {},
    "articles": [
        {"id": "A", "reports": [{"id": "A-r1"}]},
        {"id": "B", "reports": [{"id": "B-r1"}]},
    ],
    "echoes": [{"members": [{"article": "A"}]}, {"members": [{"article": "B"}]}],
    "events": [{"id": "e1", "reports": ["A-r1"]}, {"id": "e2", "reports": ["B-r1"]}],
    "campaigns": [{"events": ["e1"]}, {"events": ["e2"]}],
}


def test_the_gold_of_some_articles_is_all_that_lies_in_them() -> None:
    half = gold_of(GOLD, {"B"})
    assert [article["id"] for article in half["articles"]] == ["B"]
    assert half["echoes"] == [{"members": [{"article": "B"}]}]
    assert [event["id"] for event in half["events"]] == ["e2"]
    assert half["campaigns"] == [{"events": ["e2"]}]


def test_a_half_is_asked_of_tasks_with_halves(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["starting", "--half", "a"]) == 2
    assert capsys.readouterr().err == "--half belongs to the tasks scoring and real-news\n"
