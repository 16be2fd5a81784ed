"""Which lines of a text are furniture: rules from data, read for one line at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from reportedly.data_files import Toml, check_toml, read_toml
from reportedly.errors import DataError

FURNITURE_FILE = Path(__file__).parents[1] / "data" / "lexicons" / "en" / "furniture.toml"

Scope = Literal["line", "sentence", "button", "heading"]
Where = Literal["any", "start", "end", "edge"]
_SCOPES, _WHERES = ("line", "sentence", "button", "heading"), ("any", "start", "end", "edge")
_KEYS = {"id", "reason", "scope", "where", "weak", "case", "patterns"}

# Longer lines are paragraphs; only rights notices and tags come near.
_LONGEST_LINE = 420
_MOST_PARTS = 8
_BARS = re.compile(r"\s*(?:\s[|·•]\s|\|)\s*")
# two characters before the stop: initials ('J. Doe') end no sentence
_SENTENCE_END = re.compile(r"(?<=[\w)\]\"”’%]{2}[.!?…])[\"”’)]*\s+(?=[\"“‘(]?[A-Z©★])")
_PARTS = ("sentence", "button")
_FINAL = " .!…:\u00a0"


@dataclass(frozen=True, slots=True, kw_only=True)
class FurnitureRule:
    """One kind of furniture; `pattern` must match a whole line or part."""

    rule_id: str
    reason: str
    scope: Scope
    where: Where
    weak: bool
    pattern: re.Pattern[str]

    def holds_at(self, edge: str | None) -> bool:
        """Whether the rule may be used at an edge of the article (None: inside it)."""
        return self.where in ("any", edge) or (self.where == "edge" and edge is not None)


@dataclass(frozen=True, slots=True)
class FurnitureRules:
    """All rules, grouped by what they are matched with."""

    lines: tuple[FurnitureRule, ...]
    parts: tuple[FurnitureRule, ...]  # sentences and buttons
    headings: tuple[FurnitureRule, ...]

    def reason_for_line(self, line: str, edge: str | None) -> str | None:
        """Why a line (without spaces around it) is furniture, else None."""
        if len(line) > _LONGEST_LINE:
            return None
        parts = sentences(line)
        # an open pattern ('Tags: …') must not swallow a sentence that follows it on the line
        if len(parts) == 1:
            for rule in self.lines:
                if rule.holds_at(edge) and rule.pattern.fullmatch(line):
                    return rule.reason
        bars = [part for part in _BARS.split(line) if part.strip()]
        return self._reason_for_parts(bars if len(bars) > 1 else parts, edge, _PARTS)

    def opens_list(self, line: str) -> str | None:
        """Why a line is the heading of a list of other articles, else None."""
        bare = line.rstrip(_FINAL + ">»→")
        found = (rule.reason for rule in self.headings if rule.pattern.fullmatch(bare))
        return next(found, None) if len(line) <= 80 else None

    def reason_for_ending(self, parts: list[str]) -> str | None:
        """Why the last sentences of an article's last paragraph are furniture, else None."""
        return self._reason_for_parts(parts, "end", ("sentence",))

    def _reason_for_parts(
        self, parts: list[str], edge: str | None, scopes: tuple[str, ...]
    ) -> str | None:
        if not 0 < len(parts) <= _MOST_PARTS:
            return None
        reason = None
        for part in parts:
            rule = self._rule_of(part, edge, scopes)
            if rule is None:
                return None
            if not rule.weak:
                reason = reason or rule.reason
        return reason

    def _rule_of(
        self, part: str, edge: str | None, scopes: tuple[str, ...]
    ) -> FurnitureRule | None:
        """The rule that names a part, one that is not weak if there is one."""
        bare = part.strip().rstrip(_FINAL)
        weak = None
        for rule in self.parts:
            if rule.scope not in scopes or not rule.holds_at(edge):
                continue
            if rule.pattern.fullmatch(bare) or rule.pattern.fullmatch(part):
                if not rule.weak:
                    return rule
                weak = weak or rule
        return weak


