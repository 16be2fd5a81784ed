"""ACLED-like CSV: the 31 columns of ACLED's exports, one row an event, place and day.

Not an ACLED product. Values that its columns cannot hold stand in `PATH.extra.csv`, keyed by
`event_id_cnty`; events that the profile excludes stand in `PATH.out-of-scope.csv` with the rule.
Column names: acledR's `acled_update` wants them set-equal.
"""

from __future__ import annotations

from collections import Counter

from reportedly.export.coded import Coded, Coder, OutOfScope, granularity_of
from reportedly.export.codes import countries
from reportedly.export.counts import shared_numbers
from reportedly.export.fields import Field
from reportedly.export.files import joined
from reportedly.export.options import Options, Written
from reportedly.export.output import Output
from reportedly.export.told import Reader
from reportedly.export.words import caution_of, note_of, sources_of, status_of
from reportedly.records import Actor, Count, Found

FIELDS = (
    Field("event_id_cnty", "code", "our event id, with the day where an event is split by day"),
    Field("event_date", "date", "the day; the first day of a week or month"),
    Field("year", "integer", "its year"),
    Field("time_precision", "code", "1 day, 2 week or range, 3 month or vaguer"),
    Field("disorder_type", "text", "by the profile"),
    Field("event_type", "text", "by the profile"),
    Field("sub_event_type", "text", "by the profile"),
    Field("actor1", "text", "the first actor; no direction is meant"),
    Field("assoc_actor_1", "text", "further actors"),
    Field("inter1", "text", "class of actor1 by the profile"),
    Field("actor2", "text", "the first recipient"),
    Field("assoc_actor_2", "text", "further recipients"),
    Field("inter2", "text", "class of actor2"),
    Field("interaction", "text", "both classes"),
    Field("civilian_targeting", "text", "`Civilian targeting` where actor2 is of that class"),
    Field("iso", "integer", "ISO 3166-1 numeric code of the country"),
    Field("region", "text", "empty: ACLED's regions are its own"),
    Field("country", "text", "name of the country"),
    Field("admin1", "text", "province, where known"),
    Field("admin2", "text", "empty"),
    Field("admin3", "text", "empty"),
    Field("location", "text", "town, district or province, never finer than a town by default"),
    Field("latitude", "number", "of the location"),
    Field("longitude", "number", "of the location"),
    Field("geo_precision", "code", "1 town, 2 district, 3 province or country"),
    Field("source", "text", "outlets, one a text first, then their copies"),
    Field("source_scale", "text", "empty: needs a judgement of outlets that we do not make"),
    Field("notes", "text", "a short quoted passage of the first report, redacted"),
    Field("fatalities", "integer", "killed, chosen by the profile's rule; 0 where none are told"),
    Field("tags", "text", "crowd size as told; single text, single voice or one side in words"),
    Field("timestamp", "integer", "empty: files of equal input are equal"),
)
EXTRA = (
    Field("event_id_cnty", "code", "the row of the main file"),
    Field("event_id", "code", "our event; `reportedly show` tells it whole"),
    Field("plover_type", "text", "PLOVER type"),
    Field("plover_mode", "text", "PLOVER mode"),
    Field("status", "text", "actual, attempted, retold …"),
    Field("fatalities_told", "text", "the words of the number; empty where the reports give none"),
    Field("crowd", "integer", "participants, by the profile's rule"),
    Field("arrested", "integer", "arrested, by the profile's rule"),
    Field("injured", "integer", "injured, by the profile's rule"),
    Field("other_numbers", "text", "numbers shared by several events, and tolls to date"),
    Field("reports", "integer", "reports that assert it"),
    Field("texts", "integer", "texts, copies joined"),
    Field("voices", "integer", "innermost speakers"),
    Field("sides", "text", "sides of the texts as the user states them"),
    Field("denials", "integer", "reports that deny it"),
    Field("caution", "text", "single text, single voice, one side, side unknown"),
    Field("alleged_actors", "text", "actors whom only an opponent or an unnamed voice names"),
    Field("joined_events", "text", "events that a join rule put into the row"),
    Field("rules", "text", "rules of the profile that made the row"),
)
OUT = (
    Field("event_id", "code", "our event"),
    Field("rule", "text", "the rule of the profile that excludes it"),
    Field("why", "text", "its reason"),
    Field("plover_type", "text", "PLOVER type"),
    Field("plover_mode", "text", "PLOVER mode"),
    Field("status", "text", "actual, threatened, negated …"),
    Field("date_start", "date", "first day"),
    Field("date_end", "date", "last day"),
    Field("country", "code", "ISO 3166-1 alpha-2"),
    Field("location", "text", "place, never finer than a town by default"),
    Field("source", "text", "outlets"),
)


