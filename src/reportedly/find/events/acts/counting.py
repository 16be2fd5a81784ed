"""Which act a number of people belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reportedly.find.events.acts.settle import Settled
from reportedly.parse import Document
from reportedly.records import Count, CountKind, EventType, Found

_KINDS: dict[CountKind, frozenset[EventType | None]] = {
    "crowd": frozenset({"PROTEST", "SUPPORT"}),
    "killed": frozenset({"ASSAULT", None}),
    "injured": frozenset({"ASSAULT", None}),
    "arrested": frozenset({"COERCE"}),
    "missing": frozenset({"ASSAULT", "COERCE"}),
}
# where no act of the first kind stands near
_ELSE: dict[CountKind, frozenset[EventType | None]] = {"injured": frozenset({"PROTEST"})}
_AFAR = 3  # paragraphs between an act and a number about it


def share_out(
    document: Document, counts: Sequence[Found[Count]], acts: Sequence[Settled]
) -> dict[int, tuple[Found[Count], ...]]:
    """The counts of each act, by its position in `acts`.

    A number goes to the act of a fitting type that the same sentence tells nearest to it, else
    to the one told last before it. A number for a list of places goes to each with one
    `shared_key`: it must not be added up.
    """
    shared: dict[int, list[Found[Count]]] = {n: [] for n in range(len(acts))}
    for count in counts:
        home = _home(document, count, acts)
        if home is None:
            continue
        key = acts[home].act.lead.list_key
        group = [home]
        if key is not None:
            group = [n for n, a in enumerate(acts) if a.act.lead.list_key == key]
            own = _item_of(document, count, {n: acts[n] for n in group})
            if own is not None:
                shared[own].append(count)
                continue
            count = replace(count, value=replace(count.value, shared_key=key))  # noqa: PLW2901
        for number in group:
            if not any(_equal(count, other) for other in shared[number]):
                shared[number].append(count)
    return {n: tuple(found) for n, found in shared.items()}


def _equal(one: Found[Count], other: Found[Count]) -> bool:
    """Whether a number is only said again."""
    a, b = one.value, other.value
    return (a.kind, a.low, a.high) == (b.kind, b.low, b.high)


def _item_of(document: Document, count: Found[Count], items: dict[int, Settled]) -> int | None:
    """The item of a list that gives each place a number: "12 in A, seven in B", "A (12), B (7)"."""
    places = sorted(
        (s.place.evidence.start, s.place.evidence.end, n)
        for n, s in items.items()
        if s.place is not None
    )
    between = pairwise(places)
    numbered = [
        any(t.pos == "NUM" for t in document.tokens_in(one[1], other[0])) for one, other in between
    ]
    if not numbered or not all(numbered):
        return None
    start = count.evidence.start
    behind = document.text[places[0][1] :].lstrip()[:1] == "("
    if behind:
        return next((n for _, end, n in reversed(places) if end <= start), None)
    return next((n for first, _, n in places if start < first), None)


def _home(document: Document, count: Found[Count], acts: Sequence[Settled]) -> int | None:
    kind = count.value.kind
    first = _nearest(document, count, acts, _KINDS[kind])
    other = _nearest(document, count, acts, _ELSE.get(kind, frozenset()))
    if first is None or other is None:
        best = first or other
    else:
        best = first if first[0] <= other[0] + 1 else other
    return None if best is None else best[2]


def _nearest(
    document: Document,
    count: Found[Count],
    acts: Sequence[Settled],
    kinds: frozenset[EventType | None],
) -> tuple[int, int, int] | None:
    """How far the nearest act of some types stands: sentence or paragraphs, characters, number."""
    start = count.evidence.start
    sentence = document.sentence_at(start)
    best: tuple[int, int, int] | None = None
    for number, settled in enumerate(acts):
        act = settled.act
        if act.lead.denied or act.lead.withdraws:
            continue
        if settled.type not in kinds or act.lead.reality.realis != "actual":
            continue
        for telling in act.tellings:
            if telling.sentence == sentence.index:
                rank = (0, abs(telling.span.start - start), number)
            elif settled.retold or telling.span.start > start:
                continue
            else:
                away = sentence.paragraph - telling.paragraph
                if away > _AFAR:
                    continue
                rank = (1 + away + telling.aside, start - telling.span.start, number)
            if best is None or rank < best:
                best = rank
    return best