def sentences(line: str) -> list[str]:
    """The sentences of a line, roughly: appeals are short and plain."""
    return _SENTENCE_END.split(line)


def sentence_starts(line: str) -> list[int]:
    """Where the sentences of a line begin."""
    return [0, *(match.end() for match in _SENTENCE_END.finditer(line))]


def load_furniture(path: Path = FURNITURE_FILE) -> FurnitureRules:
    """Read the rules, whose format `furniture.md` beside the file describes.

    Raises:
        DataError: if the file breaks its format; the message names the first faults.
    """
    try:
        data = read_toml(path)
        fragments = _fragments(data)
        rules = [_rule(entry, fragments) for entry in data["rule"]]
    except (KeyError, TypeError, AttributeError, ValueError, re.error) as error:
        raise DataError("; ".join(check_furniture(path)[:3]) or f"{path.name}: {error}") from error
    return FurnitureRules(
        lines=tuple(rule for rule in rules if rule.scope == "line"),
        parts=tuple(rule for rule in rules if rule.scope in ("sentence", "button")),
        headings=tuple(rule for rule in rules if rule.scope == "heading"),
    )


def _fragments(data: dict[str, Any]) -> dict[str, str]:
    """Named pieces of patterns, each with those above it filled in."""
    filled: dict[str, str] = {}
    for name, pattern in data.get("fragments", {}).items():
        filled[name] = _filled(pattern, filled)
    return filled


def _filled(pattern: str, fragments: dict[str, str]) -> str:
    for name, piece in fragments.items():
        pattern = pattern.replace(f"{{{name}}}", piece)
    return pattern


def _rule(entry: dict[str, Any], fragments: dict[str, str]) -> FurnitureRule:
    union = "|".join(f"(?:{_filled(pattern, fragments)})" for pattern in entry["patterns"])
    return FurnitureRule(
        rule_id=entry["id"],
        reason=entry["reason"],
        scope=entry["scope"],
        where=entry["where"],
        weak=entry.get("weak", False),
        pattern=re.compile(union, 0 if entry.get("case", False) else re.IGNORECASE),
    )


def check_furniture(path: Path = FURNITURE_FILE) -> list[str]:
    """Faults of the rules file, one line each; empty where it is sound."""
    return check_toml(path, _faults)


def _faults(data: Toml) -> Iterator[str]:
    fragments = _fragments(data)
    for entry in _numbered(data):
        yield from (f"{entry['_name']}: {fault}" for fault in _entry_faults(entry, fragments))


def _numbered(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Entries with a name for messages; a doubled id is marked."""
    seen: set[str] = set()
    for number, entry in enumerate(data.get("rule", []), start=1):
        rule_id = str(entry.get("id", f"rule {number}"))
        yield {**entry, "_name": rule_id, "_doubled": rule_id in seen}
        seen.add(rule_id)


def _entry_faults(entry: dict[str, Any], fragments: dict[str, str]) -> Iterator[str]:
    if entry["_doubled"]:
        yield "the id stands twice"
    for key in sorted(_KEYS - {"weak", "case"} - set(entry)):
        yield f"no {key}"
    for key in sorted(set(entry) - _KEYS - {"_name", "_doubled"}):
        yield f"unknown key {key}"
    if entry.get("scope") not in _SCOPES:
        yield f"scope must be one of {', '.join(_SCOPES)}"
    if entry.get("where") not in _WHERES:
        yield f"where must be one of {', '.join(_WHERES)}"
    for pattern in entry.get("patterns", []):
        filled = _filled(pattern, fragments)
        try:
            compiled = re.compile(filled)
        except re.error as error:
            yield f"{pattern!r}: {error}"
            continue
        if compiled.fullmatch(""):
            yield f"{pattern!r} matches nothing at all"
        if left := re.search(r"\{[a-z]+\}", filled):
            yield f"{pattern!r}: no fragment {left.group()}"