def write(reader: Reader, output: Output, options: Options) -> Written:
    """Write the three tables; counts rows and exclusions by rule."""
    coder = Coder(options.profile_or("acled_like"))
    row = output.rows("", FIELDS, ["event_id_cnty"])
    extra = output.rows(".extra.csv", EXTRA, ["event_id_cnty"])
    out = output.rows(".out-of-scope.csv", OUT, ["event_id"])
    rows = 0
    excluded: Counter[str] = Counter()
    for coded in coder.code(reader):
        if isinstance(coded, OutOfScope):
            out(_excluded(coded))
            excluded[coded.rule] += 1
            continue
        main = _row(coded, coder)
        row(main)
        extra(_extra(coded, coder, str(main["event_id_cnty"])))
        rows += 1
    return Written(rows, "rows", dict(sorted(excluded.items())), profile=coder.profile.name)


def _row(coded: Coded, coder: Coder) -> dict[str, object]:
    event, privacy = coded.told.event, coded.told.privacy
    place = privacy.place(coded.place) if coded.place else None
    first, last = _two_sides(coded)
    classes = [
        coder.class_of(first[0], event.type) if first else "",
        coder.class_of(last[0], coded.joined[0].event.type if coded.joined else None)
        if last
        else "",
    ]
    killed, _ = coder.number_of(coded, "killed")
    crowd, words = coder.number_of(coded, "crowd")
    split = "split-by-day" in coded.rules
    country = countries().get(place.country or "") if place else None
    targets = [told.event for told in coded.events if told.event.type == "ASSAULT"]
    return {
        "event_id_cnty": event.event_id + (f"-{coded.earliest}" if split else ""),
        "event_date": coded.earliest,
        "year": coded.earliest.year if coded.earliest else None,
        "time_precision": coder.profile.time_precision.get(granularity_of(coded), "3"),
        **coded.words,
        "actor1": privacy.actor(first[0]) if first else None,
        "assoc_actor_1": joined(privacy.actor(actor) for actor in first[1:]),
        "inter1": classes[0],
        "actor2": privacy.actor(last[0]) if last else None,
        "assoc_actor_2": joined(privacy.actor(actor) for actor in last[1:]),
        "inter2": classes[1],
        "interaction": "-".join(filter(None, classes)) if all(classes) else _sole(classes),
        "civilian_targeting": "Civilian targeting"
        if targets and classes[1] in ("Civilians", "Protesters")
        else None,
        "iso": country.numeric if country else None,
        "country": country.name if country else None,
        "admin1": place.admin1 if place else None,
        "location": place.name if place else None,
        "latitude": place.lat if place else None,
        "longitude": place.lon if place else None,
        "geo_precision": coder.profile.place_precision.get(place.precision, "3") if place else None,
        "source": joined(sources_of(coded.told.reports)),
        "notes": note_of(coded.told),
        "fatalities": killed or 0,
        "tags": joined(
            [
                f"crowd size={privacy.words(words)}" if crowd is not None else "",
                caution_of(event.corroboration),
            ]
        ),
    }


def _extra(coded: Coded, coder: Coder, key: str) -> dict[str, object]:
    event, counted = coded.told.event, coded.told.event.corroboration
    return {
        "event_id_cnty": key,
        "event_id": event.event_id,
        "plover_type": event.type,
        "plover_mode": event.mode,
        "status": status_of(coded.told),
        "fatalities_told": coded.told.privacy.words(coder.number_of(coded, "killed")[1]),
        **{kind: coder.number_of(coded, kind)[0] for kind in ("crowd", "arrested", "injured")},
        "other_numbers": joined(shared_numbers(_counts(coded))),
        "reports": counted.reports,
        "texts": counted.texts,
        "voices": len(counted.voices),
        "sides": joined(counted.sides),
        "denials": len(event.denials),
        "caution": caution_of(counted),
        "alleged_actors": joined(coded.told.privacy.actor(a.value) for a in event.alleged_actors),
        "joined_events": joined(told.event.event_id for told in coded.joined),
        "rules": joined(coded.rules),
    }


def _excluded(out: OutOfScope) -> dict[str, object]:
    event = out.told.event
    place = out.told.privacy.place(event.place) if event.place else None
    return {
        "event_id": event.event_id,
        "rule": out.rule,
        "why": out.why,
        "plover_type": event.type,
        "plover_mode": event.mode,
        "status": status_of(out.told),
        "date_start": event.earliest,
        "date_end": event.latest,
        "country": place.country if place else None,
        "location": place.name if place else None,
        "source": joined(sources_of(out.told.reports)),
    }


def _two_sides(coded: Coded) -> tuple[list[Actor], list[Actor]]:
    """Actors and recipients; of a joined row, those who use force stand on the other side."""
    event = coded.told.event
    others = [actor for told in coded.joined for actor in told.event.actors]
    return list(event.actors), [*(others or event.recipients)]


def _counts(coded: Coded) -> list[Found[Count]]:
    return [count for told in coded.events for count in told.event.counts]


def _sole(classes: list[str]) -> str | None:
    only = next(filter(None, classes), None)
    return f"{only} only" if only else None
