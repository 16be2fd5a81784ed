"""Items of saved RSS and Atom feeds as rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree
from lxml import html as lxml_html

from reportedly.ingest.outcomes import Outcome, Skipped, problem, row_outcome, too_large
from reportedly.ingest.streams import Opened, read_limited

# column of the row → element names that may give it, best first
_FIELDS = {
    "id": ("guid", "id"),
    "title": ("title",),
    "published": ("pubDate", "published", "date", "issued", "updated"),
    "byline": ("creator", "author"),
    "text": ("encoded", "content", "description", "summary"),
}
_BLOCKS = frozenset(
    ("p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote",
     "tr", "table", "section", "article", "figure", "figcaption", "hr")
)  # fmt: skip
_LEFT_OUT = frozenset(("script", "style", "iframe", "img", "noscript", "template"))
# the comment by which a feed says that its texts are made up for testing
_MADE_UP = re.compile(rb"<!--\s*invented:", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:[a-z]+|#\d+);")


def read_feed(opened: Opened, limit: int) -> Iterator[Outcome]:
    """The items of a feed, each a row with `id`, `url`, `title`, `published`, `text`, `site`."""
    content = read_limited(opened.stream, limit)
    if content is None:
        yield problem(opened.source, too_large(limit))
        return
    # no entities, no network: a feed is data of strangers
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        yield problem(opened.source, f"broken XML: {error}")
        return
    if root is None:
        yield problem(opened.source, "broken XML")
        return
    if _local(root) not in ("rss", "feed", "RDF"):
        yield Skipped(source=opened.source, reason="XML that is no feed")
        return
    channel = next((e for e in root.iter() if _local(e) in ("channel", "feed")), root)
    items = [element for element in root.iter() if _local(element) in ("item", "entry")]
    if not items:
        yield problem(opened.source, "feed without items")
    made_up = {"invented": "yes"} if _MADE_UP.search(content) else {}
    for number, item in enumerate(items, start=1):
        yield row_outcome(_row(item, channel) | made_up, opened.source, number, limit)


def _row(item: Any, channel: Any) -> dict[str, str]:  # noqa: ANN401  # lxml elements
    row: dict[str, str] = {}
    for column, names in _FIELDS.items():
        value = next((v for name in names if (v := _value(item, name))), None)
        if value:
            row[column] = as_text(value) if column in ("text", "title") else value
    url = _link(item)
    if url:
        row["url"] = url
    site = _value(item, "source") or _value(channel, "title")
    if site:
        row["site"] = as_text(site)
    language = _value(channel, "language")
    if language:
        row["language"] = language
    return row


def _local(element: Any) -> str:  # noqa: ANN401
    """The name of an element without its namespace, '' for comments."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _value(parent: Any, name: str) -> str | None:  # noqa: ANN401
    """The text of the first child of that name; inline XHTML is given back as markup."""
    for child in parent:
        if _local(child) == name:
            if len(child):
                parts = [child.text or "", *(etree.tostring(e, encoding="unicode") for e in child)]
                if _local(child[0]) in ("name", "title"):  # Atom's author and source
                    return str(child[0].text or "").strip() or None
                return "".join(parts).strip() or None
            return (child.text or "").strip() or None
    return None


def _link(item: Any) -> str | None:  # noqa: ANN401
    """The address of an item: RSS gives it as text, Atom as href."""
    for child in item:
        if _local(child) == "link":
            if child.get("href"):
                if child.get("rel") in (None, "alternate"):
                    return str(child.get("href")).strip()
            elif (child.text or "").strip():
                return str(child.text).strip()
    return None


def as_text(value: str) -> str:
    """Plain text of a feed's value: markup out, paragraphs on lines of their own."""
    if not _TAG.search(value):
        return value
    try:
        root = lxml_html.fragment_fromstring(value, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return value
    pieces: list[str] = []
    _gather(root, pieces)
    lines = (" ".join(line.split(" ")).strip() for line in "".join(pieces).split("\n"))
    return "\n\n".join(line for line in lines if line)


def _gather(root: Any, pieces: list[str]) -> None:  # noqa: ANN401
    """Text of an element in order, a line break around each block (without recursion)."""
    for event, element in etree.iterwalk(root, events=("start", "end")):
        left_out = not isinstance(element.tag, str) or element.tag in _LEFT_OUT
        block = element.tag in _BLOCKS
        if event == "start":
            inside = any(a.tag in _LEFT_OUT for a in element.iterancestors())
            if block:
                pieces.append("\n")
            if element.text and not left_out and not inside:
                pieces.append(element.text.replace("\n", " "))
        else:
            if block:
                pieces.append("\n")
            if element.tail and element is not root:
                pieces.append(element.tail.replace("\n", " "))
