"""One text read on its own, without a collection, and how it shows itself in a notebook."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from reportedly.analysis import Resources, analyse_article
from reportedly.codec import encode, encode_analysis
from reportedly.errors import InputError
from reportedly.extract import ExtractResources, extract, load_extract_resources
from reportedly.filters import day_of
from reportedly.find.events.trace import Trace
from reportedly.ingest.outcomes import row_outcome
from reportedly.marks import as_html, marks_of
from reportedly.records import Analysis, Article, Claim, Problem, Quote, RawDocument, Report
from reportedly.resources import load_resources
from reportedly.why import why_data, why_lines


@dataclass(frozen=True, slots=True)
class AnalysedText:
    """An article with its analysis; a notebook shows it with the spans marked."""

    article: Article
    analysis: Analysis
    only: tuple[str, ...] = ()  # the kinds of spans that are marked, all when empty
    trace: Trace | None = None  # why the reports are what they are, where it was asked for

    @property
    def reports(self) -> tuple[Report, ...]:
        """What the text reports."""
        return self.analysis.reports

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Words given as somebody's."""
        return self.analysis.quotes

    @property
    def claims(self) -> tuple[Claim, ...]:
        """What somebody asserts about somebody, beside the reports."""
        return self.analysis.claims

    @property
    def why(self) -> str:
        """Why each report was made, and what was left out; empty where it was not asked for."""
        return "" if self.trace is None else "\n".join(why_lines(self.analysis, self.trace))

    def to_json(self) -> str:
        """The public JSON format of an analysis (docs/formats/analysis.md), with the article."""
        data = {"article": encode(self.article), "analysis": encode_analysis(self.analysis)}
        if self.trace is not None:
            data["why"] = why_data(self.analysis, self.trace)
        return json.dumps(data, ensure_ascii=False)

    def _repr_html_(self) -> str:
        return as_html(self.article.text, marks_of(self.analysis, self.only))


def analyse_text(
    text: str,
    *,
    published: date | str | None = None,
    outlet: str | None = None,
    only: Sequence[str] = (),
    parser: str | None = None,
    gazetteers: Sequence[Path] = (),
    why: bool = False,
    **facts: str | None,
) -> AnalysedText:
    """Read one text.

    Args:
        text: the words of one article.
        published: its day, as a date or YYYY-MM-DD; without it relative dates stay open.
        outlet: who published it.
        only: what to mark: 'places', 'dates', 'quotes', 'events', 'claims'.
        gazetteers: the user's files of places (docs/formats/gazetteer.md).
        why: take down why each report was made and what was left out (docs/why.md).
        facts: further columns of an input row: `title`, `url`, `side`, `language`, `byline`.

    Raises:
        InputError: if the text is empty or cannot be read.
        OptionError: if `published` is no day, the parser is not installed, or a file of places
            breaks its format.
    """
    day = day_of(published, "published")
    row: dict[str, Any] = {"text": text, "outlet": outlet, **facts}
    if day is not None:
        row["published"] = day.isoformat()
    given = row_outcome({k: v for k, v in row.items() if v is not None}, "text", 1, 10**9)
    article = given if isinstance(given, Problem) else extract(given, loaded_extraction())
    if isinstance(article, Problem):
        raise InputError(article.reason)
    trace = Trace() if why else None
    analysis = analyse_article(article, loaded_resources(parser, tuple(gazetteers)), trace)
    return AnalysedText(article=article, analysis=analysis, only=tuple(only), trace=trace)


def analyse_row(
    raw: RawDocument, parser: str | None = None, gazetteers: Sequence[Path] = ()
) -> AnalysedText | Problem:
    """Read one input row; a row that cannot be read is a problem."""
    article = extract(raw, loaded_extraction())
    if isinstance(article, Problem):
        return article
    analysis = analyse_article(article, loaded_resources(parser, tuple(gazetteers)))
    return AnalysedText(article=article, analysis=analysis)


@lru_cache(maxsize=2)
def loaded_resources(parser: str | None, gazetteers: tuple[Path, ...] = ()) -> Resources:
    """What the stages need, loaded once a process."""
    return load_resources(parser, gazetteers)


@lru_cache(maxsize=1)
def loaded_extraction() -> ExtractResources:
    """What extraction needs, loaded once a process."""
    return load_extract_resources()
