"""Columns back to an analysis; they say what they hold, so no class is needed to read them."""

from __future__ import annotations

import struct
from base64 import b64decode
from collections.abc import Iterator, Mapping, Sequence

from reportedly.codec.analyses import decode_analysis
from reportedly.codec.decoding import CodecError
from reportedly.codec.encoding import Json
from reportedly.codec.to_columns import (
    KNOWN,
    MANY,
    NEXT,
    NOTHING,
    NUMBERS,
    RECORD,
    SPAN,
    TRUTH,
    WORD,
)
from reportedly.records import Analysis

_BROKEN = (AttributeError, IndexError, KeyError, TypeError, ValueError, struct.error)
_ROOT = RECORD + Analysis.__name__


def from_columns(packed: Json, article_id: str, text_id: str, text: str) -> Analysis:
    """The analysis that `to_columns` made columns of.

    Raises:
        CodecError: for anything else.
    """
    try:
        data = _public(packed, article_id, text)
    except _BROKEN as error:
        raise CodecError(f"no columns of an analysis: {error!r}") from None
    whole = {**data, "article_id": article_id, "text_id": text_id}
    return decode_analysis(whole, text, shared=True)


def _public(packed: Json, article_id: str, text: str) -> dict[str, Json]:
    """The public JSON of an analysis without quotes, where equal records are one object."""
    spans = list(_spans(**packed["spans"]))
    words = [_word(word, article_id, spans, text) for word in packed["words"]]
    tables = {RECORD + name: columns for name, columns in packed["tables"].items()}
    met = {WORD: 0, SPAN: 0, **dict.fromkeys(tables, 0), _ROOT: 1}
    # those that name others come first, so all that a table holds is counted when it is read
    named = {
        table: [_Column(key, column, met) for key, column in columns.items()]
        for table, columns in tables.items()
    }
    values: dict[str, Sequence[Json]] = {WORD: words, SPAN: spans}
    for table in reversed(named):
        values[table] = _rows(named[table], met[table], values)
    return {"format": packed["format"], **values[_ROOT][0]}


def _word(
    word: str | int | None, article_id: str, spans: Sequence[Mapping[str, Json]], text: str
) -> str:
    if isinstance(word, str):
        return word
    return article_id if word is None else text[spans[word]["start"] : spans[word]["end"]]


def _spans(
    start: Sequence[int], length: Sequence[int], elsewhere: Sequence[Sequence[Json]] = ()
) -> Iterator[dict[str, Json]]:
    others = {place: {"text_id": text_id, "quote": quote} for place, text_id, quote in elsewhere}
    at = 0
    for place, (step, characters) in enumerate(zip(start, length, strict=True)):
        at += step
        yield {"start": at, "end": at + characters, **others.get(place, {})}


class _Column:
    """A column whose values are known by their places among the distinct ones.

    Args:
        key: the name of the field, with what its column holds.
        column: its JSON.
        met: how many distinct values of each kind earlier columns named; it is counted on.
    """

    def __init__(self, key: str, column: Json, met: dict[str, int]) -> None:
        self.name, self._kind = _parted(key)
        self._lengths: list[list[int]] = []  # of lists, the outer ones first
        while self._kind.startswith(MANY):
            self._kind = self._kind[1:]
            lengths, column = column
            self._lengths.append(lengths)
        self._held = _places(column, self._kind, met) if self._kind in met else column

    def values(self, distinct: Mapping[str, Sequence[Json]]) -> list[Json]:
        """The value of each row, None or an empty list where it has none."""
        held: list[Json] = self._held
        if self._kind in distinct:
            of_kind = distinct[self._kind]
            held = [None if place is None else of_kind[place] for place in held]
        elif self._kind == TRUTH:
            held = [None if value is None else bool(value) for value in held]
        elif self._kind == NUMBERS:
            held = [list(_numbers(value)) for value in held]
        for lengths in reversed(self._lengths):
            held = list(_lists(held, lengths))
        return held


def _parted(key: str) -> tuple[str, str]:
    """A field's name, and what stands behind it."""
    name = key.partition(RECORD)[0].rstrip(MANY + TRUTH + WORD + SPAN + NUMBERS)
    return name, key[len(name) :]


def _places(codes: Sequence[int], kind: str, met: dict[str, int]) -> list[int | None]:
    places: list[int | None] = []
    after = met[kind]
    for code in codes:
        if code == NEXT:
            places.append(after)
            after += 1
        else:
            places.append(None if code == NOTHING else code - KNOWN)
    met[kind] = after
    return places


def _numbers(packed: str) -> tuple[int, ...]:
    content = b64decode(packed, validate=True)
    return struct.unpack(f"<{len(content) // 4}I", content)


def _lists(items: Sequence[Json], lengths: Sequence[int]) -> Iterator[list[Json]]:
    at = 0
    for length in lengths:
        yield list(items[at : at + length])
        at += length


def _rows(
    columns: Sequence[_Column], count: int, distinct: Mapping[str, Sequence[Json]]
) -> list[dict[str, Json]]:
    rows: list[dict[str, Json]] = [{} for _ in range(count)]
    for column in columns:
        name = column.name
        for row, value in zip(rows, column.values(distinct), strict=True):
            if value is not None and value != []:
                row[name] = value
    return rows
