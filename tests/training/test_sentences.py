"""The labelled sentences and their checker; sentences of these tests are invented too."""

from __future__ import annotations

import json
import runpy
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "training/sentences"
CHECK = runpy.run_path(str(FOLDER / "check.py"))

GOOD = {
    "id": "protest-1",
    "text": "[Dockers] marched on [the ministry] in Coro.",
    "labels": [{"source": 1, "target": 2, "type": "PROTEST", "mode": "demo"}],
}


def test_the_shipped_sentences_are_without_fault() -> None:
    assert CHECK["check_sentences"](FOLDER) == []


def test_there_are_thousands_and_every_type_is_there() -> None:
    sentences = CHECK["read_sentences"](FOLDER)
    types = {label.type for sentence in sentences for label in sentence.labels}
    assert len(sentences) >= 2500
    assert types == set(CHECK["MODES"])


def test_spans_are_those_of_the_text_without_brackets() -> None:
    for sentence in CHECK["read_sentences"](FOLDER):
        for label in sentence.labels:
            for span in (label.source, label.target):
                if span is not None:
                    phrase = sentence.text[slice(*span)]
                    assert phrase and phrase == phrase.strip()
        assert "[" not in sentence.text


def test_a_line_gives_its_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps(GOOD) + "\n")
    (sentence,) = CHECK["read_sentences"](tmp_path)
    (label,) = sentence.labels
    assert sentence.text == "Dockers marched on the ministry in Coro."
    assert sentence.text[slice(*label.source)] == "Dockers"
    assert sentence.text[slice(*label.target)] == "the ministry"


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"text": "[Dockers marched on [the ministry]"}, "brackets must open and close"),
        ({"text": "[Dockers ] marched on [the ministry]"}, "begins or ends with a space"),
        ({"text": "[Dockers] marched on [the ministry] in [Coro]"}, "has no label"),
        ({"labels": [{"source": 1, "target": 3, "type": "PROTEST"}]}, "that is not there"),
        ({"labels": [{"source": 1, "target": 1, "type": "PROTEST"}]}, "two different ones"),
        ({"labels": [{"source": 1, "target": 2, "type": "FIGHT"}]}, "unknown type 'FIGHT'"),
        ({"labels": [{"source": 1, "target": 2, "type": "AID", "mode": "demo"}]}, "no mode"),
        ({"labels": [{"source": 1, "target": 2, "type": "AID", "shade": "ground"}]}, "no shade"),
        ({"labels": [{"source": 1, "target": 2, "type": "AID", "realis": "odd"}]}, "realis"),
        ({"labels": [{"source": 1, "target": 2, "type": "AID", "why": "x"}]}, "unknown field"),
        ({"labels": []}, "no label"),
    ],
)
def test_faults_are_told_with_file_and_line(
    tmp_path: Path, change: dict[str, object], fault: str
) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({**GOOD, **change}) + "\n")
    faults = CHECK["check_sentences"](tmp_path)
    assert any(fault in line and line.startswith("a.jsonl:1: ") for line in faults)
    with pytest.raises(ValueError, match=r"a\.jsonl:1"):
        CHECK["read_sentences"](tmp_path)


def test_a_sentence_that_stands_twice_is_a_fault(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps(GOOD) + "\n" + json.dumps(GOOD) + "\n")
    faults = CHECK["check_sentences"](tmp_path)
    assert any("a.jsonl:2: the sentence stands in a.jsonl:1 too" in line for line in faults)
    assert any("stands twice" in line for line in faults)
