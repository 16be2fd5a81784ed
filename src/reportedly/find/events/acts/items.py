"""Where one sentence lists towns: what each has of its own, people and numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from reportedly.find.events.acts.settled import Settled
from reportedly.find.events.told.roles import Roles
from reportedly.find.events.told.telling import Telling
from reportedly.find.reading import Reading
from reportedly.parse import Document
from reportedly.records import ActorMention, Count, Found, Place

_OPENING = frozenset({":", "-", "--", "–", "—", "("})


def item_of(
    document: Document,
    count: Found[Count],
    told: Sequence[Found[Count]],
    items: Mapping[int, Settled],
) -> int | None:
    """The item of a list that gives each place a number: "12 in A, seven in B", "A (12), B (7)".

    Args:
        document: the text.
        count: the number in question.
        told: all numbers of the text; "a clerk in A and two men in B" has one without a numeral.
        items: the acts of the list.
    """
    places = _places(document, count, items)
    if not places or not _is_numbered(document, _beside(document, count, told), places):
        return None
    start = count.evidence.start
    behind = document.text[places[0][1] :].lstrip()[:1] == "("
    if behind:
        return next((n for _, end, n in reversed(places) if end <= start), None)
    return next((n for first, _, n in places if start < first), None)


def is_sum(document: Document, count: Found[Count], told: Sequence[Found[Count]]) -> bool:
    """Whether a number is the sum of those behind it: "*nine* died: four in A, five in B".

    Also where it is told before, as in a headline.
    """
    return any(
        bool(parts_of(document, c, told))
        for c in told
        if c.evidence.start >= count.evidence.start
        and (c.value.kind, c.value.low) == (count.value.kind, count.value.low)
    )


def parts_of(
    document: Document, count: Found[Count], told: Sequence[Found[Count]]
) -> tuple[Found[Count], ...]:
    """The numbers that a number is the sum of; none where it is no sum."""
    here = _beside(document, count, told)
    behind = [c for c in here if c.evidence.start > count.evidence.start]
    numbers = [c.value.best for c in behind]
    if len(behind) < 2 or None in numbers or count.value.low is None:
        return ()
    between = document.tokens_in(count.evidence.end, behind[0].evidence.start)
    opened = any(t.text in _OPENING for t in between)
    return tuple(behind) if opened and sum(n or 0 for n in numbers) == count.value.low else ()


def _beside(
    document: Document, count: Found[Count], told: Sequence[Found[Count]]
) -> list[Found[Count]]:
    """The numbers of one kind in the sentence of a number, itself among them."""
    sentence = document.sentence_at(count.evidence.start)
    return [
        c
        for c in told
        if c.value.kind == count.value.kind and sentence.start <= c.evidence.start < sentence.end
    ]


def _places(
    document: Document, count: Found[Count], items: Mapping[int, Settled]
) -> list[tuple[int, int, int]]:
    """Start, end and act of the places of a list, where all stand in the sentence of a number."""
    sentence = document.sentence_at(count.evidence.start)
    places = sorted(
        (s.place.evidence.start, s.place.evidence.end, n)
        for n, s in items.items()
        if s.place is not None
    )
    here = all(sentence.start <= start < sentence.end for start, _, _ in places)
    return places if here and len(places) > 1 else []


def _is_numbered(
    document: Document, beside: Sequence[Found[Count]], places: Sequence[tuple[int, int, int]]
) -> bool:
    """Whether a number stands between any two places that follow each other."""
    return all(
        any(t.pos == "NUM" for t in document.tokens_in(one[1], other[0]))
        or any(one[1] <= c.evidence.start < other[0] for c in beside)
        for one, other in pairwise(places)
    )


# --- people ---------------------------------------------------------------------------------


def roles_of_items(
    reading: Reading, telling: Telling, places: Sequence[Found[Place]]
) -> list[Roles]:
    """The roles in each place: of "shot a judge in Lima and a mayor in Tacna" one victim each."""
    gaps = [(a.evidence.end, b.evidence.start) for a, b in pairwise(places)]
    own = [_joined(reading, start, end) for start, end in gaps]
    later = {m.head for mentions in own for m in mentions}
    told = telling.roles
    undergo = bool(told.recipients) and telling.trigger.type != "PROTEST"
    acting = told.actors if undergo else tuple(m for m in told.actors if m.head not in later)
    hit = tuple(m for m in told.recipients if m.head not in later) if undergo else told.recipients
    found = [replace(told, actors=acting, recipients=hit)]
    for mentions in own:
        if mentions:
            acting, hit = (acting, mentions) if undergo else (mentions, hit)
        found.append(replace(told, actors=acting, recipients=hit))
    return found


def _joined(reading: Reading, start: int, end: int) -> tuple[ActorMention, ...]:
    """The people between two places who are joined to those, or to the verb, before them."""
    tokens = reading.document.tokens
    return tuple(
        m
        for m in reading.actors
        if start <= tokens[m.head].start < end
        and tokens[m.head].dep == "conj"
        and tokens[m.head].lemma != "other"
    )
