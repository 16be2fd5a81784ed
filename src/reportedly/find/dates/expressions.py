"""Finding time expressions: where a rule matches, and what stands in its slots."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.find.dates.lexicon import PLAIN, DateRule, LanguageDates, fold
from reportedly.find.numbers import number_of
from reportedly.parse import Document
from reportedly.parse.view import view_of
from reportedly.records import Calendar

_WORD = re.compile(r"[^\W\d]+")
_DIGIT = re.compile(r"\d")
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
    relation: int | None = None
    deictic: int | None = None
    part: str | None = None
    edge: str | None = None
    season: str | None = None
    frequency: str | None = None
    clock: str | None = None
    calendar: Calendar | None = None
    shift: int | None = None
    sign: int | None = None
    base: str | None = None


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
        view = view_of(document.text, document.article.glued, start, end)
        text = view.text.translate(PLAIN)
        words = frozenset(_WORD.findall(text.lower()))
        has_digit = _DIGIT.search(text) is not None
        matches = [
            (match, rule, language)
            for language in languages
            for rule in language.rules
            if _can_match(rule, language, words, has_digit)
            for match in rule.pattern.finditer(text)
        ]
        # stable: of equal spans the earlier rule wins
        matches.sort(key=lambda m: (m[0].start(), -m[0].end()))
        free = 0
        for match, rule, language in matches:
            if match.start() < free or match.start() == match.end():
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


def _can_match(
    rule: DateRule, language: LanguageDates, words: frozenset[str], has_digit: bool
) -> bool:
    """Whether a paragraph has what a rule needs; spares most rules most paragraphs."""
    if rule.needs is None:
        return True
    if rule.needs == "digit":
        return has_digit
    return not words.isdisjoint(language.first_words[rule.needs])


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
    return Parts(**found)  # type: ignore[arg-type]  # slots are checked with the data files


def _value(text: str, slot: str, part: str, language: LanguageDates) -> int | str | None:
    table = language.tables.get(slot)
    if table is not None and fold(text) in table:
        return table[fold(text)]
    if slot in ("year", "tens", "yy"):
        number = int(text.strip("'’"))
        # '98 and the '90s: of this century only where it has come that far
        return number if number >= 100 else number + (1900 if number >= 30 else 2000)
    if slot == "decade":
        return None
    if part in _COUNTED:
        return number_of(text)
    return text
