"""A full disk, a folder that cannot be written to, damaged pages, and two that write at once.

The full disk is a small one of its own, which only the superuser can mount; elsewhere its tests
skip. Texts are invented.
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from reportedly.errors import CollectionError
from reportedly.news import News
from reportedly.records import Judgement, Narrative
from reportedly.run import run
from reportedly.store import Collection, Linked
from tests.store.examples import event_of, outcome
from tests.test_run import make_work, raw

MARCH = "Workers marched in Belt on Monday."


def _mounted(folder: Path, options: str) -> bool:
    """Whether a small disk in memory could be mounted on a folder."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    folder = tmp_path / "disk"
    if not _mounted(folder, "size=2m"):
        pytest.skip("a small disk cannot be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def _inputs(count: int) -> list[Any]:
    """Texts that do not pack."""
    return [raw(f"ok {number} {os.urandom(4000).hex()}") for number in range(count)]


def test_a_read_goes_on_where_the_disk_was_full(small_disk: Path) -> None:
    inputs = _inputs(300)
    collection = Collection.create(small_disk / "news")
    with (
        pytest.raises(CollectionError, match="is full: free space and run the same") as full,
        collection.lock("read"),
    ):
        run(inputs, collection, make_work, batch=8)
    assert "\n" not in str(full.value)
    kept = Collection.open(small_disk / "news").counts()["inputs"]
    assert 8 <= kept < len(inputs)
    assert Collection.open(small_disk / "news").check() == []
    subprocess.run(["mount", "-o", "remount,size=40m", str(small_disk)], check=True)
    with collection.lock("read"):
        summary = run(inputs, collection, make_work, batch=8)
        collection.update_index()
    assert (summary.known, summary.articles) == (kept, len(inputs) - kept)
    assert Collection.open(small_disk / "news").check() == []


def test_a_full_disk_spares_index_links_and_judgements(small_disk: Path) -> None:
    collection = Collection.create(small_disk / "news")
    with collection.lock("read"):
        run(_inputs(20), collection, make_work)
    filler = small_disk / "filler"
    with pytest.raises(OSError, match="No space"), filler.open("wb", buffering=0) as file:
        while file.write(b"x" * 4096):
            pass
    for write in (
        lambda: News(collection).link(),
        lambda: collection.add_judgement(_judgement("anna")),
        lambda: _indexed(collection),
    ):
        with pytest.raises(CollectionError, match="is full: free space"):
            write()
    filler.unlink()
    _indexed(collection)
    News(collection).link()
    collection.add_judgement(_judgement("anna"))
    assert collection.check() == []
    assert collection.counts()["inputs"] == 20
    assert list(collection.judgements()) == [_judgement("anna")]


def _indexed(collection: Collection) -> None:
    with collection.lock("read"):
        collection.update_index()


def _judgement(by: str) -> Judgement:
    return Judgement(
        kind="reject", subject="r1", other=None, by=by, at=None, score=None, reasons=()
    )


def test_a_folder_that_cannot_be_written_to_is_one_clear_line(tmp_path: Path) -> None:
    folder = tmp_path / "disk"
    if not _mounted(folder, "size=4m"):
        pytest.skip("a disk that is only read cannot be mounted here")
    try:
        collection = Collection.create(folder / "news")
        with collection.lock("read"):
            collection.add_batch([outcome(MARCH)])
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
        with (
            pytest.raises(CollectionError, match="cannot be written to") as refused,
            collection.lock("read"),
        ):
            pass
        assert "\n" not in str(refused.value)
        with pytest.raises(CollectionError, match="cannot be written to"):
            Collection.create(folder / "other")
        with pytest.raises(CollectionError, match="cannot be written to"):
            collection.add_judgement(_judgement("anna"))
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize("name", ["collection.db", "index.db"])
def test_a_damaged_page_is_found_and_never_a_traceback(tmp_path: Path, name: str) -> None:
    collection = Collection.create(tmp_path / "news")
    with collection.lock("read"):
        run(_inputs(40), collection, make_work)
        collection.update_index()
    file = tmp_path / "news" / name
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        size = database.execute("PRAGMA page_size").fetchone()[0]
        pages = database.execute("PRAGMA page_count").fetchone()[0]
    sound = file.read_bytes()
    for page in range(1, pages, max(1, pages // 12)):
        damaged = bytearray(sound)
        damaged[page * size : (page + 1) * size] = b"\xa5" * size
        file.write_bytes(damaged)
        told = _told(tmp_path / "news")
        if name == "collection.db":
            assert told, f"page {page}"
        assert all("\n" not in line for line in told)
    file.write_bytes(sound)
    assert Collection.open(tmp_path / "news").check() == []


def test_damaged_links_are_told_and_made_anew(tmp_path: Path) -> None:
    collection = Collection.create(tmp_path / "news")
    with collection.lock("link"):
        collection.write_links(_many_links(), [])
    file = tmp_path / "news" / "links-1.db"
    sound = file.read_bytes()
    with closing(sqlite3.connect(file)) as database:
        size = database.execute("PRAGMA page_size").fetchone()[0]
    for start in range(size, len(sound), max(size, len(sound) // 12 // size * size)):
        for length in (size, 8):  # a page, and some bytes within one
            damaged = bytearray(sound)
            damaged[start + size - length : start + size] = b"\xa5" * length
            file.write_bytes(damaged)
            told = _told(tmp_path / "news")
            assert all("\n" not in line for line in told)
            if length == size:
                assert any(line.startswith("links links-1.db") for line in told), f"at {start}"
    with collection.lock("link"):
        collection.write_links(_many_links(), [])
    assert not any(line.startswith("links links") for line in _told(tmp_path / "news"))


def _many_links() -> Linked:
    return Linked(
        echoes=[],
        events=[event_of(f"r{n}", event_id=f"v{n}") for n in range(400)],
        campaigns=[],
        narratives=[
            Narrative(narrative_id=f"n{n}", claims=(f"c{n}",), articles=("a",)) for n in range(400)
        ],
        decisions=[],
    )


def _told(folder: Path) -> list[str]:
    """What opening or checking a collection says of it."""
    try:
        return [str(fault) for fault in Collection.open(folder).check()]
    except CollectionError as error:
        return [str(error)]


def test_of_two_reads_at_once_one_is_told_and_both_end_well(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text("\n".join(f'{{"text": "They marched in Belt {n}."}}' for n in range(12)))
    command = [sys.executable, "-m", "reportedly", "read", str(rows), "--no-link"]
    command += ["--into", str(tmp_path / "news")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    both = [
        subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    told = [process.communicate()[1] for process in both]
    codes = [process.returncode for process in both]
    assert sorted(codes) in ([0, 0], [0, 1]), told
    if 1 in codes:
        line = told[codes.index(1)].strip()
        assert "is in use: process" in line or "is busy" in line, line
        assert "\n" not in line
    collection = Collection.open(tmp_path / "news")
    assert collection.counts()["articles"] == 12
    assert collection.check() == []


def test_judgements_during_a_rebuild_are_kept(tmp_path: Path) -> None:
    collection = Collection.create(tmp_path / "news")
    with collection.lock("read"):
        run(_inputs(80), collection, make_work)
    started, ended = threading.Event(), threading.Event()
    given: list[str] = []

    def judge() -> None:
        opened = Collection.open(tmp_path / "news")
        started.set()
        while not ended.is_set() and len(given) < 500:
            name = f"reviewer {len(given)}"
            opened.add_judgement(_judgement(name))
            given.append(name)

    reviewer = threading.Thread(target=judge)
    reviewer.start()
    started.wait()
    for _ in range(3):
        with collection.lock("read"):
            (tmp_path / "news" / "index.db").unlink(missing_ok=True)
            collection.update_index()
        News(collection).link(anew=True)
    ended.set()
    reviewer.join()
    assert given
    assert [judgement.by for judgement in collection.judgements()] == given
    assert collection.check() == []
