"""From reports to events: block, compare, judge, cluster, attach denials, build."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np

from reportedly.corpus.encoded import Encoded
from reportedly.corpus.library import InMemory, Library
from reportedly.corpus.memory import Memory, NoMemory
from reportedly.corpus.merge.block import candidate_pairs
from reportedly.corpus.merge.cluster import clusters
from reportedly.corpus.merge.corrections import conflicts, corrected, judged_reports
from reportedly.corpus.merge.denials import attach
from reportedly.corpus.merge.facts import ReportFacts, facts_of_article
from reportedly.corpus.merge.followers import followers, with_followers
from reportedly.corpus.merge.judge import JOIN, Decisions, decide
from reportedly.corpus.merge.ledger import LedgerEntry, assign_ids
from reportedly.corpus.merge.lexicon import load_merge_words
from reportedly.corpus.merge.made import EventMaker, Gathered
from reportedly.corpus.merge.scores import Pairs
from reportedly.corpus.merge.texts import EchoIndex, echo_index
from reportedly.corpus.stages import OnStage, unwatched
from reportedly.records import Analysis, Article, Contradiction, Echo, Event, Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The events of a collection, the new ledger, and why the machine joined what it joined."""

    events: Encoded[Event]
    ledger: tuple[LedgerEntry, ...]
    judgements: tuple[Judgement, ...]


def merge_reports(
    articles: Sequence[Article],
    analyses: Sequence[Analysis],
    echoes: Sequence[Echo],
    judgements: Sequence[Judgement] = (),
    ledger: Sequence[LedgerEntry] = (),
) -> Merged:
    """Merge the reports of all articles into events.

    The order of the inputs does not matter. Reports of an article that is not given are left
    out; so are summaries over many acts. An event that was merged into another stays as an
    empty one with `merged_into`, so that its id still leads somewhere.
    """
    library = InMemory(articles, analyses)
    words = load_merge_words()
    facts = {}
    versions = dict(library.versions())
    for article_id in versions:
        article, analysis = library.document(article_id)
        facts[article_id] = facts_of_article(article, analysis.reports if analysis else (), words)
    heads = {article.article_id: article for article in articles}
    return merge_facts(
        library, heads, facts, echoes, versions=versions, judgements=judgements, ledger=ledger
    )


def merge_facts(
    library: Library,
    heads: Mapping[str, Article],
    facts_of: Mapping[str, Sequence[ReportFacts]],
    echoes: Sequence[Echo],
    *,
    versions: Mapping[str, bytes],
    judgements: Sequence[Judgement] = (),
    ledger: Sequence[LedgerEntry] = (),
    memory: Memory | None = None,
    on_stage: OnStage = unwatched,
) -> Merged:
    """Merge reports that are read by need; see `merge_reports`.

    Args:
        library: gives the articles and analyses.
        heads: all articles, by id; their texts are not looked at.
        facts_of: of the reports of each article, by id.
        echoes: among the articles.
        versions: of the articles, as the library tells them.
        judgements: people's.
        ledger: of event ids.
        memory: of events as they were built before.
        on_stage: told what is done.
    """
    judged = _judged_articles(facts_of, judgements)
    index = echo_index(heads, echoes)
    facts = sorted(_located(library, facts_of, judged, index), key=_order)
    following = followers(facts, judgements)
    compared = [at for at in range(len(facts)) if at not in following]
    on_stage("pairs of reports")
    pairs = candidate_pairs([facts[at] for at in compared])
    place = np.array(compared, dtype=np.int32)
    pairs = Pairs(place[pairs.one], place[pairs.other])
    on_stage("comparison of reports")
    decisions = decide(facts, pairs, judgements)
    on_stage("clusters")
    asserting = [at for at in compared if not facts[at].denies]
    scores = decisions.scores.among(np.array(asserting, dtype=np.int32))
    groups = [
        tuple(asserting[at] for at in group)
        for group in clusters(len(asserting), scores, lambda at: _order(facts[asserting[at]]))
    ]
    denials = with_followers(attach(facts, groups, decisions.scores), following)
    groups = with_followers(groups, following)
    on_stage("events")
    ids, new_ledger = assign_ids(
        [[facts[at].report_id for at in group] for group in groups], ledger
    )
    split_from = {entry.event_id: entry.split_from for entry in new_ledger}
    maker = EventMaker(library, versions, index, judged, memory or NoMemory())
    disputed = conflicts(judgements)
    events = {
        event_id: maker.made(
            Gathered(
                event_id=event_id,
                split_from=split_from[event_id],
                asserting=tuple(facts[at] for at in group),
                denials=tuple(facts[at] for at in denied),
                disputed=_of(disputed, [facts[at].report_id for at in (*group, *denied)]),
            )
        )
        for event_id, group, denied in zip(ids, groups, denials, strict=True)
    }
    events |= {
        entry.event_id: maker.merged(entry.event_id, entry.merged_into)
        for entry in new_ledger
        if entry.merged_into is not None
    }
    return Merged(
        events=Encoded(Event, (events[event_id] for event_id in sorted(events))),
        ledger=new_ledger,
        judgements=(*_explained(facts, groups, denials, decisions), *_followed(facts, following)),
    )


