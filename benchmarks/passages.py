"""Task `passages`: marked passages that the network of act words did not learn from.

The passages of `training/passages` are invented; one in sixteen is kept out of training. Their
marks say which words tell an act of which type, and in most of them who has which role in it. They
are written with rare words, idioms and other senses of common words on purpose, and most are one to
four sentences long: harder than news, and no sample of it. Nobody tuned rules to these passages
one by one, but those that the network learns from were written by the same hands.

- `found`: of the events with marked roles that are told as done, the share that a report of their
  type tells in one of their words;
- `right`: of all reports, the share in whose passages a marked word tells an act of that type;
- `silent`: of the passages without a mark, the share that gives no report;
- `actor_not_victim`: of the reports of such events in which somebody acts, the share in which
  nobody acts who is marked as one who only suffers.

The best constant answer, to code nothing, finds nothing and is always silent.
"""

from __future__ import annotations

import runpy
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.event_gold import Reader, share, speed_line
from benchmarks.figures import lines
from reportedly.records import Evidence, Report
from training.kept_out import is_kept_out

FOLDER = Path(__file__).parents[1] / "training" / "passages"
FIGURES = ("found", "right", "silent", "actor_not_victim")
_DONE = frozenset({"", "historical", "claimed"})
_SUFFERING = frozenset({"recipient", "killed", "injured", "taken"})

Mark = Any  # of training/passages/check.py: start, end, acts, roles


def kept_out(folder: Path = FOLDER) -> Iterator[tuple[str, list[Mark]]]:
    """Text and marks of the passages that the network does not learn from."""
    unmarked = runpy.run_path(str(FOLDER / "check.py"))["unmarked"]
    for file in sorted(folder.glob("*.txt")):
        for line in file.read_text("utf-8").splitlines():
            text, marks = unmarked(line)
            if is_kept_out(text):
                yield text, marks


def tells(report: Report, marks: Sequence[Mark]) -> bool:
    """Whether a marked word inside a report's passages tells an act of its type."""
    return any(
        act.type == report.type and _overlaps(passage, mark)
        for mark in marks
        for act in mark.acts
        for passage in report.mentions
    )


def run(data: Path | None) -> dict[str, Any]:
    """Read the passages that are kept out, or those of a folder of such files."""
    reader = Reader()
    found: dict[str, list[bool]] = {name: [] for name in FIGURES}
    for text, marks in kept_out(data or FOLDER):
        reports = reader.analyse(text).reports
        found["right"] += [tells(report, marks) for report in reports]
        if not any(mark.acts for mark in marks):
            found["silent"].append(not reports)
        for event, words in _events(marks).items():
            told = [r for r in reports if tells(r, words)]
            found["found"].append(bool(told))
            found["actor_not_victim"] += [
                not _acts_as_victim(report, marks, event) for report in told if report.actors
            ]
    return {
        **{key: v for name in FIGURES for key, v in share(name, found[name]).items()},
        **reader.speed(),
    }


def _events(marks: Sequence[Mark]) -> dict[int, list[Mark]]:
    """The words of each event that is told as done, by its number."""
    words: dict[int, list[Mark]] = {}
    left_out = set()
    for mark in marks:
        for act in mark.acts:
            if act.event is None:
                continue
            words.setdefault(act.event, []).append(mark)
            if act.status not in _DONE:
                left_out.add(act.event)
    return {event: told for event, told in words.items() if event not in left_out}


def _acts_as_victim(report: Report, marks: Sequence[Mark], event: int) -> bool:
    roles = {
        role
        for actor in report.actors
        for mark in marks
        if _overlaps(actor.evidence, mark)
        for role, of in mark.roles
        if of == event
    }
    return bool(roles & _SUFFERING) and "actor" not in roles


def _overlaps(passage: Evidence, mark: Mark) -> bool:
    return bool(passage.start < mark.end and mark.start < passage.end)


def table(result: dict[str, Any]) -> str:
    """The figures, one a line."""
    return "\n".join([*lines(result, FIGURES), speed_line(result)])
