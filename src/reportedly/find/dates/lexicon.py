"""The words and rules of time expressions, read from data/lexicons/<language>/dates.toml."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from reportedly.data_files import read_lexicon
from reportedly.errors import DataError
from reportedly.find.dates.letters import PLAIN, fold
from reportedly.find.dates.named_days import load_named_days
from reportedly.find.dates.slots import PART_OF_SLOT, WORD_KEYS, Slots

LANGUAGES = ("en", "fa", "ar", "es")

_SLOT = re.compile(r"\{(?P<slot>[a-z_]+4?)(?P<nth>2?)(?::(?P<only>\w+))?\}")
_EDGE_LEFT = r"(?<![\w/.-])(?<!\d,)(?<![$€£])"
_EDGE_RIGHT = r"(?![\w/]|[.,:-]\d|[-–—][A-Za-z]{3})"
_SPACE = re.compile(r"\[[^\]]*\]| \??")  # a space outside character classes


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRule:
    """One form of time expression: a pattern with slots, and the reader that gives its value."""

    id: str
    reads: str
    pattern: re.Pattern[str]
    groups: tuple[tuple[str, str, str], ...]  # (group, slot, part) in order of the pattern
    doubt: str | None  # which words may only look like this
    needs: tuple[str, ...]  # tables of which a word, or 'digit', must stand near
    near: tuple[str, ...]  # words of which one must stand near
    fixed: Mapping[str, int | str]  # shift, sign, unit, base, part given by the rule
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageDates:
    """Tables and rules of one language."""

    language: str
    tables: Mapping[str, Mapping[str, int | str]]  # slot → folded word → value
    triggers: Mapping[str, tuple[int, ...]]  # word or 'digit' → rules to try around it
    words: Mapping[str, frozenset[str]]
    rules: tuple[DateRule, ...]
    occasion: re.Pattern[str] | None  # begins an anniversary
    mourning: re.Pattern[str] | None  # the fortieth day after a death
    chain: re.Pattern[str] | None  # what may stand between parts of one time
    since: re.Pattern[str] | None  # ends right before the beginning of a state

    def listed(self, name: str) -> frozenset[str]:
        """A list of the section [words]; empty where the language has none of that name."""
        return self.words.get(name, frozenset())


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLexicon:
    """Time expressions of languages, each read when a text first asks for it."""

    names: tuple[str, ...]
    read: Callable[[str], LanguageDates]

    def of_text(self, language: str | None, has_arabic_script: bool) -> tuple[LanguageDates, ...]:
        """The languages to search: the text's own, and those of quoted dates in Arabic script.

        Raises:
            DataError: if a data file breaks its format.
        """
        chosen = [language if language is not None and language in self.names else "en"]
        if has_arabic_script and chosen == ["en"]:
            chosen += ["fa", "ar"]
        return tuple(self.read(name) for name in chosen if name in self.names)


def load_date_lexicon() -> DateLexicon:
    """The shipped time expressions; their hundreds of patterns are compiled once, by language."""
    return DateLexicon(names=LANGUAGES, read=_shipped)


@cache
def _shipped(language: str) -> LanguageDates:
    data = read_language(language)
    try:
        return language_of(data)
    except (KeyError, ValueError, re.error) as error:
        raise DataError(f"{language}/dates.toml: {error}") from error


def read_language(language: str) -> dict[str, Any]:
    """The data file of a language as it stands.

    Raises:
        DataError: if there is none, or it is no TOML.
    """
    return read_lexicon("dates.toml", language)


def language_of(data: Mapping[str, Any]) -> LanguageDates:
    """The tables and compiled rules of a data file.

    Raises:
        KeyError, ValueError, re.error: if the file breaks its format.
    """
    reserved = {
        "language",
        "number_joint",
        "glued_before",
        "glued_behind",
        "chains",
        "capital",
        "words",
        "occasions",
        "macros",
        "rules",
    }
    spellings: dict[str, dict[str, list[str]]] = {
        name: table for name, table in data.items() if name not in reserved
    }
    tables: dict[str, dict[str, int | str]] = {}
    for name, table in spellings.items():
        tables[name] = {
            fold(word): value if name in WORD_KEYS else int(value)
            for value, words in table.items()
            for word in words
        }
    spellings["named_day"] = {"": sorted(load_named_days().names())}
    capital = frozenset(data.get("capital", ())) | {"named_day"}
    slots = Slots(spellings, capital, data.get("number_joint"))
    macros: dict[str, str] = data.get("macros", {})
    occasion = _any_of(data.get("occasions", {}).get("cues", ()))
    mourning: str | None = data.get("occasions", {}).get("mourning")
    since = _any_of(data.get("words", {}).get("since", ()))
    rules = tuple(_rule(entry, slots, macros) for entry in data["rules"])
    return LanguageDates(
        language=data["language"],
        tables=tables,
        triggers=_triggers(rules, tables, data),
        words={name: frozenset(words) for name, words in data.get("words", {}).items()},
        rules=rules,
        occasion=re.compile(rf"(?i){occasion}") if occasion else None,
        mourning=re.compile(f"(?i){mourning}") if mourning else None,
        chain=_chain(data.get("chains", {})),
        since=re.compile(rf"(?i){since}\s+$") if since else None,
    )


def _triggers(
    rules: tuple[DateRule, ...],
    tables: Mapping[str, Mapping[str, int | str]],
    data: Mapping[str, Any],
) -> dict[str, tuple[int, ...]]:
    """The rules to try around a word; '' has those that are tried everywhere."""
    found: dict[str, list[int]] = {"": []}
    for number, rule in enumerate(rules):
        words = {"digit"} if "digit" in rule.needs else set()
        words |= {fold(word) for word in rule.near}
        words |= {_key_word(w) for need in rule.needs if need in tables for w in tables[need]}
        if "named_day" in rule.needs:
            words |= {_key_word(fold(name)) for name in load_named_days().names()}
        words |= {
            *(before + word for before in data.get("glued_before", ()) for word in words),
            *(word + behind for behind in data.get("glued_behind", ()) for word in words),
        }
        for word in words or {""}:
            found.setdefault(word, []).append(number)
    return {word: tuple(numbers) for word, numbers in found.items()}


def _key_word(entry: str) -> str:
    """The longest word of a table's entry: 'yesterday' of 'the day before yesterday'."""
    words: list[str] = re.findall(r"[^\W\d]+", entry)
    return max(words or [entry], key=len)


