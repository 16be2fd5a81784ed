"""Reads the marked passages and checks their marks.

`python training/passages/check.py` prints faults, or the count of marks by type; tests run it too.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path
from typing import get_args

from reportedly.records import EventType

FOLDER = Path(__file__).resolve().parent
TYPES = frozenset(get_args(EventType))
STATUSES = frozenset(
    {"planned", "threat", "denied", "historical", "attempted", "claimed", "hypothetical",
     "symbolic"}
)  # fmt: skip
MARK = re.compile(r"\{([^{}|]+)\|([A-Z]+)(?: ([a-z]+))?\}")

Mark = tuple[int, int, str, str]  # start and end in the text, type, status or ""


def unmarked(line: str) -> tuple[str, list[Mark]]:
    """The text of a passage, and its marks."""
    text, read, marks = "", 0, []
    for found in MARK.finditer(line):
        text += line[read : found.start()]
        marks.append((len(text), len(text) + len(found[1]), found[2], found[3] or ""))
        text += found[1]
        read = found.end()
    return text + line[read:], marks


def check_passages(folder: Path = FOLDER) -> list[str]:
    """One line a fault, with file and line: broken marks, unknown types, doubles."""
    faults: list[str] = []
    seen: dict[str, str] = {}
    for file in sorted(folder.glob("*.txt")):
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            where = f"{file.name} {number}"
            text, marks = unmarked(line)
            if not text.strip() or text != text.strip():
                faults.append(f"{where}: empty, or blanks around it")
            if set("{}|") & set(text):
                faults.append(f"{where}: a broken mark")
            faults += [f"{where}: unknown type {m[2]}" for m in marks if m[2] not in TYPES]
            faults += [f"{where}: unknown status {m[3]}" for m in marks if m[3] not in _OR_NONE]
            if text in seen:
                faults.append(f"{where}: stands in {seen[text]} already")
            seen[text] = where
    return faults


_OR_NONE = STATUSES | {""}


def main() -> int:
    """Print the faults, or the table."""
    faults = check_passages()
    if faults:
        print("\n".join(faults))
        return 1
    lines = [
        line for f in sorted(FOLDER.glob("*.txt")) for line in f.read_text("utf-8").splitlines()
    ]
    marks = [unmarked(line)[1] for line in lines]
    print(f"{len(lines)} passages, {sum(not found for found in marks)} without a mark")
    for kind, count in Counter(mark[2] for found in marks for mark in found).most_common():
        print(f"{kind:10} {count}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
