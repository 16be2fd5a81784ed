"""What is read while the explorer runs appears; the projection can be deleted at any time."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import reportedly
from reportedly.errors import OptionError
from reportedly.store import Collection
from reportedly.web import Library
from reportedly.web.server import explore
from tests.web.conftest import client_of


def total(client: TestClient) -> int:
    return int(client.get("/events.json").json()["total"])


def test_new_events_appear_on_reload(own: Path, tmp_path: Path) -> None:
    client = client_of(own)
    before = total(client)
    more = tmp_path / "more.jsonl"
    row = {"text": "Soldiers shot two farmers in Tacna on Monday.", "outlet": "The Far Post",
           "published": "2024-04-02"}  # fmt: skip
    more.write_text(json.dumps(row), encoding="utf-8")
    reportedly.read([more], into=own)
    ends = time.monotonic() + 20
    while total(client) == before and time.monotonic() < ends:
        time.sleep(0.2)
    assert total(client) == before + 1


def test_a_deleted_projection_is_made_again(own: Path) -> None:
    rows = client_of(own).get("/events.json").json()["rows"]
    (own / "explorer.db").unlink()
    assert client_of(own).get("/events.json").json()["rows"] == rows


def test_a_broken_projection_is_made_again(own: Path) -> None:
    rows = client_of(own).get("/events.json").json()["rows"]
    for path in own.glob("explorer.db*"):
        path.unlink()
    (own / "explorer.db").write_bytes(b"no database at all" * 100)
    assert client_of(own).get("/events.json").json()["rows"] == rows


def test_the_data_connection_only_reads(own: Path) -> None:
    import sqlite3

    library = Library(Collection.open(own))
    library.prepare()
    with pytest.raises(sqlite3.OperationalError), library.reading() as database:
        database.execute("DELETE FROM events")


def test_an_empty_collection_has_a_first_screen(tmp_path: Path) -> None:
    Collection.create(tmp_path / "none")
    client = client_of(tmp_path / "none")
    assert client.get("/overview.json").json()["articles"] == 0
    assert client.get("/events.json").json()["total"] == 0
    assert client.get("/review.json?by=a").json()["rows"] == []


def test_a_taken_port_is_told(own: Path) -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(OptionError, match="port"):
            explore(own, port=taken.getsockname()[1], browser=False)
