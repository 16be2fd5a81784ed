"""Reads the marked passages and checks their marks.

`python training/passages/check.py` prints faults, or the count of marks by type; tests run it too.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from reportedly.records import EventType

FOLDER = Path(__file__).resolve().parent
TYPES = frozenset(get_args(EventType))
STATUSES = frozenset(
    {"planned", "threat", "denied", "historical", "attempted", "claimed", "hypothetical",
     "symbolic"}
)  # fmt: skip
ROLES = {
    "A": "actor", "R": "recipient", "P": "place", "D": "date", "S": "speaker", "K": "killed",
    "I": "injured", "T": "taken", "C": "crowd", "M": "missing",
}  # fmt: skip
MARK = re.compile(r"\{([^{}|]+)\|([^{}|]+)\}")
_ROLE = re.compile(r"([A-Z])(\d+)")


@dataclass(frozen=True, slots=True)
class Act:
    """A mark's act; an event without a number has no marked roles."""

    type: str
    status: str = ""  # told as done where empty
    event: int | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked word: the acts that it tells, and its roles (name, event) in others."""

    start: int
    end: int
    acts: tuple[Act, ...]
    roles: tuple[tuple[str, int], ...]


def unmarked(line: str) -> tuple[str, list[Mark]]:
    """The text of a passage, and its marks.

    Raises:
        ValueError: for a code that is none, or a number without a type.
    """
    text, read, marks = "", 0, []
    for found in MARK.finditer(line):
        text += line[read : found.start()]
        acts, roles = _codes(found[2])
        marks.append(Mark(len(text), len(text) + len(found[1]), acts, roles))
        text += found[1]
        read = found.end()
    return text + line[read:], marks


def _codes(codes: str) -> tuple[tuple[Act, ...], tuple[tuple[str, int], ...]]:
    acts: list[Act] = []
    roles: list[tuple[str, int]] = []
    for code in codes.split():
        role = _ROLE.fullmatch(code)
        open_act = acts[-1] if acts and acts[-1].event is None else None
        if code in TYPES:
            acts.append(Act(code))
        elif code in STATUSES and open_act is not None and not open_act.status:
            acts[-1] = Act(open_act.type, code)
        elif code.isdigit() and open_act is not None:
            acts[-1] = Act(open_act.type, open_act.status, int(code))
        elif role is not None and role[1] in ROLES:
            roles.append((ROLES[role[1]], int(role[2])))
        else:
            raise ValueError(f"unknown code {code}")
    return tuple(acts), tuple(roles)


def check_passages(folder: Path = FOLDER) -> list[str]:
    """One line a fault, with file and line: broken marks, unknown types, doubles."""
    faults: list[str] = []
    seen: dict[str, str] = {}
    for file in sorted(folder.glob("*.txt")):
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            where = f"{file.name} {number}"
            try:
                text, marks = unmarked(line)
            except ValueError as fault:
                faults.append(f"{where}: {fault}")
                continue
            if not text.strip() or text != text.strip():
                faults.append(f"{where}: empty, or blanks around it")
            if set("{}|") & set(text):
                faults.append(f"{where}: a broken mark")
            faults += [f"{where}: {fault}" for fault in _of_events(marks)]
            if text in seen:
                faults.append(f"{where}: stands in {seen[text]} already")
            seen[text] = where
    return faults


def _of_events(marks: list[Mark]) -> list[str]:
    """Events of two types, and roles in events that no word tells."""
    types: dict[int, str] = {}
    acts = [act for mark in marks for act in mark.acts if act.event is not None]
    faults = [
        f"event {act.event} has two types"
        for act in acts
        if types.setdefault(act.event or 0, act.type) != act.type
    ]
    told = {event for mark in marks for _, event in mark.roles}
    return faults + [f"no word tells event {event}" for event in sorted(told - set(types))]


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
    every = [mark for found in marks for mark in found]
    print(f"{len(lines)} passages, {sum(not found for found in marks)} without a mark")
    for kind, count in Counter(act.type for mark in every for act in mark.acts).most_common():
        print(f"{kind:10} {count}")
    for role, count in Counter(role for mark in every for role, _ in mark.roles).most_common():
        print(f"{role:10} {count}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
