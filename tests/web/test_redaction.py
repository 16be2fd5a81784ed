"""Private names and fine places are in no answer, unless restricted; hostile text stays text."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

import reportedly
from reportedly.export.privacy import Redacted
from reportedly.store import Collection
from tests.web.conftest import client_of

_LISTS = ("overview.json", "events.json?status_all=1&size=500", "events.csv?status_all=1",
          "quotes.json?size=500", "quotes.csv", "claims.json?size=500", "claims.csv",
          "echoes.json", "sources.json", "articles.json", "articles.csv", "narratives.json",
          "campaigns.json", "review.json?by=anna")  # fmt: skip


def everything(client: TestClient) -> dict[str, str]:
    """All answers of an explorer, by their address."""
    paths = [f"/{one}" for one in _LISTS]
    rows = client.get("/events.json?status_all=1&size=500").json()["rows"]
    paths += [f"/events/{row['id']}.json" for row in rows]
    articles = client.get("/articles.json?size=500").json()["rows"]
    paths += [f"/articles/{row['id']}.json" for row in articles]
    paths += [f"/echoes/{row['id']}.json" for row in client.get("/echoes.json").json()["rows"]]
    found = {path: client.get(path) for path in paths}
    assert {answer.status_code for answer in found.values()} == {200}
    return {path: answer.text for path, answer in found.items()}


def private_names(folder: Path) -> set[str]:
    """Full names of persons who are private in every article of a collection."""
    private: set[str] = set()
    public: set[str] = set()
    outlets: set[str] = set()  # some outlets are taken for persons; they are no secret
    for article, analysis in Collection.open(folder).documents():
        outlets.add(article.outlet or "")
        hidden = set(Redacted(article, analysis).private)
        private |= hidden
        persons = {e.name for e in analysis.entities if e.kind == "person"}
        public |= {name for name in persons if name not in hidden}
    named = " ".join(sorted(outlets))
    return {one for one in private - public if len(one.split()) > 1 and one not in named}


def test_no_answer_holds_a_private_name(client: TestClient, corpus: Path) -> None:
    names = private_names(corpus)
    assert len(names) > 3
    leaks = [
        (path, name)
        for path, text in everything(client).items()
        for name in sorted(names)
        if name in text
    ]
    assert leaks == []


def test_restricted_shows_them(corpus: Path, own: Path) -> None:
    names = private_names(corpus)
    answers = "".join(everything(client_of(own, restricted=True)).values())
    assert any(name in answers for name in names)


def test_searching_a_hidden_name_finds_nothing(client: TestClient, corpus: Path) -> None:
    proper = [name for name in sorted(private_names(corpus)) if name.istitle()]
    assert proper
    for name in proper:
        found = client.get("/events.json", params={"q": f'"{name}"', "status_all": "1"}).json()
        assert found["total"] == 0, name


HOSTILE = '<script>alert(1)</script><img src=x onerror=alert(2)> =HYPERLINK("http://evil.example")'


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    """An explorer over articles that attack it."""
    folder = tmp_path_factory.mktemp("hostile")
    rows = [
        {"text": f"Police arrested 14 people in Cusco on Friday. {HOSTILE}", "title": HOSTILE,
         "outlet": f"=cmd|' /C calc'!A{n} {HOSTILE}", "side": HOSTILE, "published": "2024-03-18",
         "url": "javascript:alert(3)"}
        for n in range(2)
    ]  # fmt: skip
    source = folder / "articles.jsonl"
    source.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    reportedly.read([source], into=folder / "news")
    return client_of(folder / "news")


def test_hostile_text_is_json_and_never_html(hostile: TestClient) -> None:
    for path, text in everything(hostile).items():
        if "json" in path:
            assert json.loads(text)
    assert "alert" not in hostile.get("/events").text


def test_hostile_text_runs_in_no_spreadsheet(hostile: TestClient) -> None:
    for path in ("/events.csv", "/articles.csv", "/sources.csv"):
        for line in hostile.get(path).text.splitlines():
            assert not line.startswith("=")
            assert ",=" not in line
            assert ',"=' not in line


def test_only_web_addresses_become_links(hostile: TestClient) -> None:
    assert all(row["url"] is None for row in hostile.get("/articles.json").json()["rows"])
