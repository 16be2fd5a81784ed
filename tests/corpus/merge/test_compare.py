"""Pairs of invented reports: one act or two? Each row says why."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from reportedly.corpus.merge.compare import Comparison, compare
from reportedly.corpus.merge.facts import ReportFacts, report_facts
from reportedly.corpus.merge.judge import JOIN
from reportedly.corpus.merge.lexicon import load_merge_words
from reportedly.records import Actor, Article, Place, Relation, Report
from tests.corpus.builders import ARVAN, BELT, article, found, passage, report

ONE = article("one", "Gunmen shot two guards at the mill.", published="03-13")
OTHER = article("two", "Shots at the mill: two guards fell.", published="03-13")
SUBURB = Place(name="Upper Arvan", lat=40.05, lon=20.05, country="XA")


def _facts(one: Report, of: Article) -> ReportFacts:
    return report_facts(
        one,
        of,
        words=load_merge_words(),
        passage=of.text,
    )


def compared(here: dict[str, Any], there: dict[str, Any], published: str = "03-13") -> Comparison:
    other = article("two", OTHER.text, published=published)
    facts = []
    for name, of, values in (("a", ONE, here), ("b", other, there)):
        one = report(name, of, **{"on": "03-12", "recipients": ["guards of the mill"], **values})
        facts.append(_facts(one, of))
    return compare(*facts)


@pytest.mark.parametrize(
    ("here", "there"),
    [
        pytest.param({}, {}, id="same place, day, deed and recipient"),
        pytest.param({}, {"place": SUBURB}, id="a suburb within 25 km"),
        pytest.param({}, {"place": None}, id="one gives no place"),
        pytest.param({}, {"on": None}, id="one gives no day: news of these days"),
        pytest.param({"actors": ["army"]}, {}, id="one leaves the doer open"),
        pytest.param({"actors": ["army"]}, {"actors": [("rebels", "mayor")]}, id="a disputed doer"),
        pytest.param({}, {"on": ("03-10", "03-16")}, id="a day inside a week"),
        pytest.param(
            {"killed": 9}, {"killed": 9, "on": "03-13"}, id="two outlets' days for one night"
        ),
        pytest.param(
            {"type": "PROTEST", "mode": "obstruct", "actors": ["miners"], "recipients": []},
            {"type": "PROTEST", "mode": "demo", "actors": ["miners"], "recipients": []},
            id="a blockade that one outlet tells as a demonstration",
        ),
    ],
)
def test_one_act(here: dict[str, Any], there: dict[str, Any]) -> None:
    comparison = compared(here, there)
    assert comparison.score >= JOIN, comparison
    assert not comparison.parted


@pytest.mark.parametrize(
    ("here", "there"),
    [
        pytest.param({}, {"place": BELT}, id="another town"),
        pytest.param({}, {"place": Place(name="Arvan", country="XB")}, id="a namesake abroad"),
        pytest.param({}, {"on": "03-15"}, id="three days later"),
        pytest.param({}, {"on": ("2014-01-01", "2014-12-31")}, id="another year"),
        pytest.param({}, {"mode": "explosives", "recipients": []}, id="another deed"),
        pytest.param(
            {"type": "PROTEST", "mode": "demo", "actors": ["teachers"], "recipients": []},
            {"type": "PROTEST", "mode": "demo", "actors": ["farmers"], "recipients": []},
            id="two groups march on one day",
        ),
        pytest.param(
            {"type": "PROTEST", "mode": "obstruct", "actors": ["miners"], "recipients": []},
            {"type": "PROTEST", "mode": "strike", "actors": ["miners"], "recipients": []},
            id="a blockade beside a strike",
        ),
    ],
)
def test_two_acts(here: dict[str, Any], there: dict[str, Any]) -> None:
    assert compared(here, there).score < JOIN


def test_yesterdays_news_on_two_days_is_two_acts() -> None:
    assert compared({}, {"on": "03-13"}, published="03-14").parted


def test_an_act_that_lasts_may_be_told_by_a_later_day() -> None:
    strike = {"type": "PROTEST", "mode": "strike", "actors": ["dockers' union"], "recipients": []}
    assert compared(strike, {**strike, "on": "03-18"}).score >= JOIN
    by_kind = {**strike, "actors": ["dockers"], "on": "03-18"}
    assert compared({**strike, "actors": ["Dockers' Union"]}, by_kind).score >= JOIN
    by_others = {**strike, "actors": ["Miners' League"], "on": "03-18"}
    assert compared({**strike, "actors": ["Dockers' Union"]}, by_others).parted


def test_the_day_before_tells_two_acts_only_where_the_article_tells_another_such_act() -> None:
    text = "The day before, gunmen had shot two guards at the mill."
    of = article("two", text, published="03-16")
    one = _facts(report("a", ONE, on="03-12", recipients=["guards"]), ONE)
    told = report("b", of, on="03-13", recipients=["guards"])
    alone, beside = (
        report_facts(
            told,
            of,
            words=load_merge_words(),
            tells_another=another,
        )
        for another in (False, True)
    )
    assert not compare(one, alone).parted
    assert compare(one, beside).parted


def test_a_supporter_of_a_group_is_not_the_group() -> None:
    member = Actor(name="River League", relation=Relation(kind="supporter_of", to="River League"))
    group = report("a", ONE, actors=["River League"])
    supporter = replace(report("b", OTHER), actors=(found(member, passage(OTHER)),))
    same = report("c", OTHER, actors=["the River League"])
    here, related, there = (
        _facts(one, of) for one, of in ((group, ONE), (supporter, OTHER), (same, OTHER))
    )
    assert "same actor" in compare(here, there).reasons
    assert "same actor" not in compare(here, related).reasons


def test_who_acts_for_a_body_acts_as_it_and_is_not_it_when_acted_upon() -> None:
    guard = Actor(name="Harbour Office", relation=Relation(kind="member_of", to="Harbour Office"))
    body = report("a", ONE, actors=["the Harbour Office"], recipients=["the Harbour Office"])
    by_guards = replace(
        report("b", OTHER),
        actors=(found(guard, passage(OTHER)),),
        recipients=(found(guard, passage(OTHER)),),
    )
    reasons = compare(_facts(body, ONE), _facts(by_guards, OTHER)).reasons
    assert "same actor" in reasons
    assert "other recipient" in reasons


def test_the_score_does_not_depend_on_the_order() -> None:
    one = _facts(report("a", ONE, on="03-12", killed=3), ONE)
    two = _facts(report("b", OTHER, on="03-13", killed=3), OTHER)
    assert compare(one, two).score == compare(two, one).score
    assert compare(one, two).days_apart == -compare(two, one).days_apart == 1
    assert ARVAN.name in compare(one, two).reasons[0]
