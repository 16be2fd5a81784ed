"""An analysis to columns, the form that a collection keeps (see decision 9)."""

from __future__ import annotations

import struct
from base64 import b64encode
from collections.abc import Callable, Hashable, Iterable, Sequence
from functools import cache
from operator import attrgetter
from typing import Any

from reportedly.codec.analyses import FORMAT
from reportedly.codec.encoding import Json
from reportedly.codec.shapes import Choice, Day, Many, Maybe, Plain, Record, Shape, fields_of
from reportedly.records import Analysis, Evidence

# In place of a value: the next one that was not met before, none, or KNOWN + the place of one met
NEXT, NOTHING, KNOWN = 0, 1, 2

# Behind a field's name, what its column holds; MANY once for each list around the values
NUMBER, TRUTH, WORD, SPAN, NUMBERS, RECORD, MANY = "", "?", "$", "@", "#", ">", "*"

BESIDE = frozenset({"article_id", "text_id"})
"""Fields of an analysis that stand beside it in a collection."""


def to_columns(analysis: Analysis) -> dict[str, Json]:
    """The columns of an analysis, without quotes and without what stands beside it.

    Equal values are kept once, so that each is read once and held once as well.

    Raises:
        OverflowError: for a number of a fingerprint that 32 bits cannot hold.
    """
    distinct = _Distinct()
    root = _numberer(Record(Analysis))(analysis, distinct)
    orders: dict[str, _Order] = {name: _Order() for name in (WORD, SPAN, *distinct.rows)}
    orders[Analysis.__name__].codes([root])
    tables = {}
    for table in _tables():
        rows = orders[table.name].arranged(list(distinct.rows[table.name]))
        if rows:
            tables[table.name] = _columns(table, rows, orders)
    spans = orders[SPAN].arranged(list(distinct.spans))
    return {
        "format": FORMAT,
        "tables": tables,
        "spans": _spans(spans, analysis.text_id),
        "words": _words(orders[WORD].arranged(list(distinct.words)), spans, analysis),
    }


# --- distinct values ------------------------------------------------------------------------

Row = tuple[Hashable, ...]


class _Numbers(dict[Any, int]):
    """Numbers of distinct values, given as they are asked for."""

    def __missing__(self, value: Hashable) -> int:
        self[value] = number = len(self)
        return number


class _Distinct:
    """The distinct values of an analysis by their kind."""

    def __init__(self) -> None:
        self.words = _Numbers()
        self.spans = _Numbers()
        self.rows = {table.name: _Numbers() for table in _tables()}


# From a value to its number among the distinct ones; a number is its own.
_Numberer = Callable[[Any, _Distinct], Any]


@cache
def _tables() -> tuple[Record, ...]:
    """The records that an analysis is made of, each before those inside it."""
    found: list[Record] = []

    def visit(shape: Shape) -> None:
        match shape:
            case Maybe(item) | Many(item):
                visit(item)
            case Record(kind) if kind is not Evidence and shape not in found:
                for _, inner in _fields(shape):
                    visit(inner)
                found.append(shape)

    visit(Record(Analysis))
    return tuple(reversed(found))


@cache
def _fields(record: Record) -> tuple[tuple[str, Shape], ...]:
    left_out = BESIDE if record.kind is Analysis else frozenset()
    return tuple((f.name, f.shape) for f in fields_of(record) if f.name not in left_out)


@cache
def _numberer(shape: Shape) -> _Numberer:  # noqa: PLR0911  one return a shape
    match shape:
        case Maybe(item):
            inner = _numberer(item)
            return lambda value, distinct: None if value is None else inner(value, distinct)
        case Many(Plain(kind)) if kind is int:
            return lambda value, distinct: value
        case Many(item):
            each = _numberer(item)
            return lambda value, distinct: tuple([each(one, distinct) for one in value])
        case Plain(kind) if kind is not str:
            return lambda value, distinct: value
        case Plain() | Choice():
            return lambda value, distinct: distinct.words[value]
        case Day():
            return lambda value, distinct: distinct.words[value.isoformat()]
        case Record(kind) if kind is Evidence:
            return lambda value, distinct: distinct.spans[value]
        case Record():
            return _record_numberer(shape)
    raise TypeError(f"{shape!r} has no column")


