"""A backup is the collection of one moment, whatever goes on beside it. Texts are invented."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from reportedly.errors import CollectionError
from reportedly.store import Collection, Linked, back_up
from reportedly.store.backup import MARK
from tests.store.examples import event_of, outcome

Reading = Callable[[], AbstractContextManager[Collection]]

GIVEN = [outcome(f"Workers marched in Belt on day {number}.") for number in range(6)]


def report_of(number: int) -> str:
    analysis = GIVEN[number].analysis
    assert analysis
    return analysis.reports[0].report_id


@pytest.fixture
def news(reading: Reading) -> Collection:
    with reading() as collection:
        collection.add_batch(GIVEN[:3])
        collection.update_index()
        collection.write_links(Linked(events=[event_of(report_of(0))]), [])
    return collection


def test_a_backup_is_a_sound_collection_with_its_links(news: Collection, tmp_path: Path) -> None:
    assert back_up(news.folder, tmp_path / "copy") == 3
    copy = Collection.open(tmp_path / "copy")
    assert copy.check() == []
    assert list(copy.documents()) == list(news.documents())
    assert list(copy.links.events()) == list(news.links.events())
    assert list(copy.log_entries()) == list(news.log_entries())


def test_a_second_backup_copies_what_is_new(news: Collection, tmp_path: Path) -> None:
    back_up(news.folder, tmp_path / "copy")
    kept = {p: p.stat().st_mtime_ns for p in (tmp_path / "copy" / "raw").rglob("*.zst")}
    with news.lock("read"):
        news.begin_read()
        news.add_batch(GIVEN[3:])
        news.finish_read()
    assert back_up(news.folder, tmp_path / "copy") == 6
    assert {p: p.stat().st_mtime_ns for p in kept} == kept
    assert list(Collection.open(tmp_path / "copy").documents()) == list(news.documents())


def test_a_backup_beside_a_read_is_one_moment_of_it(reading: Reading, tmp_path: Path) -> None:
    texts = [outcome(f"Clerks marched in Belt on day {number}.") for number in range(150)]
    with reading() as collection:
        collection.add_batch(texts[:1])
        done = threading.Event()

        def copy_again_and_again() -> None:
            while not done.is_set():
                back_up(collection.folder, tmp_path / "copy")

        copying = threading.Thread(target=copy_again_and_again)
        copying.start()
        for given in texts[1:]:
            collection.add_batch([given])
            if not copying.is_alive():
                break
        assert copying.is_alive(), "a backup failed"
        done.set()
        copying.join()
    copy = Collection.open(tmp_path / "copy")
    assert copy.check() == []
    found = [article.text for article in copy.articles()]
    assert found == [given.article.text for given in texts if given.article][: len(found)]


@pytest.mark.parametrize("what", ["the collection itself", "another collection", "a file"])
def test_nothing_else_is_written_over(news: Collection, tmp_path: Path, what: str) -> None:
    target = tmp_path / "there"
    if what == "the collection itself":
        target = news.folder
    elif what == "a file":
        target.write_text("mine")
    else:
        Collection.create(target)
    with pytest.raises(CollectionError, match="choose another folder"):
        back_up(news.folder, target)


def test_an_original_that_is_gone_ends_the_backup_and_keeps_the_former(
    news: Collection, tmp_path: Path
) -> None:
    back_up(news.folder, tmp_path / "copy")
    with news.lock("read"):
        news.begin_read()
        news.add_batch(GIVEN[3:4])
    assert GIVEN[3].raw
    news._raws.path(GIVEN[3].raw.raw_id).unlink()
    with pytest.raises(CollectionError, match="lacks the original"):
        back_up(news.folder, tmp_path / "copy")
    former = Collection.open(tmp_path / "copy")
    assert former.counts()["articles"] == 3
    assert former.check() == []


def test_links_that_went_meanwhile_leave_a_backup_without_links(
    news: Collection, tmp_path: Path
) -> None:
    (news.folder / "links-1.db").unlink()
    back_up(news.folder, tmp_path / "copy")
    copy = Collection.open(tmp_path / "copy")
    assert (list(copy.links.events()), copy.links_are_current()) == ([], False)
    assert copy.check() == []
    assert (tmp_path / "copy" / MARK).read_text().startswith("A backup of")
