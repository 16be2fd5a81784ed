"""The compare page over a hand-made data set (tests/imports); all of it is invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from reportedly.imports import import_rows, shipped_map
from reportedly.store import Collection
from tests.web.conftest import client_of

CODED = Path(__file__).parents[1] / "imports" / "coded_by_hand.csv"


@pytest.fixture
def beside(own: Path) -> TestClient:
    import_rows(Collection.open(own), CODED, shipped_map("acled"))
    return client_of(own)


def test_without_a_data_set_the_page_says_so(client: TestClient) -> None:
    assert client.get("/compare.json").json()["sources"] == {}


def test_sides_and_differences_are_filters(beside: TestClient) -> None:
    whole = beside.get("/compare.json").json()
    assert whole["sources"] == {"acled": 29}
    for side in ("both", "theirs alone", "ours alone"):
        page = beside.get("/compare.json", params={"side": side}).json()
        assert page["total"] == whole["counts"][side] > 0
    page = beside.get("/compare.json?differs=actors").json()
    assert all("actors" in row["differs"] for row in page["rows"])


def test_rows_come_as_csv_too(beside: TestClient) -> None:
    lines = beside.get("/compare.csv?side=both").text.splitlines()
    assert lines[0].startswith("side,event,row,source")
    assert len(lines) > 15


@pytest.mark.parametrize("address", ["/compare.json?side=left", "/compare.json?with=mine"])
def test_what_is_not_there_is_refused(address: str, beside: TestClient) -> None:
    assert beside.get(address).status_code == 400
