"""The columns of a format: one table for the code, the document of the format and its test."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "code", "number", "integer", "date", "time", "list", "object"]


@dataclass(frozen=True, slots=True)
class Field:
    """One column or property; `code` is text that must not be read as a number."""

    name: str
    kind: Kind
    what: str


def names(fields: Iterable[Field]) -> tuple[str, ...]:
    """The names of the fields, in order."""
    return tuple(field.name for field in fields)


def field_table(fields: Iterable[Field]) -> str:
    """The Markdown table that the document of a format shows."""
    lines = ["| field | kind | what |", "|---|---|---|"]
    lines += [f"| `{field.name}` | {field.kind} | {field.what} |" for field in fields]
    return "\n".join(lines) + "\n"
