"""What was expunged is in no byte of the folder, also after a kill; the texts are invented."""

from __future__ import annotations

import csv
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

import reportedly
from reportedly.cli.main import main
from reportedly.deletions import deleted_rows
from reportedly.errors import CollectionError, OptionError
from reportedly.expunging import expunge
from reportedly.news import News
from reportedly.records import Coding, Judgement, Sample, SampledArticle
from reportedly.store import Collection, Linked, back_up
from reportedly.store.packing import unpack_bytes
from tests.web.conftest import client_of

ROOT = Path(__file__).parents[1]
_MAGIC = b"\x28\xb5\x2f\xfd"  # of zstd
URL = "https://morning.example/2024/03/ada-lindqvist-arrested"
TEXT = (
    "Police in Lima arrested Ada Lindqvist, a baker, on Monday after a march, her sister said. "
    "The zebrafish banner that she carried was burned. The ministry of interior denied it."
)
OTHER = (
    "Miners marched in Cusco on Tuesday against the new levy. "
    "Police arrested 12 people in Cusco on Tuesday, the ministry of interior said."
)
WORDS = ("Lindqvist", "lindqvist", "zebrafish", "ada-lindqvist", "carried was burned")


def row(text: str, url: str, **more: str) -> dict[str, str]:
    facts = {"outlet": "The Morning", "published": "2024-03-05", "title": "A march in the town"}
    return {"text": text, "url": url, **facts, **more}