def _of(
    disputed: Mapping[str, Sequence[Contradiction]], reports: Sequence[str]
) -> tuple[Contradiction, ...]:
    """What people dispute of some reports, each once."""
    return tuple(dict.fromkeys(one for report in reports for one in disputed.get(report, ())))


def _judged_articles(
    facts_of: Mapping[str, Sequence[ReportFacts]], judgements: Sequence[Judgement]
) -> dict[str, tuple[Judgement, ...]]:
    """People's corrections and rejections by the article of the report that they are about."""
    about = judged_reports(judgements)
    if not about:
        return {}
    return {
        article_id: tuple(chain.from_iterable(about[r] for r in sorted(judged)))
        for article_id, facts in facts_of.items()
        if (judged := {one.report_id for one in facts} & about.keys())
    }


def _located(
    library: Library,
    facts_of: Mapping[str, Sequence[ReportFacts]],
    judged: Mapping[str, Sequence[Judgement]],
    index: EchoIndex,
) -> list[ReportFacts]:
    """All facts, as corrected, with the echoes that their articles belong to."""
    words = load_merge_words()
    found: list[ReportFacts] = []
    for article_id, facts in facts_of.items():
        if article_id in judged:
            article, analysis = library.document(article_id)
            reports = analysis.reports if analysis else ()
            facts = facts_of_article(  # noqa: PLW2901 (as corrected)
                article, corrected(reports, judged[article_id]), words
            )
        if not index.in_echo(article_id):
            found += facts
            continue
        copies, first = index.copies(article_id), index.first_published(article_id)
        found += [
            replace(one, copies=copies, first_published=first, home=index.home(one.home))
            for one in facts
        ]
    return found


def _order(one: ReportFacts) -> tuple[str, str, int, str]:
    """By publication, article and place in the text: independent of the input's order."""
    day = one.published.isoformat() if one.published else "9999"
    return day, one.article_id, one.start, one.report_id


def _explained(
    facts: Sequence[ReportFacts],
    groups: Sequence[Sequence[int]],
    denials: Sequence[Sequence[int]],
    decisions: Decisions,
) -> tuple[Judgement, ...]:
    """The machine's judgements: joined pairs, and close pairs that it kept apart."""
    event = np.full(len(facts), -1, dtype=np.int32)
    for number, group in enumerate(groups):
        event[[*group, *denials[number]]] = number
    scores = decisions.scores
    here, there = event[scores.pairs.one], event[scores.pairs.other]
    joined = (here == there) & (here >= 0)
    found = []
    for at in np.flatnonzero(joined | (scores.score >= JOIN)).tolist():
        one, other = scores.pairs[at]
        comparison = decisions.comparison(at)
        found.append(
            Judgement(
                kind="same" if joined[at] else "different",
                subject=facts[one].report_id,
                other=facts[other].report_id,
                by="machine",
                at=None,
                score=None if comparison.parted else comparison.score,
                reasons=tuple(map(sys.intern, comparison.reasons)),
            )
        )
    return tuple(found)


def _followed(facts: Sequence[ReportFacts], following: Mapping[int, int]) -> list[Judgement]:
    return [
        Judgement(
            kind="same",
            subject=facts[leader].report_id,
            other=facts[at].report_id,
            by="machine",
            at=None,
            score=None,
            reasons=("the same words in copies of one text",),
        )
        for at, leader in sorted(following.items())
    ]
