"""Task `neutrality`: equal acts are coded equally, whoever does them and whatever they are called.

Sentences of the event sets that tell an act are read twice: once as they are, once changed. Two
changes are made, each to every sentence that it fits:

- `swap`: the names of two parties change places. Parties are what the product itself names as the
  first actor and the first recipient, if both are states or named bodies (an office, a force or a
  crowd stays what it is: "police" and "protesters" do different things).
- `words`: a word changes for a loaded one, or a loaded one for a plain one, by the pairs of
  `neutrality_words.toml`.

`unchanged` is the share of pairs whose reports agree in number, types, modes, all fields of
reality and numbers of people (`swap_unchanged` and `words_unchanged` are its parts; `flips` is
what is left over). A swap may turn an actor into a recipient; that is its point. `coded` is the
share of the sentences in which anything is coded; `by_field` says what changed, `by_pair` by
which words. The best constant answer, to code nothing, never changes; `coded` is what it lacks.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.event_gold import Reader, day_of, share, speed_line
from benchmarks.figures import lines
from benchmarks.gold import gold_rows, shared_gold
from reportedly.records import Actor, Report

FIELDS = ("reports", "type", "mode", "realis", "polarity", "stance", "retold", "counts")
_WORDS = Path(__file__).with_name("neutrality_words.toml")
_LONGEST = 600  # characters
_MOST = 100  # sentences of a set
_SEED = 20201207
_SETS = ("zsp_plv", "cameo_conflibert_class_ner", "india_police_events", "glocon_sample", "satp")
_NAMED = frozenset({"country", "organisation"})


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence and its changed form."""

    kind: str  # swap | words
    change: str
    plain: str
    changed: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """Which fields of the reports a change changed."""

    pair: Pair
    fields: tuple[str, ...]


def run(data: Path | None) -> dict[str, Any]:
    """Read the sentences and their changed forms.

    Raises:
        ValueError: if no data is given and the gold folder is not found.
    """
    reader = Reader()
    outcomes: list[Outcome] = []
    coded: list[bool] = []
    for text, day in sentences(data or shared_gold() / "events"):
        plain = reader.analyse(text, day_of(day)).reports
        coded.append(any(r.type is not None for r in plain))
        if not plain:
            continue
        for pair in (*swapped(text, plain), *reworded(text)):
            changed = reader.analyse(pair.changed, day_of(day)).reports
            outcomes.append(Outcome(pair, differences(plain, changed)))
    return {**figures(outcomes, coded), **reader.speed()}


# --- sentences and their changed forms ----------------------------------------------------------


def sentences(data: Path) -> Iterator[tuple[str, str]]:
    """Sentences that tell an act, with their day: up to 100 of a set, drawn by a fixed seed."""
    for name in _SETS:
        folder = data / name
        if folder.is_dir():
            found = list(_of_set(folder))
            random.Random(_SEED).shuffle(found)
            yield from found[:_MOST]
    if data.is_file() or not any((data / name).is_dir() for name in _SETS):
        for row, _ in gold_rows(data, ("text",)):
            yield row["text"], str(row.get("date", ""))


def _of_set(folder: Path) -> Iterator[tuple[str, str]]:
    for row, _ in gold_rows(folder, ("text",)):
        day = str(row.get("date", ""))
        if "sentences" in row and "labels" in row:
            for sentence in row["sentences"]:
                if set(sentence["labels"]) & {"KILL", "ARREST", "FORCE"}:
                    yield " ".join(sentence["text"].split()), day
        elif "sentence_number" in row and str(row.get("label")) != "1":
            continue
        elif row.get("penta", 1) not in {0, "0"} and _is_sentence(row):
            yield " ".join(row["text"].split()), day


def _is_sentence(row: dict[str, Any]) -> bool:
    """Whether a row is one sentence or a short record, and no document of the same folder."""
    whole = {"file", "label"} <= row.keys() and "sentence_number" not in row
    return not whole and "tokens" not in row and len(row["text"]) < _LONGEST


