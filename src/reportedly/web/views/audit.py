"""The audit desk: sampled articles with our records hidden, and reports that a coder enters."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from reportedly.audit import sheet_of
from reportedly.audit.codes import STATUSES
from reportedly.audit.sheet import COLUMNS, KINDS
from reportedly.errors import OptionError
from reportedly.filters import TYPES
from reportedly.records import Coding, SampledArticle
from reportedly.web.filters import Query
from reportedly.web.library import Library
from reportedly.web.views.article import article_text
from reportedly.web.views.lists import no_such
from reportedly.web.views.review import pseudonym_of

FIELDS = tuple(name for name in COLUMNS if name not in {"article", "report"})
"""Columns of a coding sheet that the desk asks for."""

_MOST_WORDS = 4000
_LONGEST = 86_400.0  # seconds; a page that was left open over night tells no working time


def audit_page(library: Library, query: Query) -> dict[str, Any]:
    """The articles of a sample in the order of coding, with what this coder finished.

    Raises:
        OptionError: if there is no such sample.
    """
    number = _number(library, query.get("sample"))
    if number is None:
        return {"sample": None, "total": 0, "done": 0, "rows": [], **_WORDS}
    by = query.get("by") or ""
    sample = library.collection.audits.sample(number)
    mine: dict[str, list[str]] = {}
    for _, coding in library.collection.audits.codings(number, by):
        mine.setdefault(coding.article_id, []).append(coding.kind)
    known = library.articles([one.article_id for one in sample.articles])
    rows = [
        {
            "id": one.article_id,
            "title": known[one.article_id]["title"],
            "outlet": known[one.article_id]["outlet"],
            "published": known[one.article_id]["published"],
            "reports": mine.get(one.article_id, []).count("report"),
            "done": "done" in mine.get(one.article_id, []),
        }
        for one in sample.articles
        if one.article_id in known
    ]
    done = sum(row["done"] for row in rows)
    return {"sample": number, "total": len(rows), "done": done, "rows": rows, **_WORDS}


def audit_article(library: Library, article_id: str, query: Query) -> dict[str, Any]:
    """The text of a sampled article, bare, and what this coder entered of it.

    Raises:
        OptionError: if the sample has no such article, or its text has changed since.
    """
    number = _number(library, query.get("sample"))
    one = _sampled(library, number, article_id)
    article = library.collection.article(article_id)
    if article is None or article.text_id != one.text_id:
        raise OptionError("this article has another text now: it drops out of the sample")
    analysis = library.collection.analysis(article_id)
    codings = library.collection.audits.codings(number or 0, query.get("by") or "")
    return {
        **article_text(library, article, analysis, ()),
        "entered": [
            {"number": at, "kind": coding.kind, "cells": dict(coding.cells)}
            for at, coding in codings
            if coding.article_id == article_id
        ],
    }


def add_coding(library: Library, given: Any) -> dict[str, Any]:  # noqa: ANN401  # any JSON
    """Check what a coder sent, and keep it.

    Raises:
        OptionError: if it is no coding, in one line.
    """
    if not isinstance(given, dict) or not isinstance(given.get("cells", {}), dict):
        raise OptionError("a coding is an object with cells")
    number, article_id = given.get("sample"), given.get("article")
    if not isinstance(number, int) or not isinstance(article_id, str):
        raise OptionError("a coding names a sample and an article")
    one = _sampled(library, number, article_id)
    kind = given.get("kind")
    if kind not in {"report", "done", "undo"}:
        raise OptionError("kind is report, done or undo")
    cells = _cells(given.get("cells", {}), kind)
    coding = Coding(
        sample=number,
        article_id=article_id,
        text_id=one.text_id,
        by=pseudonym_of(given.get("by")),
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        kind=kind,
        cells=cells,
        seconds=_seconds(given.get("seconds")),
    )
    return {"number": library.collection.audits.add_coding(coding)}


def _seconds(given: object) -> float | None:
    if isinstance(given, int | float) and 0 <= given <= _LONGEST:
        return round(float(given), 1)
    return None


def _cells(given: dict[Any, Any], kind: str) -> tuple[tuple[str, str], ...]:
    known = {"report": frozenset(FIELDS), "undo": frozenset({"number"})}.get(kind, frozenset())
    cells = []
    for name, value in given.items():
        if name not in known:
            raise OptionError(f"no field {str(name)[:40]!r}")
        if not isinstance(value, str) or len(value) > _MOST_WORDS:
            raise OptionError(f"{name} is text of at most {_MOST_WORDS} characters")
        if value.strip():
            cells.append((name, value.strip()))
    if kind == "report":
        faults = sheet_of([{"article": "a", **dict(cells)}], "this report").faults
        if faults:
            raise OptionError(faults[0].partition(": ")[2])
    return tuple(cells)


def _number(library: Library, given: str | None) -> int | None:
    if given is None:
        return library.collection.audits.latest()
    if not given.isdigit():
        raise OptionError(f"a sample is a number, not {given[:20]!r}")
    return int(given)


def _sampled(library: Library, number: int | None, article_id: str) -> SampledArticle:
    members = library.collection.audits.sample(number).articles if number else ()
    for one in members:
        if one.article_id == article_id:
            return one
    raise no_such("article of this sample", article_id)


_WORDS: dict[str, Any] = {
    "types": list(TYPES),
    "statuses": list(STATUSES),
    "numbers": list(KINDS),
}
