"""Which number an event has of killed, injured or arrested people: one rule for all formats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportedly.records import Count, CountKind, Found


def count_value(counts: Iterable[Found[Count]], kind: CountKind) -> int | None:
    """The event's own number of one kind of people; None where none is told.

    The first count that linking put there, as its best number, else its low one. Tolls to date
    ("taking the toll to 41") and numbers that several events share ("12 arrested in two towns")
    are no event's own: adding up a file must not count people twice.
    """
    for found in counts:
        count = found.value
        if count.kind == kind and not count.cumulative and count.shared_key is None:
            number = count.best if count.best is not None else count.low
            if number is not None:
                return number
    return None


def shared_numbers(counts: Iterable[Found[Count]]) -> Iterator[str]:
    """Numbers that are not the event's own, in words: '12 arrested, shared by several events'."""
    for found in counts:
        count = found.value
        number = count.best if count.best is not None else count.low
        if number is None:
            continue
        if count.shared_key is not None:
            yield f"{number} {count.kind}, shared by several events"
        elif count.cumulative:
            yield f"{number} {count.kind}, a toll to date"
