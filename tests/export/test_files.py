"""Files of an export appear whole or not at all, and no cell runs as a formula."""

from __future__ import annotations

import csv
import errno
import io
import os
import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import OptionError
from reportedly.export import Options, write_export
from reportedly.export.files import Files, as_cell, csv_rows
from reportedly.export.row_log import RowLog
from tests.export.conftest import Collection


def test_all_files_appear_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    with Files(path) as files:
        files.text().write("a\n")
        files.text(".extra.csv").write("b\n")
        assert not path.exists()
    assert path.read_text("utf-8") == "a\n"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["rows.csv", "rows.csv.extra.csv"]


def test_a_failure_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(KeyError), Files(path) as files:
        files.text().write("new")
        raise KeyError
    assert path.read_text("utf-8") == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["rows.csv"]


def test_a_full_disk_leaves_the_old_file_and_one_clear_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("old", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with (
        pytest.raises(OptionError, match=r"cannot write .*rows\.csv: No space left"),
        Files(path) as files,
    ):
        files.text().write("new")
    assert path.read_text("utf-8") == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["rows.csv"]


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(OptionError, match="No such file"), Files(tmp_path / "no" / "x") as files:
        files.text()


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_a_cell_is_no_formula(start: str) -> None:
    assert as_cell(f"{start}SUM(A1)") == f"'{start}SUM(A1)"


def test_numbers_stay_numbers() -> None:
    assert (as_cell(-5.5), as_cell(None), as_cell(True), as_cell(0)) == ("-5.5", "", "yes", "0")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40))
def test_any_cell_survives_a_round_trip(text: str) -> None:
    into = io.StringIO(newline="")
    csv_rows(into, ["one", "two"])({"one": text, "two": "\u202bسلام\u202c"})
    rows = list(csv.reader(io.StringIO(into.getvalue(), newline="")))
    assert rows[1][0].removeprefix("'") == text.replace("\x00", "\ufffd").removeprefix("'")
    assert rows[1][1] == "\u202bسلام\u202c"


def test_a_tabbed_cell_has_no_tab_and_no_line_end() -> None:
    into = io.StringIO()
    csv_rows(into, ["one", "two"], header=False, tab=True)({"one": "a\tb\nc", "two": 2})
    assert into.getvalue() == "a b c\t2\n"


def test_a_full_disk_for_the_notes_is_one_clear_line_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    path = tmp_path / "rows.csv"
    path.write_text("old", encoding="utf-8")
    monkeypatch.setattr(RowLog, "add", full)
    with pytest.raises(OptionError, match=r"cannot write .*rows\.csv: database or disk is full"):
        write_export(Collection(), "report-csv", path, Options(), tmp_path / "exports")
    assert path.read_text("utf-8") == "old"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["exports", "rows.csv"]
    assert list((tmp_path / "exports").iterdir()) == []
