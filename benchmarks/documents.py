"""Task `documents`: is a document, is a sentence about a protest that took place?

Rows of `glocon_sample`: a text with label 1 or 0; others are left out; a row with a sentence's
number is a sentence, read on its own. By the gold's scheme a protest is any contentious act of
those who do not rule: marches and strikes, and also clashes, bombings and armed attacks. The
answer is yes if a report that tells an act as happened (no plan, call, threat or denial) is a
PROTEST, or an ASSAULT: in a document one by bombs, fire or crowd control, or by a group that is no
state's (`GROUPS`), in a sentence any, as it seldom says who. `*_protest_only_f1` counts PROTEST
alone. `*_f1` is of the positive class,
`document_macro_f1` the mean of both classes. The best constant answer says yes to all.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.event_gold import Reader, is_told_as_fact, macro_f1, speed_line
from benchmarks.figures import Matched, f1, finding, interval, lines, rounded
from benchmarks.gold import gold_rows
from reportedly.records import Analysis, Report

_YES, _NO = 1, 0
GROUPS = frozenset({"REB", "UAF", "IMG", "CVL", "LAB", "EDU", "AGR", "OPP"})
_MODES = frozenset({"explosives", "suicide-attack", "destroy", "crowd-control"})
_PEER = "peer: a regular expression: documents .573 (macro .767)"


def run(data: Path | None) -> dict[str, Any]:
    """Read all texts and compare verdicts.

    Raises:
        ValueError: if no data is given.
    """
    if data is None:
        raise ValueError("documents needs --data: texts labelled as about a protest or not")
    reader = Reader()
    documents: list[tuple[str, str]] = []
    sentences: list[tuple[str, str]] = []
    narrow_documents: list[tuple[str, str]] = []
    narrow_sentences: list[tuple[str, str]] = []
    for row, _ in gold_rows(data, ("text", "label")):
        if row["label"] not in {_YES, _NO}:
            continue
        analysis = reader.analyse(row["text"])
        alone = "sentence_number" in row
        gold = str(row["label"])
        found = str(int(tells_contention(analysis, alone=alone)))
        narrow = str(int(tells_protest(analysis)))
        (sentences if alone else documents).append((gold, found))
        (narrow_sentences if alone else narrow_documents).append((gold, narrow))
    return {
        **_figures("document", documents),
        **_figures("sentence", sentences),
        "document_protest_only_f1": _positive_f1(narrow_documents),
        "sentence_protest_only_f1": _positive_f1(narrow_sentences),
        **reader.speed(),
    }


def tells_protest(analysis: Analysis) -> bool:
    """Whether a text tells a protest that took place."""
    return any(r.type == "PROTEST" and is_told_as_fact(r) for r in analysis.reports)


def tells_contention(analysis: Analysis, *, alone: bool) -> bool:
    """Whether a text (a sentence `alone`) tells a protest, or violence of those who do not rule."""
    told = [r for r in analysis.reports if is_told_as_fact(r)]
    return any(r.type == "PROTEST" or (r.type == "ASSAULT" and (alone or _by_group(r)))
               for r in told)  # fmt: skip


def _by_group(report: Report) -> bool:
    sectors = {sector for actor in report.actors for sector in actor.value.sectors}
    return report.mode in _MODES or bool(sectors & GROUPS)


def _positive_f1(verdicts: Sequence[tuple[str, str]]) -> float | None:
    return rounded(f1(_matched(verdicts))) if verdicts else None


def _matched(verdicts: Sequence[tuple[str, str]]) -> list[Matched]:
    return [Matched(g == "1", f == "1", g == f == "1") for g, f in verdicts]


def _figures(name: str, verdicts: Sequence[tuple[str, str]]) -> dict[str, Any]:
    positive = sum(g == "1" for g, _ in verdicts)
    constant = 2 * positive / (positive + len(verdicts)) if verdicts else None
    return {
        **finding(name, _matched(verdicts)),
        f"{name}_f1_best_constant": rounded(constant),
        f"{name}_macro_f1": rounded(macro_f1(verdicts)),
        f"{name}_macro_f1_n": len(verdicts),
        f"{name}_macro_f1_interval": interval(verdicts, macro_f1),
    }


def table(result: dict[str, Any]) -> str:
    """The figures, one a line, and a peer."""
    names = [
        f"{kind}_{figure}"
        for kind in ("document", "sentence")
        for figure in ("f1", "precision", "recall", "macro_f1", "protest_only_f1")
    ]
    return "\n".join([*lines(result, names), speed_line(result), _PEER])
