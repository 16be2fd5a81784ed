"""Task `export`: time and memory of each format over generated collections; no data needed.

Collections of 10,000 and 100,000 reports (`REPORTEDLY_EXPORT=10000,100000` changes the sizes), two
reports an event, of the kind that task `explorer` generates; nothing is read from texts. For each
format and size, each export in a process of its own:
  `ms_per_report`, `rss_mb`  time, and peak of memory of the whole process;
  `log_bytes_per_row`  the log that `--since` compares with;
  `since_seconds`  the same export once more, as what changed since the first (nothing); at the
      smallest size only.
`growth_mb` is the largest growth of the peak from the smallest to the largest collection over all
formats: memory is constant where it is about 0. `--data` names a collection to export instead.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.explorer import generate
from reportedly.export import FORMATS

_SIZES = "10000,100000"
_CHILD = """
import json, resource, sys, time
from pathlib import Path
from reportedly.news import News
news, name, path, since = News.open(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), sys.argv[4]
began = time.perf_counter()
written = news.export(name, path, since=since or None)
print(json.dumps({
    "seconds": time.perf_counter() - began,
    "rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    "id": written.export_id,
}))
"""


def run(data: Path | None) -> dict[str, Any]:
    """Export a collection of each size in each format."""
    if data is not None:
        with tempfile.TemporaryDirectory() as folder:
            return {
                "formats": {"given": _formats(data, Path(folder), None, since=True)},
                "growth_mb": None,
            }
    sizes = [int(size) for size in os.environ.get("REPORTEDLY_EXPORT", _SIZES).split(",")]
    found: dict[str, Any] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            news = Path(folder) / "news"
            generate(news, size, size // 2)
            found[str(size)] = _formats(news, Path(folder), size, since=size == sizes[0])
    first, last = found[str(sizes[0])], found[str(sizes[-1])]
    growth = max(last[name]["rss_mb"] - first[name]["rss_mb"] for name in FORMATS)
    return {"formats": found, "growth_mb": round(growth)}


def table(result: dict[str, Any]) -> str:
    """A line a format and size."""
    lines = [f"{'reports':>8}  {'format':<11} {'ms/report':>9} {'RSS MB':>7} {'since s':>8}"]
    for size, formats in result["formats"].items():
        for name, one in formats.items():
            told = [one[key] for key in ("ms_per_report", "rss_mb", "since_seconds")]
            each, peak, since = ("–" if value is None else value for value in told)
            lines.append(f"{size:>8}  {name:<11} {each:>9} {peak:>7} {since:>8}")
    lines.append(f"growth of the peak: {result['growth_mb']} MB")
    return "\n".join(lines)


def _formats(news: Path, folder: Path, reports: int | None, *, since: bool) -> dict[str, Any]:
    found = {}
    for name in FORMATS:
        first = _export(news, name, folder / name, "")
        again = _export(news, name, folder / f"{name}.again", first["id"]) if since else None
        log = (news / "exports" / f"{first['id']}.rows").stat().st_size
        found[name] = {
            "seconds": round(first["seconds"], 1),
            "ms_per_report": round(1000 * first["seconds"] / reports, 2) if reports else None,
            "rss_mb": round(max(first["rss_mb"], again["rss_mb"] if again else 0)),
            "since_seconds": round(again["seconds"], 1) if again else None,
            "log_bytes_per_row": round(log / reports) if reports else None,
        }
        for path in folder.glob(f"{name}*"):
            if path.is_file():
                path.unlink()
    return found


def _export(news: Path, name: str, path: Path, since: str) -> dict[str, Any]:
    """One export in a process of its own, whose peak of memory is the export's."""
    child = subprocess.run(
        [sys.executable, "-c", _CHILD, str(news), name, str(path), since],
        check=True,
        capture_output=True,
        text=True,
    )
    result: dict[str, Any] = json.loads(child.stdout.splitlines()[-1])
    return result
