"""Upkeep on the command line: re-analysis, repair, backup, shards, and runs that are stopped.

The articles are the bundled invented sample, or invented here.
"""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from importlib.resources import files
from pathlib import Path

import pytest

import reportedly
from reportedly.cli import main
from reportedly.records import Judgement
from reportedly.store import Collection

ROWS = 8


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    sample = files("reportedly.data") / "sample" / "articles.jsonl"
    path = tmp_path_factory.mktemp("rows") / "rows.jsonl"
    path.write_text("\n".join(sample.read_text("utf-8").splitlines()[:ROWS]), encoding="utf-8")
    return path


@pytest.fixture
def news(rows: Path, tmp_path: Path) -> str:
    folder = str(tmp_path / "news")
    assert main(["read", str(rows), "--into", folder]) == 0
    return folder


def age(folder: str) -> None:
    """Make all analyses those of another analyser, as a new version of the program does."""
    with closing(sqlite3.connect(Path(folder) / "collection.db")) as database, database:
        database.execute("UPDATE analyses SET analyser = 'former'")


def events(folder: str) -> list[dict]:
    return [dict(row) for row in reportedly.open(folder).events()]


def test_reanalyse_redoes_what_another_analyser_read_and_keeps_judgements(
    news: str, capsys
) -> None:
    before = events(news)
    collection = Collection.open(news)
    report = next(a for a in collection.analyses() if a.reports).reports[0]
    given = Judgement(
        kind="reject",
        subject=report.report_id,
        other=None,
        by="anna",
        at="2021-03-02T10:00:00+00:00",
        score=None,
        reasons=(),
    )
    assert main(["reanalyse", news]) == 0
    assert "0 articles analysed anew" in capsys.readouterr().out
    age(news)
    assert main(["reanalyse", news]) == 0
    said = capsys.readouterr().out
    assert f"{ROWS} articles analysed anew" in said
    assert "linked:" in said
    assert events(news) == before, "the same code finds the same, under the same ids"
    collection.add_judgement(given)
    age(news)
    assert main(["reanalyse", news, "--no-link"]) == 0
    assert "1 with their reports, 0 carried" in capsys.readouterr().out
    assert not collection.links_are_current()
    assert main(["check", news]) == 0


@pytest.mark.parametrize("name", ["index.db", "links-1.db"])
def test_repair_makes_damaged_projections_anew(news: str, name: str, capsys) -> None:
    before = events(news)
    for suffix in ("-wal", "-shm"):
        (Path(news) / f"{name}{suffix}").unlink(missing_ok=True)
    (Path(news) / name).write_bytes(b"ruin" * 5000)
    truth = _truth(news)
    if name != "index.db":  # an index that cannot be read is made anew by itself
        assert main(["check", news]) == 1
    assert main(["check", news, "--repair"]) == 0
    assert "no faults" in capsys.readouterr().out
    assert events(news) == before
    assert _truth(news) == truth
    assert [path.name for path in Path(news).glob("links-*.db")] == ["links-2.db"]


def _truth(folder: str) -> list[tuple]:
    tables = ("raws", "outcomes", "texts", "articles", "analyses", "judgements", "ledger")
    with closing(sqlite3.connect(Path(folder) / "collection.db")) as database:
        return [row for t in tables for row in database.execute(f"SELECT * FROM {t} ORDER BY 1, 2")]


def test_repair_does_not_hide_damage_of_what_counts(news: str, capsys) -> None:
    with closing(sqlite3.connect(Path(news) / "collection.db")) as database, database:
        database.execute("UPDATE texts SET data = x'00' WHERE rowid = 1")
    assert main(["check", news, "--repair"]) == 1
    assert "cannot be repaired from itself" in capsys.readouterr().err


def test_a_backup_is_a_collection(news: str, tmp_path: Path, capsys) -> None:
    copy = str(tmp_path / "copy")
    assert main(["backup", news, "--to", copy]) == 0
    assert f"{ROWS} originals" in capsys.readouterr().out
    assert events(copy) == events(news)
    assert main(["check", copy]) == 0
    assert main(["backup", news, "--to", news]) == 1
    assert "choose another folder" in capsys.readouterr().err


def test_shards_are_merged_to_what_one_read_gives(
    news: str, rows: Path, tmp_path: Path, capsys
) -> None:
    parts = [str(tmp_path / f"part{number}") for number in (1, 2)]
    for number, part in enumerate(parts, start=1):
        assert main(["read", str(rows), "--into", part, "--shard", f"{number}/2"]) == 0
    merged = str(tmp_path / "merged")
    assert main(["merge-collections", *parts, "--into", merged]) == 0
    assert "merged 2 collections: 8 articles" in capsys.readouterr().out
    assert events(merged) == events(news)
    assert main(["read", str(rows), "--into", parts[0]]) == 2
    assert "holds shard 1/2" in capsys.readouterr().err
    assert main(["read", str(rows), "--into", news, "--shard", "1/2"]) == 2
    assert "holds a whole read" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["read", "{rows}", "--into", "{tmp}/n", "--shard", "4/3"], "written as 3/16"),
        (["read", "{rows}", "--into", "{tmp}/n", "--memory", "500"], "give --workers"),
        (["merge-collections", "{news}", "--into", "{tmp}/n"], "two collections or more"),
        (["reanalyse", "{news}", "--parser", "xx_none_sm"], "not installed"),
        (["backup", "{news}"], "Missing option '--to'"),
    ],
)
def test_bad_options_are_one_clear_line(
    arguments, said, news: str, rows: Path, tmp_path: Path, capsys
) -> None:
    filled = [a.format(news=news, rows=rows, tmp=tmp_path) for a in arguments]
    assert main(filled) == 2
    assert said in capsys.readouterr().err


def test_progress_for_machines_is_json_on_standard_error(
    rows: Path, tmp_path: Path, capsys
) -> None:
    assert main(["read", str(rows), "--into", str(tmp_path / "n"), "--json-progress"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    last = [line for line in lines if "stage" not in line][-1]  # linking goes on by its stages
    assert (last["inputs"], last["problems"], last["share"]) == (ROWS, 0, 1.0)
    assert main(["read", str(rows), "--into", str(tmp_path / "m")]) == 0
    assert capsys.readouterr().err == "", "quiet where nobody watches"


def test_ctrl_c_stops_after_what_is_done_and_says_how_to_go_on(rows: Path, tmp_path: Path) -> None:
    into = tmp_path / "n"
    command = [sys.executable, "-m", "reportedly", "read", str(rows), "--into", str(into)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [*command, "--json-progress"], env=environment, stderr=subprocess.PIPE, text=True
    ) as process:
        until = time.monotonic() + 60
        while not (into / "collection.db").exists() and time.monotonic() < until:
            time.sleep(0.01)
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        told = process.communicate(timeout=60)[1]
    # a shell tells both as 130: where the signal came while a C extension ran Python code, as some
    # do when they are loaded, `python -m` ends by it also after the program has dealt with it
    assert process.returncode in {130, -signal.SIGINT}
    assert told.splitlines()[-1] == "reportedly: stopped; the same command goes on from here"
    assert main(command[3:]) == 0
    assert Collection.open(into).counts()["articles"] == ROWS
    assert main(["check", str(into)]) == 0
