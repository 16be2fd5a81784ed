"""Filters of an address, and facets whose counts follow them."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient


def test_types_are_counted_as_the_filter_finds_them(client: TestClient) -> None:
    data = client.get("/events.json").json()
    for value, count in data["facets"]["type"]:
        assert client.get("/events.json", params={"type": value}).json()["total"] == count


def test_a_facet_still_offers_its_other_values(client: TestClient) -> None:
    whole = dict(client.get("/events.json").json()["facets"]["type"])
    narrowed = dict(client.get("/events.json?type=PROTEST").json()["facets"]["type"])
    assert narrowed == whole


def test_values_of_one_facet_are_alternatives(client: TestClient) -> None:
    one = client.get("/events.json?type=PROTEST").json()["total"]
    two = client.get("/events.json?type=ASSAULT").json()["total"]
    assert client.get("/events.json?type=PROTEST&type=ASSAULT").json()["total"] == one + two


def test_plain_events_are_shown_first_and_the_rest_counted(client: TestClient) -> None:
    data = client.get("/events.json").json()
    everything = client.get("/events.json?status_all=1").json()
    assert data["total"] + data["set_aside"] == everything["total"] == data["all"]


@pytest.mark.parametrize("name", ["place", "date"])
def test_what_is_missing_can_be_listed(client: TestClient, name: str) -> None:
    counted = client.get("/events.json").json()
    rows = client.get(f"/events.json?missing={name}").json()["rows"]
    assert len(rows) == counted["without_place" if name == "place" else "without_day"]
    assert all(row["lat" if name == "place" else "from"] is None for row in rows)


def test_days(client: TestClient) -> None:
    rows = client.get("/events.json?from=2024-01-01&to=2024-12-31").json()["rows"]
    assert rows
    assert all(row["to"] >= "2024-01-01" and row["from"] <= "2024-12-31" for row in rows)


def test_texts_and_voices_at_least(client: TestClient) -> None:
    rows = client.get("/events.json?texts=2&voices=2").json()["rows"]
    assert rows
    assert all(row["texts"] >= 2 and len(row["voices"]) >= 2 for row in rows)


def test_words_are_searched_in_passages(client: TestClient) -> None:
    rows = client.get("/events.json?q=strike&status_all=1").json()["rows"]
    assert rows
    assert client.get("/events.json?q=zzzzqq").json()["total"] == 0


@pytest.mark.parametrize("words", ['"', "*", "a OR", "NEAR(", "'; DROP TABLE events", "ا"])
def test_odd_words_find_nothing_and_break_nothing(client: TestClient, words: str) -> None:
    assert client.get("/events.json", params={"q": words}).status_code == 200


def test_the_map_box(client: TestClient) -> None:
    rows = client.get("/events.json?box=-90,-60,-30,15").json()["rows"]
    assert rows
    assert all(-90 <= row["lon"] <= -30 for row in rows)


@pytest.mark.parametrize("sort", ["day", "-day", "texts", "voices", "reports", "type", "place"])
def test_every_sort_keeps_all_rows(client: TestClient, sort: str) -> None:
    data = client.get("/events.json", params={"sort": sort}).json()
    assert len({row["id"] for row in data["rows"]}) == data["total"]


def test_the_newest_come_first_and_undated_last(client: TestClient) -> None:
    days = [row["from"] for row in client.get("/events.json").json()["rows"]]
    known = [day for day in days if day]
    assert known == sorted(known, reverse=True)
    assert not any(days[len(known) :])


@pytest.mark.parametrize(
    "query",
    ["sort=zzz", "size=501", "size=-1", "offset=x", "from=yesterday",
     "from=2024-02-02&to=2024-01-01",
     "missing=all", "box=1,2", "texts=9999999999", f"type={'x' * 300}"],
)  # fmt: skip
def test_values_that_cannot_be_used_are_told_in_one_line(client: TestClient, query: str) -> None:
    for form in ("json", "csv"):
        answer = client.get(f"/events.{form}?{query}")
        if form == "csv" and ("size" in query or "offset" in query):
            continue  # a CSV has all rows
        assert answer.status_code == 400
        assert "\n" not in answer.json()["error"]


def test_pages_join_to_the_whole(client: TestClient) -> None:
    whole = [row["id"] for row in client.get("/events.json").json()["rows"]]
    paged: list[str] = []
    while len(paged) < len(whole):
        page = client.get(f"/events.json?size=7&offset={len(paged)}&rows_only=1").json()
        paged += [row["id"] for row in page["rows"]]
    assert paged == whole
