"""Records to JSON and back, the public format of an analysis, and flat tables.

The door of this package: ``encode`` and ``decode`` for every record, ``encode_analysis`` and
``decode_analysis`` for the versioned format of docs/formats/analysis.md, ``analysis_schema``
for its JSON Schema, ``to_columns`` and ``from_columns`` for the form that a collection keeps, and
``to_arrow`` for tables.
"""

from reportedly.codec.analyses import (
    FORMAT,
    Upcaster,
    analysis_schema,
    decode,
    decode_analysis,
    encode,
    encode_analysis,
    upcast,
)
from reportedly.codec.decoding import CodecError
from reportedly.codec.encoding import Json
from reportedly.codec.from_columns import from_columns
from reportedly.codec.tables import to_arrow
from reportedly.codec.to_columns import to_columns

__all__ = [
    "FORMAT",
    "CodecError",
    "Json",
    "Upcaster",
    "analysis_schema",
    "decode",
    "decode_analysis",
    "encode",
    "encode_analysis",
    "from_columns",
    "to_arrow",
    "to_columns",
    "upcast",
]
