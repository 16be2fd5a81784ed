"""People's corrections and rejections: laid over reports as these were extracted."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar, get_args

from reportedly.corpus.merge.names import name_words
from reportedly.records import (
    Actor,
    Contradiction,
    Count,
    CountKind,
    DateValue,
    Evidence,
    Found,
    Judgement,
    Place,
    Report,
)

T = TypeVar("T")

_KINDS: tuple[CountKind, ...] = get_args(CountKind)
# As people write numbers, and as tables show them: '3', '3–5', '3–' (at least), '–5' (up to).
_NUMBER = re.compile(
    r"(?P<up_to>\bup to\s+|[-–])?(?P<low>\d+)(?:\s*(?:to|-|–)\s*(?P<high>\d+)|(?P<open>\s*[-–+]))?"
)
_AT_LEAST = re.compile(r"\b(?:at least|more than|over)\b")
_GIVER = re.compile(r"\([^()]*\)")
_THOUSANDS = re.compile(r"(?<=\d)[,.\u202f\xa0](?=\d{3}\b)")


def by_people(judgements: Sequence[Judgement]) -> list[Judgement]:
    """People's judgements from the oldest to the newest, so that the newest stands."""
    return sorted(
        (j for j in judgements if j.by != "machine"),
        key=lambda j: (j.at or "", j.by, j.subject, j.other or "", j.kind, j.value or ""),
    )


def judged_reports(judgements: Sequence[Judgement]) -> dict[str, list[Judgement]]:
    """People's corrections, rejections and acceptances by the report that they are about."""
    about: dict[str, list[Judgement]] = defaultdict(list)
    for judgement in by_people(judgements):
        if judgement.kind in {"correct", "reject", "accept"}:
            about[judgement.subject].append(judgement)
    return about


def conflicts(judgements: Sequence[Judgement]) -> dict[str, tuple[Contradiction, ...]]:
    """Where people's standing judgements differ, by the report that they are about.

    Of each person the latest stands. A field is `reviewed place` and the like, `reviewed report`
    where one rejects what another accepts, `reviewed act` where one joins what another parts.
    Who says what is left to the judgements themselves.
    """
    standing: dict[tuple[str, str, str], dict[str, str]] = defaultdict(dict)
    for one in by_people(judgements):
        if one.kind == "correct":
            standing[one.subject, f"reviewed {one.field}", ""][one.by] = one.value or "none"
        elif one.kind in {"reject", "accept"}:
            standing[one.subject, "reviewed report", ""][one.by] = f"{one.kind}ed"
        elif one.kind in {"same", "different"} and one.other is not None:
            here, there = sorted((one.subject, one.other))
            standing[here, "reviewed act", there][one.by] = one.kind
    found: dict[str, list[Contradiction]] = defaultdict(list)
    for (report, field, other), said in sorted(standing.items()):
        reports = (report, other) if other else (report,)
        values = tuple((value, reports) for value in sorted(set(said.values())))
        if len(values) > 1:
            for name in reports:
                found[name].append(Contradiction(field=field, values=values))
    return {report: tuple(some) for report, some in found.items()}


def corrected(reports: Sequence[Report], judgements: Sequence[Judgement]) -> list[Report]:
    """Reports as people corrected them, without those they rejected.

    The stored reports stay as extracted; this is the view from which events are built. These
    corrections are read, and one that cannot be read is left alone; an empty one takes the
    values away:
      `type`, `mode`, `realis`, `polarity`  the value itself;
      `place`  a name;
      `date`  an ISO day, or two with a slash;
      `actor`, `recipient`  names, with semicolons between several;
      `count`  a kind and a number ("killed 3", "3 to 5 injured", "at least 200 crowd"), with
          semicolons between several; without a kind, that of the only number that the report
          gives. Kinds that are not named stay as they are.
    """
    rejected: set[str] = set()
    fixes: dict[str, list[Judgement]] = {}
    for judgement in by_people(judgements):
        if judgement.kind == "reject":
            rejected.add(judgement.subject)
        elif judgement.kind == "accept":
            rejected.discard(judgement.subject)
        elif judgement.kind == "correct":
            fixes.setdefault(judgement.subject, []).append(judgement)
    kept = []
    for report in reports:
        if report.report_id not in rejected:
            for fix in fixes.get(report.report_id, []):
                report = _fixed(report, fix)  # noqa: PLW2901 (one correction after another)
            kept.append(report)
    return kept


def _fixed(report: Report, fix: Judgement) -> Report:
    value = (fix.value or "").strip()
    changed: dict[str, Any] = {}
    match fix.field:
        case "type" | "mode" | "realis" | "polarity":
            changed = {fix.field: fix.value}
        case "place":
            place = _found(Place(name=value), report.evidence, fix)
            changed = {"place": place if value else None}
        case "date":
            days = _days(value)
            if days is not None or not value:
                changed = {"date": _found(days, report.evidence, fix) if days else None}
        case "actor":
            changed = {"actors": _actors(value, report.actors, report, fix)}
        case "recipient":
            changed = {"recipients": _actors(value, report.recipients, report, fix)}
        case "count":
            changed = {"counts": _counts(value, report, fix)}
    return replace(report, **changed)


def _days(value: str) -> DateValue | None:
    first, _, last = value.partition("/")
    try:
        earliest, latest = date.fromisoformat(first), date.fromisoformat(last or first)
    except ValueError:
        return None
    return DateValue(
        earliest=earliest, latest=latest, granularity="range" if last else "day", text=value
    )


def _actors(
    value: str, told: Sequence[Found[Actor]], report: Report, fix: Judgement
) -> tuple[Found[Actor], ...]:
    """The named ones; what was known of one whom the report names so is kept."""
    known: Mapping[frozenset[str], Actor] = {name_words(one.value.name): one.value for one in told}
    names = dict.fromkeys(name for part in value.split(";") if (name := part.strip()))
    return tuple(
        _found(known.get(name_words(name), Actor(name=name)), report.evidence, fix)
        for name in names
    )


def _counts(value: str, report: Report, fix: Judgement) -> tuple[Found[Count], ...]:
    """The report's counts with those of the named kinds replaced."""
    if not value:
        return ()
    counts = report.counts
    for part in value.split(";"):
        count = _count(_GIVER.sub("", part).strip(), {found.value.kind for found in counts})
        if count is not None:
            others = tuple(found for found in counts if found.value.kind != count.kind)
            counts = (*others, _found(count, report.evidence, fix))
    return counts


def _count(value: str, told: Collection[CountKind]) -> Count | None:
    """One number in words or as tables show it; None for what cannot be read."""
    words = set(re.findall(r"[^\W\d_]+", value.casefold()))
    kinds = [kind for kind in _KINDS if kind in words] or (list(told) if len(told) == 1 else [])
    match = _NUMBER.search(_THOUSANDS.sub("", value.casefold()))
    if len(kinds) != 1 or match is None:
        return None
    first, last = int(match["low"]), int(match["high"] or match["low"])
    at_least = bool(match["open"] or _AT_LEAST.search(value.casefold()))
    up_to = match["up_to"] is not None
    return Count(
        kind=kinds[0],
        low=None if up_to else first,
        best=first if first == last and not at_least and not up_to else None,
        high=None if at_least else last,
        text=value,
    )


def _found(value: T, evidence: Evidence, fix: Judgement) -> Found[T]:
    return Found(value=value, evidence=evidence, made_by=f"person:{fix.by}")
