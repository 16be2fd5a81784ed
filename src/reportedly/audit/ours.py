"""Our reports in the terms of a coding sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from reportedly.audit.agree import Days, Passage, PlaceCode, words_of
from reportedly.audit.codes import NamedActor, OurReport
from reportedly.export import scoring
from reportedly.records import Analysis, Article

_AFFILIATIONS = frozenset({"supporter_of", "affiliation", "affiliated_with"})


def our_reports(article: Article, analysis: Analysis) -> tuple[OurReport, ...]:
    """All reports of an article, as the scoring export writes them."""
    (row,) = scoring([article], {article.article_id: analysis})["articles"]
    records = {report.report_id: report for report in analysis.reports}
    found = []
    for given in row["reports"]:
        report = records[given["id"]]
        found.append(
            OurReport(
                report_id=given["id"],
                type=given["type"],
                mode=given["mode"],
                status=status_of(given, article.outlet),
                actors=tuple(map(_actor, given["actors"])),
                alleged=tuple(actor["name"] for actor in given["alleged_actors"]),
                place=_place(given["place"]),
                days=_days(given["date"]),
                numbers=tuple((c["kind"], c["low"], c["high"]) for c in given["counts"]),
                chain=tuple(link["name"] for link in given["attribution"]),
                evidence=Passage(**given["evidence"]),
                confidence=report.confidence,
                place_confidence=report.place.confidence if report.place else None,
                date_confidence=report.date.confidence if report.date else None,
            )
        )
    return tuple(found)


def status_of(report: Mapping[str, Any], outlet: str | None) -> str:
    """The four fields of reality as one word, the first that fits."""
    chain: Sequence[Mapping[str, Any]] = report["attribution"]
    if chain and chain[-1]["stance"] == "denies":
        return "denied"
    if report["polarity"] == "negated":
        # by somebody: a denial; in the outlet's own voice: it tells that nothing happened
        others = [link for link in chain if words_of(link["name"]) != words_of(outlet)]
        return "denied" if others else "negated"
    if report["retold"] and report["realis"] == "actual":
        return "retold"
    return str(report["realis"])


def _actor(row: Mapping[str, Any]) -> NamedActor:
    return NamedActor(
        name=row["name"],
        asserted=bool(row.get("asserted_by")),
        affiliation=row.get("relation") in _AFFILIATIONS,
    )


def _place(row: Mapping[str, Any] | None) -> PlaceCode | None:
    if row is None:
        return None
    return PlaceCode(name=row["name"], country=row["country"], lat=row["lat"], lon=row["lon"])


def _days(row: Mapping[str, Any] | None) -> Days | None:
    if row is None:
        return None
    first = date.fromisoformat(row["start"])
    return Days(first=first, last=date.fromisoformat(row["end"]) if row["end"] else first)
