"""A collection keeps what a run gives it; articles and outcomes are invented."""

from __future__ import annotations

import dataclasses
import sqlite3
import tempfile
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from datetime import date
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from hypothesis import strategies as st

from reportedly.errors import CollectionError
from reportedly.ingest import Skipped
from reportedly.records import Judgement, Problem
from reportedly.run import Outcome
from reportedly.store import Collection
from tests.store.examples import analysis_of, outcome

Reading = Callable[[], AbstractContextManager[Collection]]

MARCH = "Workers marched in Belt on Monday."
LONGER = "Workers marched in Belt on Monday. Nobody was hurt."
URL = "https://herald.example/march"


# --- what goes in comes out --------------------------------------------------------------------


def test_an_article_comes_back_with_its_analysis_and_its_bytes(reading: Reading) -> None:
    given = outcome(MARCH, url=URL, published=date(2021, 3, 2))
    with reading() as collection:
        assert collection.add_batch([given]) == ["article"]
    assert given.article and given.raw
    assert list(collection.articles()) == [given.article]
    assert list(collection.analyses()) == [given.analysis]
    assert list(collection.documents()) == [(given.article, given.analysis)]
    assert collection.article(given.article.article_id) == given.article
    assert collection.analysis(given.article.article_id) == given.analysis
    assert collection.original(given.raw.raw_id) == given.raw.content
    assert collection.check() == []


def test_what_is_not_there_is_none(collection: Collection) -> None:
    assert collection.article("x") is None
    assert collection.analysis("x") is None
    assert collection.report("x") is None
    assert collection.links.event("x") is None
    assert list(collection.links.events()) == []
    assert collection.links.events_of_report("x") == ()


def test_every_kind_of_outcome_has_its_row_and_reason(reading: Reading) -> None:
    first = outcome(MARCH, source="a.html")
    assert first.raw
    problem = Problem(source="b.html", stage="extract", reason="no text")
    batch = [
        first,
        Outcome(raw=dataclasses.replace(first.raw, source="copy.html")),
        Outcome(raw=None, problem=problem),
        Outcome(raw=None, skipped=Skipped(source="photo.png", reason="an image")),
    ]
    with reading() as collection:
        assert collection.add_batch(batch) == ["article", "duplicate", "problem", "skipped"]
        assert collection.add_batch(batch) == ["article", "duplicate", "problem", "skipped"]
    rows = [(o.source, o.kind, o.reason) for o in collection.outcomes()]
    assert rows == [
        ("a.html", "article", None),
        ("copy.html", "duplicate", "the same bytes as a.html"),
        ("b.html", "problem", "extract: no text"),
        ("photo.png", "skipped", "an image"),
    ]
    assert list(collection.problems()) == [problem]
    assert collection.counts() == {
        "inputs": 4,
        "article": 1,
        "duplicate": 1,
        "problem": 1,
        "skipped": 1,
        "articles": 1,
        "versions": 1,
        "problems": 1,
        "judgements": 0,
        "event_ids": 0,
    }


def test_problems_of_single_stages_stand_beside_those_of_inputs(reading: Reading) -> None:
    given = outcome(MARCH)
    assert given.analysis
    problem = Problem(source="a", stage="dates", reason="ValueError")
    broken = dataclasses.replace(given.analysis, problems=(problem,))
    with reading() as collection:
        collection.add_batch([dataclasses.replace(given, analysis=broken)])
        assert list(collection.problems()) == [problem]
        collection.replace_analyses([given.analysis])
    assert list(collection.problems()) == []


def test_file_names_that_are_no_unicode_are_kept(reading: Reading) -> None:
    odd = Outcome(raw=None, problem=Problem(source="b\udcff.html", stage="x", reason="\ud800"))
    with reading() as collection:
        collection.add_batch([odd])
        assert collection.has_outcome(odd.key)
    assert list(collection.problems()) == [odd.problem]


