"""The day of an act that lies so long before the news: "the attack comes a week after …"."""

from __future__ import annotations

from dataclasses import replace

from reportedly.find.events.told.scene_days import lately
from reportedly.find.events.told.when import measure, shifted
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.words import words
from reportedly.find.reading import Reading
from reportedly.records import DateValue, Found

_COMING = words("come happen occur follow")
_CONFIDENCE = 0.5


def day_before_news(reading: Reading, trigger: Trigger) -> Found[DateValue] | None:
    """The day of an act behind "the raid comes a week after", by the day told for the raid."""
    document = reading.document
    found = measure(document, trigger) if document.has_syntax else None
    if found is None or document.tokens[found[3]].lemma not in _COMING:
        return None
    first, last, days, _ = found
    paragraph = document.sentences[first.sentence].paragraph
    news = lately(reading, paragraph, document.sentences[first.sentence].start)
    if news is None:
        return None
    return replace(shifted(document, news, first, last, days), confidence=_CONFIDENCE)
