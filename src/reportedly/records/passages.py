"""Every passage that a record points to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from reportedly.records.values import Evidence


def passages_in(value: object) -> Iterator[Evidence]:
    """The evidence in a record, or in tuples of records, however deep, in order of the fields."""
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from passages_in(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from passages_in(getattr(value, field.name))
