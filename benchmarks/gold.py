"""Reads gold data: rows of JSON Lines files, told apart by their keys and not by file names."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_ENDINGS = (".jsonl", ".ndjson")


def shared_gold() -> Path:
    """The folder of all gold sets: `gold` in REPORTEDLY_SHARED, else in ../shared.

    Raises:
        ValueError: if there is none.
    """
    shared = Path(os.environ.get("REPORTEDLY_SHARED", Path(__file__).parents[2] / "shared"))
    if not (shared / "gold").is_dir():
        raise ValueError("no gold data here: set REPORTEDLY_SHARED or give --data")
    return shared / "gold"


def gold_files(data: Path, endings: tuple[str, ...] = _ENDINGS) -> list[Path]:
    """The file itself, or the files of a folder (also below it) with these endings, in order."""
    if data.is_file():
        return [data]
    return sorted(p for p in data.rglob("*") if p.is_file() and p.suffix in endings)


def gold_rows(
    data: Path, keys: tuple[str, ...], identity: str = "id"
) -> Iterator[tuple[dict[str, Any], Path]]:
    """Rows that have all the keys, each with its file; ids already read are skipped."""
    seen: set[str] = set()
    for path in gold_files(data):
        for number, line in enumerate(path.read_text("utf-8").split("\n")):
            row = json.loads(line) if line.strip() else {}
            if not isinstance(row, dict) or any(key not in row for key in keys):
                continue
            name = str(row.get(identity, f"{path}:{number}"))
            if name not in seen:
                seen.add(name)
                yield row, path