def inputs(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / "articles.jsonl"
    rows = [
        row(TEXT, URL, title="Ada Lindqvist arrested", byline="Bo Zebrafish"),
        row(OTHER, "https://morning.example/2024/03/miners"),
        row(OTHER, "https://echo.example/miners", outlet="The Echo"),
    ]
    file.write_text("".join(json.dumps(one) + "\n" for one in rows), "utf-8")
    return file


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A collection with all that may hold words of an article."""
    folder = tmp_path_factory.mktemp("whole")
    single = folder / "ada-lindqvist.txt"
    single.write_text("", "utf-8")  # one problem, and a name in the log
    reportedly.read([inputs(folder / "in"), single], into=folder / "news")
    news = News.open(folder / "news")
    collection = news.collection
    (mine,) = [a for a in collection.articles() if a.url == URL]
    (other, _) = [a for a in collection.articles() if a.url != URL]
    reports = collection.analysis(mine.article_id).reports
    others = collection.analysis(other.article_id).reports
    assert reports and others
    facts = {"other": None, "at": "2024-05-01T00:00:00", "score": None, "reasons": ()}
    for subject, comment in (
        (reports[0].report_id, "Lindqvist is right"),
        (others[0].report_id, "unlike what Ada  LINDQVIST met"),
        (others[0].report_id, "compare: the zebrafish banner that she carried was burned, there"),
        (others[0].report_id, "this one is fine"),
    ):
        judged = Judgement(kind="accept", subject=subject, by="anna", comment=comment, **facts)
        collection.add_judgement(judged)
    sampled = [
        SampledArticle(article_id=a.article_id, text_id=a.text_id, stratum="all", weight=1.0)
        for a in (mine, other)
    ]
    sample = Sample(seed=1, by=None, population=3, analysers=(), articles=tuple(sampled))
    number = collection.audits.add_sample(sample)
    for one in sampled:
        coding = Coding(
            sample=number,
            article_id=one.article_id,
            text_id=one.text_id,
            by="anna",
            at="2024-05-01T00:00:00",
            kind="report",
            cells=(("actors", "police, not Ada Lindqvist"),),
        )
        collection.audits.add_coding(coding)
    (folder / "out").mkdir()
    news.export("report-csv", folder / "out" / "reports.csv")
    news.export("graph", folder / "out" / "graph.gexf", restricted="test")
    client_of(folder / "news").get("/events.json")
    return folder / "news"


@pytest.fixture
def news(whole: Path, tmp_path: Path) -> Path:
    shutil.copytree(whole, tmp_path / "news")
    return tmp_path / "news"


def bytes_of(folder: Path) -> bytes:
    """All bytes of all files and their names, and all that is packed in them."""
    found = []
    for path in sorted(folder.rglob("*")):
        found.append(str(path.relative_to(folder)).encode())
        if path.is_file():
            content = path.read_bytes()
            found.append(content)
            if content.startswith(_MAGIC):
                found.append(unpack_bytes(content))
            if content.startswith(b"SQLite format 3"):
                found += values_of(path)
    return b"\n".join(found)


def values_of(file: Path) -> list[bytes]:
    found = []
    with closing(sqlite3.connect(file)) as database:
        tables = [r[0] for r in database.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'words%'"
        )]  # fmt: skip
        for table in tables:
            for line in database.execute(f"SELECT * FROM {table}"):
                for value in line:
                    if isinstance(value, bytes):
                        packed = value.startswith(_MAGIC)
                        found.append(unpack_bytes(value) if packed else value)
                        found.append(value.hex().encode())
                    elif value is not None:
                        found.append(str(value).encode())
    return found


def hashes(folder: Path) -> dict[str, str]:
    """The hashes that name the article: of its address, text and bytes."""
    collection = Collection.open(folder)
    (mine,) = [a for a in collection.articles() if a.url == URL]
    return {"article": mine.article_id, "text": mine.text_id, "raw": mine.raw_id}


def left_of(folder: Path, ids: dict[str, str]) -> list[str]:
    held = bytes_of(folder)
    found = [word for word in WORDS if word.encode() in held]
    for name, value in ids.items():
        if value.encode() in held or bytes.fromhex(value) in held:
            found.append(name)
    return found


def test_no_byte_of_an_article_is_left(news: Path) -> None:
    ids = hashes(news)
    assert set(left_of(news, ids)) == {*WORDS, *ids}  # the test can fail
    plan, tombstone = expunge(news, [URL], why="safety order")
    assert tombstone
    assert left_of(news, ids) == []
    collection = Collection.open(news)
    assert collection.check() == []
    assert [(t.tombstone, t.kind, t.why) for t in collection.expunged.tombstones()] == [
        (tombstone, "article", "safety order")
    ]
    assert len(list(collection.articles())) == 2
    assert ids["article"] in "\n".join(plan.lines())


def test_what_others_said_stays(news: Path) -> None:
    events = {e.event_id for e in Collection.open(news).links.events()}
    expunge(news, [URL], why="safety order")
    collection = Collection.open(news)
    comments = [one.comment for one in collection.judgements()]
    assert comments == [
        "unlike what ███  █████████ met",
        "compare: ███ █████████ ██████ ████ ███ ███████ ███ ██████, there",
        "this one is fine",
    ]
    assert [len(c.cells) for _, c in collection.audits.codings(1)] == [1]
    assert len(collection.audits.sample(1).articles) == 1
    left = {e.event_id for e in collection.links.events()}
    assert left and left < events
    assert News(collection).is_linked()
    assert sum(News(collection).link().values())


def test_a_dry_run_changes_nothing(news: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def state() -> dict[str, bytes]:
        paths = [p for p in news.rglob("*") if p.is_file() and p.suffix == ".zst"]
        return {**{str(p): p.read_bytes() for p in paths}, "rows": b"".join(
            values_of(news / "collection.db"))}  # fmt: skip

    before = state()
    assert main(["expunge", str(news), URL, "--dry-run"]) == 0
    said = capsys.readouterr().out
    assert hashes(news)["article"] in said
    assert "dry run" in said
    assert "Lindqvist" not in said
    assert state() == before


def test_a_reason_and_an_id_are_needed(news: Path) -> None:
    with pytest.raises(OptionError, match="--why"):
        expunge(news, [URL], why=" ")
    with pytest.raises(OptionError, match="no article, input or report"):
        expunge(news, ["0123456789ab"], why="test")
    expunge(news, [URL], why="test")
    with pytest.raises(OptionError, match="gone already"):
        expunge(news, [URL], why="test")
    assert Collection.open(news).check() == []


@pytest.mark.parametrize("again", ["the same file", "other bytes of its text", "its address"])
def test_reading_it_again_does_not_bring_it_back(news: Path, tmp_path: Path, again: str) -> None:
    ids = hashes(news)
    expunge(news, [URL], why="safety order")
    file = inputs(tmp_path / "in")
    if again == "other bytes of its text":
        file.write_text(json.dumps({"id": "new", **row(TEXT, URL)}) + "\n", "utf-8")
    elif again == "its address":
        file.write_text(json.dumps(row(TEXT[:90], URL)) + "\n", "utf-8")
    for _ in range(2):
        summary = reportedly.read([file], into=news)
        assert summary.skipped == 1, "said, and not silent"
    assert left_of(news, ids) == []
    collection = Collection.open(news)
    assert collection.check() == []
    (skipped,) = [one for one in collection.outcomes() if one.kind == "skipped"]
    assert skipped.reason == f"expunged: {collection.expunged.tombstones()[0].tombstone}"


def test_a_merge_does_not_bring_it_back(news: Path, tmp_path: Path) -> None:
    second, third = tmp_path / "second", tmp_path / "third"
    ids = hashes(news)
    shutil.copytree(news, second)
    expunge(news, [URL], why="safety order")
    merge = ["merge-collections", "--into", str(tmp_path / "merged"), str(news)]
    assert main([*merge, str(second)]) == 2, "what people said of it stands there still"
    expunge(second, [URL], why="safety order")
    reportedly.read([inputs(tmp_path / "in")], into=third)
    expunge(third, [URL], why="safety order")
    assert main([*merge, str(second), str(third)]) == 0
    merged = Collection.open(tmp_path / "merged")
    assert len(list(merged.articles())) == 2
    assert merged.check() == []
    assert left_of(merged.folder, ids) == []
    assert reportedly.read([inputs(tmp_path / "in")], into=merged.folder).skipped == 1
    assert left_of(merged.folder, ids) == []


KILLS = {
    "in the rows": "expunge._remove_from_ledger",
    "after the rows": "expunge._remove_originals",
    "at the links": "expunge.Links.write",
    "before the free pages": "expunge._scrub",
    "at the mark": "collection.Collection.update_index",
}
_KILLED = """
import os, signal, sys
from reportedly.store import collection, expunge
from reportedly.expunging import expunge as remove
def stop(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
where = {'expunge': expunge, 'collection': collection}
name, *middle, last = sys.argv[1].split('.')
target = where[name]
for part in middle:
    target = getattr(target, part)
setattr(target, last, stop)
remove(sys.argv[2], [sys.argv[3]], why='safety order')
"""


@pytest.mark.parametrize("at", KILLS.values(), ids=KILLS)
@pytest.mark.parametrize("then", ["expunge", "check", "read"])
def test_what_a_kill_left_is_finished(news: Path, tmp_path: Path, at: str, then: str) -> None:
    ids = hashes(news)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), *sys.path])}
    killed = subprocess.run(
        [sys.executable, "-c", _KILLED, at, str(news), URL], env=environment, check=False
    )
    assert killed.returncode == -signal.SIGKILL
    in_rows = at == KILLS["in the rows"]  # nothing was expunged yet
    if then == "expunge" or in_rows:
        try:
            expunge(news, [URL], why="safety order")
        except OptionError:
            assert not in_rows
    elif then == "check":
        assert main(["check", str(news)]) == 0
    else:
        reportedly.read([inputs(tmp_path / "in")], into=news)
    assert left_of(news, ids) == []
    assert main(["check", str(news)]) == 0
    assert News.open(news).is_linked()
    assert left_of(news, ids) == []


def test_who_reads_meanwhile_is_named_and_nothing_is_left_in_the_end(news: Path) -> None:
    ids = hashes(news)
    with closing(sqlite3.connect(news / "collection.db", isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM texts").fetchone()
        with pytest.raises(CollectionError, match="being read"):
            expunge(news, [URL], why="safety order")
    assert main(["check", str(news)]) == 0
    assert left_of(news, ids) == []
    assert News.open(news).is_linked()


def test_a_name_is_masked_in_place(news: Path, tmp_path: Path) -> None:
    original = {a.article_id: a.text for a in Collection.open(news).articles()}
    raw_id = hashes(news)["raw"]
    expunge(news, [], names=["Ada Lindqvist", "Lindqvist"], why="safety order")
    collection = Collection.open(news)
    assert collection.check() == []
    held = bytes_of(news)
    assert [w for w in ("Lindqvist", "lindqvist", raw_id) if w.encode() in held] == []
    assert b"zebrafish" in held
    texts = {a.article_id: a.text for a in collection.articles()}
    assert {key: len(text) for key, text in texts.items()} == {
        key: len(text) for key, text in original.items()
    }
    assert any("arrested ███ █████████, a baker" in text for text in texts.values())
    assert reportedly.read([inputs(tmp_path / "in")], into=news).skipped == 1
    assert b"Lindqvist" not in bytes_of(news)
    back_up(news, tmp_path / "backup")
    assert Collection.open(tmp_path / "backup").check() == []
    Collection.create(tmp_path / "empty")
    merge = ["merge-collections", str(news), str(tmp_path / "empty"), "--into"]
    assert main([*merge, str(tmp_path / "merged")]) == 0
    merged = Collection.open(tmp_path / "merged")
    assert merged.check() == []
    assert {a.article_id: a.text for a in merged.articles()} == texts


def test_of_a_report_the_passage_goes(news: Path) -> None:
    collection = Collection.open(news)
    (mine,) = [a for a in collection.articles() if a.url == URL]
    report = collection.analysis(mine.article_id).reports[0]
    expunge(news, [report.report_id[:20]], why="order")
    left = collection.article(mine.article_id)
    assert left is not None
    assert report.evidence.quote not in left.text
    assert "zebrafish" in left.text
    assert collection.report(report.report_id) is None
    assert collection.check() == []


def test_an_input_without_an_article_goes_by_its_file(news: Path) -> None:
    collection = Collection.open(news)
    (source,) = [one.source for one in collection.outcomes() if one.kind == "problem"]
    assert b"ada-lindqvist.txt" in bytes_of(news)
    expunge(news, [source], why="order")
    assert b"ada-lindqvist.txt" not in bytes_of(news)
    assert collection.counts()["problems"] == 0
    assert collection.check() == []


def test_receivers_of_exports_are_told_what_is_gone(news: Path, tmp_path: Path) -> None:
    collection = Collection.open(news)
    (mine,) = [a for a in collection.articles() if a.url == URL]
    reports = {r.report_id for r in collection.analysis(mine.article_id).reports}
    exports = {r["format"]: r["id"] for r in News(collection).exports()}
    assert main(["deletions", str(news), "-o", str(tmp_path / "none.csv")]) == 0
    assert (tmp_path / "none.csv").read_text("utf-8").count("\n") == 1
    expunge(news, [URL], why="safety order")
    feed = tmp_path / "deletions.csv"
    assert main(["deletions", str(news), "-o", str(feed)]) == 0
    rows = list(csv.DictReader(feed.open(encoding="utf-8", newline="")))
    told = [row["key"] for row in rows if row["format"] == "report-csv"]
    assert set(told) == reports and len(told) == len(reports)
    assert {row["reason"] for row in rows} == {"expunged"}
    assert all(len(row["on"]) == 10 for row in rows)
    assert not any(word in feed.read_text("utf-8") for word in WORDS)
    since = tmp_path / "since.csv"
    assert main(["deletions", str(news), "--since", exports["graph"], "-o", str(since)]) == 0
    assert since.read_text("utf-8").count("\n") == 1  # keys of a graph are names, and hold no ids
    assert main(["deletions", str(news), "--since", "2999-01-01", "-o", str(since)]) == 0
    assert since.read_text("utf-8").count("\n") == 1
    assert main(["deletions", str(news), "--since", "nothing"]) == 2
    news_ = News.open(news)
    written = news_.export("report-csv", tmp_path / "later.csv", since=exports["report-csv"])
    assert written.changes["deleted"] == len(reports)


def test_events_that_were_merged_or_are_no_more_are_told_too(news: Path, tmp_path: Path) -> None:
    opened = News.open(news)
    opened.export("geojson", tmp_path / "events.geojson", not_after=None)
    (export,) = [r["id"] for r in opened.exports() if r["format"] == "geojson"]
    first, second, *others = opened.collection.links.events()
    merged = replace(second, merged_into=first.event_id)
    assert others
    with opened.collection.lock("test"):
        opened.collection.write_links(Linked(events=[first, merged, *others[1:]]), ())
    rows = list(deleted_rows(opened.collection, export[:6]))
    assert {(row["key"], row["reason"], row["now"]) for row in rows} == {
        (second.event_id, "merged", first.event_id),
        (others[0].event_id, "vanished", ""),
    }
