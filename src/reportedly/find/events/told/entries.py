"""Lists, tickers and round-ups: what the label, heading or dateline of an entry tells of its acts.

"• Tue 3 May: gunmen shot a trader. Two were held.", "21:35 Police fire tear gas", "Arvan: crowds
in the square", and a line "ARVAN" over the entries of a town.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportedly.find.events.told.toponyms import found_place, is_known
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.parse.document import Sentence, Token
from reportedly.parse.labels import LONGEST, has_clock, label_end
from reportedly.records import DateValue, Found, Place, PlaceMention

_TICKER = 3  # entries with an hour that make one
_HEADING = 6  # words of a line that only names a place
_COLONS = frozenset({":", "–", "—"})
_STOPS = ".!?:;"
_SAME_DAY = "same day"


@dataclass(frozen=True, slots=True)
class Entries:
    """Of a text: the paragraphs with an hour of a ticker, and where paragraphs are set."""

    hours: frozenset[int]
    places: tuple[tuple[int, Found[Place], bool], ...]  # paragraph, place, whether more follow
    lines: tuple[int, ...] = ()  # paragraphs with a dateline, where several have one

    def place_of(self, paragraph: int) -> Found[Place] | None:
        """The place that a paragraph begins with, or the last heading or dateline over it."""
        for number, place, lasts in reversed(self.places):
            if number == paragraph or (lasts and number < paragraph):
                return place
        return None

    def item_of(self, paragraph: int) -> int:
        """The paragraph with the dateline under which a paragraph stands; -1 under none."""
        return max((line for line in self.lines if line <= paragraph), default=-1)


def read_entries(reading: Reading) -> Entries:
    """The entries of an article: tickers, places before a colon, headings, datelines of many."""
    document = reading.document
    found = [
        (sentence.paragraph, mention, use)
        for mention in reading.places
        if mention.place is not None and mention.kind != "demonym"
        for sentence in [document.sentence_at(mention.evidence.start)]
        if (use := _use(document, mention, sentence)) is not None
    ]
    lines = [n for n, _, use in found if use == "dateline"]
    places = tuple(
        (number, found_place(mention, "place.label", 0.5), use != "label")
        for number, mention, use in found
        if use != "dateline" or len(lines) > 1
    )
    return Entries(hours_of(document), places, tuple(lines) if len(lines) > 1 else ())


def item_around(reading: Reading, word: Token) -> Callable[[int], bool]:
    """Whether a paragraph lies in the item of a round-up in which a word stands; else any does."""
    entries = read_entries(reading)
    item = entries.item_of(reading.document.sentences[word.sentence].paragraph)
    return lambda paragraph: entries.item_of(paragraph) == item


def hours_of(document: Document) -> frozenset[int]:
    """The paragraphs of a ticker that begin with an hour; none where fewer than three do."""
    text = document.text
    found = frozenset(
        number
        for number, s in _first_sentences(document).items()
        if has_clock(text[s.start : s.start + LONGEST])
    )
    return found if len(found) >= _TICKER else frozenset()


def label_day(reading: Reading, sentence: int) -> Found[DateValue] | None:
    """The day in the label of the entry in which a sentence stands: "• Tue 3 May: …".

    "Same day:" is that of the entry before.
    """
    document = reading.document
    opening = document.opening(document.sentences[sentence])
    length = label_end(document.text[opening.start : opening.start + LONGEST + 1])
    label = document.text[opening.start : opening.start + length]
    if _SAME_DAY in label.casefold() and opening.index:
        return label_day(reading, opening.index - 1)
    for mention in reading.dates if label else ():
        evidence = mention.evidence
        inside = opening.start <= evidence.start < opening.start + length
        if inside and mention.value.granularity == "day" and mention.value.earliest is not None:
            return Found(
                value=mention.value, evidence=evidence, made_by="date.label", confidence=0.8
            )
    return None


def day_of_ticker(
    reading: Reading, entries: Entries, paragraph: int, told: Sequence[tuple[int, object]]
) -> Found[DateValue] | None:
    """The day of publication for an entry with an hour, where the text tells of no other day.

    A text that first tells what happened on some day, and then how, hour by hour, is no ticker.
    """
    published = reading.document.article.published
    if paragraph not in entries.hours or published is None:
        return None
    if any(number not in entries.hours for number, _ in told):
        return None
    clock = next(s for s in reading.document.sentences if s.paragraph == paragraph)
    return Found(
        value=DateValue(
            earliest=published, latest=published, granularity="day", anchor="publication"
        ),
        evidence=reading.document.evidence(clock.start, clock.end),
        made_by="date.ticker",
        confidence=0.5,
    )


def _first_sentences(document: Document) -> dict[int, Sentence]:
    """The first sentence of each paragraph."""
    first: dict[int, Sentence] = {}
    for sentence in document.sentences:
        first.setdefault(sentence.paragraph, sentence)
    return first


def _use(document: Document, mention: PlaceMention, sentence: Sentence) -> str | None:
    """How a place sets what follows: as a dateline, a label before a colon, or a heading."""
    if mention.use == "dateline":
        return "dateline"
    if not is_known(mention):
        return None
    inside = document.sentence_tokens(sentence)
    before = [t for t in inside if t.start < mention.evidence.start]
    after = [t for t in inside if t.start >= mention.evidence.end]
    if not before and after and after[0].text in _COLONS:
        return "label"
    alone = len(inside) <= _HEADING and not any(t.pos in {"VERB", "AUX"} for t in inside)
    line = document.text[sentence.start : document.text.find("\n", sentence.start)]
    whole = len(line.strip()) == sentence.end - sentence.start
    return "heading" if alone and whole and inside[-1].text not in _STOPS else None