# --- identity and versions ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("second", "kinds", "texts", "why"),
    [
        (outcome(LONGER, url=URL), ["article", "duplicate"], [LONGER], "the longer text stays"),
        (
            outcome(MARCH, url=URL, markup="<p>"),
            ["article", "duplicate"],
            [MARCH],
            "other bytes with equal text are no version",
        ),
        (
            outcome(LONGER, url=URL, published=date(2021, 3, 9)),
            ["article", "article"],
            [LONGER],
            "published later is a version",
        ),
        (
            outcome(LONGER, url=URL, retrieved="2021-03-05T10:00:00+02:00"),
            ["article", "article"],
            [LONGER],
            "retrieved later is a version",
        ),
        (
            outcome("It marched in Belt.", url=URL, published=date(2021, 2, 1)),
            ["article", "duplicate"],
            [MARCH],
            "earlier and shorter is neither",
        ),
        (
            outcome(MARCH, outlet="The Other Post"),
            ["article", "article"],
            [MARCH, MARCH],
            "equal text of two outlets is two articles",
        ),
    ],
)
def test_a_second_text_in_one_read(
    reading: Reading, second: Outcome, kinds: list[str], texts: list[str], why: str
) -> None:
    first = outcome(
        MARCH, url=URL, published=date(2021, 3, 2), retrieved="2021-03-05T07:00:00+00:00"
    )
    with reading() as collection:
        assert collection.add_batch([first, second]) == kinds, why
    assert [article.text for article in collection.articles()] == texts, why
    assert collection.check() == []


@pytest.mark.parametrize(
    ("second", "latest", "why"),
    [
        (outcome("It marched in Belt.", url=URL), "It marched in Belt.", "read later"),
        (outcome(LONGER, url=URL, published=date(2020, 1, 1)), MARCH, "published earlier"),
    ],
)
def test_another_text_in_another_read_is_a_version(
    reading: Reading, second: Outcome, latest: str, why: str
) -> None:
    first = outcome(MARCH, url=URL, published=date(2021, 3, 2))
    for given in (first, second):
        with reading() as collection:
            assert collection.add_batch([given]) == ["article"]
    assert [article.text for article in collection.articles()] == [latest], why
    assert len(list(collection.articles(latest=False))) == 2
    assert first.article
    assert collection.article(first.article.article_id, first.article.text_id) == first.article
    assert collection.check() == []


def test_a_read_that_was_cut_off_goes_on_as_the_same_read(collection: Collection) -> None:
    for given in (outcome(MARCH, url=URL), outcome(LONGER, url=URL)):
        with collection.lock("read"):
            collection.begin_read()  # and never finished
            collection.add_batch([given])
    assert [a.text for a in collection.articles(latest=False)] == [LONGER]


POOL = [
    outcome(text, url=url, published=day, markup=markup)
    for url in (URL, URL + "/2", None)
    for text in (MARCH, LONGER)
    for day in (None, date(2021, 3, 2), date(2021, 3, 5))
    for markup in ("", "<p>")
]


@hypothesis.settings(max_examples=15, deadline=None)
@hypothesis.given(st.lists(st.sampled_from(POOL), max_size=12), st.sets(st.integers(0, 12)))
def test_however_a_read_is_cut_into_batches_the_rows_are_the_same(
    outcomes: list[Outcome], cuts: set[int]
) -> None:
    """A run writes batch by batch, may be cut off after any, and then begins again."""
    rows = []
    for marks in (set[int](), cuts):
        with tempfile.TemporaryDirectory() as folder:
            collection = Collection.create(folder)
            for end in sorted({*marks, len(outcomes)}):
                with collection.lock("read"):
                    collection.begin_read()
                    collection.add_batch(outcomes[:end])
            rows.append((list(collection.outcomes()), list(collection.documents(latest=False))))
            assert collection.check() == []
    assert rows[0] == rows[1]
    assert len(rows[0][0]) == len({given.key for given in outcomes})


# --- reading again -----------------------------------------------------------------------------


def test_analyses_of_another_analyser_are_found_and_replaced(reading: Reading) -> None:
    with reading() as collection:
        collection.add_batch([outcome(MARCH), outcome(LONGER)])
        old = list(collection.outdated("test 2"))
        assert [article.text for article in old] == [MARCH, LONGER]
        collection.replace_analyses([analysis_of(old[0], "test 2")])
        assert [article.text for article in collection.outdated("test 2")] == [LONGER]
    assert collection.check() == []


def test_iterators_see_one_state_while_others_write(reading: Reading) -> None:
    with reading() as collection:
        collection.add_batch([outcome(MARCH), outcome(LONGER)])
        articles = collection.articles()
        next(articles)
        collection.add_batch([outcome("They marched in Belt.")])
        assert len(list(articles)) == 1
    assert len(list(collection.articles())) == 3


# --- what is refused ---------------------------------------------------------------------------


