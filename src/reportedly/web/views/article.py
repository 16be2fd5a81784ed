"""One article: its text in pieces with all spans by layer, what was found in it, its copies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from reportedly.export.redaction import shown_report
from reportedly.marks import marks_of
from reportedly.records import Analysis, Article, Event
from reportedly.web.library import Library
from reportedly.web.projection import short
from reportedly.web.segments import Span, segments
from reportedly.web.views.event import standing
from reportedly.web.views.lists import no_such
from reportedly.web.views.reports import report_head, report_spans, report_values

_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "ckb", "ug", "yi", "sd"})
LAYERS = ("event", "denial", "quote", "claim", "place", "date")


def article_page(library: Library, article_id: str) -> dict[str, Any]:
    """An article with all layers of spans.

    Raises:
        OptionError: if there is no such article.
    """
    article, analysis = _document(library, article_id)
    privacy = library.privacy(article, analysis)
    spans = [
        Span(mark.start, mark.end, mark.kind, privacy.words(mark.label), f"{mark.kind}:{number}")
        for number, mark in enumerate(marks_of(analysis) if analysis else ())
    ]
    reports = analysis.reports if analysis else ()
    spans += [replace(span, layer="report") for one in reports for span in report_spans(one)]
    links = library.collection.links
    return {
        **article_text(library, article, analysis, spans),
        "layers": [
            (layer, sum(1 for span in spans if span.layer == layer)) for layer in LAYERS
        ],
        "reports": [
            {
                **report_head(shown := shown_report(report, privacy), article),
                "values": report_values(shown),
                "events": links.events_of_report(report.report_id),
            }
            for report in reports
        ],
        "quotes": len(analysis.quotes) if analysis else 0,
        "claims": len(analysis.claims) if analysis else 0,
        "echoes": links.echoes_of_article(article.article_id),
        "raw_id": article.raw_id,
        "text_id": article.text_id,
        "analyser": analysis.analyser if analysis else None,
        "missing": list(analysis.missing) if analysis else [],
        "problems": [
            {"stage": one.stage, "reason": one.reason}
            for one in (analysis.problems if analysis else ())
        ],
        "furniture": [
            {"text": short(privacy.title(cut.text), 160), "reason": cut.reason}
            for cut in article.furniture
        ],
    }  # fmt: skip


def article_of_event(library: Library, article_id: str, event_id: str) -> dict[str, Any]:
    """An article with only the passages that give the values of one event."""
    article, analysis = _document(library, article_id)
    event: Event = standing(library, event_id)
    keys = {*event.reports, *event.denials, *event.withdrawn}
    spans: list[Span] = []
    for report in analysis.reports if analysis else ():
        if report.report_id in keys:
            spans += report_spans(report)
    return article_text(library, article, analysis, spans)


def _document(library: Library, article_id: str) -> tuple[Article, Analysis | None]:
    article = library.collection.article(article_id)
    if article is None:
        raise no_such("article", article_id)
    return article, library.collection.analysis(article_id)


def article_text(
    library: Library, article: Article, analysis: Analysis | None, spans: Sequence[Span]
) -> dict[str, Any]:
    """An article's row and its text in pieces, with these spans and no others."""
    privacy = library.privacy(article, analysis)
    rows = library.articles([article.article_id])
    return {
        "article": rows.get(article.article_id, {"id": article.article_id}),
        "direction": "rtl" if article.language in _RIGHT_TO_LEFT else "ltr",
        "language": article.language or "und",
        "spans": [span_row(span) for span in spans],
        "segments": segments(article, spans, privacy),
    }


def span_row(span: Span) -> dict[str, str]:
    """A span without its offsets."""
    return {"layer": span.layer, "label": span.label, "key": span.key}
