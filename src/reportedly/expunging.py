"""Expunging: what must not be in a collection is removed, to the last byte, and said to be.

For a leak, personal data or an order to keep somebody safe; never to correct what a text says.
Whole articles go, or characters of them, which are masked one for one so that offsets stand.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from reportedly.codec import decode, encode
from reportedly.errors import OptionError
from reportedly.export.gone_rows import gone_rows, scrub_logs
from reportedly.export.privacy import Redacted
from reportedly.find.places import read_own_gazetteer
from reportedly.news import News
from reportedly.records import Analysis, Article, Report
from reportedly.run import Rework
from reportedly.store import Collection, Masked, Removal, Tombstone, new_tombstone
from reportedly.wording import Wording, masked
from reportedly.work import make_rework

_SHORTEST = 8  # characters of the beginning of an id
_NAMED_BY_HASH = frozenset({"article_id", "raw_id", "text_id"})


@dataclass(slots=True)
class Plan:
    """What would go, and what is near it and stays."""

    articles: list[Article] = field(default_factory=list)  # all versions, whole
    analyses: list[Analysis] = field(default_factory=list)
    raws: set[str] = field(default_factory=set)  # inputs that gave no article
    spans: dict[tuple[str, str], set[tuple[int, int]]] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    wording: Wording = field(default_factory=lambda: Wording(()))
    masked: list[Article] = field(default_factory=list)  # articles before they are masked
    records: set[str] = field(default_factory=set)
    touched: set[str] = field(default_factory=set)
    exported: list[tuple[str, str, str]] = field(default_factory=list)
    alike: set[str] = field(default_factory=set)  # articles that share text with those that go

    @property
    def is_empty(self) -> bool:
        """Whether nothing is there that would go."""
        return not (self.articles or self.raws or self.masked)

    def lines(self) -> Iterator[str]:
        """What goes and what stays, a line each, by ids alone."""
        whole = dict.fromkeys(one.article_id for one in self.articles)
        for article_id in whole:
            yield f"article {article_id}: its text, original, index, records, judgements, codings"
        for raw_id in sorted(self.raws):
            yield f"input {raw_id}: its bytes and its problem"
        for article in self.masked:
            yield f"article {article.article_id}: characters are masked, its original goes"
        reports = sum(len(one.reports) for one in self.analyses)
        said = sum(len(one.quotes) + len(one.claims) for one in self.analyses)
        if self.analyses:
            yield f"{reports} reports, {said} quotes and claims"
        if self.exported:
            exports = sorted({export for export, _, _ in self.exported})
            yield f"{len(self.exported)} rows of earlier exports are told as deleted: " + ", ".join(
                exports
            )
        for article_id in sorted(self.alike):
            yield f"stays: article {article_id} shares text with it"


def expunge(
    path: str | Path,
    keys: Sequence[str],
    *,
    names: Sequence[str] = (),
    why: str,
    dry_run: bool = False,
    parser: str | None = None,
    gazetteers: Sequence[Path] = (),
) -> tuple[Plan, str | None]:
    """Remove articles, inputs, passages of reports or names; gives what went and its tombstone.

    The collection is linked again where it was linked. What was removed before is no error.

    Args:
        path: the collection.
        keys: ids of articles (also their own ids or addresses), of inputs (hashes of their bytes;
            files that gave no article), or of reports, or the beginnings of them.
        names: wordings that are masked wherever they stand.
        why: kept beside the tombstone; it must not tell what was removed.
        dry_run: only say what would go.
        parser: name of an installed spaCy model, by which masked articles are read anew.
        gazetteers: the user's files of places.

    Raises:
        OptionError: if there is nothing of that id, or no reason.
        CollectionError: if the collection is in use or being read, or a disk fails.
    """
    if not why.strip() and not dry_run:
        raise OptionError("--why wants a reason, which is kept; it must not tell what is removed")
    for own in gazetteers:
        read_own_gazetteer(own)
    news = News.open(path)
    collection = news.collection
    tombstone = None
    with collection.lock("expunge"):  # also ends what a kill left undone
        plan = _planned(news, keys, names)
        if plan.is_empty and keys:
            raise OptionError(
                f"no article, input or report has the id {', '.join(keys)}; it may be gone already"
                " (an event goes with its reports: `reportedly show` names them)"
            )
        if not dry_run and not plan.is_empty:
            tombstone = new_tombstone()
            rework = make_rework(parser, tuple(gazetteers)) if plan.masked else None
            _carry_out(collection, plan, rework, tombstone, why)
    if not dry_run:
        link_again(news)
    return plan, tombstone


def link_again(news: News) -> None:
    """Make the links that expunging removed."""
    if news.collection.awaits_linking():
        news.link()


# --- what goes --------------------------------------------------------------------------------


def _planned(news: News, keys: Sequence[str], names: Sequence[str]) -> Plan:
    plan = Plan(names=list(names))
    collection = news.collection
    wanted: set[str] = set()
    for key in keys:
        _resolve(collection, key, plan, wanted)
    for article, analysis in collection.documents(latest=False):
        if article.article_id in wanted:
            plan.articles.append(article)
            plan.analyses.append(analysis)
            plan.records |= {article.article_id, *(r.report_id for r in analysis.reports)}
    _find_wording(collection, plan)
    _find_masked(collection, plan)
    _find_linked(collection, plan)
    plan.exported = list(gone_rows(_export_logs(collection), plan.records))
    return plan


def _resolve(collection: Collection, key: str, plan: Plan, wanted: set[str]) -> None:
    """Note the article, input or passages that a key names; nothing where there is none."""
    long = len(key) >= _SHORTEST
    named = {
        article.article_id
        for article in collection.articles(latest=False)
        if key in (article.input_id, article.url) or (long and article.article_id.startswith(key))
    }
    wanted |= named
    if named or not long:
        return
    for analysis in collection.analyses(latest=False):
        for report in analysis.reports:
            if report.report_id.startswith(key):
                where = plan.spans.setdefault((analysis.article_id, analysis.text_id), set())
                where |= _spans_of(report)
                plan.records.add(report.report_id)
    for article_id, raw_id in collection.inputs_of(key):
        if article_id is None:
            plan.raws.add(raw_id)
        else:
            wanted.add(article_id)


def _spans_of(report: Report) -> set[tuple[int, int]]:
    every = (report.trigger, report.evidence, *report.mentions)
    return {(one.start, one.end) for one in every}


def _find_wording(collection: Collection, plan: Plan) -> None:
    """Names, addresses and headlines that only what goes tells, and its text."""
    gone = {(one.article_id, one.text_id) for one in plan.articles}
    names = set[str]()
    phrases = list(plan.names)
    for article, analysis in zip(plan.articles, plan.analyses, strict=True):
        names |= {one for one in Redacted(article, analysis).private if len(one) > 3}
        phrases += filter(None, (article.url, article.title, article.byline))
    texts = [one.text for one in plan.articles]
    if gone and names:
        for article in collection.articles(latest=False):
            if (article.article_id, article.text_id) not in gone:
                text = article.text.casefold()
                names = {one for one in names if one.casefold() not in text}
    passages = [
        told.text[start:end]
        for key, spans in plan.spans.items()
        if (told := collection.article(*key)) is not None
        for start, end in spans
    ]
    plan.wording = Wording([*phrases, *sorted(names)], [*texts, *passages])


def _find_masked(collection: Collection, plan: Plan) -> None:
    """Articles that stay and have passages or names that go; also others of the same text."""
    names = Wording(plan.names)
    gone = {one.article_id for one in plan.articles}
    of_text = {text_id: spans for (_, text_id), spans in plan.spans.items()}
    if not of_text and not plan.names:
        return
    for article in collection.articles(latest=False):
        if article.article_id in gone:
            continue
        data = encode(article)
        if article.text_id in of_text or names.masked_in(data) != data:
            plan.masked.append(article)
            analysis = collection.analysis(article.article_id, article.text_id)
            spans = _all_spans(article, plan)
            for report in analysis.reports if analysis else ():
                if any(a < end and start < b for a, b in spans for start, end in _spans_of(report)):
                    plan.touched.add(report.report_id)
            plan.touched.add(article.article_id)


def _all_spans(article: Article, plan: Plan) -> list[tuple[int, int]]:
    own = {
        span
        for (_, text_id), spans in plan.spans.items()
        if text_id == article.text_id
        for span in spans
    }
    return sorted(own | set(Wording(plan.names).spans(article.text)))


def _find_linked(collection: Collection, plan: Plan) -> None:
    """Events that go with their reports, those that stay with fewer, echoes of the texts."""
    links = collection.links
    articles = {one.article_id for one in plan.articles}
    for event in links.events():
        told = {*event.reports, *event.denials, *event.withdrawn}
        if told & (plan.records | plan.touched):
            left = set(event.reports) - plan.records
            (plan.touched if left else plan.records).add(event.event_id)
    for echo in links.echoes():
        members = {one.article_id for one in echo.members}
        if members & articles:
            (plan.touched if len(members - articles) > 1 else plan.records).add(echo.echo_id)
            plan.alike |= members - articles
    for campaign in links.campaigns():
        if set(campaign.events) & (plan.records | plan.touched):
            plan.touched.add(campaign.campaign_id)
    for narrative in links.narratives():
        if set(narrative.articles) & articles:
            plan.touched.add(narrative.narrative_id)


# --- carrying it out --------------------------------------------------------------------------


def _carry_out(
    collection: Collection, plan: Plan, rework: Rework | None, tombstone: str, why: str
) -> None:
    removal = Removal(
        articles=frozenset(one.article_id for one in plan.articles),
        raws=frozenset(plan.raws),
        masked=[_masked(one, plan, rework) for one in plan.masked if rework],
        wording=plan.wording,
        records=frozenset(plan.records),
        exported=plan.exported,
    )
    kind = "name" if plan.names else "passage" if plan.spans else "article"
    if plan.articles or plan.raws:
        kind = "article"
    now = datetime.now(UTC).isoformat(timespec="seconds")
    # before the rows: to do it twice does no harm
    scrub_logs(_export_logs(collection), plan.records | plan.touched, plan.wording)
    collection.expunge(removal, Tombstone(tombstone=tombstone, at=now, kind=kind, why=why))


def _masked(article: Article, plan: Plan, rework: Rework) -> Masked:
    """An article without what goes, read anew, and a stand-in for its original."""
    data: Any = encode(article)
    shown: dict[str, Any] = {
        name: value if name in _NAMED_BY_HASH or name == "text" else plan.wording.masked_in(value)
        for name, value in data.items()
    }
    text = masked(article.text, _all_spans(article, plan))
    left = replace(decode(Article, {**shown, "text": text}), furniture=())
    stands_for = {"article": article.article_id, "text": text}
    content = json.dumps(stands_for, ensure_ascii=False).encode("utf-8")
    analysis = rework(left).analysis
    assert analysis is not None, "a re-analysis gives one, or raises"
    return Masked(
        article=left,
        analysis=analysis,
        raw_id=hashlib.sha256(content).hexdigest(),
        content=content,
    )


def _export_logs(collection: Collection) -> Path:
    return collection.folder / "exports"
