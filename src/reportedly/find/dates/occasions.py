"""Anniversaries: the date inside one is remembered; the day of today's event is another.

'On the 40th anniversary of the 11 February 1979 uprising' is a day of 2019 (the value of the
mention, role event) in memory of one of 1979 (`remembered`). A day or year that the text does not
give stays open: 'the anniversary of the uprising' has neither.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from reportedly.find.dates.anchor import Anchor
from reportedly.find.dates.calendars import calendar_time, year_in
from reportedly.find.dates.letters import fold
from reportedly.find.dates.lexicon import LanguageDates
from reportedly.find.dates.nearest import nearest
from reportedly.find.dates.tense import Tense
from reportedly.find.dates.times import Time, month_of, year_of
from reportedly.find.numbers import number_of
from reportedly.parse import Document, Sentence, Token
from reportedly.records import Calendar, DateMention, DateValue

_ENDS = frozenset('.;:!?—–()"“”')
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})
_NAMING = frozenset({"in", "of", "by", "at"})  # prepositions that go on naming over a comma
_BEFORE = 30  # characters before the cue in which its number stands
_NUMBER = re.compile(
    r"(?:(?P<digits>\d{1,3})(?:st|nd|rd|th)?|(?P<word>[a-z]+(?:-[a-z]+)?))[- ](?:years?[- ])?$",
    re.IGNORECASE,
)
_DAY = timedelta(days=1)
_SOON = timedelta(days=31)  # what is remembered lies further back


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """Characters [start, end) that name what is remembered, and which return of it this is."""

    start: int
    end: int
    number: int | None  # the 40th anniversary
    days: int | None  # the 40th day after it
    language: LanguageDates


def find_occasions(document: Document, languages: Sequence[LanguageDates]) -> tuple[Occasion, ...]:
    """Occasions of a text, from the cue to the end of what it names."""
    return tuple(o for language in languages for o in _of_language(document, language))


def _of_language(document: Document, language: LanguageDates) -> list[Occasion]:
    found: list[Occasion] = []
    for pattern, counts_days in ((language.occasion, False), (language.mourning, True)):
        for match in pattern.finditer(document.text) if pattern else ():
            if any(o.start <= match.start() < o.end for o in found):
                continue
            sentence = document.sentence_at(match.start())
            end = _end(document, sentence, match.end())
            days = _days(match.group()) if counts_days else None
            number = None if counts_days else _number(document.text, match.start(), language)
            found.append(
                Occasion(
                    start=match.start(),
                    end=max(end, match.end()),
                    number=number,
                    days=days,
                    language=language,
                )
            )
    return found


def occasion_mention(
    document: Document,
    occasion: Occasion,
    inside: Sequence[DateMention],
    anchor: Anchor | None,
    tense: Tense | None,
) -> DateMention:
    """The mention of an occasion with the date of its return and the one remembered.

    Args:
        inside: the mentions that it holds.
        anchor: the day of the text, where it is known.
        tense: that of its clause.
    """
    text = document.readable(occasion.start, occasion.end)
    remembered = next(
        (m.remembered or m.value for m in inside if m.value.earliest or m.remembered), None
    )
    if remembered is not None and _is_of_now(occasion, remembered, anchor):
        return DateMention(
            evidence=document.evidence(occasion.start, occasion.end),
            value=replace(remembered, text=text),
            kind="occasion",
            made_by="dates:occasion",
        )
    time = _return(occasion, remembered, anchor, tense)
    return DateMention(
        evidence=document.evidence(occasion.start, occasion.end),
        value=DateValue(
            earliest=time.earliest if time else None,
            latest=time.latest if time else None,
            granularity=time.granularity if time else "day",
            calendar=time.calendar if time else "gregorian",
            text=text,
            timex_value=time.timex if time else None,
            anchor=time.anchor if time else "none needed",
        ),
        kind="occasion",
        made_by="dates:occasion",
        remembered=remembered,
    )


def _is_of_now(occasion: Occasion, remembered: DateValue, anchor: Anchor | None) -> bool:
    """'The anniversary of the revolution on Wednesday': the day on which it is kept."""
    if anchor is None or remembered.earliest is None or occasion.days is not None:
        return False
    return abs(anchor.day - remembered.earliest) < _SOON


def _return(
    occasion: Occasion, remembered: DateValue | None, anchor: Anchor | None, tense: Tense | None
) -> Time | None:
    """When the occasion comes back: by its number, else the return nearest to the text."""
    if remembered is None or remembered.earliest is None or remembered.latest is None:
        return None
    if occasion.days is not None:
        return _after_days(remembered, occasion.days)
    calendar = remembered.calendar
    try:
        first = remembered.earliest + (_DAY if calendar == "hijri" else timedelta())
        told_year = year_in(calendar, first)
        if occasion.number is not None:
            return _in_year(remembered, first, told_year + occasion.number)
        if anchor is None or remembered.granularity not in ("day", "time"):
            return None
        here = year_in(calendar, anchor.day)
        returns = [_in_year(remembered, first, year) for year in range(here - 1, here + 2)]
        later = [r for r in returns if r and r.earliest and r.earliest > remembered.latest]
        return nearest(later, anchor, tense)
    except (ValueError, OverflowError):  # 29 February, or beyond what calendars reach
        return None


def _in_year(remembered: DateValue, first: date, year: int) -> Time | None:
    calendar: Calendar = remembered.calendar
    if remembered.granularity == "year":
        return year_of(year) if calendar == "gregorian" else None
    month, day = _month_and_day(calendar, first)
    if remembered.granularity == "month":
        return month_of(year, month) if calendar == "gregorian" else None
    if remembered.granularity not in ("day", "time"):
        return None
    return calendar_time(calendar, year, month, day)


def _month_and_day(calendar: Calendar, day: date) -> tuple[int, int]:
    if calendar == "jalali":
        from persiantools.jdatetime import JalaliDate

        jalali = JalaliDate(day)  # type: ignore[no-untyped-call]  # the package has no types here
        return jalali.month, jalali.day
    if calendar == "hijri":
        from hijridate import Gregorian

        hijri = Gregorian(day.year, day.month, day.day).to_hijri()
        return hijri.month, hijri.day
    return day.month, day.day


def _after_days(remembered: DateValue, days: int) -> Time | None:
    """'the 40th day after her death': the day itself may be counted or not."""
    if remembered.granularity not in ("day", "time") or remembered.latest is None:
        return None
    last = remembered.latest + days * _DAY
    return Time(
        earliest=last - _DAY, latest=last, granularity="range", timex=None, anchor="narrative"
    )


def _number(text: str, start: int, language: LanguageDates) -> int | None:
    """The 40 of 'the 40th anniversary', 'the ten-year anniversary'."""
    match = _NUMBER.search(text, max(0, start - _BEFORE), start)
    if match is None:
        return None
    if match["digits"]:
        return int(match["digits"])
    ordinal = language.tables.get("ordinal", {}).get(fold(match["word"]))
    return ordinal if isinstance(ordinal, int) else number_of(match["word"])


def _days(words: str) -> int | None:
    digits = re.search(r"\d+", words)
    if digits:
        return int(digits.group())
    return 40 if "ort" in words.lower() else None  # 'fortieth'


def _in_subject(document: Document, token: Token, start: int) -> bool:
    """Whether a word belongs to the subject of a clause behind the cue: 'crowds marched'."""
    while token.start >= start:
        if token.dep in ("nsubj", "nsubjpass"):
            return True
        if token.head == token.index:
            return False
        token = document.head(token)
    return False


def _end(document: Document, sentence: Sentence, start: int) -> int:
    """Up to the main clause; over a comma only where a preposition goes on naming."""
    end = start
    tokens = document.tokens_in(start, sentence.end)
    for position, token in enumerate(tokens):
        if token.text in _ENDS or token.tag in _FINITE or _in_subject(document, token, start):
            break
        if token.text == ",":
            following = tokens[position + 1] if position + 1 < len(tokens) else None
            if following is None or not (
                following.text.lower() in _NAMING or following.text.isdigit()
            ):
                break
            continue
        end = token.end
    return end
