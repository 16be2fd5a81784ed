"""Reads and checks the labelled sentences of this folder; the README tells the format.

Run ``python training/sentences/check.py`` in a checkout: it prints the faults, one a line, or a
table of how many labels there are of each type.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent

MODES = {
    "AGREE": "",
    "CONSULT": "visit third-party multilateral phone",
    "SUPPORT": "",
    "CONCEDE": "",
    "COOPERATE": "",
    "AID": "",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize symbolic",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation "
    "cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives "
    "suicide-attack aerial drone heavy-weapons crowd-control unconventional",
    "NONE": "",
}
SHADES = {
    "promised": "CONCEDE",
    "ground": "COERCE",
    "sanctions": "SANCTION",
    "verdict": "SANCTION",
    "warrant": "THREATEN",
}
REALIS = ("planned", "hypothetical", "attempted")
POLARITY = ("negated",)
LEAST = 130  # labels of each of the 16 types

_BRACKET = re.compile(r"[\[\]]")
_KEYS = {"source", "target", "type", "mode", "shade", "realis", "polarity"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What stands between two marked phrases: characters [start, end), None if unnamed."""

    source: tuple[int, int] | None
    target: tuple[int, int] | None
    type: str
    mode: str | None = None
    shade: str | None = None
    realis: str | None = None
    polarity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """An invented sentence, plain, with its labels."""

    id: str
    text: str
    labels: tuple[Label, ...]


def read_sentences(folder: Path = FOLDER) -> tuple[Sentence, ...]:
    """All sentences in order of files and lines.

    Raises:
        ValueError: if a line is faulty (`check_sentences` tells all faults).
    """
    sentences = []
    for where, row in _rows(folder):
        faults = list(_faults(row))
        if faults:
            raise ValueError(f"{where}: {faults[0]}")
        sentences.append(_sentence(row))
    return tuple(sentences)


def check_sentences(folder: Path = FOLDER) -> list[str]:
    """Faults, one line each with file and line; empty where all is well."""
    faults: list[str] = []
    texts: dict[str, str] = {}
    ids: set[str] = set()
    counted: Counter[str] = Counter()
    for where, row in _rows(folder):
        found = list(_faults(row))
        faults += [f"{where}: {fault}" for fault in found]
        if found:
            continue
        plain = " ".join(_plain(row["text"]).lower().split())
        if plain in texts:
            faults.append(f"{where}: the sentence stands in {texts[plain]} too")
        if row["id"] in ids:
            faults.append(f"{where}: the id {row['id']} stands twice")
        texts[plain] = where
        ids.add(row["id"])
        counted.update(label["type"] for label in row["labels"])
    for kind in MODES:
        if counted[kind] < LEAST:
            faults.append(f"{kind}: {counted[kind]} labels, at least {LEAST} are wanted")
    return faults


def balance(sentences: Iterable[Sentence]) -> str:
    """A table of labels by type: all, not plainly told as done, without one of the actors."""
    rows: dict[str, list[int]] = {kind: [0, 0, 0] for kind in MODES}
    for label in (label for sentence in sentences for label in sentence.labels):
        row = rows[label.type]
        row[0] += 1
        row[1] += label.realis is not None or label.polarity is not None
        row[2] += label.source is None or label.target is None
    lines = [f"{'type':<10} labels  unreal  one actor"]
    lines += [f"{kind:<10} {a:>6} {b:>7} {c:>10}" for kind, (a, b, c) in rows.items()]
    totals = [sum(row[column] for row in rows.values()) for column in range(3)]
    lines.append(f"{'all':<10} {totals[0]:>6} {totals[1]:>7} {totals[2]:>10}")
    return "\n".join(lines)


# --- one line ---------------------------------------------------------------------------------


def _rows(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(folder.glob("*.jsonl")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
            yield f"{path.name}:{number}", json.loads(line)


def _plain(text: str) -> str:
    return _BRACKET.sub("", text)


def _spans(text: str) -> list[tuple[int, int]]:
    """Characters of the phrases in brackets, counted in the text without brackets."""
    spans, start = [], 0
    for taken, found in enumerate(_BRACKET.finditer(text)):
        at = found.start() - taken
        if found[0] == "[":
            start = at
        else:
            spans.append((start, at))
    return spans


def _faults(row: dict[str, Any]) -> Iterator[str]:
    text = row.get("text", "")
    marks = "".join(found[0] for found in _BRACKET.finditer(text))
    if not row.get("id") or not text.strip():
        yield "id and text are needed"
    if marks != "[]" * (len(marks) // 2):
        yield "brackets must open and close one by one"
        return
    spans = _spans(text)
    plain = _plain(text)
    if any(
        not plain[start:end] or plain[start:end] != plain[start:end].strip() for start, end in spans
    ):
        yield "a bracket holds nothing or begins or ends with a space"
    used: set[int] = set()
    pairs: Counter[tuple[int | None, int | None, str]] = Counter()
    for label in row.get("labels", ()):
        yield from _label_faults(label, len(spans))
        pair = (label.get("source"), label.get("target"))
        pairs[(*pair, label.get("type", ""))] += 1
        used.update(number for number in pair if number is not None)
    if not used:
        yield "no label"
    elif used != set(range(1, len(spans) + 1)):
        yield "a phrase in brackets has no label"
    if max(pairs.values(), default=0) > 1:
        yield "a pair has the same type twice"


def _label_faults(label: dict[str, Any], marked: int) -> Iterator[str]:
    kind, mode = label.get("type", ""), label.get("mode")
    unknown = set(label) - _KEYS
    if unknown:
        yield f"unknown field {sorted(unknown)[0]!r}"
    if kind not in MODES:
        yield f"unknown type {kind!r}"
        return
    if mode is not None and mode not in MODES[kind].split():
        yield f"{kind} has no mode {mode!r}"
    if label.get("shade") is not None and SHADES.get(label["shade"]) != kind:
        yield f"{kind} has no shade {label['shade']!r}"
    if label.get("realis") not in (None, *REALIS):
        yield f"unknown realis {label['realis']!r}"
    if label.get("polarity") not in (None, *POLARITY):
        yield f"unknown polarity {label['polarity']!r}"
    numbers = (label.get("source"), label.get("target"))
    if numbers == (None, None) or numbers[0] == numbers[1]:
        yield "a label needs one phrase, or two different ones"
    if any(number is not None and not 1 <= number <= marked for number in numbers):
        yield "a label points at a phrase that is not there"


def _sentence(row: dict[str, Any]) -> Sentence:
    spans = _spans(row["text"])

    def span(number: int | None) -> tuple[int, int] | None:
        return None if number is None else spans[number - 1]

    labels = tuple(
        Label(
            source=span(label.get("source")),
            target=span(label.get("target")),
            type=label["type"],
            mode=label.get("mode"),
            shade=label.get("shade"),
            realis=label.get("realis"),
            polarity=label.get("polarity"),
        )
        for label in row["labels"]
    )
    return Sentence(id=row["id"], text=_plain(row["text"]), labels=labels)


if __name__ == "__main__":
    found = check_sentences()
    print("\n".join(found) if found else balance(read_sentences()))
    sys.exit(bool(found))
