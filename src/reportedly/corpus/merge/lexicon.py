"""The word lists of merging, from `data/lexicons/en/merging.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from reportedly.corpus.echoes.words import stem
from reportedly.data_files import read_toml
from reportedly.errors import DataError

_FILE = "data/lexicons/en/merging.toml"
_KEYS = ("anybody", "common", "light", "sequel", "day_before")


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeWords:
    """Words by which reports of one act are told from reports of two; see merging.md."""

    anybody: frozenset[str]
    common: frozenset[str]  # stems
    light: frozenset[str]  # lemmas
    sequel: re.Pattern[str]
    day_before: re.Pattern[str]


@lru_cache(maxsize=1)
def load_merge_words() -> MergeWords:
    """Read the shipped word lists.

    Raises:
        DataError: if the file has faults; the message is the first of `check_merge_words`.
    """
    faults = check_merge_words()
    if faults:
        raise DataError(faults[0])
    lists = _read(None)
    return MergeWords(
        anybody=frozenset(lists["anybody"]),
        common=frozenset(map(stem, lists["common"])),
        light=frozenset(lists["light"]),
        sequel=_phrases(lists["sequel"]),
        day_before=_phrases(lists["day_before"]),
    )


def check_merge_words(path: Path | None = None) -> list[str]:
    """Faults of a file of word lists, the shipped one unless given: one line each."""
    name = path.name if path is not None else _FILE
    try:
        lists = _read(path)
    except DataError as error:
        return [str(error)]
    faults = [f"{name}: {key}: unknown list" for key in lists if key not in _KEYS]
    for key in _KEYS:
        entries = lists.get(key)
        if not isinstance(entries, list) or not entries:
            faults.append(f"{name}: {key}: no list of words")
            continue
        for at, entry in enumerate(entries):
            if not isinstance(entry, str) or not entry or entry != entry.strip().lower():
                faults.append(f"{name}: {key}: {entry!r} is no word in lower case")
            elif entry in entries[:at]:
                faults.append(f"{name}: {key}: {entry!r} stands twice")
    return faults


def _read(path: Path | None) -> dict[str, Any]:
    source = path if path is not None else files("reportedly").joinpath(_FILE)
    return read_toml(source, None if path is not None else _FILE)


def _phrases(phrases: list[str]) -> re.Pattern[str]:
    every = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in phrases)
    return re.compile(rf"\b(?:{every})\b", re.IGNORECASE)
