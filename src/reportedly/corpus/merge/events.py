"""From reports to events: block, compare, judge, cluster, attach denials, build."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

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
from reportedly.corpus.merge.texts import EchoIndex, echo_index
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
    for article_id, _ in library.versions():
        article, analysis = library.document(article_id)
        facts[article_id] = facts_of_article(article, analysis.reports if analysis else (), words)
    heads = {article.article_id: article for article in articles}
    return merge_facts(library, heads, facts, echoes, judgements=judgements, ledger=ledger)


def merge_facts(
    library: Library,
    heads: Mapping[str, Article],
    facts_of: Mapping[str, Sequence[ReportFacts]],
    echoes: Sequence[Echo],
    *,
    judgements: Sequence[Judgement] = (),
    ledger: Sequence[LedgerEntry] = (),
    memory: Memory | None = None,
) -> Merged:
    """Merge reports that are read by need; see `merge_reports`.

    Args:
        library: gives the articles and analyses.
        heads: all articles, by id; their texts are not looked at.
        facts_of: of the reports of each article, by id.
        echoes: among the articles.
        judgements: people's.
        ledger: of event ids.
        memory: of events as they were built before.
    """
    judged = _judged_articles(facts_of, judgements)
    index = echo_index(heads, echoes)
    facts = sorted(_located(library, facts_of, judged, index), key=_order)
    following = followers(facts, judgements)
    compared = [at for at in range(len(facts)) if at not in following]
    pairs = candidate_pairs([facts[at] for at in compared])
    decisions = decide(facts, [(compared[i], compared[j]) for i, j in pairs], judgements)
    asserting = [at for at in compared if not facts[at].denies]
    groups = [
        tuple(asserting[at] for at in group)
        for group in clusters(
            len(asserting),
            _among(asserting, decisions),
            lambda at: _order(facts[asserting[at]]),
        )
    ]
    denials = with_followers(attach(facts, groups, decisions.scores), following)
    groups = with_followers(groups, following)
    ids, new_ledger = assign_ids(
        [[facts[at].report_id for at in group] for group in groups], ledger
    )
    split_from = {entry.event_id: entry.split_from for entry in new_ledger}
    maker = EventMaker(library, index, judged, memory or NoMemory())
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


def _among(asserting: Sequence[int], decisions: Decisions) -> dict[tuple[int, int], float]:
    place = {at: number for number, at in enumerate(asserting)}
    return {
        (place[one], place[other]): score
        for (one, other), score in decisions.scores.items()
        if one in place and other in place
    }


def _explained(
    facts: Sequence[ReportFacts],
    groups: Sequence[Sequence[int]],
    denials: Sequence[Sequence[int]],
    decisions: Decisions,
) -> tuple[Judgement, ...]:
    """The machine's judgements: joined pairs, and close pairs that it kept apart."""
    event = {at: n for n, group in enumerate(groups) for at in (*group, *denials[n])}
    found = []
    for (one, other), comparison in sorted(decisions.comparisons.items()):
        together = one in event and event[one] == event.get(other)
        if not together and comparison.score < JOIN:
            continue
        found.append(
            Judgement(
                kind="same" if together else "different",
                subject=facts[one].report_id,
                other=facts[other].report_id,
                by="machine",
                at=None,
                score=None if comparison.parted else comparison.score,
                reasons=comparison.reasons,
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
