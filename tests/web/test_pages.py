"""Every page, its JSON and its CSV over the invented corpus."""

from __future__ import annotations

import csv
import io
from itertools import accumulate

import pytest
from starlette.testclient import TestClient

PAGES = ("overview", "events", "echoes", "quotes", "claims", "sources", "articles", "problems",
         "narratives", "campaigns", "review")  # fmt: skip
TABLES = ("events", "echoes", "quotes", "claims", "sources", "articles", "problems")


@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_its_data(client: TestClient, page: str) -> None:
    data = client.get(f"/{page}.json").json()
    assert data["meta"]["collection"] == "news"
    html = client.get("/" if page == "overview" else f"/{page}")
    assert html.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize("page", TABLES)
def test_a_table_as_csv_has_all_its_rows(client: TestClient, page: str) -> None:
    text = client.get(f"/{page}.csv").text
    rows = list(csv.DictReader(io.StringIO(text)))
    total = client.get(f"/{page}.json").json()["total"]
    if page == "echoes":  # a row a member
        total = sum(one["articles"] for one in client.get("/echoes.json").json()["rows"])
    assert len(rows) == total
    assert not any(
        cell.startswith(("=", "+", "@")) for row in rows for cell in row.values() if cell
    )


def test_the_first_screen_counts_copies(client: TestClient) -> None:
    data = client.get("/overview.json").json()
    assert data["articles"] == 28
    assert data["invented"] == 28
    assert sum(data["copies"].values()) == sum(row["copies"] for row in data["by_outlet"]) > 0
    events = data["events"]
    assert events["plain"] == events["one_text"] + events["one_voice"] + events["several"]


def test_an_event_page_marks_the_passage_of_each_value(client: TestClient) -> None:
    for row in client.get("/events.json?sort=reports").json()["rows"][:5]:
        page = client.get(f"/events/{row['id']}.json").json()
        assert page["reports"]
        for report in page["reports"][:3]:
            article = client.get(
                f"/articles/{report['article']['id']}.json?event={row['id']}"
            ).json()
            marked = {
                article["spans"][n]["key"] for piece in article["segments"] for n in piece["marks"]
            }
            assert {value["key"] for value in report["values"] if value["quote"]} <= marked


def test_an_event_says_why_its_reports_were_joined(client: TestClient) -> None:
    row = client.get("/events.json?sort=reports").json()["rows"][0]
    page = client.get(f"/events/{row['id']}.json").json()
    ids = {report["id"] for report in page["reports"]}
    joined = [pair for pair in page["joined"] if pair["kind"] == "same"]
    assert joined
    assert all({pair["subject"], pair["other"]} <= ids and pair["reasons"] for pair in joined)


def test_copies_of_one_event_say_whose(client: TestClient) -> None:
    row = client.get("/events.json?sort=reports").json()["rows"][0]
    reports = client.get(f"/events/{row['id']}.json").json()["reports"]
    assert any(one["copy"] and one["copy"]["kind"] != "origin" for one in reports)


def test_an_article_has_layers_and_its_hash(client: TestClient) -> None:
    row = client.get("/articles.json").json()["rows"][0]
    page = client.get(f"/articles/{row['id']}.json").json()
    assert dict(page["layers"]).keys() >= {"event", "quote", "place", "date"}
    assert len(page["raw_id"]) == 64
    assert "".join(piece["text"] for piece in page["segments"])


def test_an_echo_marks_what_is_shared(client: TestClient) -> None:
    for echo in client.get("/echoes.json").json()["rows"]:
        page = client.get(f"/echoes/{echo['id']}.json").json()
        assert len(page["texts"]) == min(8, echo["articles"])


def test_claims_by_speaker(client: TestClient) -> None:
    data = client.get("/claims.json").json()
    speaker, count = data["facets"]["speaker"][0]
    narrowed = client.get("/claims.json", params={"speaker": speaker}).json()
    assert narrowed["total"] == count
    assert {row["speaker"] for row in narrowed["rows"]} == {speaker}


@pytest.mark.parametrize("path", ["/events/nope.json", "/articles/nope.json", "/echoes/nope.json"])
def test_unknown_records_are_not_found(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.json()["error"].startswith("no ")


def test_towns_of_a_box(client: TestClient) -> None:
    towns = client.get("/towns.json?box=-80,-20,-60,0").json()
    assert len(towns["lat"]) == len(towns["lon"]) > 50
    assert all(-20 <= lat <= 0 for lat in towns["lat"])
    assert "GeoNames" in towns["attribution"]


def test_a_narrative_shows_its_claims_in_time(client: TestClient) -> None:
    """Each claim with who said it where, so that it can be drawn over outlets and days."""
    rows = client.get("/narratives.json").json()["rows"]
    assert rows
    for row in rows:
        assert row["outlets"] >= 1
        assert len(row["told"]) >= row["articles"] >= 2
        days = [one["published"] or "9999" for one in row["told"]]
        assert days == sorted(days)


def test_a_campaign_joins_its_places_on_the_map(client: TestClient) -> None:
    """A tree over the places: one join less than there are places, none of them a centre."""
    lines = client.get("/events.json").json()["points"]["lines"]
    assert lines
    for line in lines:
        ends = {tuple(pair[at : at + 2]) for pair in line["pairs"] for at in (0, 2)}
        assert len(line["pairs"]) == len(ends) - 1 >= 1
    assert client.get("/events.json?type=ACCUSE").json()["points"]["lines"] == []


def test_coasts_come_from_this_host(client: TestClient) -> None:
    """Lines begin with a point and go on in steps; all stay on the globe."""
    world = client.get("/world.json").json()
    assert len(world["coasts"]) > 1000
    for line in [*world["coasts"], *world["borders"]]:
        east, north = list(accumulate(line[0::2])), list(accumulate(line[1::2]))
        assert max(map(abs, east)) <= 180 * world["scale"]
        assert max(map(abs, north)) <= 90 * world["scale"]
