"""From settled acts to reports: actors, chains, confidence and the id."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from reportedly.find.events.acts.act import Act
from reportedly.find.events.acts.contexts import contexts_of
from reportedly.find.events.acts.identified import identified
from reportedly.find.events.acts.passages import passages_of
from reportedly.find.events.acts.settled import Settled
from reportedly.find.events.acts.who import actors_of, recipients_of
from reportedly.find.events.confidence import confidence, grounds_of
from reportedly.find.events.told.attribution import is_speaker, speaker_of
from reportedly.find.events.told.stances import StanceWords
from reportedly.find.events.told.telling import Telling
from reportedly.find.events.trace import Trace
from reportedly.find.reading import Reading
from reportedly.records import (
    Attribution,
    Count,
    Found,
    Report,
)


def build_reports(
    reading: Reading,
    acts: Sequence[Settled],
    counts: dict[int, tuple[Found[Count], ...]],
    stances: StanceWords,
    trace: Trace | None = None,
) -> tuple[Report, ...]:
    """One report for each settled act, in order of the text."""
    victims = identified(reading, acts)
    passages = passages_of(reading.document, acts)
    ranks: dict[tuple[int, int, int | None], int] = {}
    reports: list[Report] = []
    for number, settled in enumerate(acts):
        lead = settled.act.lead
        key = (lead.span.start, lead.span.end, _place_start(settled))
        ranks[key] = ranks.get(key, -1) + 1
        grounds = grounds_of(reading, settled)
        report = _report(reading, settled, counts.get(number, ()), ranks[key], stances)
        report = replace(report, evidence=passages[number])
        if number in victims:
            named = recipients_of(reading, settled.act, report.actors, victims[number])
            report = replace(report, recipients=named)
        reports.append(replace(report, confidence=confidence(grounds)))
        if trace is not None:
            trace.grounds[report.report_id] = grounds
    return tuple(sorted(reports, key=_order))


def _order(report: Report) -> tuple[int, int, int, str]:
    place = report.place.evidence.start if report.place is not None else -1
    return report.trigger.start, report.trigger.end, place, report.report_id


def _place_start(settled: Settled) -> int | None:
    return None if settled.place is None else settled.place.evidence.start


def _report(
    reading: Reading,
    settled: Settled,
    counts: tuple[Found[Count], ...],
    rank: int,
    stances: StanceWords,
) -> Report:
    article = reading.document.article
    act, lead = settled.act, settled.act.lead
    actors = actors_of(reading, act, stances)
    listed = next((t for t in act.tellings if t.list_key), lead)
    return Report(
        report_id=_identity(reading, lead, settled, rank),
        article_id=article.article_id,
        type=settled.type,
        mode=settled.mode,
        act=lead.trigger.act,
        trigger=lead.span,
        evidence=lead.evidence,
        realis=lead.reality.realis,
        polarity=lead.reality.polarity,
        retold=settled.retold,
        attributions=_chains(act),
        made_by=lead.trigger.rule,
        mentions=tuple(t.span for t in act.tellings),
        actors=actors,
        recipients=recipients_of(reading, act, actors),
        place=settled.place,
        date=settled.date,
        counts=counts,
        contexts=contexts_of(reading.document, lead.evidence, lead.span, settled.mode),
        withdraws=lead.withdraws,
        list_key=listed.list_key,
        campaign=listed.campaign,
        summary=lead.summary,
        partial=not reading.document.has_syntax,
    )


def _identity(reading: Reading, lead: Telling, settled: Settled, rank: int) -> str:
    article = reading.document.article
    place = settled.place
    parts = (
        article.article_id,
        article.text_id,
        f"{lead.span.start}-{lead.span.end}",
        "none" if place is None else f"{place.evidence.start}-{place.evidence.end}",
        str(rank),
    )
    return hashlib.sha256("|".join(parts).encode()).hexdigest()


# --- according to whom ------------------------------------------------------------------------


def _chains(act: Act) -> tuple[Attribution, ...]:
    """The chains of all tellings that assert the act, the leading one first.

    Who only points back at it or adds a number of dead asserts nothing new.
    """
    lead = act.lead
    rest = [t for t in act.tellings if t is not lead and _asserts(t)]
    found: list[Attribution] = []
    seen: set[tuple[str, ...]] = set()
    for telling in (lead, *rest):
        chain = _admitting(telling)
        names = tuple(link.name for link in chain)
        if names not in seen:
            seen.add(names)
            found.append(chain)
    return tuple(found)


def _asserts(telling: Telling) -> bool:
    if telling.chain[-1].stance == "admits":
        return True
    if telling.trigger.nominal and (telling.definite or telling.reality.dating):
        return False
    return bool(telling.places or telling.date or telling.roles.actors)


def _admitting(telling: Telling) -> Attribution:
    """The chain; who says that he did it himself admits it (a claim of responsibility)."""
    speaker = speaker_of(telling.chain)
    if speaker is None or speaker.stance not in {"states", "alleges"}:
        return telling.chain
    own = any(is_speaker(m, speaker) for m in telling.roles.actors)
    if own and telling.trigger.type == "ASSAULT" and telling.reality.polarity == "positive":
        return (*telling.chain[:-1], replace(speaker, stance="admits"))
    return telling.chain
