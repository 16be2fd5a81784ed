"""The formats by name, and how one is written with its manifest."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from reportedly.errors import OptionError
from reportedly.export import (
    acled_like,
    ftm,
    gdelt,
    geojson,
    graph,
    parquet,
    plover,
    report_csv,
    scoring,
)
from reportedly.export.files import Files
from reportedly.export.manifest import write_manifest
from reportedly.export.options import Options, Written
from reportedly.export.output import Output
from reportedly.export.row_log import RowLog
from reportedly.export.scratch import Scratch
from reportedly.export.settlements import load_settlements
from reportedly.export.told import Reader, Source

Writer = Callable[[Reader, Output, Options], Written]
FORMATS: Mapping[str, Writer] = {
    "report-csv": report_csv.write,
    "acled-like": acled_like.write,
    "plover": plover.write,
    "gdelt": gdelt.write,
    "ftm": ftm.write,
    "geojson": geojson.write,
    "graph": graph.write,
    "parquet": parquet.write,
    "scoring": scoring.write,
}
UNREDACTED = frozenset({"scoring"})  # for evaluation: names and fine places as they are


def open_reader(
    source: Source, scratch: Scratch, options: Options, *, unredacted: bool = False
) -> Reader:
    """A reader that tells what the options allow.

    Args:
        source: the collection.
        scratch: where it notes what it must remember.
        options: what the user asks for.
        unredacted: tell names and fine places as they are, whatever the options say.

    Raises:
        OptionError: if whole texts are asked for without a reason.
    """
    if options.with_texts and not options.restricted:
        raise OptionError("--with-texts needs --restricted with a reason: texts name persons")
    is_open = unredacted or options.restricted is not None
    return Reader(
        source,
        scratch,
        restricted=is_open,
        not_after=options.not_after,
        settlements=None if is_open else load_settlements(options.population_floor),
    )


def write_export(
    source: Source, name: str, path: Path, options: Options, logs: Path | None = None
) -> Written:
    """Write a collection in a format, with `PATH.manifest.json` beside it.

    Args:
        source: the collection.
        name: the format.
        path: the file; its companions stand beside it.
        options: what the user asks for.
        logs: folder of the logs of exports, for `--since`; None keeps none.

    Raises:
        OptionError: if the format is unknown, a file cannot be written, or an option is missing.
        DataError: if the profile breaks its format.
    """
    if name not in FORMATS:
        raise OptionError(f"no format {name!r}: {', '.join(FORMATS)}")
    try:
        with (
            Scratch() as scratch,
            RowLog(logs, name, options.since) as log,
            Files(path) as files,
        ):
            reader = open_reader(source, scratch, options, unredacted=name in UNREDACTED)
            output = Output(files, log)
            written = FORMATS[name](reader, output, options)
            written = replace(
                written, changes=output.end(), since=output.since, export_id=output.export_id
            )
            write_manifest(reader, output, options, name, written)
            log.keep()
    except sqlite3.OperationalError as error:  # the notes on disk: it is full, or read-only
        raise OptionError(f"cannot write {path}: {error}") from None
    return written
