"""The audit desk: nothing of ours is told, codes are checked and kept, a desk can be scored."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from reportedly.audit import audit_desk, draw_sample
from reportedly.store import Collection
from tests.audit.gold import rows_of
from tests.web.conftest import WRITES, client_of

GOLD = Path(__file__).parents[2] / "benchmarks" / "invented" / "gold.json"


@pytest.fixture
def sampled(own: Path) -> Path:
    collection = Collection.open(own)
    collection.audits.add_sample(draw_sample(collection.documents(), 28))
    return own


def code(client: TestClient, article: str, kind: str = "report", **given: Any) -> Any:
    body = {"sample": 1, "article": article, "by": "anna", "kind": kind, **given}
    return client.post("/api/codings", json=body, headers=WRITES)


def test_without_a_sample_the_page_says_so(client: TestClient) -> None:
    assert client.get("/audit.json").json()["sample"] is None


def test_nothing_of_ours_is_told(sampled: Path) -> None:
    client = client_of(sampled)
    page = client.get("/audit.json?by=anna").json()
    assert page["total"] == 28
    assert not {"reports_found", "spans", "events", "why"} & set(page["rows"][0])
    article = client.get(f"/audit/{page['rows'][0]['id']}.json?by=anna").json()
    assert article["spans"] == []
    assert all(piece["marks"] == [] for piece in article["segments"])
    assert not {"reports", "quotes", "claims", "layers", "echoes"} & set(article)


def test_codes_are_kept_taken_back_and_finished(sampled: Path) -> None:
    client = client_of(sampled)
    article = client.get("/audit.json").json()["rows"][0]["id"]
    kept = code(client, article, cells={"type": "PROTEST", "place": "Sena"}, seconds=12.5)
    assert kept.status_code == 201
    address = f"/audit/{article}.json"
    assert client.get(f"{address}?by=ben").json()["entered"] == []
    (entered,) = client.get(f"{address}?by=anna").json()["entered"]
    assert entered["cells"] == {"type": "PROTEST", "place": "Sena"}
    code(client, article, "undo", cells={"number": str(entered["number"])})
    code(client, article, "done")
    row = client.get("/audit.json?by=anna").json()["rows"][0]
    assert (row["reports"], row["done"]) == (0, True)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"cells": {"type": "PARTY"}}, "no type 'PARTY'"),
        ({"cells": {"type": "PROTEST", "first_day": "soon"}}, "YYYY-MM-DD"),
        ({"cells": {"type": "PROTEST", "colour": "red"}}, "no field 'colour'"),
        ({"cells": {"type": "PROTEST", "words": "x" * 5000}}, "at most"),
        ({"cells": [1]}, "object with cells"),
        ({"by": "machine", "cells": {"type": "PROTEST"}}, "pseudonym"),
        ({"kind": "event", "cells": {}}, "report, done or undo"),
        ({"article": "nobody", "cells": {}}, "no article of this sample"),
        ({"sample": 9, "cells": {}}, "no sample 9"),
    ],
)
def test_what_is_no_coding_is_refused(given: dict[str, Any], said: str, sampled: Path) -> None:
    client = client_of(sampled)
    article = client.get("/audit.json").json()["rows"][0]["id"]
    answer = code(client, **{"article": article, **given})
    assert answer.status_code == 400
    assert said in answer.json()["error"]


def test_a_read_only_explorer_takes_no_codes(sampled: Path) -> None:
    assert code(client_of(sampled, read_only=True), "a").status_code == 403


def test_what_was_coded_at_the_desk_is_scored(sampled: Path) -> None:
    client = client_of(sampled)
    gold = json.loads(GOLD.read_text("utf-8"))
    collection = Collection.open(sampled)
    ids = {article.input_id: article.article_id for article in collection.articles()}
    fields = {"type", "mode", "status", "place", "country", "latitude", "longitude", "first_day",
              "last_day", "actors", "speakers", "words", "start", "end"}  # fmt: skip
    for article in gold["articles"][:12]:
        for row in rows_of(article):
            if row["type"] != "NONE" and not row.get("other_reading_of"):
                given = ((k, v) for k, v in row.items() if k in fields)
                cells = {k: str(v) for k, v in given if v not in (None, "")}
                assert code(client, ids[article["id"]], cells=cells, seconds=40).status_code == 201
        code(client, ids[article["id"]], "done")
    found = audit_desk(collection, 1, "anna")
    assert (found.scores.articles, found.not_coded) == (12, 16)
    assert (found.scores.figure("events, any status").value or 0) > 0.8
    assert set(found.seconds) == {40.0}
