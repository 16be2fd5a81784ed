"""Type hints of the records, read once into a small tree that encoder, decoder and schema share."""

from __future__ import annotations

import dataclasses
import types
import typing
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, TypeVar, Union


@dataclass(frozen=True, slots=True)
class Plain:
    """A value that JSON knows: text, whole number, number or truth value."""

    kind: type


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a closed list of words."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A date, in JSON its ISO form."""


@dataclass(frozen=True, slots=True)
class Binary:
    """Bytes, in JSON base64."""


@dataclass(frozen=True, slots=True)
class Maybe:
    """A value or None; a field that is None is left out."""

    item: Shape


@dataclass(frozen=True, slots=True)
class Many:
    """A tuple of any length; a field with an empty one is left out."""

    item: Shape


@dataclass(frozen=True, slots=True)
class Row:
    """A tuple of fixed length with a shape for each position."""

    items: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """A dataclass; `parameters` are the hints that stand for its type variables."""

    kind: type
    parameters: tuple[Any, ...] = ()

    @property
    def name(self) -> str:
        """The class's name with its parameters: Found[Actor] is 'FoundActor'."""
        return self.kind.__name__ + "".join(
            str(getattr(hint, "__name__", hint)).capitalize()
            if isinstance(hint, type) and not dataclasses.is_dataclass(hint)
            else str(getattr(hint, "__name__", hint))
            for hint in self.parameters
        )


@dataclass(frozen=True, slots=True)
class Open:
    """A type variable that nothing fills: its value shows its own type when encoded."""


Shape = Plain | Choice | Day | Binary | Maybe | Many | Row | Record | Open


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record and what its absence in JSON stands for."""

    name: str
    shape: Shape
    required: bool
    absent: object  # value of an absent field that is not required


def shape_of(hint: Any) -> Shape:  # noqa: ANN401, PLR0911  hints have no common type
    """The shape that a type hint describes.

    Raises:
        TypeError: for a hint that has no form in JSON here (a new kind needs a shape).
    """
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if hint in (str, int, float, bool):
        return Plain(hint)
    if hint is date:
        return Day()
    if hint is bytes:
        return Binary()
    if isinstance(hint, TypeVar):
        return Open()
    if origin is Literal:
        return Choice(arguments)
    if origin in (Union, types.UnionType):
        inner = [one for one in arguments if one is not type(None)]
        if len(inner) == 1 and len(arguments) == 2:
            return Maybe(shape_of(inner[0]))
    if origin is tuple:
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            return Many(shape_of(arguments[0]))
        return Row(tuple(shape_of(one) for one in arguments))
    kind = origin or hint
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return Record(kind, arguments)
    raise TypeError(f"no JSON form for the type hint {hint!r}")


@cache
def fields_of(record: Record) -> tuple[Field, ...]:
    """The fields of a record in their order, with type variables filled in."""
    hints = typing.get_type_hints(record.kind)
    variables = getattr(record.kind, "__parameters__", ())
    filled = dict(zip(variables, record.parameters or variables, strict=True))
    return tuple(
        _field(part, shape_of(_fill(hints[part.name], filled)))
        for part in dataclasses.fields(record.kind)
    )


def _fill(hint: Any, filled: dict[Any, Any]) -> Any:  # noqa: ANN401  as above
    if isinstance(hint, TypeVar):
        return filled[hint]
    inner = getattr(hint, "__parameters__", ())
    return hint[tuple(filled[one] for one in inner)] if inner else hint


def _field(part: dataclasses.Field[Any], shape: Shape) -> Field:
    has_default = part.default is not dataclasses.MISSING
    if not isinstance(shape, Maybe | Many):
        return Field(part.name, shape, not has_default, part.default if has_default else None)
    empty: object = None if isinstance(shape, Maybe) else ()
    if has_default and part.default != empty:
        # left out of JSON means empty, so another default could never be told from it
        raise TypeError(f"field {part.name} may be empty but has the default {part.default!r}")
    return Field(part.name, shape, False, empty)
