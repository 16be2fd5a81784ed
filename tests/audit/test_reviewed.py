"""Reviewed reports: agreement, decisions that stand, times, and sentences that training reads.

The bundled invented sample is read.
"""

from __future__ import annotations

import json
import runpy
import shutil
from pathlib import Path

import pytest

import reportedly
from reportedly.audit.agreement import agreements, alpha_of_all
from reportedly.audit.reviewed import decided, disputed, labels_of, reviewed_sentences, times_of
from reportedly.cli import main
from reportedly.records import Judgement
from reportedly.store import Collection

ROOT = Path(__file__).parents[2]
SAMPLE = Path(reportedly.__file__).parent / "data" / "sample" / "articles.jsonl"


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("reviewed") / "news"
    reportedly.read([SAMPLE], into=into)
    return into


@pytest.fixture
def collection(corpus: Path, tmp_path: Path) -> Collection:
    return Collection.open(shutil.copytree(corpus, tmp_path / "news"))


def judge(collection: Collection, by: str, kind: str, subject: str, **facts: object) -> int:
    number = sum(1 for _ in collection.judgements())
    given = {"other": None, "score": None, "reasons": (), **facts}
    at = f"2024-01-01T00:00:{number:02}+00:00"
    return collection.add_judgement(Judgement(kind=kind, subject=subject, by=by, at=at, **given))


def alone(collection: Collection) -> tuple[str, str]:
    """A plain event of one report, and that report."""
    for event in collection.links.events():
        if len(event.reports) == 1 and event.type == "PROTEST" and event.realis == "actual":
            return event.event_id, event.reports[0]
    raise AssertionError


def stands(collection: Collection, event: str) -> bool:
    reportedly.open(collection.folder).link()
    found = collection.links.event(event)
    return found is not None and bool(found.reports)


def test_a_decision_stands_over_what_reviewers_gave(collection: Collection) -> None:
    event, report = alone(collection)
    judge(collection, "anna", "accept", report)
    judge(collection, "ben", "reject", report)
    assert disputed(labels_of(collection), decided(collection)) == {report}
    assert not stands(collection, event)  # the newest of them
    judge(collection, "cy", "accept", report, reasons=("decided",))
    judge(collection, "ben", "reject", report)  # later, but no decision
    assert disputed(labels_of(collection), decided(collection)) == set()
    assert stands(collection, event)


def test_a_decided_accept_takes_corrections_back(collection: Collection) -> None:
    event, report = alone(collection)
    judge(collection, "ben", "correct", report, field="type", value="RETREAT")
    judge(collection, "cy", "accept", report, reasons=("decided",))
    assert stands(collection, event)
    found = collection.links.event(event)
    assert found and found.type == "PROTEST"


def test_a_newer_decision_overrules_an_older_one(collection: Collection) -> None:
    event, report = alone(collection)
    judge(collection, "cy", "reject", report, reasons=("decided",))
    judge(collection, "cy", "accept", report, reasons=("decided",))
    assert stands(collection, event)
    overruled = [one.overruled for one in collection.attached_judgements()]
    assert overruled == [True, False]


def test_decisions_count_in_no_agreement(collection: Collection) -> None:
    _, report = alone(collection)
    judge(collection, "anna", "accept", report)
    judge(collection, "ben", "accept", report)
    judge(collection, "cy", "reject", report, reasons=("decided",))
    labels = labels_of(collection)
    assert set(labels) == {"anna", "ben"}
    (pair,) = agreements(labels)
    assert (pair.same, pair.both, pair.alpha) == (1, 1, None)
    assert alpha_of_all(labels) is None


def test_seconds_are_told_as_medians(collection: Collection) -> None:
    _, report = alone(collection)
    for seconds in ("4.0", "8.0", "30.5"):
        judge(collection, "anna", "accept", report, reasons=(f"seconds {seconds}",))
    times = times_of(collection)
    assert (times.reviewed, times.review_seconds, times.coding_seconds) == (3, 8.0, None)


# --- sentences ------------------------------------------------------------------------------


def judged_sentences(collection: Collection) -> list[dict]:
    reports = [report for analysis in collection.analyses() for report in analysis.reports]
    for number, report in enumerate(reports):
        judge(collection, "anna", ("accept", "reject")[number % 4 == 3], report.report_id)
    return list(reviewed_sentences(collection))


def test_the_event_classifier_trains_on_reviewed_sentences(
    collection: Collection, tmp_path: Path, capsys
) -> None:
    rows = judged_sentences(collection)
    assert len(rows) > 20
    folder = tmp_path / "sentences"
    folder.mkdir()
    arguments = ["review", "export", str(collection.folder), "-o", str(folder / "reviewed.jsonl")]
    assert main(arguments) == 2
    assert "needs --restricted" in capsys.readouterr().err
    assert main([*arguments, "--restricted", "training"]) == 0
    check = runpy.run_path(str(ROOT / "training" / "sentences" / "check.py"))
    sentences = check["read_sentences"](folder)
    assert len(sentences) == len(rows)
    types = {label.type for sentence in sentences for label in sentence.labels}
    assert {"PROTEST", "ASSAULT", "NONE"} <= types


def test_training_reads_the_file(collection: Collection, tmp_path: Path) -> None:
    pytest.importorskip("sklearn", reason="extra training is not installed")
    rows = judged_sentences(collection)[:4]
    shutil.copy(ROOT / "training/sentences/check.py", tmp_path / "check.py")
    lines = "".join(json.dumps(row) + "\n" for row in rows)
    (tmp_path / "reviewed.jsonl").write_text(lines, encoding="utf-8")
    training = runpy.run_path(str(ROOT / "training" / "event_types.py"), run_name="training")
    read = training["read_examples"]
    read.__globals__["SENTENCES"] = tmp_path
    examples = read(training["Reader"]())
    assert len({example.group for example in examples}) == len(rows)


def test_what_is_in_dispute_is_no_sentence(collection: Collection) -> None:
    rows = judged_sentences(collection)
    report = next(
        report.report_id
        for analysis in collection.analyses()
        for report in analysis.reports
        if f"reviewed-{report.report_id[:16]}" == rows[0]["id"]
    )
    judge(collection, "ben", "correct", report, field="mode", value="riot")
    assert rows[0]["id"] not in {row["id"] for row in reviewed_sentences(collection)}
    judge(collection, "cy", "reject", report, reasons=("decided",))
    again = {row["id"]: row for row in reviewed_sentences(collection)}
    assert again[rows[0]["id"]]["labels"][0]["type"] == "NONE"
    assert again[rows[0]["id"]]["note"] == "decided"


def test_agreement_from_the_command_line(collection: Collection, capsys) -> None:
    _, report = alone(collection)
    judge(collection, "anna", "accept", report, reasons=("seconds 5.0",))
    judge(collection, "ben", "reject", report)
    assert main(["review", "agreement", str(collection.folder)]) == 0
    out = capsys.readouterr().out
    assert "1 reports in dispute, 0 decided" in out
    assert "seconds a judgement: 5.0 (median of 1)" in out
