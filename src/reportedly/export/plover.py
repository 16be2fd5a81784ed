"""PLOVER JSON lines: one object an event, with the fields of the PLOVER manual's JSON format."""

from __future__ import annotations

import json
from typing import Any

from reportedly.export.codes import countries, type_codes
from reportedly.export.counts import count_value, shared_numbers
from reportedly.export.fields import Field
from reportedly.export.options import Options, Written
from reportedly.export.output import Output
from reportedly.export.privacy import Privacy
from reportedly.export.told import Reader, Told, ToldEvent
from reportedly.export.words import caution_of, sources_of, status_of
from reportedly.records import Actor, Place

FIELDS = (
    Field("id", "code", "our event id"),
    Field("has_event", "object", "always true: what is no event is not written"),
    Field("date", "date", "first day; empty where none is told"),
    Field("enddate", "date", "last day"),
    Field("actor", "list", "entities: entity_text, sector, code (country), identifier_id"),
    Field("recipient", "list", "likewise"),
    Field("event", "list", "the PLOVER type"),
    Field(
        "mode",
        "list",
        "its mode; our `symbolic` has none in PLOVER and stands in `auxiliary.display`",
    ),
    Field("context", "list", "contexts, where coded"),
    Field("quad_code", "integer", "1 to 4"),
    Field("event_scale", "number", "PLOVER's score of the type and mode"),
    Field("event_text", "list", "the acts in the texts' own terms"),
    Field("event_loc", "object", "Location: resolved_place, geonameid, lat, lon, country …"),
    Field("size", "object", "dead, injured, arrested: the event's own numbers"),
    Field("text_info", "list", "article, offsets and SHA-256 of the text; no text itself"),
    Field("cite_info", "list", "url, title, language, publication"),
    Field("link", "list", "ids of campaigns"),
    Field("coder", "text", "`reportedly` with its version"),
    Field("codebook", "text", "PLOVER 0.8"),
    Field(
        "auxiliary",
        "object",
        "status, corroboration, caution, display, other_numbers, sources: ours",
    ),
)


def write(reader: Reader, output: Output, options: Options) -> Written:
    """Write one line for each typed event; untyped ones are counted as left out."""
    from reportedly.export.manifest import program

    into = output.text()
    campaigns = reader.scratch.notes()
    for campaign in reader.source.links.campaigns():
        campaigns.add_all(campaign.events, campaign.campaign_id)
    rows = untyped = 0
    for told in reader.events():
        if told.event.type is None:
            untyped += 1
            continue
        row = _row(told, campaigns.of(told.event.event_id), program(), options)
        line = json.dumps(row, ensure_ascii=False)
        if output.takes("", told.event.event_id, line):
            into.write(line + "\n")
        rows += 1
    return Written(rows, "events", {"no-type": untyped} if untyped else {})


def _row(told: ToldEvent, campaigns: list[str], coder: str, options: Options) -> dict[str, Any]:
    event, privacy = told.event, told.privacy
    assert event.type is not None
    codes = type_codes(event.type, event.mode)
    counted = event.corroboration
    return {
        "id": event.event_id,
        "has_event": True,
        "date": event.earliest.isoformat() if event.earliest else "",
        "enddate": event.latest.isoformat() if event.latest else "",
        "actor": [_entity(actor, privacy) for actor in event.actors],
        "recipient": [_entity(actor, privacy) for actor in event.recipients],
        "event": [event.type],
        "mode": [event.mode] if event.mode and event.mode != "symbolic" else [],
        "context": sorted({c for one in told.reports for c in one.report.contexts}),
        "quad_code": codes.quad,
        "event_scale": codes.score,
        "event_text": list(
            dict.fromkeys(one.privacy.words(one.report.act) for one in told.reports)
        ),
        "event_loc": _location(event.place, privacy),
        "size": {
            "dead": count_value(event.counts, "killed"),
            "injured": count_value(event.counts, "injured"),
            "arrested": count_value(event.counts, "arrested"),
        },
        "text_info": [_text(one, options) for one in (*told.reports, *told.denials)],
        "cite_info": [_citation(one) for one in told.reports],
        "link": campaigns,
        "coder": coder,
        "codebook": "PLOVER 0.8",
        "auxiliary": {
            "status": status_of(told),
            "reports": counted.reports,
            "texts": counted.texts,
            "voices": len(counted.voices),
            "sides": list(counted.sides),
            "denials": len(event.denials),
            "caution": caution_of(counted),
            "display": "symbolic" if event.mode == "symbolic" else "",
            "other_numbers": list(shared_numbers(event.counts)),
            "sources": sources_of(told.reports),
        },
    }


def _entity(actor: Actor, privacy: Privacy) -> dict[str, str]:
    """PLOVER's fields of a person's religion, ethnicity, gender and age are never filled."""
    country = countries().get(actor.country or "")
    return {
        "entity_text": privacy.actor(actor),
        "code": country.iso3 if country else "",
        "sector": actor.sectors[0] if actor.sectors else "UNK",
        "identifier_id": actor.registry_id or "",
    }


def _location(place: Place | None, privacy: Privacy) -> dict[str, Any] | None:
    shown = privacy.place(place) if place else None
    if shown is None:
        return None
    country = countries().get(shown.country or "")
    return {
        "resolved_place": shown.name,
        "geonameid": shown.gazetteer_id or "",
        "lat": shown.lat,
        "lon": shown.lon,
        "city": shown.name if shown.precision == "town" else "",
        "province": shown.admin1 or "",
        "country": country.name if country else "",
        "country_code": country.iso3 if country else "",
        "feature_class": shown.feature_class or "",
        "resolution": shown.precision,
    }


def _text(one: Told, options: Options) -> dict[str, Any]:
    span = one.report.evidence
    row: dict[str, Any] = {
        "article": one.article.article_id,
        "start": span.start,
        "end": span.end,
        "sha256": span.text_id,
        "stance": one.report.stance,
    }
    if options.with_texts and options.restricted:
        row["text_story"] = one.article.text
    return row


def _citation(one: Told) -> dict[str, str]:
    article = one.article
    return {
        "url": one.privacy.address(article.url) or "",
        "title": one.privacy.title(article.title or ""),
        "language": article.language or "",
        "publication": article.outlet or "",
    }
