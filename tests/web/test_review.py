"""Judgements: kept at once, added beside each other, taken up by linking, never changed."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

import reportedly
from tests.web.conftest import WRITES, client_of


def judge(client: TestClient, **judgement: Any) -> Any:
    return client.post("/api/judgements", json={"by": "anna", **judgement}, headers=WRITES)


def first_report(client: TestClient) -> tuple[str, str]:
    """An event told by one report, and that report."""
    rows = client.get("/events.json").json()["rows"]
    event = next(row["id"] for row in rows if row["reports"] == 1 and not row["denials"])
    return event, client.get(f"/events/{event}.json").json()["reports"][0]["id"]


def test_a_judgement_survives_another_start(own: Path) -> None:
    client = client_of(own)
    event, report = first_report(client)
    answer = judge(client, kind="accept", subject=report, comment="as told")
    assert answer.status_code == 201
    (kept,) = client_of(own).get(f"/events/{event}.json").json()["judgements"]
    assert (kept["kind"], kept["by"], kept["comment"]) == ("accept", "anna", "as told")
    assert kept["at"]


def test_a_rejected_report_makes_no_event_after_linking(own: Path) -> None:
    client = client_of(own)
    event, report = first_report(client)
    judge(client, kind="reject", subject=report)
    reportedly.open(own).link()
    again = client_of(own)
    assert event not in {row["id"] for row in again.get("/events.json").json()["rows"]}


def test_what_was_taken_back_does_not_count(own: Path) -> None:
    client = client_of(own)
    event, report = first_report(client)
    number = judge(client, kind="reject", subject=report).json()["number"]
    judge(client, kind="undo", subject=report, value=str(number))
    reportedly.open(own).link()
    again = client_of(own)
    assert event in {row["id"] for row in again.get("/events.json").json()["rows"]}
    history = again.get(f"/events/{event}.json").json()["judgements"]
    assert [one["undone"] for one in history] == [True, True]


def test_nobody_takes_back_what_another_judged(own: Path) -> None:
    client = client_of(own)
    event, report = first_report(client)
    number = judge(client, kind="reject", subject=report).json()["number"]
    judge(client, kind="undo", subject=report, value=str(number), by="ben")
    history = client.get(f"/events/{event}.json").json()["judgements"]
    assert history[0]["undone"] is False


def test_a_correction_is_taken_up_by_linking(own: Path) -> None:
    client = client_of(own)
    event, report = first_report(client)
    answer = judge(client, kind="correct", subject=report, field="date", value="2024-02-01")
    assert answer.status_code == 201
    reportedly.open(own).link()
    rows = client_of(own).get("/events.json?status_all=1").json()["rows"]
    assert next(row for row in rows if row["id"] == event)["from"] == "2024-02-01"


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "delete"},
        {"kind": "correct", "field": "password", "value": "x"},
        {"kind": "correct", "field": "type", "value": "WAR"},
        {"kind": "correct", "field": "date", "value": "soon"},
        {"kind": "same"},
        {"kind": "accept", "subject": "nope"},
        {"kind": "accept", "by": ""},
        {"kind": "accept", "by": "machine"},
        {"kind": "accept", "by": "<b>"},
        {"kind": "accept", "comment": "x" * 3000},
    ],
)
def test_judgements_that_are_none_are_refused(own: Path, wrong: dict[str, str]) -> None:
    client = client_of(own)
    _, report = first_report(client)
    answer = judge(client, **{"subject": report, **wrong})
    assert answer.status_code == 400
    assert "\n" not in answer.json()["error"]


def test_two_reviewers_at_once_lose_nothing(own: Path) -> None:
    clients = [client_of(own), client_of(own)]
    _, report = first_report(clients[0])
    answers: list[int] = []

    def work(client: TestClient, name: str) -> None:
        kept = [judge(client, kind="accept", subject=report, by=name) for _ in range(10)]
        answers.extend(one.status_code for one in kept)

    threads = [
        threading.Thread(target=work, args=(client, name))
        for client, name in zip(clients, ("anna", "ben"), strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [201] * 20
    assert len(list(reportedly.open(own).collection.judgements())) == 20


def test_blind_coding_tells_nothing_of_others(own: Path) -> None:
    client = client_of(own)
    _, report = first_report(client)
    judge(client, kind="reject", subject=report)
    blind = client.get("/review.json?by=ben&blind=1").json()
    assert blind["reviewers"] == []
    assert blind["done"] == 0
    assert "anna" not in str(blind)


def test_disagreement_has_its_own_queue_and_kappa(own: Path) -> None:
    client = client_of(own)
    rows = client.get("/events.json").json()["rows"][:4]
    reports = [client.get(f"/events/{r['id']}.json").json()["reports"][0]["id"] for r in rows]
    for number, report in enumerate(reports):
        judge(client, kind="reject" if number == 0 else "accept", subject=report)
        judge(client, kind="reject" if number < 2 else "accept", subject=report, by="ben")
    data = client.get("/review.json?by=anna&queue=disagreement").json()
    assert [row["id"] for row in data["rows"]] == [rows[1]["id"]]
    (pair,) = data["agreement"]
    assert (pair["both"], pair["same"], pair["kappa"]) == (4, 3, 0.5)


def test_the_file_of_reviewed_reports_names_nobody(own: Path) -> None:
    client = client_of(own)
    _, report = first_report(client)
    judge(client, kind="accept", subject=report)
    text = client.get("/reviewed.jsonl").text
    assert report in text
    assert "anna" not in text


def test_a_read_only_explorer_takes_none(corpus: Path) -> None:
    client = client_of(corpus, read_only=True)
    _, report = first_report(client)
    assert judge(client, kind="accept", subject=report).status_code == 403


def test_what_is_judged_comes_last_in_the_queue(own: Path) -> None:
    client = client_of(own)
    first = client.get("/review.json?by=anna").json()["rows"][0]
    report = client.get(f"/events/{first['id']}.json").json()["reports"][0]["id"]
    judge(client, kind="accept", subject=report)
    again = client.get("/review.json?by=anna").json()
    assert again["rows"][0]["id"] != first["id"]
    assert again["done"] == 1


def test_a_decision_takes_a_report_out_of_the_queue_of_differences(own: Path) -> None:
    client = client_of(own)
    event, report = first_report(client)
    judge(client, kind="accept", subject=report, seconds=4.25)
    judge(client, kind="reject", subject=report, by="ben", seconds="soon")
    queue = client.get("/review.json?queue=disagreement").json()
    assert [row["id"] for row in queue["rows"]] == [event]
    assert queue["agreement"][0]["same"] == 0
    assert queue["times"]["review_seconds"] == 4.2
    judge(client, kind="accept", subject=report, by="cy", decided=True)
    queue = client.get("/review.json?queue=disagreement").json()
    assert queue["rows"] == []
    assert [one["by"] for one in queue["reviewers"]] == ["anna", "ben"]
    history = client.get(f"/events/{event}.json").json()["judgements"]
    assert [(one["decided"], one["overruled"]) for one in history] == [
        (False, True), (False, True), (True, False),
    ]  # fmt: skip
