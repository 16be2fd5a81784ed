"""Floors: an absent figure never holds, and the file names tasks and data that exist."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from benchmarks import floors
from benchmarks.__main__ import TASKS, main

FILE = Path(floors.__file__).with_name("floors.toml")


@pytest.mark.parametrize(
    ("value", "floor", "ok"),
    [
        (0.9, {"at_least": 0.9}, True),
        (0.89, {"at_least": 0.9}, False),
        (3, {"at_most": 2}, False),
        (None, {"at_least": 0.0}, False),  # an absent figure is no zero
    ],
)
def test_holds(value: object, floor: dict, ok: bool) -> None:
    assert floors.holds(value, floor) is ok


def test_a_figure_is_found_by_its_path() -> None:
    assert floors.figure({"a": {"b": 1}}, ["a", "b"]) == 1
    assert floors.figure({"a": {"b": 1}}, ["a", "c"]) is None


def test_the_file_names_what_exists() -> None:
    for floor in tomllib.loads(FILE.read_text("utf-8"))["floor"]:
        assert floor["task"] in TASKS
        assert "at_least" in floor or "at_most" in floor
        if "invented" in floor:
            folder = FILE.parent / "invented" / floor["invented"]
            assert any((folder / name).exists() for name in ("gold.json", "mentions.jsonl"))


def test_missing_data_is_one_line_and_code_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scoring", "--data", "nowhere"]) == 2
    assert capsys.readouterr().err == "no such file or folder: nowhere\n"
