"""Loads and checks the words by which acts are denied, claimed or taken back (`stances.toml`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.data_files import read_lexicon
from reportedly.errors import DataError

_LISTS: dict[str, tuple[str, ...]] = {
    "denial": (
        "verbs",
        "refusals",
        "labels",
        "untrue",
        "true",
        "assertions",
        "hearsay",
        "doubting",
        "doubts",
        "parts",
        "distancing",
        "disowning",
        "inventing",
        "uninvolved",
    ),
    "plea": (
        "holding",
        "joining",
        "ordering",
        "works",
        "acts",
        "matters",
        "deeds",
        "outcomes",
        "using",
        "means",
        "harmed",
        "idioms",
        "coercing",
        "happening",
        "being",
        "near",
    ),
    "claim": ("verbs", "credit", "acts", "saying", "accounts"),
    "hedge": (
        "adverbs",
        "adjectives",
        "of_acts",
        "verbs",
        "charging",
        "supposing",
        "inquiring",
        "seeming",
        "checking",
    ),
    "withdrawal": (
        "verbs",
        "weak_verbs",
        "publications",
        "outlets",
        "stating",
        "wrong",
        "wrongly",
        "regrets",
        "standing",
        "corrections",
    ),
    "afterword": ("saying",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceWords:
    """All lists, by table and name."""

    lists: Mapping[tuple[str, str], frozenset[str]]

    def of(self, table: str, name: str) -> frozenset[str]:
        """The words of one list."""
        return self.lists[table, name]


@cache
def load_stance_words(language: str = "en") -> StanceWords:
    """Read the lists of a language.

    Raises:
        DataError: if the file breaks its format.
    """
    tables = read_lexicon("stances.toml", language)
    faults = _faults(tables, f"lexicons/{language}/stances.toml")
    if faults:
        raise DataError("; ".join(faults))
    lists = {
        (table, name): frozenset(tables[table][name])
        for table, names in _LISTS.items()
        for name in names
    }
    return StanceWords(lists=lists)


def check_stance_words(language: str = "en") -> list[str]:
    """One line for each fault of the file: missing or unknown lists, double words."""
    return _faults(read_lexicon("stances.toml", language), f"lexicons/{language}/stances.toml")


def _faults(tables: dict[str, Any], file: str) -> list[str]:
    faults = [f"{file}: unknown table {name}" for name in tables if name not in _LISTS]
    for table, names in _LISTS.items():
        found = tables.get(table, {})
        faults += [f"{file}: {table}: unknown list {name}" for name in found if name not in names]
        for name in names:
            entries = found.get(name)
            if not isinstance(entries, list) or not entries:
                faults.append(f"{file}: {table}: lacks {name}")
                continue
            for word in sorted(set(entries)):
                if entries.count(word) > 1:
                    faults.append(f"{file}: {table}.{name}: '{word}' stands twice")
                if word != word.casefold():
                    faults.append(f"{file}: {table}.{name}: '{word}' is not in lower case")
    return faults
