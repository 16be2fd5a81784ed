"""Campaigns: events whose coordination a text asserts; and series, which are only alike."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence

from reportedly.corpus.merge.names import name_words
from reportedly.records import Campaign, Event, Evidence, Report

SERIES_TOWNS = 3


def find_campaigns(events: Sequence[Event], reports: Sequence[Report]) -> tuple[Campaign, ...]:
    """Group events whose coordination a text asserts, then events that are merely alike.

    Reports assert a campaign where one list of places in one article gave them, or where their
    wording names one ("simultaneous", a named call). Campaigns that share an event are one.
    Events of one type, mode, actor and day in three towns or more, of which no text says that
    they belong together, are a `series`.
    """
    event_of = {report: event.event_id for event in events for report in event.reports}
    asserted = _asserted(reports, event_of)
    found = [_campaign("campaign", group, event_of) for group in _overlapping(asserted, event_of)]
    taken = {event_id for campaign in found for event_id in campaign.events}
    found += _series([event for event in events if event.event_id not in taken])
    return tuple(sorted(found, key=lambda campaign: campaign.campaign_id))


def _asserted(reports: Sequence[Report], event_of: Mapping[str, str]) -> list[list[Report]]:
    """Reports that one article puts under one campaign, in at least two events."""
    grouped: dict[tuple[str, str, str], list[Report]] = defaultdict(list)
    for report in sorted(reports, key=lambda r: (r.article_id, r.trigger.start, r.report_id)):
        if report.report_id not in event_of:
            continue
        if report.list_key is not None:
            grouped[report.article_id, "list", report.list_key].append(report)
        if report.campaign is not None:
            grouped[report.article_id, "call", report.campaign.value.casefold()].append(report)
    return [
        group
        for group in grouped.values()
        if len({event_of[report.report_id] for report in group}) > 1
    ]


def _overlapping(
    groups: Sequence[Sequence[Report]], event_of: Mapping[str, str]
) -> list[list[Report]]:
    joined: list[list[Report]] = []
    for group in groups:
        events = {event_of[report.report_id] for report in group}
        apart, together = [], list(group)
        for other in joined:
            if events & {event_of[report.report_id] for report in other}:
                together = [*other, *together]
                events |= {event_of[report.report_id] for report in other}
            else:
                apart.append(other)
        joined = [*apart, together]
    return joined


def _campaign(kind: str, reports: Sequence[Report], event_of: Mapping[str, str]) -> Campaign:
    unique = {report.report_id: report for report in reports}
    basis = {
        _key(evidence): evidence
        for report in unique.values()
        for evidence in [report.campaign.evidence if report.campaign else report.evidence]
    }
    events = tuple(sorted({event_of[report_id] for report_id in unique}))
    return Campaign(
        campaign_id=_campaign_id(kind, tuple(unique)),
        kind="campaign",
        events=events,
        asserted_by=tuple(sorted(unique)),
        basis=tuple(basis[key] for key in sorted(basis)),
    )


def _series(events: Sequence[Event]) -> list[Campaign]:
    alike: dict[tuple[object, ...], list[Event]] = defaultdict(list)
    for event in events:
        day = event.earliest if event.earliest == event.latest else None
        if not event.actors or event.place is None or day is None or event.realis != "actual":
            continue
        actors = tuple(sorted(" ".join(sorted(name_words(a.name))) for a in event.actors))
        alike[event.type, event.mode, actors, day].append(event)
    found = []
    for group in alike.values():
        towns = {event.place.name for event in group if event.place is not None}
        if len(towns) >= SERIES_TOWNS:
            ids = tuple(sorted(event.event_id for event in group))
            found.append(
                Campaign(
                    campaign_id=_campaign_id("series", ids),
                    kind="series",
                    events=ids,
                    asserted_by=(),
                    basis=(),
                )
            )
    return found


def _key(evidence: Evidence) -> tuple[str, int, int]:
    return evidence.text_id, evidence.start, evidence.end


def _campaign_id(kind: str, ids: Sequence[str]) -> str:
    """From the first of the reports or events that make it, so that a new one changes little."""
    return "c-" + hashlib.sha256(f"{kind}\n{min(ids)}".encode()).hexdigest()[:12]
