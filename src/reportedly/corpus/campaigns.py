"""Campaigns: events whose coordination a text asserts; and series, which are only alike."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.corpus.merge.names import name_words
from reportedly.records import Campaign, Event, Evidence, Report

SERIES_TOWNS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """What one report says of belonging together."""

    report_id: str
    article_id: str
    start: int  # of its trigger
    list_key: str | None  # equal for reports that one list of places gave
    call: str | None  # words that name a campaign
    basis: Evidence


def assertions(reports: Sequence[Report]) -> tuple[Assertion, ...]:
    """The reports that say anything of belonging together."""
    return tuple(
        Assertion(
            report_id=report.report_id,
            article_id=report.article_id,
            start=report.trigger.start,
            list_key=report.list_key,
            call=report.campaign.value.casefold() if report.campaign else None,
            basis=report.campaign.evidence if report.campaign else report.evidence,
        )
        for report in reports
        if report.list_key is not None or report.campaign is not None
    )


def find_campaigns(events: Iterable[Event], asserted: Iterable[Assertion]) -> tuple[Campaign, ...]:
    """Group events whose coordination a text asserts, then events that are merely alike.

    Reports assert a campaign where one list of places in one article gave them, or where their
    wording names one ("simultaneous", a named call). Campaigns that share an event are one.
    Events of one type, mode, actor and day in three towns or more, of which no text says that
    they belong together, are a `series`.
    """
    event_of: dict[str, str] = {}
    alike: dict[tuple[object, ...], list[tuple[str, str]]] = defaultdict(list)
    for event in events:
        event_of |= dict.fromkeys(event.reports, event.event_id)
        kind = _kind(event)
        if kind is not None and event.place is not None:
            alike[kind].append((event.place.name, event.event_id))
    groups = _overlapping(_asserted(asserted, event_of), event_of)
    found = [_campaign(group, event_of) for group in groups]
    taken = {event_id for campaign in found for event_id in campaign.events}
    for group in alike.values():
        found += _series([one for one in group if one[1] not in taken])
    return tuple(sorted(found, key=lambda campaign: campaign.campaign_id))


def _asserted(reports: Iterable[Assertion], event_of: Mapping[str, str]) -> list[list[Assertion]]:
    """Reports that one article puts under one campaign, in at least two events."""
    grouped: dict[tuple[str, str, str], list[Assertion]] = defaultdict(list)
    for report in sorted(reports, key=lambda r: (r.article_id, r.start, r.report_id)):
        if report.report_id not in event_of:
            continue
        if report.list_key is not None:
            grouped[report.article_id, "list", report.list_key].append(report)
        if report.call is not None:
            grouped[report.article_id, "call", report.call].append(report)
    return [
        group
        for group in grouped.values()
        if len({event_of[report.report_id] for report in group}) > 1
    ]


def _overlapping(
    groups: Sequence[Sequence[Assertion]], event_of: Mapping[str, str]
) -> list[list[Assertion]]:
    joined: list[list[Assertion]] = []
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


def _campaign(reports: Sequence[Assertion], event_of: Mapping[str, str]) -> Campaign:
    unique = {report.report_id: report for report in reports}
    basis = {_key(report.basis): report.basis for report in unique.values()}
    return Campaign(
        campaign_id=_campaign_id("campaign", tuple(unique)),
        kind="campaign",
        events=tuple(sorted({event_of[report_id] for report_id in unique})),
        asserted_by=tuple(sorted(unique)),
        basis=tuple(basis[key] for key in sorted(basis)),
    )


def _kind(event: Event) -> tuple[object, ...] | None:
    """What events of a series have in common; None for one that can be in none."""
    day = event.earliest if event.earliest == event.latest else None
    if not event.actors or event.place is None or day is None or event.realis != "actual":
        return None
    actors = tuple(sorted(" ".join(sorted(name_words(a.name))) for a in event.actors))
    return event.type, event.mode, actors, day


def _series(events: Sequence[tuple[str, str]]) -> list[Campaign]:
    """Of events alike, with their towns, a series if there are towns enough."""
    if len({town for town, _ in events}) < SERIES_TOWNS:
        return []
    ids = tuple(sorted(event_id for _, event_id in events))
    campaign_id = _campaign_id("series", ids)
    return [Campaign(campaign_id=campaign_id, kind="series", events=ids, asserted_by=(), basis=())]


def _key(evidence: Evidence) -> tuple[str, int, int]:
    return evidence.text_id, evidence.start, evidence.end


def _campaign_id(kind: str, ids: Sequence[str]) -> str:
    """From the first of the reports or events that make it, so that a new one changes little."""
    return "c-" + hashlib.sha256(f"{kind}\n{min(ids)}".encode()).hexdigest()[:12]
