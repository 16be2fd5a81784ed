"""The seed: a real article beside the repository with the records expected of it.

The article is read through the public verbs; what it must give stands in `expected.json`, which
says for each value what is as good and what is wrong. Without the shared folder these tests skip.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import reportedly
from benchmarks import scoring as task
from reportedly.news import News
from reportedly.records import Analysis, Article, Claim, Event


@dataclass(frozen=True)
class Seed:
    expected: dict[str, Any]
    news: News
    article: Article
    analysis: Analysis
    events: tuple[Event, ...]

    def mention(self, span: dict[str, Any]) -> tuple[int, int]:
        """A span of the article as given, in the offsets of the cleaned text."""
        for start, raw, length in self.article.pieces:
            if raw <= span["start"] < raw + length:
                moved = span["start"] - raw + start
                assert self.article.text[moved:].startswith(span["text"])
                return moved, moved + len(span["text"])
        raise AssertionError(f"{span['text']!r} was cut")


@pytest.fixture(scope="module")
def seed(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Seed:
    folder = shared / "samples" / "seed"
    into = tmp_path_factory.mktemp("seed") / "news"
    reportedly.read([folder / "articles.jsonl"], into=into)
    news = reportedly.open(into)
    ((article, analysis),) = news.collection.documents()
    return Seed(
        expected=json.loads((folder / "expected.json").read_text("utf-8")),
        news=news,
        article=article,
        analysis=analysis,
        events=tuple(news.collection.links.events()),
    )


def test_thirteen_displays_in_one_campaign(seed: Seed) -> None:
    protests = [e for e in seed.events if e.type == "PROTEST"]
    assert len(protests) == seed.expected["expected_counts"]["events"]
    assert {e.mode for e in protests} == {"symbolic"}
    assert {str(e.earliest) for e in protests} == {str(e.latest) for e in protests}
    assert {str(e.earliest) for e in protests} == {"2020-12-07"}
    (campaign,) = seed.news.collection.links.campaigns()
    assert campaign.kind == "campaign"
    assert set(campaign.events) == {e.event_id for e in protests}


def test_scores(shared: Path) -> None:
    scores = task.run(shared / "samples" / "seed")["scores"]
    assert scores["events, any status (type+place+date)"]["tp"] == 13
    assert scores["events, any status (type+place+date)"]["fp"] == 0
    assert scores["not_events violated (fewer is better)"]["count"] == 0
    assert scores["quotes (content span, overlap >= 0.5)"]["recall"] == 1.0
    assert scores["furniture lines left in text (fewer is better)"]["count"] == 0


def test_slogans_are_anonymous(seed: Seed) -> None:
    slogans = [q for q in seed.analysis.quotes if q.kind == "slogan"]
    required = [q for q in seed.expected["quotes"] if not q.get("optional")]
    assert len(slogans) == len(required) == 2
    assert {q.speaker for q in slogans} == {None}


@pytest.mark.parametrize("key", ["seed-k03", "seed-k05", "seed-k08"])
def test_claims_that_must_be_there(seed: Seed, key: str) -> None:
    wanted = next(c for c in seed.expected["claims"] if c["id"] == key)
    assert key in seed.expected["expected_counts"]["claims_minimum"]
    assert _claim_over(seed, wanted) is not None


def test_the_officials_words_keep_their_chain(seed: Seed) -> None:
    wanted = next(c for c in seed.expected["claims"] if c["id"] == "seed-k05")
    claim = _claim_over(seed, wanted)
    assert claim is not None
    chain = [link.name for link in claim.chain if link.kind != "outlet"]
    accepted = [[n for n in names if n != "outlet"] for names in wanted["chain_accept"]]
    assert chain in accepted
    assert claim.chain[-1].stance in wanted["stance_accept"]
    start, end = claim.content.start, claim.content.end
    inside = [r for r in seed.analysis.reports if start <= r.trigger.start < end and r.type]
    assert inside == []  # an admission is no accusation and no event


def test_aliases_are_one_actor(seed: Seed) -> None:
    organisation = next(a for a in seed.expected["actors"] if a["id"] == "MEK")
    found = set()
    for alias in organisation["aliases"]:
        start, end = seed.mention(alias["mention"])
        names = {
            e.name
            for e in seed.analysis.entities
            if e.kind != "group"  # its supporters are another entity
            for m in e.mentions
            if m.start < end and start < m.end
        }
        assert names, alias["alias"]
        found |= names
    assert len(found) == 1


def test_supporters_are_not_the_organisation(seed: Seed) -> None:
    organisation = next(a for a in seed.expected["actors"] if a["id"] == "MEK")
    wordings = {a["alias"].casefold().replace("’", "'") for a in organisation["aliases"]}
    for event in seed.events:
        for actor in event.actors:
            name = actor.name.casefold().replace("’", "'")
            affiliated = actor.relation is not None and actor.relation.kind == "supporter_of"
            assert name not in wordings or affiliated
    relations = {a.relation.kind for e in seed.events for a in e.actors if a.relation is not None}
    assert relations == {"supporter_of"}


def test_corroboration_is_one_of_each_and_the_side_unknown(seed: Seed) -> None:
    wanted = seed.expected["corroboration"]
    for event in seed.events:
        if event.type is None:
            continue
        got = event.corroboration
        counts = (got.reports, got.texts, len(got.voices), list(got.sides), got.sides_unknown)
        assert counts == (
            wanted["reports"],
            wanted["texts"],
            wanted["voices"],
            wanted["sides"],
            wanted["sides_unknown"],
        )
    row = seed.news.events(type="PROTEST")[0]
    assert row["corroboration"] == "1 report, 1 text, 1 voice, side unknown"


def test_furniture_is_dropped_and_remembered(seed: Seed) -> None:
    cut = {f.text.strip() for f in seed.article.furniture}
    for item in seed.expected["furniture"]:
        assert item["text"] in cut
    assert "Love & Share" not in seed.article.text


def test_glued_names_are_split_beside_the_text(seed: Seed) -> None:
    parts = [g.parts for g in seed.article.glued]
    assert parts == [tuple(item["split"]) for item in seed.expected["glued"]]
    for item in seed.expected["glued"]:
        assert item["text"] in seed.article.text


def test_a_death_is_no_killing(seed: Seed) -> None:
    assert not [r for r in seed.analysis.reports if r.type == "ASSAULT"]
    deaths = [r for r in seed.analysis.reports if r.type is None]
    assert len(deaths) == seed.expected["expected_counts"]["deaths"]
    assert all(not r.actors for r in deaths)


def _claim_over(seed: Seed, wanted: dict[str, Any]) -> Claim | None:
    """The claim that covers at least half of a span and of its own."""
    spans = [wanted.get("content") or wanted["span"], wanted["span"]]
    for span in spans:
        start, end = seed.mention(span)
        for claim in seed.analysis.claims:
            shared = min(end, claim.content.end) - max(start, claim.content.start)
            union = max(end, claim.content.end) - min(start, claim.content.start)
            if shared >= 0.5 * union:
                return claim
    return None
