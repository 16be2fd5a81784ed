"""What kind of input a file is, by its name and its first bytes."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Literal

from reportedly.ingest.encodings import bom_encoding

Kind = Literal["html", "text", "jsonl", "json", "table", "feed", "gzip", "zip", "other"]

_BY_SUFFIX: dict[str, Kind] = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html",
    ".txt": "text", ".text": "text",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json",
    ".csv": "table", ".tsv": "table",
    ".xml": "feed", ".rss": "feed", ".atom": "feed", ".rdf": "feed",
    ".gz": "gzip", ".gzip": "gzip", ".zip": "zip",
}  # fmt: skip
_GZIP, _ZIP = b"\x1f\x8b", (b"PK\x03\x04", b"PK\x05\x06")
_PROLOGUE = re.compile(r"\A(?:\s+|<\?xml[^>]*>|<!--.*?-->)*", re.DOTALL)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
_PATH_OF_A_PAGE = re.compile(r"\.[a-z]{2,6}\Z")


def kind_of(name: str, head: bytes) -> Kind:
    """The kind of a file or archive member.

    Magic bytes decide over the name for gzip and for pages that are named otherwise; a ZIP
    counts only under its own name or none (office documents and e-books are ZIP files too).
    """
    suffix = PurePosixPath(name).suffix.lower()
    named = _BY_SUFFIX.get(suffix)
    if head.startswith(_GZIP) and (named is not None or not _is_ending(suffix)):
        return "gzip"
    if head.startswith(_ZIP):
        return "zip" if named == "zip" or not _is_ending(suffix) else "other"
    if named in ("gzip", "zip", "jsonl", "json", "table"):
        return named
    return _by_content(named, head)


def _is_ending(suffix: str) -> bool:
    """Whether a suffix is an ending like '.docx' (and not a dot inside a saved address)."""
    return _PATH_OF_A_PAGE.fullmatch(suffix) is not None


def _by_content(named: Kind | None, head: bytes) -> Kind:
    """Kind of markup and text, and of files without a known ending, by how they begin."""
    encoding = bom_encoding(head) or "latin-1"
    start = _PROLOGUE.sub("", head.decode(encoding, errors="replace").lstrip("\ufeff"), count=1)
    if head.startswith(b"\xef\xbb\xbf"):
        start = start.lstrip("ï»¿")
    if _PAGE.match(start):
        return "html"
    if _FEED.match(start):
        return "feed"
    return named or "other"


def inner_name(name: str) -> str:
    """The name of what a gzip file holds: 'page.html.gz' holds 'page.html'."""
    path = PurePosixPath(name)
    return str(path.with_suffix("")) if path.suffix.lower() in (".gz", ".gzip") else name
