"""Records to JSON values, by an encoder compiled once for each class."""

from __future__ import annotations

import base64
import dataclasses
from collections.abc import Callable
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any

from reportedly.codec.shapes import (
    Binary,
    Choice,
    Day,
    Many,
    Maybe,
    Open,
    Plain,
    Record,
    Row,
    Shape,
    fields_of,
)
from reportedly.records import Evidence

Json = Any  # None, bool, int, float, str, list or dict of the same

# From a value and the text_id that goes without saying (None: every evidence names its own).
Encoder = Callable[[Any, str | None], Json]


@cache
def encoder_of(shape: Shape) -> Encoder | None:  # noqa: PLR0911  one return a shape
    """The encoder of a shape; None where the value is its own JSON."""
    match shape:
        case Plain() | Choice():
            return None
        case Day():
            return _encode_day
        case Binary():
            return _encode_bytes
        case Open():
            return _encode_open
        case Maybe(item):
            return _maybe(encoder_of(item))
        case Many(item):
            return _many(encoder_of(item))
        case Row(items):
            return _row([encoder_of(item) for item in items])
        case Record(kind) if kind is Evidence:
            return _encode_evidence
        case Record():
            return _record(shape)


def _encode_day(value: date, _text_id: str | None) -> Json:
    return value.isoformat()


def _encode_bytes(value: bytes, _text_id: str | None) -> Json:
    return base64.b64encode(value).decode("ascii")


def _encode_open(value: object, text_id: str | None) -> Json:
    if isinstance(value, date):
        return value.isoformat()
    if dataclasses.is_dataclass(value):
        encode = encoder_of(Record(type(value)))
        return encode(value, text_id) if encode else value
    return value


def _encode_evidence(value: Evidence, text_id: str | None) -> Json:
    data: dict[str, Json] = {"start": value.start, "end": value.end, "quote": value.quote}
    if value.text_id != text_id:
        data["text_id"] = value.text_id
    return data


def _maybe(item: Encoder | None) -> Encoder | None:
    if item is None:
        return None
    return lambda value, text_id: None if value is None else item(value, text_id)


def _many(item: Encoder | None) -> Encoder:
    if item is None:
        return lambda value, text_id: list(value)
    return lambda value, text_id: [item(one, text_id) for one in value]


def _row(items: list[Encoder | None]) -> Encoder:
    def encode(value: tuple[Any, ...], text_id: str | None) -> Json:
        return [
            one if item is None else item(one, text_id)
            for item, one in zip(items, value, strict=True)
        ]

    return encode


def _record(record: Record) -> Encoder:
    fields = fields_of(record)
    names = [field.name for field in fields]
    plan = [(field.name, encoder_of(field.shape)) for field in fields]
    if len(plan) == 1:  # attrgetter of one name gives no tuple
        (name, only), read_one = plan[0], attrgetter(names[0])
        return lambda value, text_id: _present([(name, only)], (read_one(value),), text_id)
    read = attrgetter(*names)
    return lambda value, text_id: _present(plan, read(value), text_id)


def _present(
    plan: list[tuple[str, Encoder | None]], values: tuple[Any, ...], text_id: str | None
) -> Json:
    data = {}
    for (name, item), value in zip(plan, values, strict=True):
        if value is None or value == ():
            continue
        data[name] = value if item is None else item(value, text_id)
    return data
