"""Articles and reports that lack what linking would like to know; all of it invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.corpus.link import link
from tests.corpus.builders import analyses, article, report

LINE = "Gunmen shot two guards at the mill in Arvan on Friday, and the mill stood still for a day."


@pytest.mark.parametrize(
    "dates",
    [
        (None, None),
        ("2999-01-01", "1601-01-01"),  # of no year of this newspaper
        ("2021-03-13", None),
    ],
)
def test_odd_dates_are_linked_all_the_same(dates: tuple[str | None, str | None]) -> None:
    articles = [
        article(name, LINE, published=published)
        for name, published in zip(("one", "two"), dates, strict=True)
    ]
    reports = [report(f"r-{a.article_id}", a) for a in articles]
    links = link(articles, analyses(articles, reports))
    assert {r for event in links.events for r in event.reports} == {"r-one", "r-two"}


def test_articles_without_outlet_text_or_fingerprint() -> None:
    bare = article("bare", "Rain.")
    nameless = [
        article(name, text, outlet="").__class__(
            article_id=name, raw_id=name, text_id=name, text=text
        )
        for name, text in (("a", LINE), ("b", LINE), ("c", ""), ("d", "—"))
    ]
    links = link([bare, *nameless], analyses([bare])[:0])
    assert links.events == ()
    (echo,) = links.echoes
    assert [member.article_id for member in echo.members] == ["a", "b"]


def test_what_is_left_out_is_told_with_the_reason() -> None:
    late = article("late", LINE, published="2999-01-01", retrieved="2026-03-01T10:00:00Z")
    other = article("other", LINE, published="2026-03-01", retrieved="2026-02-28T23:00:00Z")
    old = article("old", LINE, published="1066-10-14", url="https://example.org/old")
    odd = article("odd", LINE, published="2026-03-01", retrieved="yesterday")
    bare, empty = article("bare", "…"), article("empty", " \n")
    links = link([late, other, old, odd, bare, empty], analyses([late, other, old, odd, bare]))
    assert [(p.source, p.stage, p.reason) for p in links.problems] == [
        ("The bare Gazette", "link", "no fingerprint: not compared with other articles"),
        ("The empty Gazette", "link", "no text: it is no copy of anything"),
        (
            "The late Gazette",
            "link",
            "published on 2999-01-01, after it was retrieved (2026-03-01T10:00:00Z): "
            "its day is not used in linking",
        ),
        (
            "https://example.org/old",
            "link",
            "published on 1066-10-14, before there were newspapers: its day is not used in linking",
        ),
    ]
    # a day that cannot be makes no article the first of its copies
    (echo,) = links.echoes
    assert echo.origin not in {"old", "late"}


@given(
    st.lists(
        st.tuples(
            st.sampled_from(
                ["", "One line.", LINE, LINE * 3, "\x00\ufffd \u200f", "«" * 50, "1 2 3"]
            ),
            st.sampled_from([None, "", "The Gazette"]),
            st.none() | st.dates(),
            st.none() | st.text(max_size=12),
        ),
        max_size=7,
    )
)
@settings(max_examples=40, deadline=None)
def test_nothing_raises_and_every_report_stays(
    given_articles: list[tuple[str, str | None, date | None, str | None]],
) -> None:
    articles = [
        replace(
            article(f"a{n}", text or " "), text=text, outlet=outlet, published=day, retrieved=at
        )
        for n, (text, outlet, day, at) in enumerate(given_articles)
    ]
    reports = [report(f"r-{a.article_id}", a, place=None) for a in articles]
    links = link(articles, analyses(articles, reports))
    assert {r for event in links.events for r in event.reports} == {r.report_id for r in reports}


def test_many_identical_articles_are_one_family_and_one_event() -> None:
    """More than are compared with each other, and than one block of reports holds."""
    many = [article(f"a{n:03}", LINE, published="03-13") for n in range(300)]
    reports = [report(f"r{n:03}", a, on="03-12", actors=["army"]) for n, a in enumerate(many)]
    links = link(many, analyses(many, reports))
    (echo,) = links.echoes
    assert len(echo.members) == 300
    assert echo.origin is None
    (event,) = links.events
    assert (event.corroboration.reports, event.corroboration.texts) == (300, 1)


def test_many_copies_with_a_line_of_their_own_are_one_family() -> None:
    body = " ".join(f"The {n} guard of the {n + 7} mill told the story {n * 3}." for n in range(30))
    many = [
        article(f"a{n:03}", f"{body}\nOwn closing line number {n} of the day.") for n in range(120)
    ]
    (echo,) = link(many, analyses(many)).echoes
    assert len(echo.members) == 120
