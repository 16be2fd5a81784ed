"""Records of published texts point into them; the texts here are invented."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import real_news

TEXT = "Dockers marched in Arvan on Monday. The mayor of Arvan praised them."
ROWS = [
    {"id": "R1", "half": "a", "source": "news/docs.jsonl", "key": 7, "end": 35,
     "published": "2025-08-07"},
]  # fmt: skip
GOLD: dict[str, Any] = {
    "meta": {},
    "names": [{"name": {"in": "R1", "at": [0, 7]}, "aliases": ["dock workers"]}],
    "articles": [
        {"id": "R1", "published": "2025-08-07",
         "reports": [{"id": "R1-r1", "actors": [{"name": {"at": [0, 7]}}],
                      "date": {"start": "2025-08-04", "span": {"start": 28, "end": 34}}}]},
    ],
    "events": [{"id": "R1-E1", "reports": ["R1-r1"], "place": {"name": {"at": [19, 24]}}}],
    "echoes": [],
    "campaigns": [],
}  # fmt: skip


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A gold folder with one text, and records that point into it."""
    folder = tmp_path / "real"
    folder.mkdir()
    (folder / "articles.jsonl").write_text("\n".join(map(json.dumps, ROWS)))
    (folder / "gold.json").write_text(json.dumps(GOLD))
    monkeypatch.setattr(real_news, "_FOLDER", folder)
    (tmp_path / "gold" / "news").mkdir(parents=True)
    (tmp_path / "gold" / "news" / "docs.jsonl").write_text(json.dumps({"id": 7, "text": TEXT}))
    return tmp_path


def test_strings_and_spans_are_taken_from_the_texts(corpus: Path) -> None:
    real_news.write_corpus(corpus / "gold", corpus)
    article = json.loads((corpus / "articles.jsonl").read_text())
    gold = json.loads((corpus / "gold.json").read_text())
    report = gold["articles"][0]["reports"][0]
    assert article["text"] == "Dockers marched in Arvan on Monday."
    assert report["actors"] == [{"name": "Dockers"}]
    assert report["date"]["span"] == {"start": 28, "end": 34, "text": "Monday"}
    assert gold["events"][0]["place"] == {"name": "Arvan"}
    assert gold["names"] == {"Dockers": ["dock workers"]}


def test_a_set_of_extraction_has_its_texts_as_bodies(corpus: Path) -> None:
    (corpus / "gold" / "news" / "docs.jsonl").write_text(json.dumps({"id": 7, "body": TEXT}))
    real_news.write_corpus(corpus / "gold", corpus)
    article = json.loads((corpus / "articles.jsonl").read_text())
    assert article["text"] == "Dockers marched in Arvan on Monday."


def test_a_text_that_the_gold_folder_lacks_is_named(corpus: Path) -> None:
    (corpus / "gold" / "news" / "docs.jsonl").write_text("")
    with pytest.raises(ValueError, match="lacks the texts of R1"):
        real_news.write_corpus(corpus / "gold", corpus)
