"""The invented sample corpus with its gold reports: what linking alone is good for.

Skips where the samples are not beside the repository. Floors: a change may raise them.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from reportedly.corpus.link import Links, link
from reportedly.find.fingerprint import fingerprint
from reportedly.records import (
    Actor,
    Analysis,
    Article,
    Count,
    DateValue,
    Evidence,
    Found,
    Place,
    Report,
)
from tests.corpus.builders import article, day, found, said_by


@pytest.fixture(scope="module")
def gold(shared: Path) -> dict[str, Any]:
    return json.loads((shared / "samples" / "invented" / "gold.json").read_text())


@pytest.fixture(scope="module")
def links(shared: Path, gold: Mapping[str, Any]) -> Links:
    credit = {row["id"]: row.get("credit") for row in gold["articles"]}
    lines = (shared / "samples" / "invented" / "articles.jsonl").read_text().splitlines()
    articles = {
        row["id"]: article(
            row["id"],
            row["text"],
            outlet=row["outlet"],
            side=row["side"],
            published=row["published"],
            credit=credit[row["id"]],
        )
        for row in map(json.loads, lines)
    }
    return link(
        list(articles.values()),
        [
            Analysis(
                analyser="gold",
                article_id=row["id"],
                text_id=articles[row["id"]].text_id,
                reports=tuple(as_report(r, articles[row["id"]]) for r in row["reports"]),
                fingerprint=fingerprint(articles[row["id"]].text),
            )
            for row in gold["articles"]
        ],
    )


def as_report(row: Mapping[str, Any], of: Article) -> Report:
    start, end = row["evidence"]["start"], row["evidence"]["end"]
    span = Evidence(text_id=of.text_id, start=start, end=end, quote=of.text[start:end])
    place, when = row["place"], row["date"]
    days = (day(when["start"]), day(when["end"])) if when else (None, None)
    speakers = [link["name"] for link in row["attribution"] if link["name"] != of.outlet]
    stance = row["attribution"][-1]["stance"] if row["attribution"] else "states"
    return Report(
        report_id=row["id"],
        article_id=of.article_id,
        type=row["type"],
        mode=row["mode"],
        act=row["mode"] or "",
        trigger=span,
        evidence=span,
        realis=row["realis"],
        polarity=row["polarity"],
        retold=row["retold"],
        attributions=(said_by(of, *speakers, stance=stance),),
        made_by="gold",
        actors=actors(row["actors"], span) + actors(row.get("alleged_actors") or (), span),
        recipients=actors(row["targets"], span),
        place=found(Place(**place_fields(place)), span) if place else None,
        date=found(DateValue(earliest=days[0], latest=days[1], granularity="range"), span)
        if when
        else None,
        counts=tuple(found(as_count(c), span, c.get("speaker")) for c in row["counts"]),
        withdraws=bool(row.get("supersedes")),
        list_key=row.get("campaign"),
    )


def actors(rows: Any, span: Evidence) -> tuple[Found[Actor], ...]:
    return tuple(found(Actor(name=row["name"]), span, row.get("asserted_by")) for row in rows)


def place_fields(row: Mapping[str, Any]) -> dict[str, Any]:
    return {field: row[field] for field in ("name", "lat", "lon", "country")}


def as_count(row: Mapping[str, Any]) -> Count:
    kind = "killed" if row["kind"] == "dead" else row["kind"]
    best = row["low"] if row["low"] == row["high"] else None
    return Count(kind=kind, low=row["low"], best=best, high=row["high"], text="")


def scored(gold: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    return [e for e in gold["events"] if not (e.get("links_unscored") or e.get("optional"))]


def test_event_clusters(gold: Mapping[str, Any], links: Links) -> None:
    wanted = {report: e["id"] for e in scored(gold) for report in e["reports"]}
    given = {r: e.event_id for e in links.events for r in (*e.reports, *e.denials, *e.withdrawn)}
    want, give = defaultdict(set), defaultdict(set)
    for report, event in wanted.items():
        want[event].add(report)
        give[given.get(report, report)].add(report)
    shared = {r: len(want[e] & give[given.get(r, r)]) for r, e in wanted.items()}
    precision = sum(shared[r] / len(give[given.get(r, r)]) for r in wanted) / len(wanted)
    recall = sum(shared[r] / len(want[e]) for r, e in wanted.items()) / len(wanted)
    assert 2 * precision * recall / (precision + recall) >= 0.98


def test_corroboration(gold: Mapping[str, Any], links: Links) -> None:
    event_of = {r: e for e in links.events for r in (*e.reports, *e.denials, *e.withdrawn)}
    exact = voices = several = 0
    for wanted in scored(gold):
        shares = Counter(event_of[r].event_id for r in wanted["reports"] if r in event_of)
        best = next(e for e in links.events if e.event_id == shares.most_common(1)[0][0])
        low = wanted["corroboration"]
        high = wanted.get("corroboration_with_optional", low)
        counts = best.corroboration
        right = (
            low["reports"] <= counts.reports <= high["reports"]
            and low["origins"] <= counts.texts <= high["origins"]
            and set(low["sides"]) <= set(counts.sides) <= set(high["sides"])
        )
        exact += right
        several += right and low["reports"] > 1
        voices += low["voices_range"][0] <= len(counts.voices) <= low["voices_range"][1]
    assert exact >= 23
    assert several >= 12
    assert voices >= 23


def test_echoes(gold: Mapping[str, Any], links: Links) -> None:
    wanted = {(e["origin"], m["article"], m["kind"]) for e in gold["echoes"] for m in e["members"]}
    given = {(e.origin, m.article_id, m.kind) for e in links.echoes for m in e.members}
    assert len(wanted & given) >= len(wanted) - 1
    assert len(given - wanted) <= 1


def test_campaigns(gold: Mapping[str, Any], links: Links) -> None:
    sizes = sorted(len(campaign["events"]) for campaign in gold["campaigns"])
    assert sorted(len(c.events) for c in links.campaigns if c.kind == "campaign") == sizes