def swapped(text: str, reports: Sequence[Report]) -> Iterator[Pair]:
    """The text with the names of the two parties of its first two-sided report exchanged."""
    for report in reports:
        if not report.actors or not report.recipients:
            continue
        one, other = report.actors[0], report.recipients[0]
        if not (_is_named(one.value) and _is_named(other.value)):
            continue
        names = _name_in(one.evidence.quote), _name_in(other.evidence.quote)
        if None in names or names[0] == names[1] or names[0] in names[1]:  # type: ignore[operator]
            continue
        changed = _exchange(text, str(names[0]), str(names[1]))
        if changed != text:
            yield Pair("swap", f"{names[0]} ↔ {names[1]}", text, changed)
            return


def _is_named(actor: Actor) -> bool:
    return actor.kind in _NAMED


def _name_in(quote: str) -> str | None:
    """The name inside a phrase: its longest run of words in capitals, None where it has none."""
    runs = re.findall(r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*)*", quote)
    return max(runs, key=len, default=None)


def _exchange(text: str, one: str, other: str) -> str:
    pattern = re.compile(rf"\b(?:{re.escape(one)}|{re.escape(other)})(?!\w)")
    return pattern.sub(lambda m: other if m[0] == one else one, text)


def reworded(text: str) -> Iterator[Pair]:
    """The text with each word of the table, in turn, changed for its counterpart."""
    for entry in tomllib.loads(_WORDS.read_text("utf-8"))["pair"]:
        for plain, loaded in (entry["words"], entry["words"][::-1]):
            pattern = re.compile(rf"\b{re.escape(plain)}\b", re.IGNORECASE)
            if not pattern.search(text) or (plain in loaded and loaded in text.lower()):
                continue
            changed = pattern.sub(partial(_instead, loaded), text)
            yield Pair("words", f"{plain} → {loaded}", text, changed)


def _instead(word: str, found: re.Match[str]) -> str:
    return word[:1].upper() + word[1:] if found[0][:1].isupper() else word


# --- what changed --------------------------------------------------------------------------------


def differences(plain: Sequence[Report], changed: Sequence[Report]) -> tuple[str, ...]:
    """Fields in which two lists of reports differ, as sorted values; 'reports' for their number."""
    if len(plain) != len(changed):
        return ("reports",)
    values = {
        "type": lambda r: str(r.type),
        "mode": lambda r: str(r.mode),
        "realis": lambda r: r.realis,
        "polarity": lambda r: r.polarity,
        "stance": lambda r: r.stance,
        "retold": lambda r: str(r.retold),
        "counts": lambda r: sorted((c.value.kind, c.value.low, c.value.high) for c in r.counts),
    }
    return tuple(
        field
        for field, value in values.items()
        if sorted(map(str, map(value, plain))) != sorted(map(str, map(value, changed)))
    )


def figures(outcomes: Sequence[Outcome], coded: Sequence[bool]) -> dict[str, Any]:
    """Shares of pairs that stay as they are, and what changed in the others."""
    flips = [o for o in outcomes if o.fields]
    kinds = {kind: [o for o in outcomes if o.pair.kind == kind] for kind in ("swap", "words")}
    return {
        "pairs": len(outcomes),
        **share("unchanged", [not o.fields for o in outcomes], 1.0),
        **share("swap_unchanged", [not o.fields for o in kinds["swap"]], 1.0),
        **share("words_unchanged", [not o.fields for o in kinds["words"]], 1.0),
        **share("coded", list(coded)),
        "flips": len(flips),
        "by_field": dict(Counter(f for o in flips for f in o.fields).most_common()),
        "by_pair": {
            change: f"{sum(1 for o in flips if o.pair.change == change)} of {n}"
            for change, n in Counter(
                o.pair.change for o in outcomes if o.pair.kind == "words"
            ).most_common()
        },
    }


def table(result: dict[str, Any]) -> str:
    """The shares, then what changed."""
    changed = ", ".join(f"{field} {n}" for field, n in result["by_field"].items())
    return "\n".join(
        [
            *lines(result, ("unchanged", "swap_unchanged", "words_unchanged", "coded")),
            f"{result['flips']} of {result['pairs']} pairs changed: {changed}",
            *(f"  {change:<36} {n}" for change, n in result["by_pair"].items()),
            speed_line(result),
        ]
    )
