"""Task `false-events`: articles that tell no codable event, and what is coded in them all the same.

`no_events.csv` lists articles of the gold folders by set, id, half and genre. Each was read and
chosen because it tells no act of the codebook, in words or deeds, that can be placed or dated:
in the half `political` polls, tallies, results, candidacies, budgets, interviews on policy, comment
and letters without a charge against somebody; in the half `other` sport, business, science,
culture, obituaries and notices. Articles were chosen by reading alone; three of the first hundred
political ones were taken out again when a second look found a dated massacre, an attack and an
endorsement told in passing.

`political` and `other` are the shares of articles of a half in which at least one report is told
as fact (actual, not denied, not negated, with a type); retold ones count too. `reports` is the
number of such reports in a hundred articles. Lower is better; the best constant answer, to code
nothing, has 0. `by_rule` and `by_genre` say where they come from. Rows of a folder of its own
(`text`, `half`, and `genre` where known) are read in the same way.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.event_gold import Reader, day_of, is_told_as_fact, speed_line
from benchmarks.figures import interval, lines, rounded
from benchmarks.gold import gold_rows, shared_gold
from reportedly.records import Report

HALVES = ("political", "other")
_LIST = Path(__file__).with_name("no_events.csv")
_TEXT, _IDENTITY, _DAY = ("text", "body"), ("id", "doc"), ("published", "date", "date_publish")


@dataclass(frozen=True, slots=True)
class Told:
    """An article without events, and the reports told as fact that it gave."""

    key: str
    half: str
    genre: str
    reports: tuple[Report, ...]


def run(data: Path | None) -> dict[str, Any]:
    """Read the listed articles of the gold folder, or the rows of a folder of such articles.

    Raises:
        ValueError: if no data is given and the gold folder is not found, or it holds none of them.
    """
    reader = Reader()
    told = [
        Told(key, half, genre, _facts(reader, text, day))
        for key, half, genre, text, day in articles(data or shared_gold())
    ]
    if not told:
        raise ValueError("false-events found none of the articles of no_events.csv")
    return {**figures(told), **reader.speed()}


def articles(data: Path) -> Iterator[tuple[str, str, str, str, str]]:
    """Key, half, genre, text and day of every article without events under a folder."""
    listed: dict[str, dict[str, tuple[str, str]]] = {}
    with _LIST.open(encoding="utf-8", newline="") as lines_:
        for row in csv.DictReader(lines_):
            listed.setdefault(row["set"], {})[row["id"]] = (row["half"], row["genre"])
    for name, wanted in listed.items():
        if not (data / name).is_dir():
            continue
        identity = next(i for i in _IDENTITY if any(True for _ in gold_rows(data / name, (i,), i)))
        for given, _ in gold_rows(data / name, (identity,), identity):
            text = next((given[key] for key in _TEXT if key in given), None)
            if text is not None and str(given[identity]) in wanted:
                half, genre = wanted.pop(str(given[identity]))
                yield f"{name}/{given[identity]}", half, genre, text, _day(given)
    for given, path in gold_rows(data, ("text", "half")):
        key = f"{path.name}/{given.get('id', '')}"
        yield key, given["half"], given.get("genre", ""), given["text"], _day(given)


def figures(told: Sequence[Told]) -> dict[str, Any]:
    """Shares of articles with a report, by half, and where the reports come from."""
    found: dict[str, Any] = {}
    for half in HALVES:
        flags = [bool(t.reports) for t in told if t.half == half]
        found |= {
            half: rounded(_mean(flags)),
            f"{half}_n": len(flags),
            f"{half}_interval": interval(flags, _mean),
            f"{half}_best_constant": 0.0,
        }
    return found | {
        "reports": round(100 * sum(len(t.reports) for t in told) / max(len(told), 1), 1),
        "reports_n": len(told),
        "by_rule": _counts(r.made_by for t in told for r in t.reports),
        "by_type": _counts(str(r.type) for t in told for r in t.reports),
        "by_genre": _counts(t.genre for t in told if t.reports),
        "articles": [t.key for t in told if t.reports],
    }


def _facts(reader: Reader, text: str, day: str) -> tuple[Report, ...]:
    return tuple(r for r in reader.analyse(text, day_of(day)).reports if is_told_as_fact(r))


def _day(given: dict[str, Any]) -> str:
    return next((str(given[key]) for key in _DAY if given.get(key)), "")


def _counts(names: Iterator[str]) -> dict[str, int]:
    return dict(Counter(names).most_common())


def _mean(flags: Sequence[bool]) -> float | None:
    return sum(flags) / len(flags) if flags else None


def table(result: dict[str, Any]) -> str:
    """The shares, and the rules that gave the most reports."""
    rules = [f"  {name:<40} {n}" for name, n in list(result["by_rule"].items())[:15]]
    genres = ", ".join(f"{name} {n}" for name, n in result["by_genre"].items())
    return "\n".join(
        [
            *lines(result, HALVES),
            f"{result['reports']} reports in 100 articles, by rule:",
            *rules,
            f"articles by genre: {genres}",
            speed_line(result),
        ]
    )
