"""GeoJSON (RFC 7946): a point for each event whose place has one.

The others stand in `PATH.unplaced.csv`.
"""

from __future__ import annotations

import json
from typing import Any

from reportedly.export.counts import count_value, shared_numbers
from reportedly.export.fields import Field
from reportedly.export.files import joined
from reportedly.export.options import Options, Written
from reportedly.export.output import Output
from reportedly.export.told import Reader, ToldEvent
from reportedly.export.words import caution_of, note_of, sources_of, status_of
from reportedly.records import Place

FIELDS = (
    Field("id", "code", "our event id"),
    Field("type", "code", "PLOVER type, null where it has none"),
    Field("mode", "code", "PLOVER mode"),
    Field("status", "text", "actual, threatened, retold …"),
    Field("date_start", "date", "first day"),
    Field("date_end", "date", "last day"),
    Field("place", "text", "place, never finer than a town by default"),
    Field(
        "precision",
        "code",
        "town, district, province, country or region: how far the point may be off",
    ),
    Field("country", "code", "ISO 3166-1 alpha-2"),
    Field("gazetteer_id", "code", "GeoNames id, or `region:…`"),
    Field("actors", "text", "actors, several by semicolon"),
    Field("recipients", "text", "recipients"),
    Field("killed", "integer", "the event's own number"),
    Field("injured", "integer", "likewise"),
    Field("arrested", "integer", "likewise"),
    Field("other_numbers", "text", "numbers shared by several events, and tolls to date"),
    Field("reports", "integer", "reports that assert it"),
    Field("texts", "integer", "texts, copies joined"),
    Field("voices", "integer", "innermost speakers"),
    Field("denials", "integer", "reports that deny it"),
    Field("caution", "text", "single text, single voice, one side, side unknown"),
    Field("sources", "text", "outlets, one a text first"),
    Field("note", "text", "a short quoted passage, redacted"),
)


def write(reader: Reader, output: Output, options: Options) -> Written:
    """Write a feature for each event with a point, and a table of the others."""
    into = output.text()
    unplaced = output.rows(".unplaced.csv", FIELDS, ["id"])
    into.write('{"type": "FeatureCollection", "features": [\n')
    rows = written = without = 0
    for told in reader.events():
        place = _place(told)
        values = values_of(told)
        if place is None or place.lat is None or place.lon is None:
            unplaced(values)
            without += 1
            continue
        feature = {
            "type": "Feature",
            "id": told.event.event_id,
            "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
            "properties": values,
        }
        line = json.dumps(feature, ensure_ascii=False)
        if output.takes("", told.event.event_id, line):
            into.write((",\n" if written else "") + line)
            written += 1
        rows += 1
    into.write("\n]}\n")
    return Written(rows, "points", {"no-point": without} if without else {})


def values_of(told: ToldEvent) -> dict[str, Any]:
    """An event as a flat row; `FIELDS` says what stands in it."""
    event, privacy, counted = told.event, told.privacy, told.event.corroboration
    place = _place(told)
    return {
        "id": event.event_id,
        "type": event.type,
        "mode": event.mode,
        "status": status_of(told),
        "date_start": event.earliest.isoformat() if event.earliest else None,
        "date_end": event.latest.isoformat() if event.latest else None,
        "place": place.name if place else None,
        "precision": place.precision if place else None,
        "country": place.country if place else None,
        "gazetteer_id": place.gazetteer_id if place else None,
        "actors": joined(map(privacy.actor, event.actors)),
        "recipients": joined(map(privacy.actor, event.recipients)),
        "killed": count_value(event.counts, "killed"),
        "injured": count_value(event.counts, "injured"),
        "arrested": count_value(event.counts, "arrested"),
        "other_numbers": joined(shared_numbers(event.counts)),
        "reports": counted.reports,
        "texts": counted.texts,
        "voices": len(counted.voices),
        "denials": len(event.denials),
        "caution": caution_of(counted),
        "sources": joined(sources_of(told.reports)),
        "note": note_of(told),
    }


def _place(told: ToldEvent) -> Place | None:
    return told.privacy.place(told.event.place) if told.event.place else None
