"""Task `event-roles`: who did it and to whom, end to end from a sentence alone.

Rows of `zsp_plv` and of CAMEO's span files that tell an event: `source` (`target`) is the share of
rows with such spans where some report of the sentence has an actor (recipient) that shares a
character with one of them; `both` asks both of one report; `both_and_type` also its type, one of
the 15 roots of `zsp_plv` or the class of CAMEO's rows. A reciprocal actor of the gold counts as
source and as target; of a report without recipients that lists several actors, each may be the
other's. Nothing coded is wrong. Rows of class 0 (a bare statement) tell no event: `no_event` is
the share of them with no report, `class_accuracy` is over all five classes with class 0 for
nothing coded.

Sentences with several coders (final round, complete) give `place` and `date`, and
`coders_source` and `coders_target`: the share of a coder's annotations met by a report, as a mean
over coders; `humans_*` is the same of one coder's spans against each other's. `relevant` is the
share of annotations whose verdict (an event or none) is the product's.

Records of `petrarch_gsr` have codes for actors: `event_or_none` is the share where a report is
made exactly where the gold has an event; records marked as errors are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations
from pathlib import Path
from typing import Any

from benchmarks.event_gold import (
    CLASS_OF,
    Reader,
    Span,
    any_touches,
    most_common,
    root_of,
    share,
    spans_of,
    speed_line,
)
from benchmarks.figures import interval, lines, rounded
from benchmarks.gold import gold_rows
from reportedly.records import Analysis, Evidence, Report

_PEERS = (
    "peer: best dictionary coder on zsp_plv's held-out part: source .705, target .463, both .407, "
    "both and type .234",
    "peer: coders of the annotations, last round: source .67, target .50, place .58, time .61",
)
_ROLES = ("source", "target", "place", "date")
_GOLD_ROLE = {"source": "source", "target": "target", "place": "location", "date": "time"}


def run(data: Path | None) -> dict[str, Any]:
    """Read all sentences; figures whose gold is absent are None.

    Raises:
        ValueError: if no data is given.
    """
    if data is None:
        raise ValueError("event-roles needs --data: sentences with spans of source and target")
    reader = Reader()
    return {
        **_of_spans(data, reader),
        **_of_coders(data, reader),
        **_of_codes(data, reader),
        **reader.speed(),
    }


# --- sentences with one annotation ---------------------------------------------------------


def _of_spans(data: Path, reader: Reader) -> dict[str, Any]:
    asked: dict[str, list[bool]] = {name: [] for name in ("source", "target", "both", "typed")}
    silent: list[bool] = []
    classes: list[bool] = []
    gold_classes: list[str] = []
    for row, _ in gold_rows(data, ("text", "penta", "spans")):
        reports = coded(reader.analyse(row["text"]))
        event = row["penta"] != 0
        if "root" not in row:
            gold_classes.append(str(row["penta"]))
            classes.append(row["penta"] in ({_class(r) for r in reports} or {0}))
        if not event:
            silent.append(not reports)
            continue
        sources = spans_of(row, "source", "reciprocal")
        targets = spans_of(row, "target", "reciprocal")
        if sources:
            asked["source"].append(any(acts(r, sources) for r in reports))
        if targets:
            asked["target"].append(any(suffers(r, targets) for r in reports))
        if sources and targets:
            both = [r for r in reports if acts(r, sources) and suffers(r, targets)]
            asked["both"].append(bool(both))
            asked["typed"].append(any(_has_type(r, row) for r in both))
    return {
        **share("source", asked["source"]),
        **share("target", asked["target"]),
        **share("both", asked["both"]),
        **share("both_and_type", asked["typed"]),
        **share("no_event", silent, 1.0),
        **share("class_accuracy", classes, most_common(gold_classes)),
    }


def coded(analysis: Analysis) -> list[Report]:
    """The reports of an analysis that have a PLOVER type."""
    return [r for r in analysis.reports if r.type is not None]


def acts(report: Report, spans: Iterable[Span]) -> bool:
    """Whether an actor of a report stands in one of some spans."""
    return any_touches((a.evidence for a in report.actors), spans)


def suffers(report: Report, spans: Iterable[Span]) -> bool:
    """Whether a recipient, or one of several who act on each other, stands in some spans."""
    found = [a.evidence for a in report.recipients]
    if not found and len(report.actors) > 1:
        found = [a.evidence for a in report.actors]
    return any_touches(found, spans)


def _has_type(report: Report, row: Mapping[str, Any]) -> bool:
    if "root" in row:
        return root_of(report.type) == str(row["root"])
    return _class(report) == int(row["penta"])


def _class(report: Report) -> int:
    return CLASS_OF.get(report.type or "", 0)


# --- sentences with several coders -----------------------------------------------------------


def _of_coders(data: Path, reader: Reader) -> dict[str, Any]:
    ours: dict[str, dict[str, list[bool]]] = {role: {} for role in _ROLES}
    humans: dict[str, list[bool]] = {role: [] for role in _ROLES}
    verdicts: dict[str, list[bool]] = {}
    for row, _ in gold_rows(data, ("text", "annotations")):
        coders = [a for a in row["annotations"] if a["final_round"] and a["complete"]]
        reports = coded(reader.analyse(row["text"]))
        for coder in coders:
            if coder["relevant"] is not None:
                verdicts.setdefault(coder["coder"], []).append(coder["relevant"] == bool(reports))
            for role in _ROLES:
                spans = spans_of(coder, _GOLD_ROLE[role])
                if spans:
                    met = any_touches(_passages(reports, role), spans)
                    ours[role].setdefault(coder["coder"], []).append(met)
        for one, other in permutations(coders, 2):
            for role in _ROLES:
                spans = spans_of(one, _GOLD_ROLE[role])
                theirs = spans_of(other, _GOLD_ROLE[role])
                if spans:
                    humans[role].append(any(a < d and c < b for a, b in spans for c, d in theirs))
    names = {"source": "coders_source", "target": "coders_target"}
    found: dict[str, Any] = {}
    for role in _ROLES:
        found |= _mean_over_coders(names.get(role, role), list(ours[role].values()))
        found[f"humans_{role}"] = rounded(_mean(humans[role]))
    return found | _mean_over_coders("relevant", list(verdicts.values()))


def _passages(reports: Sequence[Report], role: str) -> list[Evidence]:
    found: list[Evidence] = []
    for report in reports:
        if role == "source":
            found.extend(a.evidence for a in report.actors)
        elif role == "target":
            found.extend(a.evidence for a in report.recipients or report.actors[1:])
        else:
            value = report.place if role == "place" else report.date
            if value is not None:
                found.append(value.evidence)
    return found


def _mean_over_coders(name: str, coders: Sequence[Sequence[bool]]) -> dict[str, Any]:
    if not coders:
        return {name: None, f"{name}_n": 0, f"{name}_interval": None}
    answers = [answer for coder in coders for answer in coder]
    means = [_mean(coder) or 0.0 for coder in coders]
    return {
        name: rounded(sum(means) / len(means)),
        f"{name}_n": len(answers),
        f"{name}_interval": interval(answers, _mean),
        f"{name}_best_constant": 0.0,
    }


# --- records with codes ----------------------------------------------------------------------


def _of_codes(data: Path, reader: Reader) -> dict[str, Any]:
    right: list[bool] = []
    events: list[str] = []
    for row, _ in gold_rows(data, ("text", "events", "no_events", "error")):
        if row["error"] is not None:
            continue
        reports = coded(reader.analyse(row["text"]))
        events.append(str(bool(row["events"])))
        right.append(bool(row["events"]) == bool(reports))
    return share("event_or_none", right, most_common(events))


def _mean(values: Sequence[bool]) -> float | None:
    return sum(values) / len(values) if values else None


def table(result: dict[str, Any]) -> str:
    """The figures, one a line, what coders give of each other, and peers."""
    names = (
        "source", "target", "both", "both_and_type", "no_event", "class_accuracy",
        "coders_source", "coders_target", "place", "date", "relevant", "event_or_none",
    )  # fmt: skip
    humans = ", ".join(f"{role} {result[f'humans_{role}']}" for role in _ROLES)
    return "\n".join(
        [
            *lines(result, names),
            f"the coders against each other: {humans}",
            speed_line(result),
            *_PEERS,
        ]
    )
