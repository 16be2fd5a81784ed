"""What kind of input a file is, by its name and its first bytes."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Literal

from reportedly.ingest.encodings import bom_encoding

Kind = Literal[
    "html",
    "text",
    "jsonl",
    "json",
    "table",
    "feed",
    "gzip",
    "zstd",
    "zip",
    "warc",
    "parquet",
    "other",
]

_BY_SUFFIX: dict[str, Kind] = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html",
    ".txt": "text", ".text": "text",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json",
    ".csv": "table", ".tsv": "table",
    ".xml": "feed", ".rss": "feed", ".atom": "feed", ".rdf": "feed",
    ".gz": "gzip", ".gzip": "gzip", ".zst": "zstd", ".zstd": "zstd", ".zip": "zip",
    ".warc": "warc", ".wet": "warc", ".parquet": "parquet",
}  # fmt: skip
_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"\x1f\x8b", "gzip"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"WARC/", "warc"),
    (b"PAR1", "parquet"),
)
_BY_NAME = frozenset(("gzip", "zstd", "zip", "warc", "parquet", "jsonl", "json", "table"))
_COMPRESSED = (".gz", ".gzip", ".zst", ".zstd")
_PROLOGUE = re.compile(r"\A(?:\s+|<\?xml[^>]*>|<!--.*?-->)*", re.DOTALL)
_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
_PATH_OF_A_PAGE = re.compile(r"\.[a-z]{2,6}\Z")


def kind_of(name: str, head: bytes) -> Kind:
    """The kind of a file or archive member.

    Magic bytes decide over the name for containers and for pages that are named otherwise; a ZIP
    counts only under its own name or none (office documents and e-books are ZIP files too).
    """
    suffix = PurePosixPath(name).suffix.lower()
    named = _BY_SUFFIX.get(suffix)
    container = _container(named, head, is_ending=_is_ending(suffix))
    if container is not None:
        return container
    if named in _BY_NAME:
        return named
    return _by_content(named, head)


def _container(named: Kind | None, head: bytes, *, is_ending: bool) -> Kind | None:
    """The kind that a file's first bytes tell, whatever is inside; None where they tell none."""
    kind = next((kind for magic, kind in _MAGIC if head.startswith(magic)), None)
    if kind == "zip":
        return "zip" if named == "zip" or not is_ending else "other"
    if kind in ("gzip", "zstd"):
        return kind if named is not None or not is_ending else None
    return kind


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
    """The name of what a compressed file holds: 'page.html.gz' holds 'page.html'."""
    path = PurePosixPath(name)
    return str(path.with_suffix("")) if path.suffix.lower() in _COMPRESSED else name
