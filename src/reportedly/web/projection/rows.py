"""Rows of the projection, made of records; pure functions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from reportedly.export.privacy import Names, Open, Privacy, Redacted
from reportedly.export.redaction import (
    EventNames,
    renamed_by,
    shown_claim,
    shown_event,
    shown_quote,
    shown_report,
)
from reportedly.export.words import caution_of
from reportedly.records import Analysis, Article, Claim, Event, Quote, Report
from reportedly.tables import Row, claim_row, event_rows, quote_row, report_row

UNKNOWN_OUTLET, UNKNOWN_SIDE, ANONYMOUS = "unknown outlet", "unknown", "anonymous"
_PASSAGE = 280  # characters of the passage that a list shows


@dataclass(frozen=True, slots=True)
class Teller:
    """What the projection keeps of a report: enough to show the event that it tells."""

    outlet: str
    side: str
    published: str | None
    article_id: str
    passage: str
    words: str
    renamed: Mapping[str, str]
    private: tuple[str, ...]  # names to hide
    blind: bool


def privacy_of(article: Article, analysis: Analysis, restricted: bool) -> Privacy:
    """How names of an article appear."""
    return Open() if restricted else Redacted(article, analysis)


def hidden_of(privacy: Privacy) -> dict[str, Any]:
    """The private names of an article, to be hidden where the article is not at hand."""
    if isinstance(privacy, Names):
        return {"private": list(privacy.private), "blind": privacy.blind}
    return {"private": [], "blind": False}


def article_row(article: Article, privacy: Privacy) -> Row:
    """An article without its text."""
    return {
        "id": article.article_id,
        "input_id": article.input_id,
        "title": privacy.title(article.title or "") or None,
        "outlet": article.outlet or UNKNOWN_OUTLET,
        "outlet_basis": article.outlet_basis,
        "side": article.side or UNKNOWN_SIDE,
        "side_basis": article.side_basis,
        "owner": article.owner,
        "published": article.published.isoformat() if article.published else None,
        "published_basis": article.published_basis,
        "language": article.language,
        "credit": article.credit,
        "url": article.url if (article.url or "").startswith(("https://", "http://")) else None,
        "invented": article.invented,
    }


def teller_row(report: Report, article: Article, privacy: Privacy) -> Row:
    """What the projection keeps of a report."""
    shown = shown_report(report, privacy)
    row = report_row(shown, article)
    people = " ".join([*row["actors"], *row["recipients"], *row["according_to"]])
    return {
        "passage": short(shown.evidence.quote),
        "words": f"{shown.act} {shown.evidence.quote} {people} {row['place']}",
        "renamed": renamed_by(report, privacy) if not isinstance(privacy, Open) else {},
    }


def said_quote(quote: Quote, article: Article, privacy: Privacy) -> Row:
    """A quote for the tables."""
    shown = shown_quote(quote, privacy)
    row = quote_row(shown, article)
    stance = shown.chain[-1].stance if shown.chain else "states"
    return {**row, **_of(article), "speaker": row["speaker"] or ANONYMOUS, "stance": stance}


def said_claim(claim: Claim, article: Article, privacy: Privacy) -> Row:
    """A claim for the tables."""
    shown = shown_claim(claim, privacy)
    row = claim_row(shown, article)
    speaker = shown.chain[-1].name if shown.chain else ANONYMOUS
    denied = bool(shown.chain) and shown.chain[-1].stance == "denies"
    return {**row, **_of(article), "speaker": speaker, "denied": denied}


def denied_act(report: Report, article: Article, privacy: Privacy) -> Row:
    """A denial for the tables; that nobody asserts the act is told by `about_report`."""
    shown = shown_report(report, privacy)
    row = report_row(shown, article)
    return {
        "id": report.report_id,
        "kind": "denial",
        "polarity": report.polarity,
        "mode": None,
        "time": None,
        "denied": True,
        "about": [*row["actors"], *row["recipients"]],
        "content": row["quote"],
        "according_to": row["according_to"][0],
        "start": row["start"],
        "end": row["end"],
        "about_report": report.report_id,
        "article": row["article"],
        **_of(article),
        "speaker": shown.attributions[0][-1].name,
    }


def event_row(event: Event, tellers: Mapping[str, Teller], restricted: bool) -> tuple[Row, str]:
    """An event for lists, and the words by which it is found.

    Args:
        event: one that stands (not merged into another).
        tellers: its reports by id.
        restricted: whether private names are shown.
    """
    told = [tellers[r] for r in (*event.reports, *event.denials) if r in tellers]
    shown = shown_event(event, None if restricted else names_of(told))
    (row,) = event_rows([shown])
    place = shown.place
    asserting = [tellers[r] for r in event.reports if r in tellers]
    row |= {
        "realis": event.realis,
        "polarity": event.polarity,
        "retold": event.retold,
        "place_name": place.name if place else None,
        "country": place.country if place else None,
        "province": place.admin1 if place else None,
        "precision": place.precision if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "caution": caution_of(event.corroboration),
        "outlets": sorted({one.outlet for one in asserting}),
        "contradictions": [
            {"field": one.field, "values": [[value, list(ids)] for value, ids in one.values]}
            for one in shown.contradictions
        ],
        "disagrees": sorted({one.field for one in event.contradictions}),
        "passage": asserting[0].passage if asserting else "",
        "article": asserting[0].article_id if asserting else None,
    }
    return row, " ".join(one.words for one in told)


def names_of(told: Iterable[Teller]) -> EventNames:
    """How names of an event appear that these reports tell."""
    private: set[str] = set()
    renamed: dict[str, str] = {}
    blind = False
    for one in told:
        private.update(one.private)
        renamed.update(one.renamed)
        blind |= one.blind
    return EventNames(Names(private, blind=blind), renamed)


def short(words: str, longest: int = _PASSAGE) -> str:
    """A passage on one line, cut at its end where it is long."""
    line = " ".join(words.split())
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def _of(article: Article) -> Row:
    return {
        "article_id": article.article_id,
        "outlet": article.outlet or UNKNOWN_OUTLET,
        "side": article.side or UNKNOWN_SIDE,
        "published": article.published.isoformat() if article.published else None,
    }
