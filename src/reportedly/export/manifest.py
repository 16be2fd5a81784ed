"""Where an export comes from: what was read, by what program, under which profile and rules."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from reportedly.export.files import Files
from reportedly.export.options import Options, Written
from reportedly.export.told import Reader
from reportedly.export.words import NOTE
from reportedly.find.places import ATTRIBUTION

QUOTES = "Short quotes only. The articles belong to their publishers; offsets count in their text."


def program() -> str:
    """'reportedly 0.1', or 'reportedly (source)' in a checkout that is not installed."""
    try:
        return f"reportedly {version('reportedly')}"
    except PackageNotFoundError:
        return "reportedly (source)"


def write_manifest(
    reader: Reader, files: Files, options: Options, name: str, written: Written
) -> None:
    """Write `PATH.manifest.json`; equal collections and options give equal bytes."""
    json.dump(manifest(reader, options, name, written), files.text(".manifest.json"),
              ensure_ascii=False, indent=1)  # fmt: skip


def manifest(reader: Reader, options: Options, name: str, written: Written) -> dict[str, Any]:
    """The facts that a reader of an export needs, as plain values."""
    outlets: Counter[str] = Counter()
    days: list[date] = []
    analysers: Counter[str] = Counter()
    invented = 0
    for article, analysis in reader.source.documents():
        outlets[article.outlet or "unknown outlet"] += 1
        analysers[analysis.analyser] += 1
        invented += article.invented
        if article.published:
            days.append(article.published)
    total = sum(outlets.values())
    copies = sum(1 for echo in reader.source.links.echoes() for m in echo.members
                 if m.kind not in ("origin", "excerpt"))  # fmt: skip
    return {
        "format": name,
        "note": NOTE,
        "program": program(),
        "analysers": dict(sorted(analysers.items())),
        "articles": total,
        "articles_that_say_they_are_invented": invented,
        "outlets": dict(sorted(outlets.items())),
        "published_from": min(days).isoformat() if days else None,
        "published_to": max(days).isoformat() if days else None,
        "copies": copies,
        "share_of_copies": round(copies / total, 4) if total else None,
        "profile": str(options.profile.name) if options.profile else None,
        "written": written.count,
        "out_of_scope": dict(written.excluded),
        "restricted": options.restricted is not None,
        "hidden": "nothing" if options.restricted else "private persons, places finer than a town",
        "not_after": options.not_after.isoformat() if options.not_after else None,
        "gazetteer": ATTRIBUTION,
        "quotes": QUOTES,
    }
