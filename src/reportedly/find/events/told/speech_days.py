"""The day of words: when the same speaker spoke a sentence or two before.

"… the minister told reporters on Wednesday. He demanded their return."
"""

from __future__ import annotations

from reportedly.find.events.told.attribution import is_speaker, speaker_of
from reportedly.find.events.told.telling import Telling
from reportedly.find.events.told.when import verb_above
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.records import DateMention, DateValue, Evidence, Found, Link

_LATELY = 1  # paragraphs back to the speaker's dated words


def day_of_words(reading: Reading, lead: Telling) -> Found[DateValue] | None:
    """The day that the last words of a telling's speaker carry, if they stand close before it."""
    document = reading.document
    speaker = speaker_of(lead.chain)
    for scope in sorted(reading.scopes, key=lambda s: s.evidence.start, reverse=True):
        if scope.evidence.start >= lead.span.start or not scope.chain:
            continue
        if lead.paragraph - document.sentence_at(scope.evidence.start).paragraph > _LATELY:
            return None
        link = scope.chain[-1]
        same = speaker is not None and _is_same(speaker, link)
        if link.cue is None or not (same or any(is_speaker(m, link) for m in lead.roles.actors)):
            continue
        found = next((m for m in reading.dates if _is_at(document, m, link.cue)), None)
        if found is not None:
            return Found(
                value=found.value, evidence=found.evidence, made_by="date.speech", confidence=0.5
            )
    return None


def _is_same(one: Link, other: Link) -> bool:
    return one.entity_id is not None and one.entity_id == other.entity_id


def _is_at(document: Document, mention: DateMention, cue: Evidence) -> bool:
    """Whether a day stands at a verb of saying: "*told* reporters on *Wednesday*"."""
    if mention.value.granularity not in {"day", "time"} or mention.value.earliest is None:
        return False
    verb = document.root_of(cue.start, cue.end)
    return verb is not None and verb_above(document, mention) == verb
