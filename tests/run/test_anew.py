"""Analyses redone over invented articles: what each does to the run is its text (see test_run)."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reportedly.errors import CollectionError
from reportedly.records import Article
from reportedly.run import Outcome, ReanalysisSummary, Rework, run_anew
from reportedly.store import Collection
from tests.store.examples import analysis_of, outcome

TEXTS = [f"Workers marched in Belt on day {number}." for number in range(12)]


def again(article: Article) -> Outcome:
    """The work: texts with `die`, `raise` or `slow` do so."""
    if "die" in article.text:
        os._exit(7)
    if "raise" in article.text:
        raise ValueError("an invented fault")
    if "slow" in article.text:
        time.sleep(0.05)
    return Outcome(raw=None, article=article, analysis=analysis_of(article, "test 2"))


def make_again() -> Rework:
    return again


def collection_of(folder: Path, texts: list[str]) -> Collection:
    collection = Collection.create(folder)
    with collection.lock("read"):
        collection.begin_read()
        collection.add_batch([outcome(text) for text in texts])
        collection.finish_read()
        collection.update_index()
    return collection


def analysers(collection: Collection) -> list[str]:
    return [analysis.analyser for analysis in collection.analyses(latest=False)]


@pytest.mark.parametrize("workers", [0, 2])
def test_only_what_another_analyser_read_is_redone(tmp_path: Path, workers: int) -> None:
    collection = collection_of(tmp_path / "news", TEXTS)
    before = list(collection.articles())
    told: list[int] = []
    with collection.lock("reanalyse"):
        summary = run_anew(
            collection,
            "test 2",
            make_again,
            workers=workers,
            batch=5,
            on_progress=lambda counts: told.append(counts.inputs),
        )
        assert summary == ReanalysisSummary(articles=12)
        assert told == [5, 10, 12]
        assert run_anew(collection, "test 2", make_again) == ReanalysisSummary()
        collection.update_index()
    assert set(analysers(collection)) == {"test 2"}
    assert list(collection.articles()) == before, "texts and their order stay"
    assert collection.check() == []


@pytest.mark.parametrize(
    ("word", "workers", "reason"),
    [
        ("raise", 0, "ValueError: an invented fault"),
        ("die", 1, "the process that read it died (exit code 7)"),
    ],
)
def test_an_article_that_fails_keeps_its_analysis_and_tells_why(
    tmp_path: Path, word: str, workers: int, reason: str
) -> None:
    texts = [*TEXTS[:3], f"Workers marched in Belt and {word}.", *TEXTS[3:5]]
    collection = collection_of(tmp_path / "news", texts)
    for _ in range(2):  # it is tried again, and its problem stays one
        with collection.lock("reanalyse"):
            summary = run_anew(collection, "test 2", make_again, workers=workers)
        assert summary.problems == 1
        assert [problem.reason for problem in collection.problems()] == [reason]
    assert analysers(collection).count("test 1") == 1
    assert collection.check() == []


def test_a_full_disk_ends_it_and_keeps_what_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    collection = collection_of(tmp_path / "news", TEXTS)
    write, calls = Collection.replace_analyses, []

    def full(self: Collection, *given: object) -> None:
        calls.append(given)
        if len(calls) > 1:
            raise CollectionError("the disk is full")
        write(self, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(Collection, "replace_analyses", full)
    with (
        collection.lock("reanalyse"),
        pytest.raises(CollectionError, match="disk is full"),
    ):
        run_anew(collection, "test 2", make_again, batch=4)
    assert analysers(collection).count("test 2") == 4


def test_a_run_that_is_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    texts = [text.replace(".", " slow.") for text in TEXTS]
    collection = collection_of(tmp_path / "news", texts)
    script = (
        f"import sys; sys.path[:0] = {sys.path!r}; import {__name__} as t\n"
        f"c = t.Collection.open({str(tmp_path / 'news')!r})\n"
        "with c.lock('reanalyse'): t.run_anew(c, 'test 2', t.make_again, batch=2)"
    )
    with subprocess.Popen([sys.executable, "-c", script]) as process:
        while collection.count_outdated("test 2") > 8:
            assert process.poll() is None
            time.sleep(0.005)
        process.send_signal(signal.SIGKILL)
    left = collection.count_outdated("test 2")
    assert 0 < left <= 8, "it was killed in the middle"
    assert collection.check() == []
    with collection.lock("reanalyse"):
        summary = run_anew(collection, "test 2", make_again)
    assert summary.articles == left
    undisturbed = collection_of(tmp_path / "other", texts)
    with undisturbed.lock("reanalyse"):
        run_anew(undisturbed, "test 2", make_again)
    assert list(collection.documents()) == list(undisturbed.documents())


def test_the_text_of_a_failure_names_the_article(tmp_path: Path) -> None:
    collection = collection_of(tmp_path / "news", ["They raise flags and marched in Belt."])
    with collection.lock("reanalyse"):
        run_anew(collection, "test 2", make_again)
    (problem,) = collection.problems()
    (article,) = collection.articles()
    assert problem.raw_id == article.raw_id
    assert hashlib.sha256(article.text.encode()).hexdigest() == article.text_id
