"""Invented articles with a report each, as a run would give them."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import Any

from reportedly.records import (
    Analysis,
    Article,
    Claim,
    Corroboration,
    Event,
    Evidence,
    Found,
    Link,
    Place,
    PlaceMention,
    Quote,
    RawDocument,
    Report,
)
from reportedly.run import Outcome


def sha(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()


def analysis_of(article: Article, analyser: str = "test 1", trigger: str = "marched") -> Analysis:
    """One report, quote, claim and place, wherever `marched` and `Belt` stand."""

    def passage(words: str) -> Evidence:
        start = article.text.index(words)
        return Evidence(text_id=article.text_id, start=start, end=start + len(words), quote=words)

    chain = (Link(name=article.outlet or "outlet", kind="outlet", stance="states"),)
    place = Place(name="Belt", gazetteer_id="77", country="XX")
    report = Report(
        report_id=sha(article.article_id + article.text_id + trigger),
        article_id=article.article_id,
        type="PROTEST",
        mode="demo",
        act="march",
        trigger=passage(trigger),
        evidence=passage(trigger),
        realis="actual",
        polarity="positive",
        retold=False,
        attributions=(chain,),
        place=Found(value=place, evidence=passage("Belt"), made_by="test"),
        made_by="test",
    )
    quote = Quote(
        quote_id="q1",
        kind="indirect",
        content=(passage("marched"),),
        chain=chain,
        speaker="a clerk",
        speaker_evidence=None,
        cue=None,
        medium=None,
        made_by="test",
    )
    claim = Claim(
        claim_id="c" + article.text_id[:8],
        kind="statement",
        content=passage("marched"),
        chain=chain,
        about=(),
        made_by="test",
    )
    mention = PlaceMention(
        evidence=passage("Belt"),
        place=place,
        kind="toponym",
        use="location",
        confidence=None,
        made_by="test",
    )
    return Analysis(
        analyser=analyser,
        article_id=article.article_id,
        text_id=article.text_id,
        places=(mention,),
        quotes=(quote,),
        reports=(report,),
        claims=(claim,),
    )


def outcome(
    text: str,
    *,
    url: str | None = None,
    outlet: str | None = "The Test Herald",
    published: date | None = None,
    retrieved: str | None = None,
    source: str | None = None,
    markup: str = "",
) -> Outcome:
    """An article as a run would give it; `markup` changes its bytes and not its text."""
    text_id = sha(text)
    content = f"{markup}{json.dumps([url, outlet, str(published), retrieved])}\n{text}".encode()
    raw_id = hashlib.sha256(content).hexdigest()
    article = Article(
        article_id=sha(url or f"{outlet} {text_id}"),
        raw_id=raw_id,
        text_id=text_id,
        text=text,
        url=url,
        outlet=outlet,
        title="Märchen of Belt",
        published=published,
        retrieved=retrieved,
    )
    document = RawDocument(
        raw_id=raw_id, content=content, media="html", source=source or f"{raw_id[:6]}.html"
    )
    return Outcome(raw=document, article=article, analysis=analysis_of(article))


def event_of(*reports: str, event_id: str = "v1", **more: Any) -> Event:
    """An event of these reports."""
    facts: dict[str, Any] = {
        "denials": (),
        "withdrawn": (),
        "type": "PROTEST",
        "mode": "demo",
        "realis": "actual",
        "polarity": "positive",
        "retold": False,
        "actors": (),
        "alleged_actors": (),
        "recipients": (),
        "place": Place(name="Belt", country="XX"),
        "earliest": date(2021, 3, 1),
        "latest": date(2021, 3, 1),
        "counts": (),
        "corroboration": Corroboration(
            reports=len(reports), texts=1, voices=("a",), owners=(), sides=()
        ),
        "contradictions": (),
        "rule": "first",
    }
    return Event(event_id=event_id, reports=reports, **{**facts, **more})
