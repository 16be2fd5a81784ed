"""Report-level CSV in the columns of the R package eventreport, one row a typed report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reportedly.export.codes import countries
from reportedly.export.fields import Field
from reportedly.export.files import joined
from reportedly.export.options import Options, Written
from reportedly.export.output import Output
from reportedly.export.privacy import Privacy
from reportedly.export.told import Reader
from reportedly.records import Article, Count, Found, Place, Report

FIELDS = (
    Field("id", "code", "our report id; `reportedly show` tells it whole"),
    Field("event_id", "code", "the event it belongs to; empty where it stands in none"),
    Field("date_start", "date", "first day that the article gives; empty where it gives none"),
    Field("date_end", "date", "last day"),
    Field("country", "text", "name of the country"),
    Field("city", "text", "the town; empty where the place is wider"),
    Field("location", "text", "the place, a town at the finest"),
    Field("latitude", "number", "of the location"),
    Field("longitude", "number", "of the location"),
    Field("geo_precision", "code", "1 town, 2 district, 3 province, 4 country, 5 wider"),
    Field("event_type", "code", "PLOVER type: ours"),
    Field("event_mode", "code", "PLOVER mode: ours"),
    Field("realis", "code", "actual, planned, threatened, attempted, hypothetical: ours"),
    Field("polarity", "code", "positive or negated: ours"),
    Field("stance", "code", "of the innermost speaker: ours"),
    Field("retold", "code", "yes where the article's own news is another event: ours"),
    Field("actor1", "text", "actors, several by semicolon; private persons as roles"),
    Field("actor1_type", "text", "their primary PLOVER sectors"),
    Field("actor1_precision", "code", "1 named, 2 described, empty where there is none"),
    Field("actor2", "text", "recipients"),
    Field("actor2_type", "text", "their primary PLOVER sectors"),
    Field("actor2_precision", "code", "likewise"),
    Field("deaths_best", "integer", "the report's own number"),
    Field("deaths_low", "integer", "the lowest number that it tells"),
    Field("deaths_high", "integer", "the highest"),
    Field("injuries_best", "integer", "likewise"),
    Field("injuries_low", "integer", "likewise"),
    Field("injuries_high", "integer", "likewise"),
    Field("source", "text", "the outlet"),
    Field("source_author", "text", "the innermost speaker, where it is not the outlet"),
    Field("source_type", "code", "outlet, named, collective or anonymous"),
    Field("unit_of_analysis", "code", "report"),
    Field("article_id", "code", "the article: ours"),
    Field("text_sha256", "code", "of its cleaned text, in which the offsets count: ours"),
    Field("start", "integer", "first character of the passage: ours"),
    Field("end", "integer", "behind its last character: ours"),
)
_GEO_PRECISION = {"site": "1", "town": "1", "district": "2", "province": "3", "country": "4",
                  "region": "5"}  # fmt: skip
_NAMED = frozenset({"organisation", "country", "person", "outlet"})


def write(reader: Reader, output: Output, options: Options) -> Written:
    """Write one row for each report that has a type."""
    write_row = output.rows("", FIELDS, ["id"])
    count = 0
    for row in rows(reader):
        write_row(row)
        count += 1
    return Written(count, "reports")


def rows(reader: Reader) -> Iterator[dict[str, Any]]:
    """The rows, an article at a time."""
    for article, analysis, privacy in reader.documents():
        for report in analysis.reports:
            if report.type is not None:
                yield _row(report, article, reader.event_id_of(report.report_id), privacy)


def _row(
    report: Report, article: Article, event_id: str | None, privacy: Privacy
) -> dict[str, Any]:
    speaker = report.attributions[0][-1] if report.attributions else None
    outlet_speaks = speaker is None or speaker.kind == "outlet"
    value = report.date.value if report.date else None
    row: dict[str, Any] = {
        "id": report.report_id,
        "event_id": event_id,
        "date_start": value.earliest if value else None,
        "date_end": value.latest if value else None,
        **_place_cells(privacy.place(report.place.value) if report.place else None),
        "event_type": report.type,
        "event_mode": report.mode,
        "realis": report.realis,
        "polarity": report.polarity,
        "stance": report.stance,
        "retold": report.retold,
        **_count_cells("deaths", "killed", report.counts),
        **_count_cells("injuries", "injured", report.counts),
        "source": article.outlet,
        "source_author": None if outlet_speaks or not speaker else privacy.speaker(speaker),
        "source_type": "outlet" if outlet_speaks or not speaker else speaker.kind,
        "unit_of_analysis": "report",
        "article_id": article.article_id,
        "text_sha256": report.evidence.text_id,
        "start": report.evidence.start,
        "end": report.evidence.end,
    }
    for number, side in ((1, report.actors), (2, report.recipients)):
        actors = [found.value for found in side]
        row[f"actor{number}"] = joined(map(privacy.actor, actors))
        row[f"actor{number}_type"] = joined(a.sectors[0] for a in actors if a.sectors)
        if actors:
            row[f"actor{number}_precision"] = "1" if actors[0].kind in _NAMED else "2"
    return row


def _place_cells(place: Place | None) -> dict[str, Any]:
    if place is None:
        return {}
    country = countries().get(place.country or "")
    return {
        "country": country.name if country else None,
        "city": place.name if place.precision == "town" else None,
        "location": place.name,
        "latitude": place.lat,
        "longitude": place.lon,
        "geo_precision": _GEO_PRECISION[place.precision],
    }


def _count_cells(name: str, kind: str, counts: Sequence[Found[Count]]) -> dict[str, Any]:
    """The report's own number leads; low and high span all that are told beside it."""
    found = [c for c in counts if c.value.kind == kind]
    own = [c for c in found if c.asserted_by is None] or found
    numbers = [n for c in found for n in (c.value.low, c.value.high) if n is not None]
    return {
        f"{name}_best": own[0].value.best if own else None,
        f"{name}_low": min(numbers, default=None),
        f"{name}_high": max(numbers, default=None),
    }
