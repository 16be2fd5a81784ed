"""Finding time expressions: where a rule matches, and what stands in its slots."""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType

from reportedly.find.dates.letters import PLAIN, fold
from reportedly.find.dates.lexicon import DateRule, LanguageDates
from reportedly.find.dates.spoken import spoken_year
from reportedly.find.numbers import number_of
from reportedly.parse import Document
from reportedly.records import Calendar

# the joiner inside words of Persian; what it adds to 'is' (‌ست) is no part of a time
_GOES_ON = re.compile("\u200c(?!ست|اند|ام)")
_WORD = re.compile(r"[^\W\d_]+|\d+")
# Characters before and behind a word of time in which the rest of its expression stands.
_BEFORE, _BEHIND = 70, 70
_CALENDARS: dict[str, Calendar] = {
    "month": "gregorian",
    "jalali_month": "jalali",
    "hijri_month": "hijri",
}
_COUNTED = frozenset(
    {"day", "day2", "month", "month2", "year", "year2", "first", "second", "decade", "number"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What stands in the slots of an expression."""

    day: int | None = None
    day2: int | None = None
    month: int | None = None
    month2: int | None = None
    year: int | None = None
    year2: int | None = None
    first: int | None = None
    second: int | None = None
    weekday: int | None = None
    weekday2: int | None = None
    decade: int | None = None
    ordinal: int | None = None
    number: int | None = None
    vague: str | None = None
    unit: str | None = None
    unit2: str | None = None
    relation: int | None = None
    deictic: int | None = None
    part: str | None = None
    edge: str | None = None
    season: str | None = None
    frequency: str | None = None
    reference: str | None = None
    spoken_century: int | None = None
    clock: str | None = None
    calendar: Calendar | None = None
    shift: int | None = None
    sign: int | None = None
    base: str | None = None
    pair: int | None = None
    eve: int | None = None
    nth: int | None = None
    named_day: str | None = None
    timex: str | None = None


_PARTS = frozenset(field.name for field in fields(Parts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A time expression in the text, not yet given a value."""

    start: int
    end: int
    text: str  # as readers see it
    rule: DateRule
    language: LanguageDates
    parts: Parts


def find_expressions(
    document: Document, languages: tuple[LanguageDates, ...]
) -> tuple[Expression, ...]:
    """Expressions that do not overlap, the leftmost first and of these the longest."""
    found: list[Expression] = []
    for start, end in _paragraphs(document):
        view = document.view(start, end)
        text = view.text.translate(PLAIN)
        matches = [match for language in languages for match in _matches(text, language)]
        # stable: of equal spans the earlier rule wins
        matches.sort(key=_leftmost_longest)
        free = 0
        for at, (match, rule, language) in enumerate(matches):  # grows while it runs
            if match.start() < free < match.end():
                _keep_rest(matches, at, free)
            if match.start() < free or match.start() == match.end():
                continue
            if _GOES_ON.match(view.text, match.end()):  # می of می‌گوید
                continue
            free = match.end()
            found.append(
                Expression(
                    start=start + view.back(match.start()),
                    end=start + view.back(match.end() - 1) + 1,
                    text=" ".join(view.text[match.start() : match.end()].split()),
                    rule=rule,
                    language=language,
                    parts=_parts(match, rule, language),
                )
            )
    return tuple(found)


_Match = tuple[re.Match[str], DateRule, LanguageDates]


def _leftmost_longest(found: _Match) -> tuple[int, int]:
    return found[0].start(), -found[0].end()


def _keep_rest(matches: list[_Match], at: int, free: int) -> None:
    """What a rule reads behind the expression that cut its match: 'today (Monday) 12 May'."""
    match, rule, language = matches[at]
    rest = rule.pattern.search(match.string, free, _word_end(match.string, match.end()))
    if rest is not None:
        insort(matches, (rest, rule, language), lo=at + 1, key=_leftmost_longest)


def _matches(text: str, language: LanguageDates) -> Iterator[_Match]:
    """Matches of a language's rules, each searched for near the words that it needs."""
    windows: dict[int, list[tuple[int, int]]] = {}
    for word in _WORD.finditer(text.lower()):
        key = "digit" if word.group()[0].isdigit() else word.group()
        for number in language.triggers.get(key, ()):
            spans = windows.setdefault(number, [])
            start = max(0, word.start() - _BEFORE)
            end = _word_end(text, word.end() + _BEHIND)
            if spans and start <= spans[-1][1]:
                start = spans.pop()[0]
            spans.append((start, end))
    for number in language.triggers[""]:
        windows[number] = [(0, len(text))]
    for number in sorted(windows):
        rule = language.rules[number]
        for start, end in windows[number]:
            for match in rule.pattern.finditer(text, start, end):
                yield match, rule, language


def _word_end(text: str, offset: int) -> int:
    """The next space: a window must not cut a word or a number."""
    space = text.find(" ", offset)
    return len(text) if space < 0 else space


def _paragraphs(document: Document) -> list[tuple[int, int]]:
    bounds: dict[int, tuple[int, int]] = {}
    for sentence in document.sentences:
        start, _ = bounds.get(sentence.paragraph, (sentence.start, sentence.end))
        bounds[sentence.paragraph] = (start, sentence.end)
    return list(bounds.values())


def _parts(match: re.Match[str], rule: DateRule, language: LanguageDates) -> Parts:
    found: dict[str, int | str] = dict(rule.fixed)
    for group, slot, part in rule.groups:
        text = match[group]
        if text is None or (part in found and part not in rule.fixed):
            continue
        if slot in _CALENDARS:
            found["calendar"] = _CALENDARS[slot]
        value = _value(text, slot, part, language)
        if value is not None:
            found[part] = value
    if "pair" in found:  # 'the last couple of years'
        found["number"] = found["pair"]
    if "dual" in found:  # two of a unit in one word
        found["number"], found["unit"] = 2, found["dual"]
    # slots that only help to match ('and 30 minutes') are no parts of the value
    known = {name: value for name, value in found.items() if name in _PARTS}
    return Parts(**known)  # type: ignore[arg-type]  # slots are checked with the data files


def _value(text: str, slot: str, part: str, language: LanguageDates) -> int | str | None:
    if slot == "number_year":
        year = _sum(text, language.tables["number"])
        return None if year is None else _short_solar_year(str(year))
    table = language.tables.get(slot)
    if table is not None and fold(text) in table:
        return table[fold(text)]
    if table is not None and slot == "number" and not text[0].isdigit():
        return _sum(text, table)
    if slot in _READ:
        return _READ[slot](text)
    return number_of(text) if part in _COUNTED else text


def _sum(text: str, table: Mapping[str, int | str]) -> int | None:
    """A number whose parts are joined by a word: بیست و سه is 20 + 3."""
    values = [table.get(part) for part in re.split(r" ?و ", fold(text))]
    return sum(v for v in values if isinstance(v, int)) if all(values) else None


def _short_solar_year(text: str) -> int:
    """۹۸ is 1398, ۰۲ is 1402."""
    number = int(text)
    return number if number >= 100 else number + (1300 if number >= 30 else 1400)


def _short_year(text: str) -> int:
    """'98 and the '90s: of this century only where it has come that far."""
    number = int(text.strip("'’"))
    return number if number >= 100 else number + (1900 if number >= 30 else 2000)


_READ: Mapping[str, Callable[[str], int | str | None]] = MappingProxyType(
    {
        "year": _short_year,
        "tens": _short_year,
        "yy": _short_year,
        "spoken": spoken_year,
        "named_day": fold,
        "solar_short": _short_solar_year,
        "solar_end": _short_solar_year,
        "nth": lambda text: int(text[:-2]),
        "quarter_number": int,
        "century_number": int,
        "solar_tens": int,
        "decade": lambda text: None,
    }
)
