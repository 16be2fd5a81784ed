"""Integrity of a collection: hashes, spans, dangling ids, one outcome for each input."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import zstandard

from reportedly.codec import CodecError
from reportedly.errors import CollectionError
from reportedly.records import Analysis
from reportedly.records.passages import passages_in
from reportedly.store.database import fact, reading
from reportedly.store.documents import newest_analysis
from reportedly.store.index import Index
from reportedly.store.links import Links
from reportedly.store.packing import unpack_analysis, unpack_article, unpack_text
from reportedly.store.raw import RawFiles
from reportedly.store.redacted import WITHOUT_ORIGINALS

_BROKEN = (zstandard.ZstdError, CodecError, UnicodeDecodeError, ValueError, KeyError)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something that does not hold, and where."""

    what: str  # raw | text | article | analysis | outcome | links | ledger | index | database
    id: str
    reason: str

    def __str__(self) -> str:
        return f"{self.what} {self.id}: {self.reason}"


def faults_of(file: Path, raws: RawFiles, index: Index, links: Links) -> Iterator[Fault]:
    """All faults, one at a time; reads the whole collection once."""
    reports, claims, articles = set[str](), set[str](), set[str]()
    linked = True
    try:
        with reading(file) as database:
            yield from _check_pages(database, "database", file)
            if not fact(database, WITHOUT_ORIGINALS):
                yield from _check_raws(database, raws)
            yield from _check_texts(database)
            yield from _check_outcomes(database)
            yield from _check_documents(database, reports, claims)
            yield from _check_dangling(database)
            articles = {row[0] for row in database.execute("SELECT article_id FROM articles")}
            linked = fact(database, "linked") == newest_analysis(database)
    except CollectionError as error:
        yield Fault(what="database", id=file.name, reason=str(error))
        return
    try:
        if index.file.exists():
            with reading(index.file) as database:
                yield from _check_pages(database, "index", index.file)
        yield from _check_index(file, index)
    except CollectionError as error:
        yield Fault(what="index", id=index.file.name, reason=str(error))
    if links.file is None:
        return
    try:
        if links.file.exists():
            with reading(links.file) as database:
                yield from _check_pages(database, "links", links.file)
        for fault in _check_links(links, articles, reports, claims):
            # links of an earlier state may name what was read anew: the next linking mends them
            if linked or fault.id == links.file.name:
                yield fault
    except (CollectionError, *_BROKEN) as error:
        yield Fault(what="links", id=links.file.name, reason=str(error))


def _check_pages(database: sqlite3.Connection, what: str, file: Path) -> Iterator[Fault]:
    for (line,) in database.execute("PRAGMA quick_check"):
        if line != "ok":
            yield Fault(what=what, id=file.name, reason=" ".join(line.split()))


def _check_raws(database: sqlite3.Connection, raws: RawFiles) -> Iterator[Fault]:
    for (raw_id,) in database.execute("SELECT raw_id FROM raws ORDER BY raw_id"):
        try:
            right = hashlib.sha256(raws.get(raw_id)).hexdigest() == raw_id
        except FileNotFoundError:
            yield Fault(what="raw", id=raw_id, reason="the original is missing")
        except (OSError, zstandard.ZstdError):
            yield Fault(what="raw", id=raw_id, reason="the original cannot be read")
        else:
            if not right:
                yield Fault(what="raw", id=raw_id, reason="the bytes do not have this hash")


def _check_texts(database: sqlite3.Connection) -> Iterator[Fault]:
    for row in database.execute("SELECT * FROM texts ORDER BY text_id"):
        try:
            text = unpack_text(row["data"])
        except _BROKEN:
            yield Fault(what="text", id=row["text_id"], reason="cannot be read")
            continue
        if not row["masked"] and hashlib.sha256(text.encode()).hexdigest() != row["text_id"]:
            yield Fault(what="text", id=row["text_id"], reason="the text does not have this hash")
        if len(text) != row["characters"]:
            yield Fault(what="text", id=row["text_id"], reason="its length has changed")


def _check_documents(
    database: sqlite3.Connection, reports: set[str], claims: set[str]
) -> Iterator[Fault]:
    """Articles and analyses; notes the ids of reports and claims for what points at them."""
    query = (
        "SELECT article_id, text_id, a.raw_id,"
        " a.data AS article, n.data AS analysis, t.data AS text"
        " FROM articles a LEFT JOIN analyses n USING (article_id, text_id)"
        " LEFT JOIN texts t USING (text_id) ORDER BY a.number"
    )
    for row in database.execute(query):
        article_id = row["article_id"]
        if row["text"] is None or row["analysis"] is None:
            part = "text" if row["text"] is None else "analysis"
            yield Fault(what="article", id=article_id, reason=f"its {part} is missing")
            continue
        try:
            text = unpack_text(row["text"])
            unpack_article(row, text)
            analysis = unpack_analysis(row, text)
        except _BROKEN as error:
            yield Fault(what="analysis", id=article_id, reason=f"cannot be read: {error}")
            continue
        yield from _check_analysis(analysis, text)
        claims.update(f"{analysis.article_id}/{claim.claim_id}" for claim in analysis.claims)
        for report in analysis.reports:
            if report.report_id in reports:
                yield Fault(what="analysis", id=article_id, reason=f"{report.report_id} is twice")
            reports.add(report.report_id)