def _record_numberer(record: Record) -> _Numberer:
    parts = [(attrgetter(name), _numberer(shape)) for name, shape in _fields(record)]
    table = record.name

    def number(value: object, distinct: _Distinct) -> int:
        return distinct.rows[table][tuple([part(read(value), distinct) for read, part in parts])]

    return number


# --- columns --------------------------------------------------------------------------------


class _Order:
    """Distinct values in the order in which columns first name them."""

    def __init__(self) -> None:
        self._places: dict[int, int] = {}

    def codes(self, numbers: Iterable[int | None]) -> list[int]:
        """What stands in a column for the values with these numbers."""
        places, codes = self._places, []
        for number in numbers:
            if number is None:
                codes.append(NOTHING)
            elif number in places:
                codes.append(KNOWN + places[number])
            else:
                places[number] = len(places)
                codes.append(NEXT)
        return codes

    def arranged(self, values: Sequence[Any]) -> list[Any]:
        """The values that were named, in that order."""
        return [values[number] for number in self._places]


def _columns(table: Record, rows: Sequence[Row], orders: dict[str, _Order]) -> dict[str, Json]:
    columns = {}
    for (name, shape), values in zip(_fields(table), zip(*rows, strict=True), strict=True):
        if any(value is not None and value != () for value in values):
            tag, column = _column(shape, values, orders)
            columns[name + tag] = column
    return columns


def _column(  # noqa: PLR0911  one return a shape
    shape: Shape, values: Iterable[Any], orders: dict[str, _Order]
) -> tuple[str, Json]:
    """The tag of a column, and what it holds: of lists their lengths, then what is in them."""
    match shape:
        case Maybe(item):
            return _column(item, values, orders)
        case Many(Plain(kind)) if kind is int:
            return NUMBERS, [_four_bytes_each(one) for one in values]
        case Many(item):
            lists = list(values)
            tag, column = _column(item, [one for inner in lists for one in inner], orders)
            return MANY + tag, [[len(inner) for inner in lists], column]
        case Plain(kind) if kind is bool:
            return TRUTH, [None if value is None else int(value) for value in values]
        case Plain(kind) if kind is not str:
            return NUMBER, list(values)
        case Record(kind) if kind is not Evidence:
            return RECORD + shape.name, orders[shape.name].codes(values)
    tag = SPAN if isinstance(shape, Record) else WORD
    return tag, orders[tag].codes(values)


def _four_bytes_each(numbers: Sequence[int]) -> str:
    """Numbers without a pattern, which digits would make longer."""
    try:
        packed = struct.pack(f"<{len(numbers)}I", *numbers)
    except struct.error:
        raise OverflowError("a number of a list of numbers does not fit into 32 bits") from None
    return b64encode(packed).decode("ascii")


def _spans(spans: Sequence[Evidence], text_id: str) -> Json:
    """Starts as steps from one to the next, lengths, and passages of other texts by their place."""
    before = [0, *(span.start for span in spans)]
    written: dict[str, Json] = {
        "start": [span.start - last for span, last in zip(spans, before, strict=False)],
        "length": [span.end - span.start for span in spans],
    }
    elsewhere = [
        [place, span.text_id, span.quote]
        for place, span in enumerate(spans)
        if span.text_id != text_id
    ]
    return {**written, "elsewhere": elsewhere} if elsewhere else written


def _words(words: Sequence[str], spans: Sequence[Evidence], analysis: Analysis) -> list[Json]:
    """The words; a passage of the text by its place among the spans, the article's id as None."""
    places: dict[str, int | None] = {analysis.article_id: None}
    for place, span in enumerate(spans):
        if span.text_id == analysis.text_id:
            places.setdefault(span.quote, place)
    return [places.get(word, word) for word in words]
