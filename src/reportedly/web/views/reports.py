"""A report as values in words, each with the key of the passage that gives it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportedly.records import Article, Evidence, Found, Place, Report
from reportedly.records.vocabulary import reality_words
from reportedly.tables import (
    chain_words,
    count_words,
    interval_words,
    place_words,
)
from reportedly.web.projection import short
from reportedly.web.segments import Span

NAMES = {
    "act": "act", "actor": "who", "recipient": "to whom", "place": "where", "date": "when",
    "count": "how many", "speaker": "according to", "campaign": "coordination",
}  # fmt: skip


def report_values(shown: Report) -> list[dict[str, Any]]:
    """The values of a report in words.

    Args:
        shown: as it may be shown: its quotes are what people read.
    """
    values = [_value("act", shown.act, shown.trigger, f"{shown.report_id}:act:0", shown.made_by)]
    for name, found in (("actor", shown.actors), ("recipient", shown.recipients)):
        for number, one in enumerate(found):
            relation = one.value.relation
            words = one.value.name + (
                f" ({relation.kind.replace('_', ' ')} {relation.to})" if relation else ""
            )
            values.append(_found(name, words, one, shown, number))
    if shown.place is not None:
        value = _found("place", place_words(shown.place.value), shown.place, shown, 0)
        value["others"] = _others(shown.place.value)
        value["note"] = _precision(shown.place.value.precision)
        values.append(value)
    if shown.date is not None:
        day = shown.date.value
        value = _found("date", interval_words(day.earliest, day.latest), shown.date, shown, 0)
        value["note"] = (
            "" if day.granularity in {"day", "time"} else f"known to the {day.granularity}"
        )
        if day.calendar != "gregorian":
            value["note"] = f"{value['note']} {day.calendar} calendar".strip()
        values.append(value)
    for number, count in enumerate(shown.counts):
        value = _found("count", count_words(count), count, shown, number)
        values.append({**value, "said_by": None})  # stands in the words
    for number, chain in enumerate(shown.attributions):
        if chain[-1].kind == "outlet":
            continue
        evidence = chain[-1].cue or chain[-1].evidence
        key = f"{shown.report_id}:speaker:{number}"
        values.append(_value("speaker", chain_words(chain), evidence, key, shown.made_by))
    if shown.campaign is not None:
        values.append(_found("campaign", str(shown.campaign.value), shown.campaign, shown, 0))
    return values


def report_spans(report: Report) -> Iterator[Span]:
    """The passages behind the values, by the same keys.

    Args:
        report: as extracted: offsets of the true text.
    """
    key = report.report_id
    yield _span(report.evidence, "passage", "the passage that tells it", f"{key}:passage:0")
    yield _span(report.trigger, "act", report.type or "no type", f"{key}:act:0")
    for name, found in (("actor", report.actors), ("recipient", report.recipients)):
        for number, one in enumerate(found):
            yield _span(one.evidence, name, NAMES[name], f"{key}:{name}:{number}")
    if report.place is not None:
        yield _span(report.place.evidence, "place", NAMES["place"], f"{key}:place:0")
    if report.date is not None:
        yield _span(report.date.evidence, "date", NAMES["date"], f"{key}:date:0")
    for number, count in enumerate(report.counts):
        yield _span(count.evidence, "count", NAMES["count"], f"{key}:count:{number}")
    for number, chain in enumerate(report.attributions):
        evidence = chain[-1].cue or chain[-1].evidence
        if chain[-1].kind != "outlet" and evidence is not None:
            yield _span(evidence, "speaker", NAMES["speaker"], f"{key}:speaker:{number}")
    if report.campaign is not None:
        yield _span(report.campaign.evidence, "campaign", NAMES["campaign"], f"{key}:campaign:0")


def report_head(shown: Report, article: Article) -> dict[str, Any]:
    """What stands above the values of a report."""
    chain = shown.attributions[0] if shown.attributions else ()
    return {
        "id": shown.report_id,
        "type": shown.type,
        "mode": shown.mode,
        "status": reality_words(shown.realis, shown.polarity, shown.stance, shown.retold),
        "stance": shown.stance,
        "according_to": [chain_words(one) for one in shown.attributions],
        "speaker": chain[-1].name if chain else article.outlet,
        "passage": short(shown.evidence.quote, 600),
        "rule": shown.made_by,
        "confidence": shown.confidence,
        "partial": shown.partial,
    }


def _value(name: str, words: str, evidence: Evidence | None, key: str, rule: str) -> dict[str, Any]:
    return {
        "field": name,
        "name": NAMES[name],
        "words": words,
        "quote": short(evidence.quote, 160) if evidence else "",
        "key": key,
        "rule": rule,
        "said_by": None,
        "note": "",
    }


def _found(name: str, words: str, found: Found[Any], shown: Report, number: int) -> dict[str, Any]:
    key = f"{shown.report_id}:{name}:{number}"
    value = _value(name, words, found.evidence, key, found.made_by)
    return {**value, "said_by": found.asserted_by, "confidence": found.confidence}


def _span(evidence: Evidence, layer: str, label: str, key: str) -> Span:
    return Span(evidence.start, evidence.end, layer, label, key)


def _others(place: Place) -> list[str]:
    """Other readings of the name, those that people can tell from the chosen one."""
    words = [
        f"{other.name}, {other.country}" if other.country else other.name
        for other in place.alternatives
    ]
    return [one for one in dict.fromkeys(words) if one != place_words(place)][:4]


def _precision(precision: str) -> str:
    return "" if precision in {"town", "site"} else f"known to the {precision} only"
