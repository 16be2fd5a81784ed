"""Loads and checks the words that say whether an act happened (data/lexicons/en/reality.toml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal, get_args

from reportedly.data_files import read_lexicon
from reportedly.errors import DataError

Effect = Literal["planned", "attempted", "hypothetical", "negated", "no_act", "dating", "actual"]
Where = Literal[
    "auxiliary",
    "marker",
    "marker of the present",
    "adverb",
    "verb",
    "predicate",
    "predicate of the past",
    "noun",
    "modifier",
    "participle",
    "participle alone",
    "negation",
    "determiner",
    "duration",
    "preposition",
    "gerund_after",
    "admission",
    "relative",
    "phrase",
    "unmarked",
    "undoing",
    "easing",
]
_KEYS = {"id", "effect", "where", "words", "only", "example"}
_CONDITIONS = {"present"}


@dataclass(frozen=True, slots=True, kw_only=True)
class RealityRule:
    """One list of words in one grammatical place, and what it says of the act."""

    id: str
    effect: Effect
    where: Where
    words: tuple[str, ...]
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RealityRules:
    """All rules, looked up by grammatical place and word."""

    by_place: Mapping[tuple[str, str], RealityRule]
    phrases: tuple[tuple[str, RealityRule], ...]

    def find(self, where: Where, word: str) -> RealityRule | None:
        """The rule for a word in a grammatical place."""
        return self.by_place.get((where, word))


def load_reality_rules(language: str = "en") -> RealityRules:
    """Read the rules of a language.

    Raises:
        DataError: if the file breaks its format.
    """
    entries = _read(language)
    faults = _faults(entries, f"lexicons/{language}/reality.toml")
    if faults:
        raise DataError("; ".join(faults))
    rules = [
        RealityRule(
            id=entry["id"],
            effect=entry["effect"],
            where=entry["where"],
            words=tuple(entry["words"]),
            only=tuple(entry.get("only", ())),
        )
        for entry in entries
    ]
    by_place: dict[tuple[str, str], RealityRule] = {}
    for rule in rules:
        for word in rule.words:
            by_place.setdefault((rule.where, word), rule)
    phrases = tuple((w, r) for r in rules if r.where == "phrase" for w in r.words)
    return RealityRules(by_place=MappingProxyType(by_place), phrases=phrases)


def check_reality_rules(language: str = "en") -> list[str]:
    """One line for each fault of the file: unknown keys or values, missing or double words."""
    return _faults(_read(language), f"lexicons/{language}/reality.toml")


def _read(language: str) -> list[dict[str, Any]]:
    return list(read_lexicon("reality.toml", language).get("rule", []))


def _faults(entries: list[dict[str, Any]], file: str) -> list[str]:
    faults: list[str] = []
    ids: set[str] = set()
    words: dict[tuple[str, str], str] = {}
    for number, entry in enumerate(entries, 1):
        name = entry.get("id", f"rule {number}")

        def fault(what: str, name: str = name) -> None:
            faults.append(f"{file}: {name}: {what}")

        missing = {"id", "effect", "where", "words", "example"} - entry.keys()
        if missing:
            fault(f"lacks {', '.join(sorted(missing))}")
            continue
        if entry.keys() - _KEYS:
            fault(f"unknown key {', '.join(sorted(entry.keys() - _KEYS))}")
        if name in ids:
            fault("id used twice")
        ids.add(name)
        if entry["effect"] not in get_args(Effect):
            fault(f"unknown effect {entry['effect']}")
        if entry["where"] not in get_args(Where):
            fault(f"unknown place {entry['where']}")
        if set(entry.get("only", ())) - _CONDITIONS:
            fault("unknown condition in only")
        for word in entry["words"]:
            if word != word.casefold():
                fault(f"'{word}' is not in lower case")
            first = words.setdefault((entry["where"], word), name)
            if first != name:
                fault(f"'{word}' stands in {first} already")
    return faults
