"""GDELT 2 events: 61 tab-separated columns without a header, CAMEO codes as text."""

from __future__ import annotations

from datetime import date

from reportedly.export.codes import countries, type_codes
from reportedly.export.fields import Field
from reportedly.export.options import Options, Written
from reportedly.export.output import Output
from reportedly.export.privacy import Privacy
from reportedly.export.told import Reader, ToldEvent
from reportedly.records import Actor, Place

# PLOVER sectors that CAMEO has under the same three letters
_TYPES = frozenset(
    {"COP", "GOV", "JUD", "LEG", "MIL", "REB", "SPY", "UAF", "AGR", "BUS", "CVL", "EDU", "ELI",
     "LAB", "MED", "REF", "OPP"}
)  # fmt: skip
_ACTOR = (
    ("Code", "code", "country and sector"),
    ("Name", "text", "name; a role for private persons"),
    ("CountryCode", "code", "ISO 3166-1 alpha-3"),
    ("KnownGroupCode", "code", "empty"),
    ("EthnicCode", "code", "empty, never filled"),
    ("Religion1Code", "code", "empty, never filled"),
    ("Religion2Code", "code", "empty, never filled"),
    ("Type1Code", "code", "PLOVER sector where CAMEO has it"),
    ("Type2Code", "code", "second sector"),
    ("Type3Code", "code", "third sector"),
)
_GEO = (
    ("Type", "integer", "1 country, 4 town, 5 province or district; 0 none"),
    ("FullName", "text", "name, province, country"),
    ("CountryCode", "code", "FIPS 10-4"),
    ("ADM1Code", "code", "empty: FIPS codes of provinces are not in our data"),
    ("ADM2Code", "code", "empty"),
    ("Lat", "number", "latitude"),
    ("Long", "number", "longitude"),
    ("FeatureID", "code", "GeoNames id"),
)
FIELDS = (
    Field("GLOBALEVENTID", "code", "our event id"),
    Field("SQLDATE", "code", "first day, YYYYMMDD"),
    Field("MonthYear", "code", "YYYYMM"),
    Field("Year", "code", "YYYY"),
    Field("FractionDate", "number", "year and share of it"),
    *(Field(f"Actor{n}{name}", kind, what) for n in (1, 2) for name, kind, what in _ACTOR),  # type: ignore[arg-type]
    Field("IsRootEvent", "code", "1 where the lead of a report tells it"),
    Field("EventCode", "code", "CAMEO code of the type and mode"),
    Field("EventBaseCode", "code", "its first three digits"),
    Field("EventRootCode", "code", "its first two digits"),
    Field("QuadClass", "code", "1 to 4"),
    Field("GoldsteinScale", "number", "PLOVER's score, which replaces Goldstein's"),
    Field("NumMentions", "integer", "passages that tell it"),
    Field("NumSources", "integer", "outlets"),
    Field("NumArticles", "integer", "articles that assert it"),
    Field("AvgTone", "number", "empty: tone is no fact about an event"),
    *(
        Field(f"{who}Geo_{name}", kind, what if who == "Action" else "empty")  # type: ignore[arg-type]
        for who in ("Actor1", "Actor2", "Action")
        for name, kind, what in _GEO
    ),
    Field("DATEADDED", "code", "first day of publication, YYYYMMDD000000"),
    Field("SOURCEURL", "text", "address of the first article, else its outlet"),
)
_LEAD = 400  # characters


def write(reader: Reader, output: Output, options: Options) -> Written:
    """Write one row for each plain event with a type and a day; others are counted by reason."""
    row = output.rows("", FIELDS, ["GLOBALEVENTID"], header=False, tab=True)
    rows = 0
    excluded = {"no-type": 0, "not-plain": 0, "no-date": 0}
    for told in reader.events():
        event = told.event
        if event.type is None:
            excluded["no-type"] += 1
        elif event.realis != "actual" or event.polarity != "positive":
            excluded["not-plain"] += 1
        elif event.earliest is None:
            excluded["no-date"] += 1
        else:
            row(_row(told, event.earliest))
            rows += 1
    return Written(rows, "events", {reason: n for reason, n in excluded.items() if n})


def _row(told: ToldEvent, day: date) -> dict[str, object]:
    event, privacy = told.event, told.privacy
    codes = type_codes(event.type or "", event.mode)
    first = told.reports[0]
    published = [t.article.published for t in told.reports if t.article.published]
    place = privacy.place(event.place) if event.place else None
    return {
        "GLOBALEVENTID": event.event_id,
        "SQLDATE": f"{day:%Y%m%d}",
        "MonthYear": f"{day:%Y%m}",
        "Year": f"{day:%Y}",
        "FractionDate": f"{day.year + (day.timetuple().tm_yday - 1) / 365:.4f}",
        **_actor(1, event.actors, privacy),
        **_actor(2, event.recipients, privacy),
        "IsRootEvent": "1" if any(t.report.trigger.start < _LEAD for t in told.reports) else "0",
        "EventCode": codes.cameo,
        "EventBaseCode": codes.cameo[:3],
        "EventRootCode": codes.cameo[:2],
        "QuadClass": str(codes.quad),
        "GoldsteinScale": codes.score,
        "NumMentions": sum(max(1, len(t.report.mentions)) for t in told.reports),
        "NumSources": len({t.article.outlet for t in told.reports}),
        "NumArticles": len({t.article.article_id for t in told.reports}),
        **{f"{who}Geo_Type": "0" for who in ("Actor1", "Actor2")},
        **_action(place),
        "DATEADDED": f"{min(published):%Y%m%d}000000" if published else "",
        "SOURCEURL": privacy.address(first.article.url) or first.article.outlet or "",
    }


def _actor(number: int, actors: tuple[Actor, ...], privacy: Privacy) -> dict[str, object]:
    if not actors:
        return {}
    actor = actors[0]
    country = countries().get(actor.country or "")
    types = [sector for sector in actor.sectors if sector in _TYPES][:3]
    code = (country.iso3 if country else "") + (types[0] if types else "")
    return {
        f"Actor{number}Code": code,
        f"Actor{number}Name": privacy.actor(actor).upper(),
        f"Actor{number}CountryCode": country.iso3 if country else "",
        **{f"Actor{number}Type{n}Code": sector for n, sector in enumerate(types, 1)},
    }


def _action(place: Place | None) -> dict[str, object]:
    if place is None:
        return {"ActionGeo_Type": "0"}
    country = countries().get(place.country or "")
    level = {"country": "1", "town": "4", "site": "4", "district": "5", "province": "5"}
    full = (place.name, place.admin1, country.name if country else None)
    return {
        "ActionGeo_Type": level.get(place.precision, "0"),
        "ActionGeo_FullName": ", ".join(dict.fromkeys(filter(None, full))),
        "ActionGeo_CountryCode": country.fips if country else "",
        "ActionGeo_Lat": place.lat,
        "ActionGeo_Long": place.lon,
        "ActionGeo_FeatureID": place.gazetteer_id or "",
    }
