"""What an article's address tells of its outlet's home. All outlets are invented."""

from __future__ import annotations

import pytest

from reportedly.find.places import Gazetteer, resolve_places
from reportedly.find.places.outlets import country_prior, home_country, home_towns
from reportedly.parse.plain import PlainParser
from reportedly.records import Article


def article(url: str | None, text: str = "") -> Article:
    return Article(article_id="a", raw_id="a", text_id="a", text=text, url=url)


@pytest.mark.parametrize(
    ("url", "country"),
    [
        ("https://www.example-times.co.ke/a", "KE"),
        ("https://example.co.uk/", "GB"),
        ("http://example.ir:8080/x", "IR"),
        ("https://example.com/news.ir", None),
        ("https://example.tv/", None),
        ("", None),
        (None, None),
        ("https://[::1]/", None),
    ],
)
def test_national_domains(url: str | None, country: str | None) -> None:
    assert home_country(article(url)) == country
    assert list(country_prior(article(url))) == ([country] if country else [])


@pytest.mark.parametrize(
    ("url", "town"),
    [
        ("https://www.thedublindailynews.com/a", "dublin"),
        ("https://lebanonreporter.net/", "lebanon"),
        ("https://newlondonsun.com/", "new london"),
        ("https://york-gazette.co.uk/", "york"),
        ("https://dublin.com/", None),
        ("https://thedailynews.com/", None),
        ("https://zzqxnews.com/", None),
        (None, None),
    ],
)
def test_towns_in_addresses(gazetteer: Gazetteer, url: str | None, town: str | None) -> None:
    found = home_towns(article(url), gazetteer)
    assert (found[0] if found else None) == town


def test_a_paper_named_for_a_town_means_that_town(gazetteer: Gazetteer) -> None:
    text = "Police in Lebanon said that a barn burned down near Lafayette, Indiana."
    read = PlainParser()
    span = (text.index("Lebanon"), text.index("Lebanon") + 7)
    (local,) = resolve_places(
        read(article("https://lebanonreporter.net/", text)), [span], gazetteer
    )
    (world,) = resolve_places(read(article(None, "Lebanon and Syria talk.")), [(0, 7)], gazetteer)
    assert local.place is not None
    assert world.place is not None
    assert (local.place.country, world.place.country) == ("US", "LB")
