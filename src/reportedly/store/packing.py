"""How a collection keeps what it holds: the one place that packs and unpacks (see decision 9).

Everything is compressed by zstd. Texts, articles and analyses are short and alike, so each kind has
a dictionary of what such documents have in common; a blob names its dictionary, and one without is
of a collection of format 4 or older. Dictionaries are part of the format: a better one gets a new
number, and those before stay (`training/dictionaries.py`).
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, TypeVar

import zstandard

from reportedly.codec import decode, decode_analysis, encode, from_columns, to_columns
from reportedly.records import Analysis, Article

R = TypeVar("R")

_LEVEL = 6  # of zstd: smaller than the default by a tenth, still faster than the parser by far
_LEVEL_OF_SHORT = 9  # with a dictionary; a third of a millisecond an analysis
_LARGEST = 1 << 31
_NO_DICTIONARY = 0

DICTIONARIES: Mapping[str, int] = MappingProxyType(
    {"text": 40_001, "article": 40_002, "analysis": 40_003}
)
"""The dictionary by which each kind is packed today."""

_IDS = ("article_id", "raw_id", "text_id")
BESIDE = ("text", *_IDS)
"""Fields of an article that stand in columns of their own."""


def pack_text(text: str) -> bytes:
    """A text, compressed."""
    return _compressed(text.encode("utf-8"), DICTIONARIES["text"])


def unpack_text(packed: bytes) -> str:
    """The text of `pack_text`."""
    return unpack_bytes(packed).decode("utf-8")


def pack_article(article: Article) -> bytes:
    """An article without its text and ids, which stand beside it."""
    data = {name: value for name, value in encode(article).items() if name not in BESIDE}
    return _compressed(_json(data), DICTIONARIES["article"])


def unpack_article(row: sqlite3.Row, text: str) -> Article:
    """The article of a row with `article`, article_id, raw_id and text_id."""
    ids = {name: row[name] for name in _IDS}
    return decode(Article, {**unpack(row["article"]), **ids, "text": text})


def pack_analysis(analysis: Analysis) -> bytes:
    """An analysis without quotes, article_id and text_id, which stand beside it."""
    return _compressed(_json(to_columns(analysis)), DICTIONARIES["analysis"])


def unpack_analysis(row: sqlite3.Row, text: str) -> Analysis:
    """The analysis of a row with `analysis`, article_id and text_id.

    Raises:
        CodecError: if it is none.
    """
    data = unpack(row["analysis"])
    if "tables" not in data:  # before format 5: the public JSON without quotes
        return decode_analysis(data, text)
    return from_columns(data, row["article_id"], row["text_id"], text)


def pack_record(record: object) -> bytes:
    """Any other record as JSON, compressed."""
    return pack(encode(record))


def unpack_record(kind: type[R], packed: bytes) -> R:
    """The record of `pack_record`."""
    return decode(kind, unpack(packed))


def pack(data: object) -> bytes:
    """JSON, compressed."""
    return pack_bytes(_json(data))


def unpack(packed: bytes) -> Any:  # noqa: ANN401  any JSON
    """The JSON of `pack`."""
    return json.loads(unpack_bytes(packed))


def pack_bytes(content: bytes) -> bytes:
    """Any content, compressed."""
    return zstandard.compress(content, _LEVEL)


def unpack_bytes(packed: bytes) -> bytes:
    """The content that anything here was packed of.

    Raises:
        zstandard.ZstdError: for other bytes, and for those of a dictionary not known here.
    """
    number = zstandard.get_frame_parameters(packed).dict_id
    dictionary = None if number == _NO_DICTIONARY else _dictionary(number)
    return zstandard.ZstdDecompressor(dict_data=dictionary).decompress(packed, _LARGEST)


def _json(data: object) -> bytes:
    return json.dumps(data, separators=(",", ":")).encode("ascii")


def _compressed(content: bytes, number: int) -> bytes:
    # made anew each time: one compressor may not serve two threads, and it costs microseconds
    dictionary = _dictionary(number)
    return zstandard.ZstdCompressor(level=_LEVEL_OF_SHORT, dict_data=dictionary).compress(content)


@cache
def _dictionary(number: int) -> zstandard.ZstdCompressionDict:
    file = files("reportedly.store") / "dictionaries" / f"{number}.zdict"
    if not file.is_file():
        raise zstandard.ZstdError(f"packed by dictionary {number}, which this version lacks")
    dictionary = zstandard.ZstdCompressionDict(file.read_bytes())
    dictionary.precompute_compress(level=_LEVEL_OF_SHORT)
    return dictionary
