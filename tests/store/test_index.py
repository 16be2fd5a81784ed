"""The index answers filters and searches, and follows what the collection has."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from datetime import date
from typing import Any

import pytest

from reportedly.errors import CollectionError
from reportedly.store import Collection
from tests.store.examples import analysis_of, outcome

Reading = Callable[[], AbstractContextManager[Collection]]

MARCH = outcome("Workers marched in Belt on Monday.", url="https://a.example/1")
SAID = outcome("“Nobody” marched in Belt, the mayor of Öster said.", outlet="The Other Post")


def filled(reading: Reading) -> Collection:
    with reading() as collection:
        collection.add_batch([MARCH, SAID])
        collection.update_index()
    return collection


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, 2),
        ({"type": "PROTEST"}, 2),
        ({"type": "ASSAULT"}, 0),
        ({"country": "XX", "outlet": "The Other Post"}, 1),
        ({"since": date(2021, 1, 1)}, 0),  # a report without a date has no interval
    ],
)
def test_reports_by_filter(reading: Reading, filters: dict[str, Any], found: int) -> None:
    assert len(list(filled(reading).index.reports(**filters))) == found


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("belt", [MARCH, SAID]),
        ("workers monday", [MARCH]),
        ("oster", [SAID]),  # diacritics and case make no difference
        ("marchen", [MARCH, SAID]),  # titles too
        ('"nobody"', [SAID]),
        ("elsewhere", []),
        ("", []),
    ],
)
def test_search(reading: Reading, words: str, found: list[Any]) -> None:
    ids = set(filled(reading).index.search(words))
    assert ids == {one.article.article_id for one in found}


def test_quotes_claims_and_places(reading: Reading) -> None:
    index = filled(reading).index
    assert len(list(index.quotes(speaker="a clerk"))) == 2
    assert len(list(index.quotes(speaker="the mayor"))) == 0
    assert len(list(index.claims(kind="statement"))) == 2
    assert list(index.places()) == [("77", "Belt", "XX", 2)]


def test_a_report_is_found_by_its_id_with_and_without_the_index(reading: Reading) -> None:
    collection = filled(reading)
    assert MARCH.analysis and MARCH.article
    report = MARCH.analysis.reports[0]
    assert collection.report(report.report_id) == (MARCH.article, report)
    collection.index.discard()
    assert collection.report(report.report_id) == (MARCH.article, report)


def test_a_new_version_takes_the_place_of_the_former(reading: Reading) -> None:
    collection = filled(reading)
    newer = outcome("Clerks marched in Belt on Monday.", url="https://a.example/1")
    with reading():
        collection.add_batch([newer])
        collection.update_index()
    assert list(collection.index.search("workers")) == []
    assert newer.article
    assert list(collection.index.search("clerks")) == [newer.article.article_id]
    assert len(list(collection.index.reports())) == 2
    assert len(list(collection.index.reports(latest=False))) == 3


def test_a_new_analysis_takes_the_place_of_the_former(reading: Reading) -> None:
    collection = filled(reading)
    assert MARCH.article
    again = analysis_of(MARCH.article, "test 2", trigger="marched in Belt")
    with reading():
        collection.replace_analyses([again])
        collection.update_index()
    ids = {found.id for found in collection.index.reports()}
    assert again.reports[0].report_id in ids
    assert len(ids) == 2
    assert collection.check() == []


def test_without_an_index_a_search_says_so(collection: Collection) -> None:
    with pytest.raises(CollectionError, match="has no index yet"):
        list(collection.index.search("belt"))


@pytest.mark.parametrize("ruin", ["missing", "no database", "older format"])
def test_an_index_that_cannot_be_used_is_rebuilt(reading: Reading, ruin: str) -> None:
    collection = filled(reading)
    if ruin == "missing":
        collection.index.discard()
    elif ruin == "no database":
        collection.index.file.write_bytes(b"ruined" * 500)
    else:
        with closing(sqlite3.connect(collection.index.file)) as database, database:
            database.execute("UPDATE facts SET value = 0 WHERE name = 'format'")
    with collection.lock("read"):
        collection.update_index()
    assert len(list(collection.index.reports())) == 2
