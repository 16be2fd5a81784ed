"""Linking a collection on disk day by day: ids last, judgements win, memory may be lost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from reportedly.news import News
from reportedly.records import Event, Judgement
from reportedly.run import Outcome
from reportedly.store import Collection
from tests.store.examples import outcome


def told(day: int, outlet: str) -> Outcome:
    """An outlet's own report of a march in Belt."""
    text = f"{outlet}: hundreds marched in Belt, and shops stayed shut for {day} days."
    return outcome(
        text,
        url=f"https://{outlet.lower()}.example/{day}",
        outlet=outlet,
        published=date(2021, 3, day),
        retrieved="2021-04-01T00:00:00Z",
    )


DAYS = [[told(day, outlet) for outlet in ("Herald", "Mirror", "Star")] for day in (1, 2, 25)]


def read(news: News, outcomes: Sequence[Outcome]) -> None:
    with news.collection.lock("read"):
        news.collection.begin_read()
        news.collection.add_batch(outcomes)
        news.collection.finish_read()
        news.collection.update_index()


def made(folder: Path) -> News:
    return News(Collection.create(folder))


def events(news: News) -> tuple[Event, ...]:
    return tuple(sorted(news.collection.links.events(), key=lambda event: event.event_id))


@pytest.fixture
def news(tmp_path: Path) -> News:
    return made(tmp_path / "news")


def test_day_by_day_gives_the_clusters_of_all_at_once(news: News, tmp_path: Path) -> None:
    for day in DAYS:
        read(news, day)
        news.link()
    whole = made(tmp_path / "whole")
    read(whole, [one for day in DAYS for one in day])
    whole.link()
    assert {e.reports for e in events(news)} == {e.reports for e in events(whole)}
    assert list(news.collection.links.echoes()) == list(whole.collection.links.echoes())
    # with or without what is remembered the ids are the same
    before = events(news)
    news.link()
    assert events(news) == before
    news.link(anew=True)
    assert events(news) == before
    news.collection.link_memory.file.unlink()
    news.link()
    assert events(news) == before
    assert news.check() == []


def test_corrections_outlast_linking_and_can_be_taken_back(news: News) -> None:
    read(news, DAYS[0])
    news.link()
    event = events(news)[0]
    fix = Judgement(
        kind="correct",
        subject=event.reports[0],
        other=None,
        by="ann",
        at="2021-05-01T10:00:00Z",
        score=None,
        reasons=(),
        field="actor",
        value="Dockers' Union",
    )
    number = news.collection.add_judgement(fix)
    news.link()
    read(news, DAYS[2])  # another day, and linking again
    news.link()
    corrected = next(e for e in events(news) if e.event_id == event.event_id)
    assert [actor.name for actor in corrected.actors] == ["Dockers' Union"]
    undo = Judgement(
        kind="undo",
        subject=fix.subject,
        other=None,
        by="ann",
        at="2021-05-02T10:00:00Z",
        score=None,
        reasons=(),
        value=str(number),
    )
    news.collection.add_judgement(undo)
    news.link()
    back = next(e for e in events(news) if e.event_id == event.event_id)
    assert back.actors == event.actors
    assert back.contradictions == event.contradictions


def test_what_linking_leaves_out_stands_among_the_problems(news: News) -> None:
    late = outcome(
        "Hundreds marched in Belt.",
        published=date(2999, 1, 1),
        retrieved="2021-04-01T00:00:00Z",
    )
    read(news, [late])
    news.link()
    reasons = [row["reason"] for row in news.problems(stage="link")]
    assert reasons[0].startswith("published on 2999-01-01, after it was retrieved")
    assert reasons[1:] == ["no fingerprint: not compared with other articles"]
