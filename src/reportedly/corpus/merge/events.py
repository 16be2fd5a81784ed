"""From reports to events: block, compare, judge, cluster, attach denials, build."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.corpus.merge.block import candidate_pairs
from reportedly.corpus.merge.build import build_event, merged_event
from reportedly.corpus.merge.cluster import clusters
from reportedly.corpus.merge.corroboration import entity_aliases
from reportedly.corpus.merge.denials import attach
from reportedly.corpus.merge.facts import ReportFacts, is_denial, report_facts, type_family
from reportedly.corpus.merge.followers import followers, with_followers
from reportedly.corpus.merge.judge import JOIN, Decisions, corrected, decide
from reportedly.corpus.merge.ledger import LedgerEntry, assign_ids
from reportedly.corpus.merge.lexicon import load_merge_words
from reportedly.corpus.merge.texts import EchoIndex, echo_index
from reportedly.records import Analysis, Article, Claim, Echo, Event, Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The events of a collection, the new ledger, and why the machine joined what it joined."""

    events: tuple[Event, ...]
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
    index = echo_index(articles, echoes)
    facts = _facts(index, analyses, judgements)
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
        [[facts[at].report.report_id for at in group] for group in groups], ledger
    )
    split_from = {entry.event_id: entry.split_from for entry in new_ledger}
    aliases = entity_aliases({analysis.article_id: analysis.entities for analysis in analyses})
    claims = _claims(analyses)
    events = [
        build_event(
            event_id,
            [facts[at] for at in group],
            [facts[at] for at in denied],
            index=index,
            aliases=aliases,
            claims=claims,
            split_from=split_from[event_id],
        )
        for event_id, group, denied in zip(ids, groups, denials, strict=True)
    ]
    events += [
        merged_event(entry.event_id, entry.merged_into)
        for entry in new_ledger
        if entry.merged_into is not None
    ]
    return Merged(
        events=tuple(sorted(events, key=lambda event: event.event_id)),
        ledger=new_ledger,
        judgements=(*_explained(facts, groups, denials, decisions), *_followed(facts, following)),
    )


def _facts(
    index: EchoIndex, analyses: Sequence[Analysis], judgements: Sequence[Judgement]
) -> list[ReportFacts]:
    reports = [report for analysis in analyses for report in analysis.reports]
    words = load_merge_words()
    told = Counter((r.article_id, type_family(r)) for r in reports if not is_denial(r))
    facts = [
        report_facts(
            report,
            index.articles[report.article_id],
            words=words,
            copies=index.copies(report.article_id),
            first_published=index.first_published(report.article_id),
            home=index.home(report),
            passage=_passage(
                report.evidence.start, report.evidence.end, index.articles[report.article_id]
            ),
            tells_another=told[report.article_id, type_family(report)] > 1,
        )
        for report in corrected(reports, judgements)
        if report.article_id in index.articles and not report.summary
    ]
    return sorted(facts, key=_order)


def _passage(start: int, end: int, article: Article) -> str:
    """The evidence with the rest of its line up to the nearest full stops."""
    first = max(article.text.rfind(mark, 0, start) for mark in (". ", "\n")) + 1
    last = min(
        (at for mark in (". ", "\n") if (at := article.text.find(mark, end)) >= 0),
        default=len(article.text),
    )
    return article.text[first:last]


def _order(one: ReportFacts) -> tuple[str, str, int, str]:
    """By publication, article and place in the text: independent of the input's order."""
    published = one.article.published
    day = published.isoformat() if published else "9999"
    return day, one.article.article_id, one.report.trigger.start, one.report.report_id


def _among(asserting: Sequence[int], decisions: Decisions) -> dict[tuple[int, int], float]:
    place = {at: number for number, at in enumerate(asserting)}
    return {
        (place[one], place[other]): score
        for (one, other), score in decisions.scores.items()
        if one in place and other in place
    }


def _claims(analyses: Sequence[Analysis]) -> Mapping[str, Sequence[Claim]]:
    about: dict[str, list[Claim]] = defaultdict(list)
    for analysis in sorted(analyses, key=lambda analysis: analysis.article_id):
        for claim in analysis.claims:
            if claim.about_report is not None:
                about[claim.about_report].append(claim)
    return about


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
                subject=facts[one].report.report_id,
                other=facts[other].report.report_id,
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
            subject=facts[leader].report.report_id,
            other=facts[at].report.report_id,
            by="machine",
            at=None,
            score=None,
            reasons=("the same words in copies of one text",),
        )
        for at, leader in sorted(following.items())
    ]
