"""Only this machine's browser with the token is answered, and only our own pages may write."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from reportedly.errors import OptionError
from reportedly.web.server import explore, hosts_of
from tests.web.conftest import DOOR, HOST, WRITES

JUDGEMENT = {"kind": "accept", "subject": "nothing", "by": "anna"}


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "evil.example:8765", ""])
def test_other_hosts_are_refused(client: TestClient, host: str) -> None:
    assert client.get("/events.json", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("path", ["/", "/events.json", "/static/main.js", "/events.csv"])
def test_nothing_is_told_without_the_token(client: TestClient, path: str) -> None:
    stranger = TestClient(client.app, base_url=f"http://{HOST}")
    assert stranger.get(path).status_code == 403
    assert stranger.get(f"{path}?token=guess").status_code == 403


def test_the_token_leaves_the_address_for_a_cookie(client: TestClient) -> None:
    fresh = TestClient(client.app, base_url=f"http://{HOST}")
    answer = fresh.get(f"/events?type=PROTEST&token={DOOR.token}", follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/events?type=PROTEST"
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=lax" in cookie


def test_the_token_cannot_send_elsewhere(client: TestClient) -> None:
    answer = client.get(f"//evil.example/?token={DOOR.token}", follow_redirects=False)
    assert not answer.headers.get("location", "").startswith("//")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 403),
        ({"origin": "http://evil.example", "x-reportedly": DOOR.csrf}, 403),
        ({"origin": "null", "x-reportedly": DOOR.csrf}, 403),
        ({"origin": f"http://{HOST}"}, 403),
        ({"origin": f"http://{HOST}", "x-reportedly": "guess"}, 403),
        (WRITES | {"content-type": "text/plain"}, 415),
    ],
)
def test_foreign_writes_are_refused(
    client: TestClient, headers: dict[str, str], status: int
) -> None:
    answer = client.post("/api/judgements", json=JUDGEMENT, headers=headers)
    assert answer.status_code == status


def test_large_writes_are_refused(client: TestClient) -> None:
    answer = client.post("/api/judgements", json={"comment": "x" * 100_000}, headers=WRITES)
    assert answer.status_code == 413


@pytest.mark.parametrize(
    "path", ["/", "/events.json", "/events.csv", "/nothing", "/static/main.js"]
)
def test_every_answer_has_a_strict_policy(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize(
    "path",
    ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static//etc/passwd"],
)
def test_no_file_beside_the_pages_is_served(client: TestClient, path: str) -> None:
    assert client.get(path).status_code in {403, 404}


def test_another_address_answers_under_its_own_name_only() -> None:
    assert hosts_of("127.0.0.1", 80) == {"127.0.0.1:80", "localhost:80"}
    assert hosts_of("192.168.1.5", 80) == {"192.168.1.5:80"}


@pytest.mark.parametrize("host", ["0.0.0.0", "", "203.0.113.9", "no.such.host.invalid"])
def test_an_address_that_is_not_ours_is_one_clear_line(corpus: Path, host: str) -> None:
    with pytest.raises(OptionError, match=r"address|cannot listen"):
        explore(corpus, host=host, browser=False)