def test_a_collection_opens_again_and_is_made_only_once(tmp_path: Path) -> None:
    Collection.open_or_create(tmp_path / "news")
    Collection.open_or_create(tmp_path / "news")
    Collection.open(tmp_path / "news")
    with pytest.raises(CollectionError, match="is a collection already"):
        Collection.create(tmp_path / "news")


def no_folder(path: Path) -> None:
    pass


def folder_of_files(path: Path) -> None:
    path.mkdir()
    (path / "notes.txt").write_text("mine")


def a_file(path: Path) -> None:
    path.write_text("mine")


def other_tables(path: Path) -> None:
    path.mkdir()
    with closing(sqlite3.connect(path / "collection.db")) as database:
        database.execute("CREATE TABLE mine (a)")


def no_database(path: Path) -> None:
    path.mkdir()
    (path / "collection.db").write_text("mine " * 500)


def newer_format(path: Path) -> None:
    Collection.create(path)
    with closing(sqlite3.connect(path / "collection.db")) as database, database:
        database.execute("UPDATE facts SET value = 9 WHERE name = 'format'")


@pytest.mark.parametrize(
    ("make", "opening", "creating"),
    [
        (no_folder, "there is no such folder", None),
        (folder_of_files, "it has no collection.db", "is not empty"),
        (a_file, "it has no collection.db", "is not empty"),
        (other_tables, "has other tables", "has other tables"),
        (no_database, "damaged database or another file", "damaged database or another file"),
        (newer_format, "has collection format 9; .* install a newer one", "format 9"),
    ],
)
def test_what_is_no_collection_says_why(
    tmp_path: Path, make: Callable[[Path], None], opening: str, creating: str | None
) -> None:
    make(tmp_path / "news")
    with pytest.raises(CollectionError, match=opening) as raised:
        Collection.open(tmp_path / "news")
    assert "\n" not in str(raised.value)
    if creating:
        with pytest.raises(CollectionError, match=creating):
            Collection.open_or_create(tmp_path / "news")


def test_a_creation_that_was_killed_is_made_again(tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "collection.db").touch()
    Collection.open_or_create(tmp_path / "news")
    assert Collection.open(tmp_path / "news").counts()["inputs"] == 0


def test_writing_needs_the_lock(collection: Collection) -> None:
    for write in (
        collection.begin_read,
        collection.finish_read,
        lambda: collection.add_batch([]),
        lambda: collection.replace_analyses([]),
        collection.update_index,
    ):
        with pytest.raises(CollectionError, match="needs the lock"):
            write()


def test_a_full_disk_is_one_clear_line_and_keeps_what_was_written(reading: Reading) -> None:
    with reading() as collection:
        collection.add_batch([outcome(MARCH)])
        writer = collection._writer
        assert writer is not None
        pages = writer.execute("PRAGMA page_count").fetchone()[0]
        writer.execute(f"PRAGMA max_page_count = {pages}")
        many = [outcome(f"They marched in Belt {n}. {'x' * n * 100}") for n in range(200)]
        with pytest.raises(CollectionError, match=r"is full: free space and run the same") as full:
            collection.add_batch(many)
        assert "\n" not in str(full.value)
        writer.execute("PRAGMA max_page_count = 1000000")
    assert [article.text for article in collection.articles()] == [MARCH]
    assert collection.check() == []


# --- judgements beside a read ------------------------------------------------------------------


def test_judgements_are_accepted_while_a_read_holds_the_lock(reading: Reading) -> None:
    judgement = Judgement(
        kind="reject", subject="r1", other=None, by="anna", at=None, score=None, reasons=()
    )
    done: list[Any] = []

    def judge(collection: Collection) -> None:
        opened = Collection.open(collection.folder)
        done.extend(opened.add_judgement(judgement) for _ in range(20))

    with reading() as collection:
        reviewer = threading.Thread(target=judge, args=(collection,))
        reviewer.start()
        for number in range(30):
            collection.add_batch([outcome(f"They marched in Belt {number}.")])
        reviewer.join()
    assert done == list(range(1, 21))
    assert list(collection.judgements()) == [judgement] * 20


def test_the_log_has_a_time_and_a_line(collection: Collection) -> None:
    collection.log("export", "parquet to out.parquet")
    ((at, action, detail),) = collection.log_entries()
    assert (at[:2], action, detail) == ("20", "export", "parquet to out.parquet")
