"""Lists of places: "in Arvan, Belt and Coro" tells one act for each of them."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.events.told.toponyms import WIDE, is_known, is_location
from reportedly.find.events.word_lists import scene_words
from reportedly.find.events.words import words
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.records import PlaceMention

_JOINERS = words(
    ", ; and & or as well in at to the city cities town towns of both then also port ports "
    "village villages provinces province districts district : ( ) – — - another more further "
    "later near outside around people others nearby neighbouring neighboring"
)
_PAUSES = words(", and & or ; as then")
_LONGEST_END = 30  # characters of "and 12 other provinces"
_WIDEST = 9  # words between two places of one list


def listed_with(reading: Reading, mention: PlaceMention) -> tuple[PlaceMention, ...]:
    """The list of places in which a mention stands ("in A, B and C"), in order of the text.

    A province or country behind a comma belongs to the town before it and is no item.
    """
    document = reading.document
    sentence = document.sentence_at(mention.evidence.start)
    here = [
        m
        for m in reading.places
        if sentence.start <= m.evidence.start < sentence.end
        and (is_location(m) or _stands_alone(document, m))
    ]
    if mention not in here:
        return (mention,)
    position = here.index(mention)
    first = last = position
    while first > 0 and _joined(reading, here[first - 1], here[first]):
        if _is_again(here[first - 1], here[first : position + 1]):
            break
        first -= 1
    while last + 1 < len(here) and _joined(reading, here[last], here[last + 1]):
        if _is_again(here[last + 1], here[first : last + 1]):
            break
        last += 1
    items = [
        m
        for n, m in enumerate(here[first : last + 1])
        if not _contains_one_before(here, first + n, first)
    ]
    if mention not in items or _is_route(document, here[first]):
        return (mention,)
    both = len(items) == 2 and not _goes_on(document, items[1])
    if both and not _has_and(document, items[0], items[1]):
        return (mention,)
    return tuple(items)


def _is_again(mention: PlaceMention, items: Sequence[PlaceMention]) -> bool:
    """'In Arvan and Belt; *in Belt* police blocked a road': what follows is told of one item."""
    if mention.place is None or mention.place.lat is None:
        return False
    return any(mention.place == m.place for m in items)


def _stands_alone(document: Document, mention: PlaceMention) -> bool:
    """Whether a name that a parser hangs on a noun far behind stands before none: "C on Monday"."""
    if mention.use != "modifier" or mention.kind == "demonym":
        return False
    after = document.tokens_in(mention.evidence.end, mention.evidence.end + 2)
    return all(t.pos in {"ADP", "PUNCT", "CCONJ"} for t in after[:1])


def _joined(reading: Reading, one: PlaceMention, other: PlaceMention) -> bool:
    """Whether two places follow each other in a list, with numbers or dates between them."""
    document = reading.document
    between = document.tokens_in(one.evidence.end, other.evidence.start)
    if not between or len(between) > _WIDEST:
        return False
    start, end = between[0].start, between[-1].end
    dates = [m.evidence for m in reading.dates if start <= m.evidence.start < end]
    for token in between:
        word = token.text.casefold()
        dated = any(d.start <= token.start < d.end for d in dates) or (dates and word == "on")
        if not dated and word not in _JOINERS and token.pos != "NUM":
            return False
    return any(t.text.casefold() in _PAUSES for t in between)


def _has_and(document: Document, one: PlaceMention, other: PlaceMention) -> bool:
    between = document.tokens_in(one.evidence.end, other.evidence.start)
    return any(t.text.casefold() in {"and", "&", "as", "or"} for t in between)


def _goes_on(document: Document, last: PlaceMention) -> bool:
    """'In Arvan, *Belt* and 12 other provinces': a list whose end names no place."""
    after = document.tokens_in(last.evidence.end, last.evidence.end + _LONGEST_END)
    joined = len(after) > 1 and after[0].text.casefold() in {"and", "&"}
    return joined and any(t.lemma in scene_words().unnamed for t in after[1:4])


def _contains_one_before(here: Sequence[PlaceMention], at: int, first: int) -> bool:
    place, before = here[at].place, here[at - 1].place if at > first else None
    if place is None or before is None or place.precision not in WIDE:
        return False
    return before.precision not in WIDE and before.country == place.country


def _is_route(document: Document, first: PlaceMention) -> bool:
    """'between A and B', 'from A to B': no list of scenes."""
    token = document.token_at(first.evidence.start)
    if token is None or token.index == 0:
        return False
    return document.tokens[token.index - 1].text.casefold() in {"between", "from"}


def is_far_end(reading: Reading, mention: PlaceMention) -> bool:
    """'On the road between A and *B*': one place, which the nearer end names, if it is known."""
    document = reading.document
    name = document.root_of(mention.evidence.start, mention.evidence.end)
    if name is None or name.dep != "conj":
        return False
    near = document.head(name)
    between = near.dep == "pobj" and document.head(near).text.casefold() == "between"
    return between and any(
        m.evidence.start <= near.start < m.evidence.end and is_known(m) for m in reading.places
    )
