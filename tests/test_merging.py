"""Collections made one: shards of a read are what one machine would have read. All is invented."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from benchmarks.crash import invented_inputs, make_work
from reportedly.corpus.merge import LedgerEntry
from reportedly.errors import CollectionError, OptionError
from reportedly.merging import joined_ledgers, merge_collections
from reportedly.news import News
from reportedly.records import Judgement
from reportedly.run import Shard, Work, run
from reportedly.run.attempt import failed
from reportedly.store import Collection
from tests.store.examples import analysis_of, outcome

TABLES = ("raws", "outcomes", "texts", "articles", "analyses", "problems", "judgements", "ledger")


def rows(folder: Path, table: str) -> list[tuple]:
    with closing(sqlite3.connect(folder / "collection.db")) as database:
        return database.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()


def read(folder: Path, documents: int, shard: Shard | None = None, reads: int = 1) -> Path:
    """One read after the other, each of more documents."""
    collection = Collection.create(folder)
    with collection.lock("read"):
        if shard:
            collection.set_fact("shard", shard.number)
            collection.set_fact("shards", shard.of)
        for number in range(1, reads + 1):
            inputs = invented_inputs(documents * number // reads)
            run(inputs, collection, make_work, batch=8, shard=shard)
    return folder


@pytest.mark.parametrize(("of", "reads"), [(2, 1), (3, 2)])
def test_merged_shards_are_the_collection_of_one_read(tmp_path: Path, of: int, reads: int) -> None:
    whole = read(tmp_path / "whole", 120, reads=reads)
    parts = [
        read(tmp_path / f"part{number}", 120, Shard(number, of), reads)
        for number in range(1, of + 1)
    ]
    merged = merge_collections(parts[::-1], tmp_path / "merged", make_work)
    assert (merged.conflicts, merged.missing_shards) == ((), ())
    for table in TABLES:
        assert rows(tmp_path / "merged", table) == rows(whole, table), table
    collection = Collection.open(tmp_path / "merged")
    assert collection.check() == []
    assert merged.counts["article"] == sum(o.kind == "article" for o in collection.outcomes())


def test_a_merge_that_is_stopped_goes_on_where_it_was(tmp_path: Path) -> None:
    whole = read(tmp_path / "whole", 120)
    parts = [read(tmp_path / f"part{number}", 120, Shard(number, 2)) for number in (1, 2)]

    def stop(inputs: int) -> None:
        if inputs > 60:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        merge_collections(parts, tmp_path / "merged", make_work, on_progress=stop)
    merge_collections(parts, tmp_path / "merged", make_work)
    for table in TABLES:
        assert rows(tmp_path / "merged", table) == rows(whole, table), table


def test_missing_shards_are_named(tmp_path: Path) -> None:
    parts = [read(tmp_path / f"part{number}", 40, Shard(number, 4)) for number in (1, 3)]
    merged = merge_collections(parts, tmp_path / "merged", make_work)
    assert merged.missing_shards == (2, 4)


def no_work() -> Work:
    raise AssertionError("everything is there already")


def collection_of(folder: Path, *texts: str) -> Collection:
    collection = Collection.create(folder)
    with collection.lock("read"):
        collection.begin_read()
        collection.add_batch([outcome(text, source=f"{text}.html") for text in texts])
        collection.finish_read()
        collection.update_index()
    return collection


ONE, TWO, BOTH = "Workers marched in Belt.", "Clerks marched in Belt.", "Nurses marched in Belt."


def test_judgements_ledgers_and_logs_come_along(tmp_path: Path) -> None:
    one = collection_of(tmp_path / "one", ONE, BOTH)
    two = collection_of(tmp_path / "two", BOTH, TWO)
    for collection, day in ((one, 2), (two, 1)):
        News(collection).link()
        report = next(collection.analyses()).reports[0]
        collection.add_judgement(
            Judgement(
                kind="reject",
                subject=report.report_id,
                other=None,
                by="anna",
                at=f"2021-03-0{day}T10:00:00+00:00",
                score=None,
                reasons=(),
            )
        )
    merged = merge_collections([one.folder, two.folder], tmp_path / "merged", no_work)
    assert merged.counts == {"article": 3, "known": 1}
    collection = Collection.open(tmp_path / "merged")
    assert [judgement.at for judgement in collection.judgements()] == [
        "2021-03-01T10:00:00+00:00",
        "2021-03-02T10:00:00+00:00",
    ]
    assert {attached.how for attached in collection.attached_judgements()} == {"id"}
    given = {e.event_id for part in (one, two) for e in part.ledger(LedgerEntry)}
    assert given == {entry.event_id for entry in collection.ledger(LedgerEntry)}
    assert [action for _, action, _ in collection.log_entries()] == ["link", "link", "merge"]
    assert collection.check() == []


def test_what_collections_say_differently_is_named(tmp_path: Path) -> None:
    one, two = Collection.create(tmp_path / "one"), collection_of(tmp_path / "two", ONE, TWO)
    given = outcome(ONE, source=f"{ONE}.html")
    assert given.raw
    with one.lock("read"):
        one.begin_read()
        one.add_batch([failed(given.raw, "limits", "not done after 60 s")])
    with two.lock("reanalyse"):
        article = list(two.articles())[1]
        two.replace_analyses([analysis_of(article, "test 2")])
    third = collection_of(tmp_path / "three", BOTH)
    folders = [one.folder, two.folder, third.folder]
    merged = merge_collections(folders, tmp_path / "merged", no_work)
    assert list(merged.conflicts) == [
        f"{ONE}.html: read in one collection, kept as the problem of another",
        "articles were read by different analysers (test 1, test 2): see reanalyse",
    ]


def test_what_is_no_merge_is_told(tmp_path: Path) -> None:
    one, two = collection_of(tmp_path / "one", ONE), collection_of(tmp_path / "two", TWO)
    with pytest.raises(OptionError, match="two collections or more"):
        merge_collections([one.folder, one.folder], tmp_path / "merged", no_work)
    with pytest.raises(OptionError, match="holds a collection already"):
        merge_collections([one.folder, two.folder], two.folder, no_work)
    with pytest.raises(CollectionError, match="no collection"):
        merge_collections([one.folder, tmp_path / "nowhere"], tmp_path / "merged", no_work)


def entry(event_id: str, *reports: str, merged_into: str | None = None) -> LedgerEntry:
    return LedgerEntry(
        event_id=event_id, anchor=reports[0], reports=reports, merged_into=merged_into
    )


@pytest.mark.parametrize(
    ("one", "other", "joined", "conflicts", "why"),
    [
        ([entry("e1", "a")], [entry("e2", "b")], "e1:a e2:b", 0, "they have nothing in common"),
        ([entry("e1", "a")], [entry("e1", "a")], "e1:a", 0, "they say the same"),
        ([entry("e1", "a", "b")], [entry("e1", "a", "c")], "e1:abc", 0, "both halves are kept"),
        ([entry("e1", "a", "b")], [entry("e2", "b")], "e1:ab e2:b>e1", 1, "one takes the other"),
        ([entry("e1", "a", "b")], [entry("e2", "b", "c")], "e1:ab e2:c", 1, "a report in both"),
        (
            [entry("e1", "a"), entry("e2", "b", merged_into="e1")],
            [entry("e2", "b")],
            "e1:a e2:b>e1",
            1,
            "an id merged in one only stays merged",
        ),
    ],
)
def test_ledgers_are_joined_and_no_id_is_lost(
    one: list[LedgerEntry], other: list[LedgerEntry], joined: str, conflicts: int, why: str
) -> None:
    entries, told = joined_ledgers([one, other])
    shown = " ".join(
        f"{e.event_id}:{''.join(e.reports)}" + (f">{e.merged_into}" if e.merged_into else "")
        for e in entries
    )
    assert (shown, len(told)) == (joined, conflicts), why
