"""Rows and text files → drafts."""

from __future__ import annotations

import json
import re

from reportedly.extract.draft import KNOWN_KEYS, Draft, draft_of_fields
from reportedly.ingest.encodings import decode

_HEADER_LINE = re.compile(r"([A-Za-z][A-Za-z _-]{0,30}?)[ \t]*:[ \t]*(.*)")
_LINE_END = re.compile(r"\r\n|\n|\r")


def draft_of_row(content: bytes) -> Draft:
    """The draft of a row (one JSON object).

    Raises:
        ValueError: if the bytes are no JSON object with a text.
    """
    row = json.loads(content)
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise ValueError("row without text")
    fields = {key.strip().lower(): value for key, value in row.items()}
    return draft_of_fields(row["text"], fields)


def draft_of_text(content: bytes) -> Draft:
    """The draft of a text file; the raw text begins below its header block, if it has one.

    Raises:
        ValueError: if the bytes are no text.
    """
    text = decode(content)
    if text is None:
        raise ValueError("unreadable encoding")
    text = text.removeprefix("\ufeff")
    fields, body = header_block(text)
    return draft_of_fields(text[body:], fields)


def header_block(text: str) -> tuple[dict[str, str], int]:
    """The fields of a header block and where the text below it begins; none gives ({}, 0).

    A header block is at the very top, holds nothing but `Name: value` lines of which the first
    and at least half have a known name, and ends with an empty line or with the file.
    """
    fields: dict[str, str] = {}
    known = lines = at = 0
    while at < len(text):
        end = _LINE_END.search(text, at)
        line = text[at : end.start() if end else len(text)]
        below = end.end() if end else len(text)
        if not line.strip():
            at = below
            break
        match = _HEADER_LINE.fullmatch(line)
        name = match[1].strip().lower() if match else ""
        if match is None or (not lines and name not in KNOWN_KEYS):
            return {}, 0
        fields.setdefault(name, match[2].strip())
        known += name in KNOWN_KEYS
        lines += 1
        at = below
    return (fields, at) if lines and known * 2 >= lines else ({}, 0)
