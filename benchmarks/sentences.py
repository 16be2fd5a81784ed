"""Task `sentences`: what the police did, sentence by sentence, in full stories.

Rows of `india_police_events`: a document with its date, and every sentence read for five flags. A
sentence has a flag if a passage of a report that carries it begins there (`Report.mentions`).
Police are actors of the sectors COP, MIL, PRM and SPY; a report counts unless it is only planned,
threatened or supposed, or denied:

- ARREST: COERCE `arrest`, by the police or by nobody named;
- FORCE: ASSAULT by the police, or `crowd-control` by nobody named;
- KILL: a report of FORCE, where the sentence gives its number of dead or its passage says so;
- ANY_ACTION: any report in which the police act, or one of the three flags;
- FAIL: a negated act of the police, or a claim about them.

`mean_f1` is over KILL, ARREST and FORCE. The gold marks charges and negated acts as positive for
FAIL and ANY_ACTION; the fields of reality are not bent to that. `documents_*` are the same flags
of whole documents. Intervals are over documents; the best constant answer finds nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.event_gold import Reader, day_of, label_lines, passages, speed_line, touches
from benchmarks.figures import Matched, f1, interval, lines, precision, recall, rounded
from benchmarks.gold import gold_rows
from reportedly.records import Actor, Analysis, Evidence, Report

FLAGS = ("KILL", "ARREST", "FORCE", "ANY_ACTION", "FAIL")
_MEAN_OF = ("KILL", "ARREST", "FORCE")
_POLICE = frozenset({"COP", "MIL", "PRM", "SPY"})
_DEADLY = re.compile(r"kill|dead|death|died|lynch|murder|execut|massacre", re.IGNORECASE)
_PEER = "peer: TF-IDF trained on the whole: KILL .667, ARREST .804, FORCE .892, ANY .780, FAIL .413"
Flags = dict[str, set[int]]  # numbers of the sentences that have a flag


def run(data: Path | None) -> dict[str, Any]:
    """Read all documents and compare flags.

    Raises:
        ValueError: if no data is given.
    """
    if data is None:
        raise ValueError("sentences needs --data: documents whose sentences carry flags")
    reader = Reader()
    counts: dict[str, list[Matched]] = {flag: [] for flag in FLAGS}
    whole: dict[str, list[Matched]] = {flag: [] for flag in FLAGS}
    for row, _ in gold_rows(data, ("text", "sentences", "labels", "date")):
        bounds = [(s["start"], s["end"]) for s in row["sentences"]]
        found = flags_of(reader.analyse(row["text"], day_of(row["date"])), bounds)
        for flag in FLAGS:
            gold = {n for n, s in enumerate(row["sentences"]) if flag in s["labels"]}
            got = found[flag]
            counts[flag].append(Matched(len(gold), len(got), len(gold & got)))
            marked = flag in row["labels"]
            whole[flag].append(Matched(marked, bool(got), marked and bool(got)))
    return {
        **_mean("mean_f1", counts),
        "mean_f1_best_constant": 0.0,
        "per_flag": {flag: _figures(counts[flag]) for flag in FLAGS},
        **_mean("documents_mean_f1", whole),
        "documents_per_flag": {flag: _figures(whole[flag]) for flag in FLAGS},
        **reader.speed(),
    }


def flags_of(analysis: Analysis, bounds: Sequence[tuple[int, int]]) -> Flags:
    """The sentences, by their bounds in the text, that have each flag."""
    found: Flags = {flag: set() for flag in FLAGS}
    for report in analysis.reports:
        flags = flags_of_report(report)
        for evidence in passages(report):
            number = _sentence_of(evidence.start, bounds)
            if number is None:
                continue
            for flag in flags:
                if flag != "KILL" or _tells_dead(report, evidence, bounds[number]):
                    found[flag].add(number)
    for claim in analysis.claims:
        if any(_is_police(found_actor.value) for found_actor in claim.about):
            number = _sentence_of(claim.content.start, bounds)
            if number is not None:
                found["FAIL"].add(number)
    return found


def flags_of_report(report: Report) -> tuple[str, ...]:
    """The flags that a report carries; KILL still depends on the sentence."""
    police = any(_is_police(actor.value) for actor in report.actors)
    happened = report.realis == "actual" and report.stance != "denies"
    if report.polarity == "negated":
        return ("FAIL", "ANY_ACTION") if police else ()
    if not happened:
        return ()
    flags: list[str] = []
    nobody = not report.actors
    if report.type == "COERCE" and report.mode == "arrest" and (police or nobody):
        flags.append("ARREST")
    crowds = report.mode == "crowd-control"
    if report.type == "ASSAULT" and (police or (nobody and crowds)):
        flags.extend(("FORCE", "KILL"))
    if flags or police:
        flags.append("ANY_ACTION")
    return tuple(flags)


def _tells_dead(report: Report, passage: Evidence, sentence: tuple[int, int]) -> bool:
    """Whether a sentence says that the act of a report killed."""
    if _DEADLY.search(passage.quote):
        return True
    return any(
        c.value.kind == "killed" and c.value.best != 0 and touches(c.evidence, sentence)
        for c in report.counts
    )


def _is_police(actor: Actor) -> bool:
    return bool(_POLICE & set(actor.sectors))


def _sentence_of(offset: int, bounds: Sequence[tuple[int, int]]) -> int | None:
    return next((n for n, (start, end) in enumerate(bounds) if start <= offset < end), None)


def _figures(counts: Sequence[Matched]) -> dict[str, Any]:
    return {
        "f1": rounded(f1(counts)),
        "precision": rounded(precision(counts)),
        "recall": rounded(recall(counts)),
        "interval": interval(counts, f1),
        "n": sum(c.gold for c in counts),
    }


def _mean(name: str, counts: dict[str, list[Matched]]) -> dict[str, Any]:
    """The mean F1 of the three flags, its interval over documents, and n of their sentences."""
    rows = list(zip(*(counts[flag] for flag in _MEAN_OF), strict=True))

    def figure(chosen: Sequence[Sequence[Matched]]) -> float | None:
        values = [f1([row[n] for row in chosen]) for n in range(len(_MEAN_OF))]
        present = [v for v in values if v is not None]
        return sum(present) / len(present) if present else None

    return {
        name: rounded(figure(rows)),
        f"{name}_n": sum(c.gold for row in rows for c in row),
        f"{name}_interval": interval(rows, figure),
    }


def table(result: dict[str, Any]) -> str:
    """The figures, one a line, flags below, and a peer."""
    return "\n".join(
        [
            *lines(result, ("mean_f1", "documents_mean_f1")),
            "sentences",
            *label_lines(result["per_flag"]),
            "documents",
            *label_lines(result["documents_per_flag"]),
            speed_line(result),
            _PEER,
        ]
    )
