"""The corpus level in order: its table of contents."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.corpus.campaigns import Assertion, find_campaigns
from reportedly.corpus.echoes.find import echoes_among
from reportedly.corpus.echoes.outlines import Outlines
from reportedly.corpus.echoes.texts import Texts
from reportedly.corpus.encoded import Encoded
from reportedly.corpus.library import InMemory, Library
from reportedly.corpus.memory import Memory, NoMemory
from reportedly.corpus.merge import LedgerEntry
from reportedly.corpus.merge.events import merge_facts
from reportedly.corpus.merge.facts import ReportFacts
from reportedly.corpus.narratives import Claims, find_narratives
from reportedly.corpus.notes import read_notes
from reportedly.corpus.stages import OnStage, unwatched
from reportedly.records import (
    Analysis,
    Article,
    Campaign,
    Echo,
    Event,
    Judgement,
    Narrative,
    Problem,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """All that holds between articles; everything but the ledger can be made again."""

    echoes: tuple[Echo, ...]
    events: Encoded[Event]
    campaigns: tuple[Campaign, ...]
    narratives: tuple[Narrative, ...]
    ledger: tuple[LedgerEntry, ...]
    judgements_by_machine: tuple[Judgement, ...]
    problems: tuple[Problem, ...]  # of articles that could not be linked in every way


def link(
    articles: Sequence[Article],
    analyses: Sequence[Analysis],
    judgements: Sequence[Judgement] = (),
    ledger: Sequence[LedgerEntry] = (),
) -> Links:
    """Link a collection that is at hand; see `link_library`.

    Args:
        articles: the latest version of each, in any order.
        analyses: what the document level found in them.
        judgements: people's decisions, which win over the machine's.
        ledger: the event ids given so far; empty for a first linking.
    """
    return link_library(InMemory(articles, analyses), judgements, ledger)


def link_library(
    library: Library,
    judgements: Sequence[Judgement] = (),
    ledger: Sequence[LedgerEntry] = (),
    memory: Memory | None = None,
    on_stage: OnStage = unwatched,
) -> Links:
    """Link a collection: echoes first, then events over them, then campaigns and narratives.

    No text is held for longer than it is looked at. What does not depend on a new or changed
    article is taken from memory, where there is one; the result is the same.

    Args:
        library: the articles and analyses.
        judgements: people's decisions, which win over the machine's.
        ledger: the event ids given so far; empty for a first linking.
        memory: what former linkings found.
        on_stage: told what is done.
    """
    memory = memory or NoMemory()
    on_stage("reading")
    heads: dict[str, Article] = {}
    versions: dict[str, bytes] = {}
    outlines = Outlines()
    facts: dict[str, Sequence[ReportFacts]] = {}
    assertions: list[Assertion] = []
    claims = Claims()
    problems: list[Problem] = []
    for version, notes in read_notes(library, memory):
        article_id = notes.head.article_id
        heads[article_id], versions[article_id] = notes.head, version
        outlines.add(article_id, notes.outline)
        if notes.facts:
            facts[article_id] = notes.facts
        assertions += notes.assertions
        problems += notes.problems
        for claim in notes.claims:
            claims.add(claim)
    texts = Texts(heads, outlines, lambda article_id: library.document(article_id)[0])
    echoes = echoes_among(texts, memory, on_stage)
    del texts, outlines  # events need neither
    merged = merge_facts(
        library,
        heads,
        facts,
        echoes,
        versions=versions,
        judgements=judgements,
        ledger=ledger,
        memory=memory,
        on_stage=on_stage,
    )
    del heads, versions, facts
    on_stage("campaigns")
    campaigns = find_campaigns(merged.events, assertions)
    on_stage("narratives")
    return Links(
        echoes=echoes,
        events=merged.events,
        campaigns=campaigns,
        narratives=find_narratives(claims),
        ledger=merged.ledger,
        judgements_by_machine=merged.judgements,
        problems=tuple(problems),
    )
