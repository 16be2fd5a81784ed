"""A further object with a place of its own: "shot a judge in Lima and a mayor in Tacna"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.events.told.toponyms import is_location
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.words import words
from reportedly.find.reading import Reading
from reportedly.parse.document import Token
from reportedly.records import PlaceMention

_IN = words("in at near outside")
_NEXT = range(3, 8)  # words from one place to the next: "and the ring road in"


def with_next_object(
    reading: Reading,
    triggers: Sequence[Trigger],
    best: PlaceMention,
    near: Sequence[PlaceMention],
) -> tuple[PlaceMention, ...]:
    """A place with those behind it that further objects of the verb have of their own."""
    document = reading.document
    acts = {t.token for t in triggers}
    found = [best]
    for mention in sorted(near, key=lambda m: m.evidence.start):
        between = _behind_day(
            reading, document.tokens_in(found[-1].evidence.end, mention.evidence.start)
        )
        if len(between) not in _NEXT or not document.has_syntax or not is_location(mention):
            continue
        joint, noun, preposition = between[0], between[-2], between[-1]
        phrase = between[1:-1]
        if (
            joint.text.casefold() in {"and", ","}
            and preposition.text.casefold() in _IN
            and noun.pos == "NOUN"
            and noun.dep in {"conj", "appos"}
            and not any(t.pos in {"VERB", "AUX"} or t.index in acts for t in phrase)
        ):
            found.append(mention)
    return tuple(found)


def _behind_day(reading: Reading, between: Sequence[Token]) -> Sequence[Token]:
    """Words without the day they begin with: of "on Monday and a mayor in" those from "and" on."""
    if not between or between[0].text.casefold() != "on":
        return between
    days = (m.evidence for m in reading.dates if m.evidence.start >= between[0].start)
    end = next((d.end for d in days), between[0].start)
    return [t for t in between if t.start >= end]
