"""Articles and reports that lack what linking would like to know; all of it invented."""

from __future__ import annotations

import pytest

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
