"""Parquet: `PATH` has a row for each report, `PATH.events.parquet` one for each event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from reportedly.errors import OptionError
from reportedly.export import geojson, report_csv
from reportedly.export.fields import Field
from reportedly.export.files import as_cell
from reportedly.export.options import Options, Written
from reportedly.export.output import Output
from reportedly.export.told import Reader

FIELDS = report_csv.FIELDS
_GROUP = 2_000  # rows held at once


def write(reader: Reader, output: Output, options: Options) -> Written:
    """Write both tables with typed columns.

    Raises:
        OptionError: if pyarrow is not installed (extra `tables`).
    """
    try:
        import pyarrow  # noqa: F401
    except ModuleNotFoundError:
        raise OptionError("parquet needs pyarrow: pip install 'reportedly[tables]'") from None
    reports = _write(output, "", FIELDS, report_csv.rows(reader))
    events = _write(
        output, ".events.parquet", geojson.FIELDS, map(geojson.values_of, reader.events())
    )
    return Written(reports, f"reports and {events} events")


def _write(
    output: Output, part: str, fields: Sequence[Field], rows: Iterator[dict[str, Any]]
) -> int:
    import pyarrow
    from pyarrow import parquet

    kinds = {"integer": pyarrow.int64(), "number": pyarrow.float64(), "date": pyarrow.date32()}
    schema = pyarrow.schema([(f.name, kinds.get(f.kind, pyarrow.string())) for f in fields])
    read = 0
    into = output.binary(part)
    with parquet.ParquetWriter(into, schema, compression="zstd") as writer:
        while group := [_typed(row, fields) for row in islice(rows, _GROUP)]:
            read += len(group)
            taken = [row for row in group if output.takes(part, row["id"], repr(row))]
            writer.write_table(pyarrow.Table.from_pylist(taken, schema=schema))
    return read


def _typed(row: dict[str, Any], fields: Sequence[Field]) -> dict[str, Any]:
    """Empty text is no value; days are dates."""
    from datetime import date

    def value(field: Field) -> Any:  # noqa: ANN401
        given = row.get(field.name)
        if given in (None, ""):
            return None
        if field.kind == "date" and isinstance(given, str):
            return date.fromisoformat(given)
        return as_cell(given) if isinstance(given, bool) else given

    return {field.name: value(field) for field in fields}
