"""Reports of a period: "Between 1 January and 31 March we recorded 87 detentions".

What such a report tells of its months is its own news, however long ago it was.
"""

from __future__ import annotations

from datetime import date, timedelta

from reportedly.find.events.word_lists import telling_words
from reportedly.find.reading import Reading
from reportedly.records import DateMention, DateValue

_OPENING = 4  # sentences in which a report says which period it is about
_SHORTEST = timedelta(days=6)
_LONGEST = timedelta(days=370)
_SOON = timedelta(days=150)  # from the end of a period to its report


def reported_since(reading: Reading) -> date | None:
    """The first day of the period that an article reports on; None where it names none."""
    published = reading.document.article.published
    if published is None:
        return None
    found = (m for m in reading.dates if _is_period(m.value, published))
    return next((m.value.earliest for m in found if _is_recorded(reading, m)), None)


def _is_period(value: DateValue, published: date) -> bool:
    """Whether a date is a stretch of weeks or months that ended not long ago."""
    first, last = value.earliest, value.latest
    if first is None or last is None or not _SHORTEST <= last - first <= _LONGEST:
        return False
    return timedelta(0) <= published - last <= _SOON


def _is_recorded(reading: Reading, mention: DateMention) -> bool:
    """Whether the opening says in a sentence with a period that somebody recorded something."""
    document = reading.document
    sentence = document.sentence_at(mention.evidence.start)
    words = telling_words()
    tokens = document.sentence_tokens(sentence)
    return sentence.index < _OPENING and any(
        (t.pos == "VERB" and t.lemma in words.recording)
        or (t.pos != "VERB" and t.lemma in words.records_of_periods)
        for t in tokens
    )