def _check_analysis(analysis: Analysis, text: str) -> Iterator[Fault]:
    where = analysis.article_id
    for passage in passages_in(analysis):
        named = passage.text_id == analysis.text_id
        inside = 0 <= passage.start < passage.end <= len(text)
        if not (named and inside and text[passage.start : passage.end] == passage.quote):
            span = f"[{passage.start}, {passage.end})"
            yield Fault(what="analysis", id=where, reason=f"{span} is not in its text")
    for report in analysis.reports:
        if report.article_id != where:
            reason = f"report {report.report_id} names another article"
            yield Fault(what="analysis", id=where, reason=reason)
    own = {report.report_id for report in analysis.reports}
    for claim in analysis.claims:
        if claim.about_report is not None and claim.about_report not in own:
            reason = f"claim {claim.claim_id} is about a report that is not there"
            yield Fault(what="analysis", id=where, reason=reason)


def _check_outcomes(database: sqlite3.Connection) -> Iterator[Fault]:
    tests = {
        "article outcome without its article": (
            "SELECT source FROM outcomes o WHERE kind = 'article' AND NOT EXISTS (SELECT 1 FROM"
            " articles a WHERE a.article_id = o.article_id AND a.text_id = o.text_id)"
        ),
        "problem outcome without its problem": (
            "SELECT source FROM outcomes o WHERE kind = 'problem'"
            " AND NOT EXISTS (SELECT 1 FROM problems p WHERE p.outcome = o.number)"
        ),
        "original without an outcome": (
            "SELECT raw_id FROM raws r"
            " WHERE NOT EXISTS (SELECT 1 FROM outcomes o WHERE o.content = r.raw_id)"
        ),
        "not one outcome for this version of the article": (
            "SELECT a.article_id FROM articles a LEFT JOIN outcomes o ON o.kind = 'article'"
            " AND o.article_id = a.article_id AND o.text_id = a.text_id"
            " GROUP BY a.number HAVING count(o.number) <> 1"
        ),
        "not one latest version": (
            "SELECT article_id FROM articles GROUP BY article_id HAVING sum(latest) <> 1"
        ),
    }
    for reason, query in tests.items():
        for (key,) in database.execute(query):
            yield Fault(what="outcome", id=key, reason=reason)


def _check_dangling(database: sqlite3.Connection) -> Iterator[Fault]:
    tests = {
        "article": (
            "its original was never read",
            "SELECT article_id FROM articles a"
            " WHERE NOT EXISTS (SELECT 1 FROM raws r WHERE r.raw_id = a.raw_id)",
        ),
        "analysis": (
            "no such article",
            "SELECT article_id FROM analyses n WHERE NOT EXISTS (SELECT 1 FROM articles a"
            " WHERE a.article_id = n.article_id AND a.text_id = n.text_id)",
        ),
        "text": (
            "no article has it",
            "SELECT text_id FROM texts t"
            " WHERE NOT EXISTS (SELECT 1 FROM articles a WHERE a.text_id = t.text_id)",
        ),
        "ledger": (
            "merged into or split from an event id that was never minted",
            "SELECT event_id FROM ledger l, json_each(json_array(json_extract(data,"
            " '$.merged_into'), json_extract(data, '$.split_from'))) AS other"
            " WHERE other.value IS NOT NULL"
            " AND NOT EXISTS (SELECT 1 FROM ledger m WHERE m.event_id = other.value)",
        ),
    }
    for what, (reason, query) in tests.items():
        for (key,) in database.execute(query):
            yield Fault(what=what, id=key, reason=reason)


def _check_index(file: Path, index: Index) -> Iterator[Fault]:
    if not index.is_current():
        return  # it will be built when it is needed
    if index.lacking(file, 0, 1):
        return  # it is behind: the next read or re-analysis takes in what is new
    for number in index.gone(file):
        yield Fault(what="index", id=str(number), reason="an analysis that is gone")


def _check_links(
    links: Links, articles: set[str], reports: set[str], claims: set[str]
) -> Iterator[Fault]:
    file = links.file
    if file is None or not file.exists():
        yield Fault(
            what="links", id=file.name if file else "", reason="the file is missing: link again"
        )
        return
    events = set[str]()
    for event in links.events():
        events.add(event.event_id)
        told_by = (*event.reports, *event.denials, *event.withdrawn)
        yield from _missing(event.event_id, "report", told_by, reports)
    for echo in links.echoes():
        members = (member.article_id for member in echo.members)
        yield from _missing(echo.echo_id, "article", members, articles)
    for campaign in links.campaigns():
        yield from _missing(campaign.campaign_id, "event", campaign.events, events)
    for narrative in links.narratives():
        yield from _missing(narrative.narrative_id, "claim", narrative.claims, claims)


def _missing(where: str, what: str, named: Iterable[str], there: set[str]) -> Iterator[Fault]:
    for key in named:
        if key not in there:
            yield Fault(what="links", id=where, reason=f"no {what} {key}")
