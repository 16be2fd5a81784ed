"""Records to JSON and back, the public format of an analysis, and flat tables.

The door of this package: ``encode`` and ``decode`` for every record, ``encode_analysis`` and
``decode_analysis`` for the versioned format of docs/formats/analysis.md, ``analysis_schema``
for its JSON Schema and ``to_arrow`` for tables.
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
from reportedly.codec.tables import to_arrow

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
    "to_arrow",
    "upcast",
]
