"""The door of this room: from a parsed article to its dated time expressions."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from reportedly.find.dates.anchor import Anchor, anchor_of, dateline_span
from reportedly.find.dates.chains import join_chains
from reportedly.find.dates.doubts import is_doubtful
from reportedly.find.dates.expressions import Expression, find_expressions
from reportedly.find.dates.lexicon import DateLexicon, load_date_lexicon
from reportedly.find.dates.named_days import NamedDays, load_named_days
from reportedly.find.dates.narrative import Narrative
from reportedly.find.dates.occasions import Occasion, find_occasions, occasion_mention
from reportedly.find.dates.order import day_first
from reportedly.find.dates.reading import read
from reportedly.find.dates.setting import Setting
from reportedly.find.dates.speech import Speech
from reportedly.find.dates.tense import Tense, tense_at
from reportedly.find.dates.times import Time
from reportedly.parse import Document
from reportedly.records import DateMention, DateValue

_ARABIC_SCRIPT = re.compile(r"[\u0600-\u06ff]")
_COMPARED = 7  # tokens before an expression in which a superlative can stand
_SINCE_LENGTH = 16  # characters before an expression in which 'since' can stand


def find_dates(document: Document, lexicon: DateLexicon | None = None) -> tuple[DateMention, ...]:
    """Time expressions of a text with their values, in order of the text.

    Relative ones count from the day of publication, else from the date of the dateline or the
    URL (the record names which), inside quotation marks from the day of speaking where the text
    tells it; without any they keep ``earliest`` and ``latest`` open. A bare 'since Monday' runs
    from Monday to that day. Only a mention of an occasion ('the anniversary of the 2014 riots')
    holds others, and these are of kind ``occasion`` too.

    Args:
        document: the parsed article; syntax helps and is not needed.
        lexicon: the words and rules; the shipped ones by default.
    """
    return _Finder(document, lexicon or load_date_lexicon(), load_named_days()).mentions()


class _Finder:
    """One text with what is known of its days."""

    def __init__(self, document: Document, lexicon: DateLexicon, named_days: NamedDays) -> None:
        self._document = document
        self._named_days = named_days
        text = document.text
        languages = lexicon.of_text(document.article.language, bool(_ARABIC_SCRIPT.search(text)))
        self._languages = languages
        self._anchor = anchor_of(document)
        self._dateline = dateline_span(text)
        self._speech = Speech(document)
        self._expressions = [
            e for e in find_expressions(document, languages) if not is_doubtful(e, document)
        ]
        self._occasions = find_occasions(document, languages)
        self._day_first = day_first(document.article, self._expressions)
        self._told = Narrative(document, self._anchor.day if self._anchor else None)

    def mentions(self) -> tuple[DateMention, ...]:
        found: list[DateMention] = []
        for at, expression in enumerate(self._expressions):
            time = read(expression, self._setting_with_next(expression, at))
            if time is None:
                continue
            if any(o.start <= expression.start < o.end for o in self._occasions):
                time = replace(time, kind="occasion")
            mention = self._mention(expression, time)
            if self._dateline and self._dateline[0] <= expression.start < self._dateline[1]:
                mention = _as_dateline(mention)
            else:
                self._told.add(expression.start, time)
            found.append(mention)
        found = join_chains(self._document, found, self._languages)
        found += [self._occasion(occasion, found) for occasion in self._occasions]
        return tuple(sorted(found, key=lambda m: (m.evidence.start, -m.evidence.end)))

    # --- what stands around an expression -----------------------------------------------------

    def _setting_with_next(self, expression: Expression, at: int) -> Setting:
        """The setting, with what only the expressions behind this one tell."""
        setting = self._setting(expression, self._anchor, self._told)
        following = self._expressions[at + 1] if at + 1 < len(self._expressions) else None
        if setting.in_sentence is None and expression.parts.base == "sentence":
            return replace(setting, in_sentence=self._day_behind(following, expression))
        said = self._day_of_saying(expression, at)
        return setting if said is None else replace(setting, anchor=Anchor(said, "speech"))

    def _setting(self, expression: Expression, anchor: Anchor | None, told: Narrative) -> Setting:
        start = expression.start
        tense: Tense | None = "past"
        if not self._since(expression):
            tense = tense_at(self._document, start, expression.end, expression.language)
        name = expression.parts.named_day
        return Setting(
            anchor=anchor,
            tense=tense,
            reference=told.day(start),
            in_sentence=told.day_in_sentence(start),
            period=told.period(start),
            quarter=told.quarter(start),
            day_first=self._day_first,
            named_day=self._named_days.find(name, self._document.text) if name else None,
        )

    def _read_alone(self, expression: Expression) -> Time | None:
        nothing_told = Narrative(self._document, None)
        return read(expression, self._setting(expression, self._anchor, nothing_told))

    def _day_behind(self, following: Expression | None, before: Expression) -> date | None:
        """The day that goes on a sentence: 'a night after the raid, people gathered on Friday'."""
        if following is None or not self._in_one_sentence(before, following):
            return None
        time = self._read_alone(following)
        return time.earliest if time is not None and time.earliest == time.latest else None

    def _day_of_saying(self, expression: Expression, at: int) -> date | None:
        """The day on which quoted words were said, from a date beside the quotation."""
        if not self._speech.holds(expression.start):
            return None
        for beside in (
            *self._expressions[at + 1 : at + 3],
            *self._expressions[max(0, at - 2) : at],
        ):
            time = self._read_alone(beside)
            if time is None:
                continue
            day = self._speech.day_of_saying(expression.start, time, beside.start, beside.end)
            if day is not None:
                return day
        return None

    def _in_one_sentence(self, one: Expression, other: Expression) -> bool:
        return self._document.sentence_at(one.start) == self._document.sentence_at(other.start)

    def _since(self, expression: Expression) -> str | None:
        """The word 'since' before an expression."""
        start = expression.start
        since = expression.language.since
        match = (
            since.search(self._document.text[max(0, start - _SINCE_LENGTH) : start])
            if since
            else None
        )
        if match is None or self._compares(start):
            return None
        return " ".join(match.group().split())

    def _compares(self, start: int) -> bool:
        """'the worst fire since 2014' names a day to compare with, and no state that lasts."""
        sentence = self._document.sentence_at(start)
        before = self._document.tokens_in(sentence.start, start)[-_COMPARED:]
        if any(t.text.lower() == "not" for t in before[-2:]):  # 'not since 1999'
            return True
        return any(t.tag in ("JJS", "RBS") or t.text.lower() == "first" for t in before)

    # --- records ------------------------------------------------------------------------------

    def _mention(self, expression: Expression, time: Time) -> DateMention:
        text = expression.text
        since = self._since(expression)
        if since and time.kind in ("date", "time") and time.earliest is not None:
            latest = max(self._anchor.day, time.earliest) if self._anchor else None
            time = replace(time, latest=latest, granularity="range")
            text = f"{since} {text}"
        return DateMention(
            evidence=self._document.evidence(expression.start, expression.end),
            value=_value(time, text),
            kind=time.kind,
            made_by=f"dates:{expression.language.language}:{expression.rule.id}",
            remembered=_remembered(time.remembered, text),
        )

    def _occasion(self, occasion: Occasion, found: list[DateMention]) -> DateMention:
        inside = [m for m in found if occasion.start <= m.evidence.start < occasion.end]
        tense = tense_at(self._document, occasion.start, occasion.end, occasion.language)
        return occasion_mention(self._document, occasion, inside, self._anchor, tense)


def _value(time: Time, text: str) -> DateValue:
    return DateValue(
        earliest=time.earliest,
        latest=time.latest,
        granularity=time.granularity,
        calendar=time.calendar,
        text=text,
        timex_value=time.timex,
        anchor=time.anchor,
    )


def _remembered(day: date | None, text: str) -> DateValue | None:
    """The day in memory of which a named day is."""
    if day is None:
        return None
    return DateValue(
        earliest=day, latest=day, granularity="day", text=text, timex_value=str(day),
        anchor="none needed",
    )  # fmt: skip


def _as_dateline(mention: DateMention) -> DateMention:
    """The date of a dateline tells when the text was sent, and of no act when it was."""
    value = replace(mention.value, anchor="dateline")
    return replace(mention, value=value, made_by="dates:dateline")
