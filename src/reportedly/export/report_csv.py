"""Report-level CSV in the columns of the R package eventreport, one row a counted report.

Do no harm: names of persons are left out, and no place finer than a town is written.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TextIO

from reportedly.records import Actor, Analysis, Article, Count, Event, Found, Place, Report

COLUMNS = (
    "id", "event_id", "date_start", "date_end", "country", "city", "location",
    "latitude", "longitude", "geo_precision", "event_type", "event_mode", "realis", "polarity",
    "stance", "retold", "actor1", "actor1_type", "actor2", "actor2_type",
    "deaths_best", "deaths_low", "deaths_high", "injuries_best", "injuries_low", "injuries_high",
    "source", "source_author", "source_type", "unit_of_analysis",
)  # fmt: skip

# 1 town, 2 district, 3 province, 4 country, 5 wider than a country
# ids, words of our own lists, and the outlet, which published under its name
_NAMES_NOBODY = {
    "id", "event_id", "source", "source_type", "event_type", "event_mode", "realis", "polarity",
    "stance", "retold", "unit_of_analysis",
}  # fmt: skip
# words of places finer than a town: a speaker named by one is not written
_VENUES = re.compile(
    r"\b(hospital|clinic|hotel|hostel|school|college|mosque|church|temple|synagogue|shrine|market"
    r"|square|street|road|avenue|bridge|quarter|neighbou?rhood|suburb|caf[eé]|restaurant|bar|shop)\b",
    re.IGNORECASE,
)
_GEO_PRECISION = {"site": 1, "town": 1, "district": 2, "province": 3, "country": 4, "region": 5}


def write_report_csv(
    articles: Iterable[Article],
    analyses: Mapping[str, Analysis],
    events: Sequence[Event],
    into: TextIO,
) -> int:
    """Write one row for each report that has a type; returns the number of rows."""
    event_of = {r: e.event_id for e in events for r in (*e.reports, *e.denials, *e.withdrawn)}
    writer = csv.DictWriter(into, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    rows = 0
    for article in articles:
        analysis = analyses.get(article.article_id)
        if analysis is None:
            continue
        hidden = _person_names(analysis)
        for report in analysis.reports:
            if report.type is None:
                continue
            row = _row(report, article, event_of.get(report.report_id))
            writer.writerow(
                {
                    key: _as_cell(value if key in _NAMES_NOBODY else _without(value, hidden))
                    for key, value in row.items()
                }
            )
            rows += 1
    return rows


def _row(report: Report, article: Article, event_id: str | None) -> dict[str, str]:
    speaker = report.attributions[0][-1] if report.attributions else None
    outlet_speaks = speaker is None or speaker.kind == "outlet"
    row = {
        "id": report.report_id,
        "event_id": event_id or "",
        "event_type": report.type or "",
        "event_mode": report.mode or "",
        "realis": report.realis,
        "polarity": report.polarity,
        "stance": report.stance,
        "retold": "yes" if report.retold else "no",
        "source": article.outlet or "",
        "source_author": "" if outlet_speaks or speaker is None else _public_speaker(speaker.name),
        "source_type": "outlet" if outlet_speaks or speaker is None else speaker.kind,
        "unit_of_analysis": "report",
    }
    if report.date is not None:
        row["date_start"] = _day(report.date.value.earliest)
        row["date_end"] = _day(report.date.value.latest)
    row |= _place_cells(report.place)
    for number, found in ((1, report.actors), (2, report.recipients)):
        row[f"actor{number}"] = "; ".join(_public_name(f.value) for f in found)
        row[f"actor{number}_type"] = "; ".join(f.value.sectors[0] for f in found if f.value.sectors)
    row |= _count_cells("deaths", "killed", report.counts)
    row |= _count_cells("injuries", "injured", report.counts)
    return row


def _day(day: object) -> str:
    return "" if day is None else str(day)


def _place_cells(found: Found[Place] | None) -> dict[str, str]:
    if found is None:
        return {}
    place = found.value
    cells = {"country": place.country or "", "geo_precision": str(_GEO_PRECISION[place.precision])}
    if place.precision == "site":  # a street or building: the town is not known here
        return {"country": place.country or ""}
    if place.precision == "town":
        cells["city"] = place.name
    cells["location"] = place.name
    if place.lat is not None and place.lon is not None:
        cells["latitude"], cells["longitude"] = f"{place.lat:.4f}", f"{place.lon:.4f}"
    return cells


def _count_cells(name: str, kind: str, counts: Sequence[Found[Count]]) -> dict[str, str]:
    """The report's own number leads; low and high span all that are told beside it."""
    found = [c for c in counts if c.value.kind == kind]
    own = [c for c in found if c.asserted_by is None] or found
    numbers = [n for c in found for n in (c.value.low, c.value.high) if n is not None]
    best = own[0].value.best if own else None
    return {
        f"{name}_best": "" if best is None else str(best),
        f"{name}_low": str(min(numbers)) if numbers else "",
        f"{name}_high": str(max(numbers)) if numbers else "",
    }


def _public_name(actor: Actor) -> str:
    if actor.kind == "person":
        return "a person" + (f" ({actor.sectors[0]})" if actor.sectors else "")
    return actor.name


def _public_speaker(name: str) -> str:
    return "an institution" if _VENUES.search(name) else name


def _person_names(analysis: Analysis) -> tuple[re.Pattern[str], ...]:
    """Every wording that names a person in this article, longest first."""
    names: set[str] = set()
    for entity in analysis.entities:
        if entity.kind == "person":
            wordings = {entity.name, *entity.aliases, *(m.quote for m in entity.mentions)}
            names |= {w for w in wordings if any(c.isupper() for c in w)}
    ordered = sorted(names, key=lambda name: (-len(name), name))
    return tuple(re.compile(rf"(?<!\w){re.escape(name)}(?!\w)") for name in ordered)


def _without(value: str, hidden: Sequence[re.Pattern[str]]) -> str:
    for pattern in hidden:
        value = pattern.sub("a person", value)
    return value


def _as_cell(value: str) -> str:
    """A leading = + @ would make a spreadsheet run the cell as a formula."""
    return "'" + value if value[:1] in ("=", "+", "@") else value
