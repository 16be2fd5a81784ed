"""The marked passages and their checker; sentences of these tests are invented too."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "training/passages"
CHECK = runpy.run_path(str(FOLDER / "check.py"))


def test_the_shipped_passages_are_without_fault() -> None:
    assert CHECK["check_passages"](FOLDER) == []


def test_there_are_thousands_and_every_type_is_there() -> None:
    lines = [line for f in FOLDER.glob("*.txt") for line in f.read_text("utf-8").splitlines()]
    marks = [CHECK["unmarked"](line)[1] for line in lines]
    assert len(lines) >= 26_000
    assert {act.type for found in marks for m in found for act in m.acts} == CHECK["TYPES"]
    assert sum(not found for found in marks) >= len(lines) / 4, "news that tells no act"


def test_marks_point_at_the_words_of_the_text() -> None:
    line = "Dockers {downed tools|PROTEST} after the {arrest|COERCE historical} of two."
    text, marks = CHECK["unmarked"](line)
    assert text == "Dockers downed tools after the arrest of two."
    assert [
        (text[m.start : m.end], [(a.type, a.status, a.event) for a in m.acts]) for m in marks
    ] == [
        ("downed tools", [("PROTEST", "", None)]),
        ("arrest", [("COERCE", "historical", None)]),
    ]


def test_roles_stand_with_the_number_of_their_event() -> None:
    line = (
        "{Police|A1 R2} {held|COERCE 1} {two|T1} {men|R1 A2} who {stoned|ASSAULT claimed 2} them."
    )
    text, marks = CHECK["unmarked"](line)
    assert {text[m.start : m.end]: m.roles for m in marks if m.roles} == {
        "Police": (("actor", 1), ("recipient", 2)),
        "two": (("taken", 1),),
        "men": (("recipient", 1), ("actor", 2)),
    }


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("Dockers {marched|PROTEST in Coro.", "a broken mark"),
        ("Dockers {marched|WALK} in Coro.", "unknown code WALK"),
        ("Dockers {marched|PROTEST maybe} in Coro.", "unknown code maybe"),
        ("Dockers {marched|PROTEST} in {Coro|P1}.", "no word tells event 1"),
        ("They {marched|PROTEST 1} and {burned|ASSAULT 1} it.", "event 1 has two types"),
        (" Dockers marched.", "empty, or blanks around it"),
        ("Police looked on.", "stands in a.txt 1 already"),
    ],
)
def test_faults_are_told_with_file_and_line(tmp_path: Path, line: str, fault: str) -> None:
    (tmp_path / "a.txt").write_text(f"Police looked on.\n{line}\n")
    assert CHECK["check_passages"](tmp_path) == [f"a.txt 2: {fault}"]
