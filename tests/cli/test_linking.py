"""Linking tells how far it is, and stops at once without leaving anything half done.

The articles are the bundled invented sample.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from importlib.resources import files
from io import StringIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from rich.console import Console

from reportedly.cli import main
from reportedly.cli.linking import LinkPace, link_progress
from reportedly.news import News
from reportedly.store import Collection
from reportedly.watch import LinkProgress

ROWS = 8
FIRST, LAST = "reading", "writing"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A collection that is read and linked."""
    folder = tmp_path_factory.mktemp("linking")
    sample = (files("reportedly.data") / "sample" / "articles.jsonl").read_text("utf-8")
    rows = folder / "rows.jsonl"
    rows.write_text("\n".join(sample.splitlines()[:ROWS]), encoding="utf-8")
    assert main(["read", str(rows), "--into", str(folder / "news")]) == 0
    return folder / "news"


@pytest.fixture
def news(whole: Path, tmp_path: Path) -> Path:
    return shutil.copytree(whole, tmp_path / "news")


def state(folder: Path) -> tuple[int, list[object], list[object]]:
    """What a reader sees of the links, and the ids that were minted."""
    collection = Collection.open(folder)
    return (
        collection.links_number(),
        [*collection.links.events(), *collection.links.echoes()],
        [entry[1] for entry in collection.log_entries()],
    )


def stages_of(news: Path) -> list[str]:
    told: list[LinkProgress] = []
    News.open(news).link(anew=True, on_progress=told.append)
    assert {one.of for one in told} == {ROWS}
    assert [one.articles for one in told if one.stage == FIRST] == [None, 0, ROWS]
    return list(dict.fromkeys(one.stage for one in told))


def test_each_stage_is_told_as_it_begins(news: Path) -> None:
    stages = stages_of(news)
    assert (stages[0], stages[-1]) == (FIRST, LAST)
    assert {"alignment", "events", "narratives"} <= set(stages)


def test_a_linking_that_is_stopped_in_any_stage_leaves_the_links_of_before(news: Path) -> None:
    before = state(news)
    for stage in stages_of(shutil.copytree(news, news.with_name("other"))):

        def stop(now: LinkProgress, stage: str = stage) -> None:
            if now.stage == stage:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            News.open(news).link(anew=True, on_progress=stop)
        assert state(news) == before, stage
        assert Collection.open(news).check() == [], stage
    News.open(news).link()
    assert state(news)[1] == before[1]


@pytest.mark.parametrize("stage", [FIRST, "alignment", LAST])
def test_ctrl_c_is_one_line_and_the_same_command_links(news: Path, stage: str) -> None:
    command = [sys.executable, "-m", "reportedly", "link", str(news), "--anew", "--json-progress"]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    number, links, _ = state(news)
    with subprocess.Popen(
        command, env=environment, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr
        for line in process.stderr:
            if json.loads(line)["stage"] == stage:
                process.send_signal(signal.SIGINT)
                break
        rest = process.communicate(timeout=60)[1].splitlines()
    if process.returncode == 0:  # it had ended when the signal came
        assert stage == LAST
    else:
        assert process.returncode == 130
        told = [line for line in rest if not line.startswith("{")]
        assert told == [
            f"reportedly: stopped: nothing of this linking is kept; reportedly link {news} links it"
        ]
        assert state(news)[:2] == (number, links)
    assert Collection.open(news).check() == []
    assert main(["link", str(news)]) == 0
    assert state(news)[1] == links


def test_progress_is_json_where_asked_for_and_nothing_where_nobody_looks(
    news: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["link", str(news), "--json-progress"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    names = {"stage", "articles", "of", "per_second", "seconds", "stage_seconds_left"}
    assert rows[0].keys() == names
    assert rows[0]["stage"] == FIRST
    assert main(["link", str(news)]) == 0
    assert capsys.readouterr().err == ""


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Sets the seconds that the clock shows, one look after another."""

    def shows(*seconds: float) -> None:
        looks = SimpleNamespace(monotonic=iter(seconds).__next__)
        monkeypatch.setattr("reportedly.cli.linking.time", looks)

    return shows


def test_a_terminal_shows_stage_part_rate_and_rest(clock: Callable[..., None]) -> None:
    clock(0, 0, 10)
    terminal = Console(force_terminal=True, width=100, record=True, file=StringIO())
    with link_progress(terminal, as_json=False) as tell:
        assert tell
        tell(LinkProgress("reading", 0, 4000))
        tell(LinkProgress("reading", 1000, 4000))
    shown = terminal.export_text()
    assert "linking: reading" in shown
    assert "1,000 of 4,000 articles, 100.0/s, 0:30 left" in shown


def test_rate_and_rest_are_of_the_stage(clock: Callable[..., None]) -> None:
    clock(0, 10, 20, 30)
    pace = LinkPace()
    assert pace.figures(LinkProgress("reading", None, 300))["per_second"] is None
    at = pace.figures(LinkProgress("reading", 100, 300))
    assert (at["per_second"], at["stage_seconds_left"], at["seconds"]) == (10.0, 20.0, 20.0)
    assert pace.figures(LinkProgress("events", None, 300))["stage_seconds_left"] is None
