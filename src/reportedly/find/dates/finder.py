"""The door of this room: from a parsed article to its dated time expressions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reportedly.find.dates.anchor import Anchor, anchor_of, dateline_span
from reportedly.find.dates.doubts import is_doubtful
from reportedly.find.dates.expressions import Expression, find_expressions
from reportedly.find.dates.lexicon import DateLexicon, LanguageDates, load_date_lexicon
from reportedly.find.dates.occasions import occasion_spans
from reportedly.find.dates.reading import read
from reportedly.find.dates.setting import Setting
from reportedly.find.dates.tense import Tense, tense_at
from reportedly.find.dates.times import Time
from reportedly.parse import Document
from reportedly.records import DateMention, DateValue

_ARABIC_SCRIPT = re.compile(r"[\u0600-\u06ff]")
_COMPARED = 7  # tokens before an expression in which a superlative can stand
_PARAGRAPHS = 3  # within which 'the same day' looks for the day told last
_SINCE_LENGTH = 16  # characters before an expression in which 'since' can stand


def find_dates(document: Document, lexicon: DateLexicon | None = None) -> tuple[DateMention, ...]:
    """Time expressions of a text with their values, in order of the text.

    Relative ones count from the day of publication, else from the date of the dateline or the
    URL; without any they keep ``earliest`` and ``latest`` open. A bare 'since Monday' runs from
    Monday to that day. Only a mention of an occasion ('the anniversary of the 2014 riots') holds
    others, and these are of kind ``occasion`` too.

    Args:
        document: the parsed article; syntax helps and is not needed.
        lexicon: the words and rules; the shipped ones by default.
    """
    known = lexicon or load_date_lexicon()
    text = document.text
    languages = known.of_text(document.article.language, bool(_ARABIC_SCRIPT.search(text)))
    anchor = anchor_of(document)
    occasions = _occasions(document, languages)
    dateline = dateline_span(text)
    told: list[tuple[int, date]] = []
    mentions: list[DateMention] = []
    expressions = [e for e in find_expressions(document, languages) if not is_doubtful(e, document)]
    for at, expression in enumerate(expressions):
        setting = _setting(expression, document, anchor, told)
        if setting.in_sentence is None and expression.parts.base == "sentence":
            following = expressions[at + 1] if at + 1 < len(expressions) else None
            setting = replace(
                setting, in_sentence=_day_behind(following, expression, document, anchor)
            )
        time = read(expression, setting)
        if time is None:
            continue
        if any(start <= expression.start < end for start, end in occasions):
            time = replace(time, kind="occasion")
        mention = _mention(expression, document, time, anchor)
        if dateline is not None and dateline[0] <= expression.start < dateline[1]:
            mention = _as_dateline(mention)
        elif time.earliest == time.latest and time.kind in ("date", "time"):
            past = anchor is None or time.earliest is None or time.earliest <= anchor.day
            told += [(expression.start, time.earliest)] if time.earliest and past else []
        mentions.append(mention)
    mentions.extend(_occasion_mention(document, start, end) for start, end in occasions)
    return tuple(sorted(mentions, key=lambda m: (m.evidence.start, -m.evidence.end)))


def _setting(
    expression: Expression,
    document: Document,
    anchor: Anchor | None,
    told: Sequence[tuple[int, date]],  # days by offset
) -> Setting:
    sentence = document.sentence_at(expression.start)
    reference: date | None = None
    in_sentence: date | None = None
    if told:
        start, day = told[-1]
        there = document.sentence_at(start)
        if sentence.paragraph - there.paragraph <= _PARAGRAPHS:
            reference = day
            in_sentence = day if there.index == sentence.index else None
    tense: Tense | None = "past"
    if not _since(expression, document):
        tense = tense_at(document, expression.start, expression.end, expression.language)
    return Setting(anchor=anchor, tense=tense, reference=reference, in_sentence=in_sentence)


def _day_behind(
    following: Expression | None, before: Expression, document: Document, anchor: Anchor | None
) -> date | None:
    """The day that goes on a sentence: 'a night after the raid, people gathered on Friday'."""
    if following is None or not _in_one_sentence(before, following, document):
        return None
    time = read(following, _setting(following, document, anchor, ()))
    return time.earliest if time is not None and time.earliest == time.latest else None


def _in_one_sentence(one: Expression, other: Expression, document: Document) -> bool:
    return document.sentence_at(one.start) == document.sentence_at(other.start)


def _since(expression: Expression, document: Document) -> str | None:
    """The word 'since' before an expression."""
    before = document.text[max(0, expression.start - _SINCE_LENGTH) : expression.start]
    since = expression.language.since
    match = since.search(before) if since else None
    if match is None or _compares(document, expression.start):
        return None
    return " ".join(match.group().split())


def _compares(document: Document, start: int) -> bool:
    """'the worst fire since 2014' names a day to compare with, and no state that lasts."""
    sentence = document.sentence_at(start)
    before = document.tokens_in(sentence.start, start)[-_COMPARED:]
    if any(t.text.lower() == "not" for t in before[-2:]):  # 'not since 1999'
        return True
    return any(t.tag in ("JJS", "RBS") or t.text.lower() == "first" for t in before)


def _mention(
    expression: Expression, document: Document, time: Time, anchor: Anchor | None
) -> DateMention:
    text = expression.text
    since = _since(expression, document)
    if since and time.kind in ("date", "time") and time.earliest is not None:
        latest = max(anchor.day, time.earliest) if anchor else None
        time = replace(time, latest=latest, granularity="range")
        text = f"{since} {text}"
    value = DateValue(
        earliest=time.earliest,
        latest=time.latest,
        granularity=time.granularity,
        calendar=time.calendar,
        text=text,
        timex_value=time.timex,
        anchor=time.anchor,
    )
    return DateMention(
        evidence=document.evidence(expression.start, expression.end),
        value=value,
        kind=time.kind,
        made_by=f"dates:{expression.language.language}:{expression.rule.id}",
    )


def _as_dateline(mention: DateMention) -> DateMention:
    """The date of a dateline tells when the text was sent, and of no act when it was."""
    value = replace(mention.value, anchor="dateline")
    return replace(mention, value=value, made_by="dates:dateline")


def _occasions(
    document: Document, languages: tuple[LanguageDates, ...]
) -> tuple[tuple[int, int], ...]:
    return tuple(span for language in languages for span in occasion_spans(document, language))


def _occasion_mention(document: Document, start: int, end: int) -> DateMention:
    return DateMention(
        evidence=document.evidence(start, end),
        value=DateValue(
            earliest=None,
            latest=None,
            granularity="day",
            text=document.readable(start, end),
            anchor="none needed",
        ),
        kind="occasion",
        made_by="dates:occasion",
    )
