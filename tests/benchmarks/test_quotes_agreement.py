"""Equal paragraphs of gold articles, compared with each other. All texts are invented."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from benchmarks.quotes_agreement import equal_paragraphs, run

_TOLD = 'Ana Roa said the bridge was "late for all" and that the port had to wait for a year.'
_PLAIN = "The port of Arvan has stood on the north side of the river since the year 1904."


def test_paragraphs_of_two_texts() -> None:
    texts = [f"{_PLAIN}\n\n{_TOLD}", "Nothing of that.", f"{_TOLD}\n{_TOLD}"]
    first = (len(_PLAIN) + 2, len(_PLAIN) + 2 + len(_TOLD))
    assert equal_paragraphs(texts) == {(0, 2): [(first, (0, len(_TOLD)))]}


def test_labels_are_no_paragraphs() -> None:
    assert equal_paragraphs(["Read more", "Read more"]) == {}


def test_two_readings_of_one_paragraph(tmp_path: Path) -> None:
    """Both take the bridge, one alone the port: F1 of one pair in 1 + 2 contents."""
    rows = [
        _row("a", _TOLD, ["the bridge"]),
        _row("b", f"{_PLAIN}\n{_TOLD}", ["the bridge", "the port had to wait"]),
    ]
    (tmp_path / "gold.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    result = run(tmp_path)
    assert result["content_f1"] == 0.6667
    assert (result["paragraphs"], result["pairs_of_articles"], result["direct"]) == (1, 1, 0)


def _row(name: str, text: str, contents: list[str]) -> dict[str, Any]:
    quotes = [
        {"source": [], "cue": [], "content": [{"spans": [[text.index(c), text.index(c) + len(c)]]}]}
        for c in contents
    ]
    return {"id": name, "text": text, "quotes": quotes}
