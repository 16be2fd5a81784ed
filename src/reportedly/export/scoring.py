"""The scoring export: reports, quotes, claims, events and echoes as plain JSON.

The schema is that of the invented sample corpus (docs/formats/scoring.md). Names that other
tools use stand here: our `recipient` is their target, `killed` is their dead.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from reportedly.export.options import Options, Written
from reportedly.export.output import Output
from reportedly.export.told import Reader
from reportedly.records import (
    Actor,
    Analysis,
    Article,
    Attribution,
    Campaign,
    Claim,
    Count,
    Echo,
    Event,
    Evidence,
    Found,
    Place,
    Quote,
    Report,
)

_COUNT_WORDS = {"killed": "dead"}
_NAMED = ":name"  # one whom a name tells of ("police arrested Ana Roa") is a target and no number


def scoring(
    articles: Iterable[Article],
    analyses: Mapping[str, Analysis],
    events: Sequence[Event] = (),
    campaigns: Sequence[Campaign] = (),
    echoes: Sequence[Echo] = (),
) -> dict[str, Any]:
    """One JSON object with all that was found; `analyses` by article id.

    Articles go by the id of their input where it gave one, reports and events by our ids.
    """
    rows, names = [], {}
    for article in articles:
        analysis = analyses.get(article.article_id)
        names[article.article_id] = article.input_id or article.article_id
        if analysis is not None:
            rows.append(_article(article, analysis))
    return {
        "articles": rows,
        "events": [_event(event) for event in events if event.merged_into is None],
        "campaigns": [_campaign(campaign) for campaign in campaigns],
        "echoes": [
            _echo(echo, lambda key: names.get(key, key)) for echo in echoes if _joins_texts(echo)
        ],
    }


def write(reader: Reader, output: Output, options: Options) -> Written:
    """Write the object of `scoring`, a record a line; nothing in it is redacted."""
    into = output.text()
    links, written = reader.source.links, 0
    names = reader.scratch.notes()  # the ids of inputs

    def articles() -> Iterator[tuple[str, dict[str, Any]]]:
        for article, analysis, _ in reader.documents():
            names.add(article.article_id, article.input_id or article.article_id)
            yield article.article_id, _article(article, analysis)

    def keyed(rows: Iterable[dict[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
        return ((row["id"], row) for row in rows)

    standing = (event for event in links.events() if event.merged_into is None)
    if options.not_after is not None:
        standing = (told.event for told in reader.events())
    echoes = (
        _echo(echo, lambda key: next(iter(names.of(key)), key))
        for echo in links.echoes()
        if _joins_texts(echo)
    )
    parts: tuple[tuple[str, Iterator[tuple[str, dict[str, Any]]]], ...] = (
        ("articles", articles()),
        ("events", keyed(map(_event, standing))),
        ("campaigns", keyed(map(_campaign, links.campaigns()))),
        ("echoes", keyed(echoes)),
    )
    for number, (part, rows) in enumerate(parts):
        into.write(("{" if number == 0 else ",") + f'\n"{part}": [')
        separator = "\n"
        for key, row in rows:
            line = json.dumps(row, ensure_ascii=False)
            written += part == "articles"
            if output.takes(part, key, line):
                into.write(separator + line)
                separator = ",\n"
        into.write("\n]")
    into.write("\n}\n")
    return Written(written, "articles, unredacted, for evaluation")


def _campaign(campaign: Campaign) -> dict[str, Any]:
    return {"id": campaign.campaign_id, "kind": campaign.kind, "events": list(campaign.events)}


def _article(article: Article, analysis: Analysis) -> dict[str, Any]:
    shared: set[str] = set()  # a number for several reports stands at the first of them
    return {
        "id": article.input_id or article.article_id,
        "text": article.text,
        "reports": [_report(r, analysis.claims, shared) for r in analysis.reports],
        "quotes": [_quote(q) for q in analysis.quotes],
        "claims": [_claim(c) for c in analysis.claims],
    }


def _report(report: Report, claims: Sequence[Claim], shared: set[str]) -> dict[str, Any]:
    told = [c for c in report.counts if not c.made_by.endswith(_NAMED)]
    counts = [c for c in told if c.value.shared_key not in shared]
    shared |= {c.value.shared_key for c in counts if c.value.shared_key}
    blamed = [
        found
        for claim in claims
        if claim.about_report == report.report_id and claim.kind == "accusation"
        for found in claim.about
    ]
    return {
        "id": report.report_id,
        "type": report.type,
        "mode": report.mode,
        "act": report.act,
        # a threat that was made is an act of words, and in the scorer's words a threat
        "realis": "threatened" if _is_threat(report) else report.realis,
        "polarity": report.polarity,
        "retold": report.retold,
        "actors": [_actor(a) for a in report.actors],
        "alleged_actors": [_actor(a) for a in blamed],
        "targets": [_actor(a) for a in report.recipients],
        "place": _place(report.place),
        "date": _date(report),
        "counts": [_count(c) for c in counts],
        "attribution": _chain(report.attributions[0] if report.attributions else ()),
        "attributions": [_chain(chain) for chain in report.attributions],
        "evidence": _span(report.evidence),
    }


def _is_threat(report: Report) -> bool:
    return report.type == "THREATEN" and report.realis == "actual"


def _actor(found: Found[Actor]) -> dict[str, Any]:
    actor = found.value
    row: dict[str, Any] = {"name": actor.name, "sectors": list(actor.sectors)}
    if actor.relation is not None:
        row["relation"] = actor.relation.kind
    if found.asserted_by is not None:
        row["asserted_by"] = found.asserted_by
    return row


def _place(found: Found[Place] | None) -> dict[str, Any] | None:
    if found is None:
        return None
    place = found.value
    return {
        "name": place.name,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "precision": place.precision,
    }


def _date(report: Report) -> dict[str, Any] | None:
    if report.date is None or report.date.value.earliest is None:
        return None
    value = report.date.value
    start, end = value.earliest, value.latest or value.earliest
    return {"start": _day(start), "end": _day(end)}


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _count(found: Found[Count]) -> dict[str, Any]:
    count = found.value
    row: dict[str, Any] = {
        "kind": _COUNT_WORDS.get(count.kind, count.kind),
        "low": count.low,
        "high": count.high,
        "text": count.text,
    }
    if found.asserted_by is not None:
        row["asserted_by"] = found.asserted_by
    return row


def _chain(chain: Attribution) -> list[dict[str, Any]]:
    """The chain without the outlet: empty in its own voice, unless it takes something back."""
    links = [link for link in chain if link.kind != "outlet"]
    if not links and chain and chain[-1].stance != "states":
        links = list(chain)
    return [{"name": link.name, "stance": link.stance} for link in links]


def _span(*pieces: Evidence) -> dict[str, Any]:
    text = " ".join(piece.quote for piece in pieces)
    return {"start": pieces[0].start, "end": pieces[-1].end, "text": text}


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "kind": quote.kind,
        "speaker": quote.speaker,
        "medium": quote.medium,
        "content": _span(*quote.content),
        "chain": _chain(quote.chain),
    }


def _claim(claim: Claim) -> dict[str, Any]:
    chain = [link for link in claim.chain if link.kind != "outlet"]
    return {
        "kind": claim.kind,
        "content": _span(claim.content),
        "speaker": chain[-1].name if chain else None,
        "chain": [link.name for link in chain],
        "stance": chain[-1].stance if chain else "states",
        "about": [found.value.name for found in claim.about],
    }


def _event(event: Event) -> dict[str, Any]:
    counted = event.corroboration
    return {
        "id": event.event_id,
        "reports": [*event.reports, *event.denials, *event.withdrawn],
        "corroboration": {
            "reports": counted.reports,
            "texts": counted.texts,
            "origins": counted.texts,
            "voices": list(counted.voices),
            "owners": list(counted.owners),
            "sides": list(counted.sides),
            "sides_unknown": counted.sides_unknown,
        },
    }


def _joins_texts(echo: Echo) -> bool:
    """Excerpts share a passage only: their articles are no copies of each other."""
    return any(member.kind not in ("origin", "excerpt") for member in echo.members)


def _echo(echo: Echo, name_of: Callable[[str], str]) -> dict[str, Any]:
    return {
        "id": echo.echo_id,
        "origin": None if echo.origin is None else name_of(echo.origin),
        "members": [{"article": name_of(m.article_id), "kind": m.kind} for m in echo.members],
    }
