"""An audit from end to end: draw and keep a sample; compare what was coded with our records."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reportedly.audit.agree import Names
from reportedly.audit.codes import AuditedArticle
from reportedly.audit.folder import Member, manifest, read_manifest, read_members
from reportedly.audit.ours import our_reports
from reportedly.audit.scores import Scores, score
from reportedly.audit.second import CodersAgree, coders_agree
from reportedly.audit.sheet import NO_EVENT, CodedSheet, read_names, read_sheet, sheet_of
from reportedly.errors import OptionError
from reportedly.records import Coding, Sample
from reportedly.store import Collection


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """What a sample showed, and all that a methods appendix has to tell of it."""

    scores: Scores
    manifest: Mapping[str, Any]
    drawn: int
    not_coded: int
    changed: int  # articles that have another text now, and were left out
    coders: tuple[CodersAgree, ...]  # where a second coder read the sample
    seconds: tuple[float, ...]  # that coded reports took, where known


def audit_sheet(collection: Collection, codes: Path, second: Path | None = None) -> Audit:
    """Compare a coding sheet with the collection; sample.csv and names.csv stand beside it.

    Raises:
        OptionError: if a file cannot be read or a row of a sheet is wrong, with its number.
    """
    members = read_members(codes.parent / "sample.csv")
    names = Names(read_names(codes.parent / "names.csv"))
    sheet = _by_article(_faultless(read_sheet(codes)), members, codes.name)
    other = None
    if second is not None:
        other = _by_article(_faultless(read_sheet(second)), members, second.name)
    return _audit(
        collection,
        members,
        sheet,
        second=other,
        names=names,
        facts=read_manifest(codes.parent),
    )


def audit_desk(collection: Collection, number: int, coder: str, second: str | None = None) -> Audit:
    """Compare what a coder entered at the desk, under a pseudonym, with the collection.

    Raises:
        OptionError: if there is no such sample, or the coder finished no article of it.
    """
    sample = collection.audits.sample(number)
    members = members_of(collection, sample)
    sheet = desk_sheet(collection, number, coder)
    if not sheet.reports:
        raise OptionError(f"{coder} has finished no article of sample {number}")
    other = desk_sheet(collection, number, second) if second else None
    return _audit(
        collection,
        members,
        sheet,
        second=other,
        names=Names({}),
        facts=manifest(sample, number),
    )


def members_of(collection: Collection, sample: Sample) -> tuple[Member, ...]:
    """The articles of a sample that are still there, with what the program knows of them."""
    found = []
    for one in sample.articles:
        article = collection.article(one.article_id, one.text_id)
        if article is not None:
            found.append(
                Member(
                    article=one.article_id,
                    input_id=article.input_id,
                    outlet=article.outlet,
                    credit=article.credit,
                    stratum=one.stratum,
                    weight=one.weight,
                    text_id=one.text_id,
                )
            )
    return tuple(found)


def desk_sheet(collection: Collection, number: int, coder: str) -> CodedSheet:
    """What a coder entered at the desk, as a sheet; articles not marked as done are left out."""
    codings = [coding for _, coding in collection.audits.codings(number, coder)]
    done = {coding.article_id for coding in codings if coding.kind == "done"}
    return sheet_of(desk_rows(one for one in codings if one.article_id in done), "desk")


def desk_rows(codings: Iterable[Coding]) -> list[dict[str, str]]:
    """Codings as rows of a sheet."""
    rows = []
    for at, coding in enumerate(codings, start=1):
        cells = dict(coding.cells) if coding.kind == "report" else {"type": NO_EVENT}
        seconds = "" if coding.seconds is None else str(coding.seconds)
        rows.append({"report": f"c{at}", **cells, "article": coding.article_id, "seconds": seconds})
    return rows


def _faultless(sheet: CodedSheet) -> CodedSheet:
    if sheet.faults:
        more = f" (and {len(sheet.faults) - 1} more faults)" if len(sheet.faults) > 1 else ""
        raise OptionError(f"{sheet.faults[0]}{more}")
    return sheet


def _by_article(sheet: CodedSheet, members: Sequence[Member], name: str) -> CodedSheet:
    """The sheet with articles by their own ids."""
    ids = {one.input_id: one.article for one in members if one.input_id}
    ids |= {one.article: one.article for one in members}
    unknown = [key for key in sheet.reports if key not in ids]
    if unknown:
        raise OptionError(f"{name}: {unknown[0][:60]!r} is no article of sample.csv")
    reports = {ids[key]: coded for key, coded in sheet.reports.items()}
    return CodedSheet(reports=reports, faults=(), seconds=sheet.seconds)


def _audit(
    collection: Collection,
    members: Sequence[Member],
    sheet: CodedSheet,
    *,
    second: CodedSheet | None,
    names: Names,
    facts: Mapping[str, Any],
) -> Audit:
    drawn = Counter(one.stratum for one in members)
    coded = [one for one in members if one.article in sheet.reports]
    of_stratum = Counter(one.stratum for one in coded)
    compared, changed = [], 0
    for one in coded:
        article = collection.article(one.article)
        analysis = collection.analysis(one.article)
        if article is None or analysis is None or article.text_id != one.text_id:
            changed += 1
            continue
        compared.append(
            AuditedArticle(
                article=one.article,
                outlet=one.outlet,
                credit=one.credit,
                coded=sheet.reports[one.article],
                ours=our_reports(article, analysis),
                stratum=one.stratum,
                # what is not coded is stood for by the rest of its stratum
                weight=one.weight * drawn[one.stratum] / of_stratum[one.stratum],
            )
        )
    if not compared:
        raise OptionError("the sheet codes no article of the sample yet")
    return Audit(
        scores=score(_evened(compared), names),
        manifest=facts,
        drawn=len(members),
        not_coded=len(members) - len(coded),
        changed=changed,
        coders=coders_agree(sheet.reports, second.reports) if second else (),
        seconds=sheet.seconds,
    )


def _evened(articles: list[AuditedArticle]) -> list[AuditedArticle]:
    """Equal weights are no weights: figures of a plain sample are counted, not estimated."""
    if len({round(one.weight, 9) for one in articles}) > 1:
        return articles
    return [replace(one, weight=1.0) for one in articles]
