"""The formats by name, and how one is written with its manifest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from reportedly.errors import OptionError
from reportedly.export import acled_like, ftm, gdelt, geojson, graph, parquet, plover, report_csv
from reportedly.export.files import Files
from reportedly.export.manifest import write_manifest
from reportedly.export.options import Options, Written
from reportedly.export.told import Reader, Source

Writer = Callable[[Reader, Files, Options], Written]
FORMATS: Mapping[str, Writer] = {
    "report-csv": report_csv.write,
    "acled-like": acled_like.write,
    "plover": plover.write,
    "gdelt": gdelt.write,
    "ftm": ftm.write,
    "geojson": geojson.write,
    "graph": graph.write,
    "parquet": parquet.write,
}


def write_export(source: Source, name: str, path: Path, options: Options) -> Written:
    """Write a collection in a format, with `PATH.manifest.json` beside it.

    Raises:
        OptionError: if the format is unknown, a file cannot be written, or an option is missing.
        DataError: if the profile breaks its format.
    """
    if name not in FORMATS:
        raise OptionError(f"no format {name!r}: {', '.join(FORMATS)}")
    if options.with_texts and not options.restricted:
        raise OptionError("--with-texts needs --restricted with a reason: texts name persons")
    reader = Reader(source, restricted=options.restricted is not None, not_after=options.not_after)
    with Files(path) as files:
        written = FORMATS[name](reader, files, options)
        write_manifest(reader, files, options, name, written)
    return written
