"""Faults of the data files of time expressions, one line each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.errors import DataError
from reportedly.find.dates.doubts import DOUBTS
from reportedly.find.dates.letters import PLAIN
from reportedly.find.dates.lexicon import (
    LANGUAGES,
    LanguageDates,
    language_of,
    read_language,
)
from reportedly.find.dates.named_days import entry_faults, read_days
from reportedly.find.dates.reading import READERS


def check_date_lexicon() -> list[str]:
    """One line for each fault of the shipped data files: file, rule, what is wrong."""
    faults = [f"days.toml: {line}" for entry in read_days() for line in entry_faults(entry)]
    for language in LANGUAGES:
        try:
            known = language_of(read_language(language))
        except (DataError, KeyError, ValueError, re.error) as error:
            faults.append(f"{language}/dates.toml: {error}")
            continue
        faults.extend(f"{language}/dates.toml: {line}" for line in _faults(known))
    return faults


def _faults(known: LanguageDates) -> Iterator[str]:
    seen: set[str] = set()
    for rule in known.rules:
        if rule.id in seen:
            yield f"{rule.id}: two rules have this id"
        seen.add(rule.id)
        if rule.reads not in READERS:
            yield f"{rule.id}: no reader is called {rule.reads}"
        if rule.doubt is not None and rule.doubt not in DOUBTS:
            yield f"{rule.id}: no doubt is called {rule.doubt}"
        for need in rule.needs:
            if need not in ("digit", "named_day", *known.tables):
                yield f"{rule.id}: needs a table that there is not: {need}"
        for example in rule.examples:
            plain = example.translate(PLAIN)
            match = rule.pattern.search(plain)
            if match is None or match.group() != plain:
                yield f"{rule.id}: the pattern does not read its example '{example}'"
