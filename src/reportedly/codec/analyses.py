"""Records as JSON, and the public, versioned format of an analysis (docs/formats/analysis.md)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeVar, cast

from reportedly.codec.decoding import CodecError, Surroundings, decoder_of
from reportedly.codec.encoding import Json, encoder_of
from reportedly.codec.schema import schema_of
from reportedly.codec.shapes import Record, shape_of
from reportedly.records import Analysis

R = TypeVar("R")

FORMAT = 1
"""The version that `encode_analysis` writes."""

Upcaster = Callable[[dict[str, Json]], dict[str, Json]]

# version → a pure function from its JSON to that of the next version
UPCASTERS: Mapping[int, Upcaster] = MappingProxyType({})


def encode(record: object) -> dict[str, Json]:
    """The JSON of any record: None and empty tuples are left out, dates are ISO.

    An Analysis comes in its public format. Raises TypeError for what is no record.
    """
    if isinstance(record, Analysis):
        return encode_analysis(record)
    encoder = encoder_of(Record(type(record)))
    if encoder is None:
        raise TypeError(f"{record!r} is no record")
    return cast(dict[str, Json], encoder(record, None))


def decode(kind: type[R], data: Json) -> R:
    """The record of a class (or of ``Found[Place]`` and the like) that JSON stands for.

    Raises:
        CodecError: with the path of the first field that does not fit.
    """
    if kind is Analysis:
        return cast(R, decode_analysis(data))
    return cast(R, decoder_of(shape_of(kind))(data, Surroundings()))


def encode_analysis(analysis: Analysis) -> dict[str, Json]:
    """The JSON of an analysis, with its format version; evidence leaves out the text_id."""
    encoder = encoder_of(Record(Analysis))
    assert encoder is not None
    return {"format": FORMAT, **encoder(analysis, analysis.text_id)}


def decode_analysis(data: Json, text: str | None = None, *, shared: bool = False) -> Analysis:
    """An analysis from its JSON, of this or an older format version.

    Args:
        data: what `encode_analysis` gave; evidence may leave out its quotes.
        text: the article's text, needed where it does.
        shared: whether one object may stand for several equal records: they become one record.

    Raises:
        CodecError: for JSON that is no analysis, or without quotes and no text given.
    """
    current = upcast(data)
    fields = {name: value for name, value in current.items() if name != "format"}
    text_id = fields.get("text_id")
    named = text_id if isinstance(text_id, str) else None
    around = Surroundings(named, text, {} if shared else None)
    return cast(Analysis, decoder_of(Record(Analysis))(fields, around))


def upcast(
    data: Json, upcasters: Mapping[int, Upcaster] = UPCASTERS, current: int = FORMAT
) -> dict[str, Json]:
    """JSON of any known format version as that of the current one; the input is not changed.

    Raises:
        CodecError: for a version that is missing, newer, or without an upcaster.
    """
    if not isinstance(data, dict) or type(data.get("format")) is not int:
        raise CodecError("no format version: this is no analysis")
    if data["format"] > current:
        raise CodecError(f"format {data['format']} is newer than this version reads ({current})")
    version: int = data["format"]
    while version < current:
        if version not in upcasters:
            raise CodecError(f"format {version} can no longer be read")
        version += 1
        data = {**upcasters[version - 1](dict(data)), "format": version}
    return dict(data)


def analysis_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the public format of an analysis."""
    return schema_of(Analysis, FORMAT)
