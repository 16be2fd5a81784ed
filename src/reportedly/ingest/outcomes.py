"""What becomes of an input: a raw document, a problem, or nothing because it is no article."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from reportedly.records import Problem, RawDocument

MAX_DOCUMENT_BYTES = 20_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A file that is no article (an image, a note): ignored and counted, not a problem."""

    source: str
    reason: str
    position: int | None = None  # of a record, where the source holds several


Outcome = RawDocument | Problem | Skipped


def problem(
    source: str, reason: str, *, position: int | None = None, input_id: str | None = None
) -> Problem:
    """A problem of this stage, its reason kept to one line."""
    line = " ".join(reason.split())[:300]
    return Problem(source=source, position=position, stage="ingest", reason=line, input_id=input_id)


def document(content: bytes, media: Literal["html", "text"], source: str) -> RawDocument:
    """The raw document of a page or text file."""
    raw_id = hashlib.sha256(content).hexdigest()
    return RawDocument(raw_id=raw_id, content=content, media=media, source=source)


def row_outcome(row: object, source: str, position: int, limit: int) -> RawDocument | Problem:
    """The raw document of one row: its canonical JSON (sorted keys, ASCII only)."""
    if not isinstance(row, Mapping):
        return problem(source, "not a row: a JSON object is needed", position=position)
    input_id = row.get("id")
    shown_id = str(input_id) if isinstance(input_id, str | int) else None
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        keys = ", ".join(sorted(str(key) for key in row)[:12])
        reason = f"row without text (columns: {keys})"
        return problem(source, reason, position=position, input_id=shown_id)
    # ASCII escapes keep lone surrogates, which UTF-8 cannot hold
    content = json.dumps(row, sort_keys=True, separators=(",", ":")).encode("ascii")
    if len(content) > limit:
        reason = too_large(limit)
        return problem(source, reason, position=position, input_id=shown_id)
    return RawDocument(
        raw_id=hashlib.sha256(content).hexdigest(),
        content=content,
        media="row",
        source=source,
        position=position,
    )


def too_large(limit: int) -> str:
    """The reason given for an input above the size limit."""
    return f"too large: more than {limit / 1_000_000:g} MB"
