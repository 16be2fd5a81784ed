"""The day of publication that a page gives, and on what grounds."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from lxml import html as lxml_html

from reportedly.extract.published import parse_published, parse_published_time

# A page that dates itself later than any page that can exist is mistaken. A fixed day and not
# today: the same bytes must give the same article in any year.
LATEST = "2037-12-31"
_NO_URL = "about:blank"
_NAMED_BY = ("property", "name", "itemprop")
_PUBLISHED = re.compile(r"publi[sc]|dc.*(?:date|issued|created)|^date", re.IGNORECASE)
_LINKED_DATE = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
_BARE_PAGE = "<html><head><title>-</title></head><body><p>-</p></body></html>"


def page_date(
    tree: Any,  # noqa: ANN401  # lxml has no complete types
    url: str | None,
    searched: str | None,
) -> tuple[date | None, str | None]:
    """The original day of publication and its basis: `url`, `metadata` or `guessed`.

    `tree` is an lxml tree, not changed. A day in the address or in the page's metadata is
    taken as it is; without both it is `searched`, what a search of the whole page gave.
    """
    if url and (day := _search(lxml_html.fromstring(_BARE_PAGE), url)):
        return day, "url"
    if day := _search(_metadata(tree), _NO_URL):
        return day, "metadata"
    day = parse_published(searched)
    return day, "guessed" if day else None


def page_time(tree: Any, day: date | None) -> str | None:  # noqa: ANN401
    """The time of day in the page's metadata on publication, where it is of the given day."""
    if day is None:
        return None
    given = []
    for element in tree.iter("meta", "script"):
        if element.tag == "script":
            if "ld+json" in (element.get("type") or ""):
                given += _LINKED_DATE.findall(element.text or "")
        elif _PUBLISHED.search(" ".join(element.get(key) or "" for key in _NAMED_BY)):
            given.append(element.get("content") or "")
    times = (parse_published_time(value) for value in given if parse_published(value) == day)
    return next((time for time in times if time is not None), None)


def _search(tree: Any, url: str) -> date | None:  # noqa: ANN401
    from htmldate import find_date

    found = find_date(tree, extensive_search=False, original_date=True, url=url, max_date=LATEST)
    return parse_published(found)


def _metadata(tree: Any) -> Any:  # noqa: ANN401
    """A page that holds only the metadata of another: meta elements and linked data."""
    page = lxml_html.fromstring(_BARE_PAGE)
    head = page.find("head")
    for element in tree.iter("meta", "script"):
        if element.tag == "script" and "ld+json" not in (element.get("type") or ""):
            continue
        copy = lxml_html.Element(element.tag)
        for key, value in element.attrib.items():
            copy.set(key, value)
        copy.text = element.text
        head.append(copy)
    return page
