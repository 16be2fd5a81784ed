"""A JSON Schema made from the dataclasses, so that format and code cannot drift apart."""

from __future__ import annotations

import inspect
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

Schema = dict[str, Any]

_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean"}


def schema_of(kind: type, version: int) -> Schema:
    """The schema of a record's JSON with its `format` version; one `$defs` entry a class."""
    definitions: dict[str, Schema] = {}
    top = _define(Record(kind), definitions)
    top["properties"] = {"format": {"const": version}, **top["properties"]}
    top["required"] = ["format", *top["required"]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{kind.__name__}, format {version}",
        **top,
        "$defs": dict(sorted(definitions.items())),
    }


def _define(record: Record, definitions: dict[str, Schema]) -> Schema:
    fields = fields_of(record)
    # inside an analysis evidence need not repeat the text_id
    required = [
        field.name
        for field in fields
        if field.required and not (record.kind is Evidence and field.name == "text_id")
    ]
    description = (inspect.getdoc(record.kind) or "").split("\n", 1)[0]
    return {
        "description": description,
        "type": "object",
        "properties": {field.name: _schema(field.shape, definitions) for field in fields},
        "required": required,
        "additionalProperties": False,
    }


def _schema(shape: Shape, definitions: dict[str, Schema]) -> Schema:  # noqa: PLR0911  one return a shape
    match shape:
        case Plain(kind):
            return {"type": _PLAIN[kind]}
        case Choice(values):
            return {"enum": list(values)}
        case Day():
            return {"type": "string", "format": "date"}
        case Binary():
            return {"type": "string", "contentEncoding": "base64"}
        case Maybe(item):  # None is written as absence
            return _schema(item, definitions)
        case Many(item):
            return {"type": "array", "items": _schema(item, definitions)}
        case Row(items):
            return {
                "type": "array",
                "prefixItems": [_schema(item, definitions) for item in items],
                "items": False,
                "minItems": len(items),
            }
        case Record():
            if shape.name not in definitions:
                definitions[shape.name] = {}  # holds the place against endless descent
                definitions[shape.name] = _define(shape, definitions)
            return {"$ref": f"#/$defs/{shape.name}"}
        case Open():
            raise TypeError("an open type variable has no schema")
