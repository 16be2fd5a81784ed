"""The corpus level in order: its table of contents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.corpus.campaigns import find_campaigns
from reportedly.corpus.echoes import find_echoes
from reportedly.corpus.merge import LedgerEntry, merge_reports
from reportedly.corpus.merge.judge import corrected
from reportedly.corpus.narratives import find_narratives
from reportedly.records import (
    Analysis,
    Article,
    Campaign,
    Echo,
    Event,
    Judgement,
    Narrative,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """All that holds between articles; everything but the ledger can be made again."""

    echoes: tuple[Echo, ...]
    events: tuple[Event, ...]
    campaigns: tuple[Campaign, ...]
    narratives: tuple[Narrative, ...]
    ledger: tuple[LedgerEntry, ...]
    judgements_by_machine: tuple[Judgement, ...]


def link(
    articles: Sequence[Article],
    analyses: Sequence[Analysis],
    judgements: Sequence[Judgement] = (),
    ledger: Sequence[LedgerEntry] = (),
) -> Links:
    """Link a collection: echoes first, then events over them, then campaigns and narratives.

    Args:
        articles: the latest version of each, in any order.
        analyses: what the document level found in them.
        judgements: people's decisions, which win over the machine's.
        ledger: the event ids given so far; empty for a first linking.
    """
    fingerprints = {
        analysis.article_id: analysis.fingerprint
        for analysis in analyses
        if analysis.fingerprint is not None
    }
    echoes = find_echoes(articles, fingerprints)
    merged = merge_reports(articles, analyses, echoes, judgements, ledger)
    reports = corrected([r for analysis in analyses for r in analysis.reports], judgements)
    return Links(
        echoes=echoes,
        events=merged.events,
        campaigns=find_campaigns(merged.events, reports),
        narratives=find_narratives(analyses),
        ledger=merged.ledger,
        judgements_by_machine=merged.judgements,
    )
