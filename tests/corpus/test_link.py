"""The corpus level from end to end on invented articles: campaigns, series and narratives too."""

from __future__ import annotations

from reportedly.corpus.campaigns import assertions, find_campaigns
from reportedly.corpus.link import link
from reportedly.corpus.merge import merge_reports
from reportedly.corpus.narratives import Claims, claim_words, find_narratives
from reportedly.records import Campaign, Report
from tests.corpus.builders import (
    ARVAN,
    BELT,
    CORO,
    analyses,
    article,
    claim,
    found,
    passage,
    report,
)

LIST = article("list", "Students hung banners in Arvan, Belt and Coro.", published="03-13")
ALSO = article("also", "In Belt and Sena banners were hung, in one call.", published="03-13")


def banner(name: str, of: object = LIST, **more: object) -> Report:
    values = {"type": "PROTEST", "mode": "symbolic", "on": "03-12", "actors": ["students"], **more}
    return report(name, of, **values)  # type: ignore[arg-type]


def campaigns_of(*reports: Report) -> tuple[Campaign, ...]:
    articles = [LIST, ALSO]
    events = merge_reports(articles, analyses(articles, reports), ()).events
    return find_campaigns(events, assertions(reports))


def test_a_list_of_places_is_one_campaign_of_as_many_events() -> None:
    listed = [banner(p.name, place=p, list_key="l1") for p in (ARVAN, BELT, CORO)]
    (campaign,) = campaigns_of(*listed)
    assert (campaign.kind, len(campaign.events)) == ("campaign", 3)
    assert campaign.asserted_by == ("Arvan", "Belt", "Coro")
    assert campaign.basis[0].quote == LIST.text


def test_campaigns_that_share_an_event_are_one() -> None:
    call = found("in one call", passage(ALSO, "in one call"))
    listed = [banner(p.name, place=p, list_key="l1") for p in (ARVAN, BELT)]
    called = [
        banner("b2", ALSO, place=BELT, campaign=call),
        banner("s2", ALSO, place=CORO, campaign=call),
    ]
    (campaign,) = campaigns_of(*listed, *called)
    assert len(campaign.events) == 3
    assert passage(ALSO, "in one call") in campaign.basis


def test_likeness_alone_is_a_series_from_three_towns() -> None:
    alike = [banner(p.name, place=p) for p in (ARVAN, BELT, CORO)]
    (series,) = campaigns_of(*alike)
    assert (series.kind, series.asserted_by) == ("series", ())
    assert campaigns_of(*alike[:2]) == ()


def test_claims_alike_in_content_are_a_narrative_across_articles() -> None:
    first = article("f", "The League is paid by foreign banks to stop the mills.")
    second = article("s", "He said that foreign banks paid the League, to stop mills.")
    third = article("t", "The mayor promised a new bridge before the winter.")
    told = [(a.article_id, claim("c1", a, a.text)) for a in (first, second, third)]
    words = Claims(claim for name, one in told for claim in claim_words([one], name))
    (narrative,) = find_narratives(words)
    assert narrative.articles == ("f", "s")
    assert narrative.claims == ("f/c1", "s/c1")  # ids of claims are counted in each article


def test_link_runs_all_stages_and_linking_again_changes_nothing() -> None:
    articles = [LIST, ALSO]
    found_first = analyses(articles, [banner("a", place=ARVAN), banner("b", ALSO, place=ARVAN)])
    first = link(articles, found_first)
    assert [e.reports for e in first.events] == [("b", "a")]
    again = link(articles, found_first, (), first.ledger)
    assert again == first
    assert link([], []).events == ()
