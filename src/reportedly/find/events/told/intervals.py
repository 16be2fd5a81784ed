"""The day of an act that lies so long before the news: "the attack comes a week after …"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from reportedly.find.events.told.scene_days import lately
from reportedly.find.events.told.when import SAYING, measure, shifted, verb_above
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.words import words
from reportedly.find.reading import Reading
from reportedly.parse.document import Token
from reportedly.records import DateValue, Found

_COMING = words("come happen occur follow")
_CONFIDENCE = 0.5
_LONGEST = 14  # days; "two months after" is said of no day


def day_before_news(reading: Reading, trigger: Trigger) -> Found[DateValue] | None:
    """The day of an act behind "the raid comes a week after", by the day told for the raid.

    A raid of which no day is told was on the day of publication or the one before.
    """
    document = reading.document
    found = measure(document, trigger) if document.has_syntax else None
    if found is None or document.tokens[found[3]].lemma not in _COMING:
        return None
    first, last, days, _ = found
    paragraph = document.sentences[first.sentence].paragraph
    start = document.sentences[first.sentence].start
    news = lately(reading, paragraph, start) or _told_before(reading, start)
    news = news or _just_now(reading, first)
    if news is None or days > _LONGEST:
        return None
    return replace(shifted(document, news, first, last, days), confidence=_CONFIDENCE)


def _told_before(reading: Reading, start: int) -> Found[DateValue] | None:
    """The last day named before that is no day of words: "stormed the village *on Monday*"."""
    document = reading.document
    published = document.article.published
    for mention in reversed(reading.dates):
        value = mention.value
        day = value.granularity in {"day", "time"} and mention.kind in {"date", "time"}
        if mention.evidence.end > start or not day or value.earliest is None:
            continue
        if published is not None and value.earliest > published:
            continue
        verb = verb_above(document, mention)
        if verb is not None and verb.lemma not in SAYING:
            return Found(value=value, evidence=mention.evidence, made_by="date.lately")
    return None


def _just_now(reading: Reading, word: Token) -> Found[DateValue] | None:
    """The last two days before a text went out."""
    document = reading.document
    published = document.article.published
    if published is None:
        return None
    value = DateValue(
        earliest=published - timedelta(days=1),
        latest=published,
        granularity="day",
        anchor="publication",
    )
    where = document.evidence(word.start, word.end)
    return Found(value=value, evidence=where, made_by="date.interval")
