"""Folders in a fixed order, however many files they hold. All texts are invented."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ingest import Meter, read_inputs
from reportedly.ingest.folders import files_below
from reportedly.records import Problem, RawDocument


def names(folder: Path, at_once: int) -> list[str]:
    found = files_below(folder, at_once)
    return [path.relative_to(folder).as_posix() for path in found if isinstance(path, Path)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b/2.txt", "b/1.txt", "a/x/9.txt", "a/8.txt", "z.txt", "c.txt", ".git/config"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The ferry was late.")
    return tmp_path / "in"


@pytest.mark.parametrize("at_once", [1, 2, 3, 100])
def test_own_files_first_then_folders_by_name(folder: Path, at_once: int) -> None:
    expected = ["c.txt", "z.txt", "a/8.txt", "a/x/9.txt", "b/1.txt", "b/2.txt"]
    assert names(folder, at_once) == expected


@given(
    found=st.sets(st.text("abcXYZ019_-é", min_size=1, max_size=6), max_size=12),
    at_once=st.integers(1, 5),
)
def test_parts_of_any_size_give_the_same(
    found: set[str], at_once: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    where = tmp_path_factory.mktemp("many")
    for name in found:
        (where / name).write_text("x")
    assert names(where, at_once) == sorted(found)


def test_links_to_folders_and_circles_are_not_followed(folder: Path) -> None:
    (folder / "circle").symlink_to(folder)
    (folder / "itself").symlink_to(folder / "itself")
    assert names(folder, 100)[:3] == ["c.txt", "itself", "z.txt"]
    outcomes = list(read_inputs([folder]))
    assert sum(isinstance(outcome, RawDocument) for outcome in outcomes) == 6


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may list all folders")
def test_a_folder_that_cannot_be_listed_is_a_problem(folder: Path) -> None:
    (folder / "a").chmod(0)
    try:
        problems = [o for o in read_inputs([folder]) if isinstance(o, Problem)]
    finally:
        (folder / "a").chmod(0o700)
    assert [problem.source for problem in problems] == [str(folder / "a")]


def test_a_folder_that_goes_away_is_a_problem(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = os.scandir

    def scandir(path: Path):
        if path.name == "a":
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", scandir)
    problems = [o for o in read_inputs([folder]) if isinstance(o, Problem)]
    assert [(p.source, p.reason) for p in problems] == [
        (str(folder / "a"), "cannot be read: Permission denied")
    ]


def test_a_meter_tells_how_far_the_files_are_read(folder: Path) -> None:
    meter = Meter()
    meter._measure([folder])
    seen = [meter.done for _ in read_inputs([folder], meter=meter)]
    assert meter.total == 6 * len("The ferry was late.")
    assert seen == sorted(seen)
    assert meter.done == meter.total