def _listed(given: str | list[str] | None) -> tuple[str, ...]:
    return () if given is None else (given,) if isinstance(given, str) else tuple(given)


def _chain(given: Mapping[str, list[str]]) -> re.Pattern[str] | None:
    if not given:
        return None
    within, to = ("|".join(map(re.escape, given.get(key, []))) for key in ("within", "to"))
    return re.compile(rf"\s*(?:(?:{within})?|(?P<to>{to}))\s*")


def _any_of(phrases: Iterable[str]) -> str | None:
    """One of some phrases as whole words; longest first."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return rf"\b(?:{'|'.join(map(re.escape, ordered))})\b" if ordered else None


def _rule(entry: Mapping[str, Any], slots: Slots, macros: dict[str, str]) -> DateRule:
    pattern = str(entry["pattern"]).translate(PLAIN)
    for name, text in reversed(macros.items()):  # a macro may use those that stand before it
        pattern = pattern.replace("{" + name + "}", text)
    groups: list[tuple[str, str, str]] = []

    def expand(match: re.Match[str]) -> str:
        slot, nth, only = match["slot"], match["nth"], match["only"]
        group = f"{slot}_{len(groups)}"
        groups.append((group, slot, PART_OF_SLOT.get(slot, slot) + nth))
        return f"(?P<{group}>{slots.alternatives(slot, only)})"

    expanded = _SPACE.sub(_any_spaces, _SLOT.sub(expand, pattern))
    given = ("shift", "sign", "unit", "base", "part", "number", "timex", "vague", "calendar")
    return DateRule(
        id=entry["id"],
        reads=entry["reads"],
        pattern=re.compile(f"(?i){_EDGE_LEFT}(?:{expanded}){_EDGE_RIGHT}"),
        groups=tuple(groups),
        doubt=entry.get("doubt"),
        needs=_listed(entry.get("needs")),
        near=_listed(entry.get("near")),
        fixed={key: entry[key] for key in given if key in entry},
        examples=tuple(entry.get("examples", ())),
    )


def _any_spaces(match: re.Match[str]) -> str:
    return {" ": " +", " ?": " *"}.get(match.group(), match.group())
