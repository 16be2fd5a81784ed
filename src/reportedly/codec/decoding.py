"""JSON values back to records, by a decoder compiled once for each class."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from reportedly.codec.encoding import Json
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


class CodecError(ValueError):
    """JSON that is no such record; the message leads with the path of the field."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a record is decoded with.

    Args:
        text_id: the one that evidence leaves out.
        text: gives the quotes that evidence leaves out.
        decoded: records by the identity of their JSON, where one object may stand in several
            places; it is decoded once.
    """

    text_id: str | None = None
    text: str | None = None
    decoded: dict[int, Any] | None = None


Decoder = Callable[[Json, Surroundings], Any]


@cache
def decoder_of(shape: Shape) -> Decoder:  # noqa: PLR0911  one return a shape
    """The decoder of a shape; it raises CodecError for JSON of another shape."""
    match shape:
        case Plain(kind):
            return _plain(kind)
        case Choice(values):
            return _choice(frozenset(values))
        case Day():
            return _decode_day
        case Binary():
            return _decode_bytes
        case Open():
            raise TypeError("say what is found: decode(Found[Place], data), not decode(Found, …)")
        case Maybe(item):
            return _maybe(decoder_of(item))
        case Many(item):
            return _many(decoder_of(item))
        case Row(items):
            return _row([decoder_of(item) for item in items])
        case Record(kind) if kind is Evidence:
            return _once(_decode_evidence)
        case Record():
            return _once(_record(shape))


def _plain(kind: type) -> Decoder:
    def decode(data: Json, _around: Surroundings) -> Any:  # noqa: ANN401  any plain kind
        if type(data) is kind or (kind is float and type(data) is int):
            return data
        raise CodecError(f"{data!r} is not of type {kind.__name__}")

    return decode


def _choice(values: frozenset[str]) -> Decoder:
    def decode(data: Json, _around: Surroundings) -> str:
        if type(data) is str and data in values:
            return data
        raise CodecError(f"{data!r} is none of {', '.join(sorted(values))}")

    return decode


def _decode_day(data: Json, _around: Surroundings) -> date:
    try:
        return date.fromisoformat(data)
    except (TypeError, ValueError):
        raise CodecError(f"{data!r} is no ISO date") from None


def _decode_bytes(data: Json, _around: Surroundings) -> bytes:
    try:
        return base64.b64decode(data, validate=True)
    except (TypeError, binascii.Error):
        raise CodecError("not base64") from None


def _maybe(item: Decoder) -> Decoder:
    return lambda data, around: None if data is None else item(data, around)


def _many(item: Decoder) -> Decoder:
    def decode(data: Json, around: Surroundings) -> tuple[Any, ...]:
        if type(data) is not list:
            raise CodecError(f"{data!r} is no list")
        return tuple([item(one, around) for one in data])

    return decode


def _row(items: list[Decoder]) -> Decoder:
    def decode(data: Json, around: Surroundings) -> tuple[Any, ...]:
        if type(data) is not list or len(data) != len(items):
            raise CodecError(f"{data!r} is no list of {len(items)}")
        return tuple([item(one, around) for item, one in zip(items, data, strict=True)])

    return decode


def _once(record: Decoder) -> Decoder:
    def decode(data: Json, around: Surroundings) -> Any:  # noqa: ANN401  any record
        if around.decoded is None:
            return record(data, around)
        known = around.decoded.get(id(data))
        if known is None:
            known = around.decoded[id(data)] = record(data, around)
        return known

    return decode


def _decode_evidence(data: Json, around: Surroundings) -> Evidence:
    try:
        start, end = data["start"], data["end"]
    except (TypeError, KeyError):
        raise CodecError("evidence needs start and end") from None
    if type(start) is not int or type(end) is not int:
        raise CodecError("start and end of evidence are whole numbers")
    text_id, text = data.get("text_id", around.text_id), around.text
    quote = data.get("quote")
    if quote is None:
        if text is None or text_id != around.text_id:
            raise CodecError("evidence without its quote: the text is needed to read it")
        quote = text[start:end]
    if type(text_id) is not str or type(quote) is not str:
        raise CodecError("evidence needs a text_id and a quote")
    if not data.keys() <= _EVIDENCE_KEYS:
        raise CodecError(f"unknown fields {sorted(data.keys() - _EVIDENCE_KEYS)}")
    return Evidence(text_id=text_id, start=start, end=end, quote=quote)


_EVIDENCE_KEYS = frozenset({"text_id", "start", "end", "quote"})


def _record(record: Record) -> Decoder:
    fields = fields_of(record)
    kind, names = record.kind, frozenset(field.name for field in fields)
    decoders = {field.name: decoder_of(field.shape) for field in fields}
    required = frozenset(field.name for field in fields if field.required)
    absent = {field.name: field.absent for field in fields if not field.required}

    def decode(data: Json, around: Surroundings) -> Any:  # noqa: ANN401  a record of `kind`
        if type(data) is not dict:
            raise CodecError(f"{data!r} is no {record.name}")
        values = dict(absent)
        name = ""
        try:
            for name, value in data.items():
                values[name] = decoders[name](value, around)
        except KeyError:
            unknown = sorted(str(key) for key in data if key not in names)
            raise CodecError(f"{record.name} has no fields {unknown}") from None
        except CodecError as error:
            raise CodecError(f"{name}: {error}") from None
        if not required <= values.keys():
            raise CodecError(f"{record.name} lacks {sorted(required - values.keys())}")
        return kind(**values)

    return decode
