"""The guard of the test-suite itself: what it lets through and what it stops."""

from __future__ import annotations

import socket
import sqlite3
import threading
import urllib.request
from contextlib import closing, suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tests.guards import Guard, NetworkReachedError


class _Answer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.mark.parametrize("host", ["news.example", "192.0.2.7", "2001:db8::7"])
def test_another_host_is_out_of_reach_and_counted(guard: Guard, host: str) -> None:
    with pytest.raises(NetworkReachedError):
        socket.create_connection((host, 80), timeout=0.2)
    with suppress(OSError):  # an error that a library would swallow
        urllib.request.urlopen(f"http://[{host}]/" if ":" in host else f"http://{host}/")
    assert len(guard.reached) == 2
    guard.reached.clear()


def test_this_machine_is_in_reach(guard: Guard) -> None:
    with HTTPServer(("localhost", 0), _Answer) as server:
        threading.Thread(target=server.handle_request, daemon=True).start()
        with urllib.request.urlopen(f"http://localhost:{server.server_port}/") as answer:
            assert answer.status == 204
    assert not guard.reached


def test_what_is_written_is_known(guard: Guard, tmp_path: Path) -> None:
    (tmp_path / "there").write_text("x")
    with guard.written() as written:
        (tmp_path / "there").read_text()
        (tmp_path / "a").write_text("x")
        (tmp_path / "a").rename(tmp_path / "b")
        (tmp_path / "c").mkdir()
        with closing(sqlite3.connect(f"file://{tmp_path}/d.db?mode=rwc", uri=True)):
            pass
    assert {path.name for path in written} == {"a", "c", "d.db"}
