"""HTML pages → drafts: main text by trafilatura, facts from the page's own metadata."""

from __future__ import annotations

import logging
import re
import warnings
from typing import Any

from reportedly.extract.draft import Draft
from reportedly.extract.identity import canonical_url
from reportedly.extract.language import language_code
from reportedly.extract.page_date import LATEST, page_date, page_time

_TITLE_BAR = re.compile(r"\s+[|\-–—·•:»]+\s+")
_MADE_UP = re.compile(rb"<!--\s*invented:", re.IGNORECASE)
_DATE_SEARCH = {"extensive_search": True, "original_date": True, "max_date": LATEST}
_SHORT_TEXT = 250
# Reading a page takes the libraries about 3 s a megabyte of dense markup; news pages are smaller.
_LARGEST_PAGE = 6_000_000
_LONGEST_SITE, _LONGEST_BYLINE = 80, 200
_URL_SOURCES = (
    ".//link[@rel='canonical']/@href",
    ".//meta[@property='og:url']/@content",
    ".//meta[@name='twitter:url']/@content",
)
_SITE_SOURCES = (
    ".//meta[@property='og:site_name']/@content",
    ".//meta[@name='application-name']/@content",
    ".//meta[@name='publisher']/@content",
)


def silence_libraries() -> None:
    """Keep the warnings of the extraction libraries off the terminal: problems say it."""
    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).addHandler(logging.NullHandler())


def draft_of_page(content: bytes) -> Draft:
    """The draft of a page; its raw text is what trafilatura gives as the main text.

    Raises:
        ValueError: if the bytes are no HTML, or hold no article text.
    """
    from trafilatura.metadata import extract_metadata
    from trafilatura.utils import load_html

    if len(content) > _LARGEST_PAGE:
        raise ValueError(f"page too large: {len(content)} bytes, limit {_LARGEST_PAGE}")
    tree = load_html(content)
    if tree is None:
        raise ValueError("no HTML")
    url = _address(tree)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # dateutil warns of time zones that it does not know
        facts = extract_metadata(tree, default_url=url, date_config=dict(_DATE_SEARCH))
        published, basis = page_date(tree, url, facts.date)
    # Precision over recall: the text of other articles on the page would give false events.
    text = _main_text(tree, precise=True)
    if len(text) < _SHORT_TEXT:  # a date or a caption: another try, with less care
        more = _main_text(tree, precise=False)
        text = more if len(more) > 2 * len(text) else text
    if not text:
        raise ValueError("no article text on this page")
    site = _site(tree)
    return Draft(
        raw_text=text,
        url=url,
        site=site,
        title=_title(facts.title, site),
        byline=(facts.author or "")[:_LONGEST_BYLINE] or None,
        published=published,
        published_basis=basis,
        published_time=page_time(tree, published),
        language=language_code(tree.get("lang")),
        invented=_MADE_UP.search(content) is not None,
    )


def _main_text(tree: Any, *, precise: bool) -> str:  # noqa: ANN401  # lxml has no complete types
    """The main text of a page, '' where none is found; the tree is left as it is."""
    from trafilatura import bare_extraction

    main: Any = bare_extraction(tree, favor_precision=precise, include_comments=False)
    text = main.text if main is not None else None
    return text if text and text.strip() else ""


def _address(tree: Any) -> str | None:  # noqa: ANN401
    """The address that the page gives as its own; relative ones say nothing."""
    given = (str(value).strip() for source in _URL_SOURCES for value in tree.xpath(source))
    return next((url for url in given if canonical_url(url)), None)


def _site(tree: Any) -> str | None:  # noqa: ANN401
    """How the page calls its site, where it does so in few words."""
    given = (" ".join(str(v).split()) for source in _SITE_SOURCES for v in tree.xpath(source))
    return next((name for name in given if 0 < len(name) <= _LONGEST_SITE), None)


def _title(title: str | None, site: str | None) -> str | None:
    """The title without the name of the site at its end or start."""
    words = " ".join((title or "").split())
    parts = _TITLE_BAR.split(words)
    if site and len(parts) > 1:
        if parts[-1].casefold() == site.casefold():
            return words[: -len(parts[-1])].rstrip(" |-–—·•:»") or None
        if parts[0].casefold() == site.casefold():
            return words[len(parts[0]) :].lstrip(" |-–—·•:»") or None
    return words or None
