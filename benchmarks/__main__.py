"""`python -m benchmarks TASK [--data FOLDER-OR-FILE] [--json]`: figures from public functions."""

from __future__ import annotations

import argparse
import importlib
import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

TASKS = (
    "scoring",
    "confidence",
    "echoes",
    "merge",
    "reading",
    "scale",
    "dates",
    "extraction",
    "places-given",
    "places",
    "speed",
    "starting",
    "crash",
    "explorer",
    "export",
    "quotes",
    "quotes-agreement",
    "event-types",
    "event-roles",
    "sentences",
    "incidents",
    "templates",
    "documents",
    "false-events",
    "neutrality",
    "passages",
    "real-news",
)
_HALVED = ("scoring", "real-news")  # their articles have halves


def main(arguments: list[str] | None = None) -> int:
    """Run one task and print its figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("task", choices=TASKS)
    parser.add_argument("--data", type=Path, help="a folder or file in the task's schema")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.add_argument("--errors", action="store_true", help="scoring: what was missed or added")
    parser.add_argument("--half", choices=("a", "b"), help="scoring, real-news: one half alone")
    options = parser.parse_args(arguments)
    if options.data is not None and not options.data.exists():
        print(f"no such file or folder: {options.data}", file=sys.stderr)
        return 2
    if options.half and options.task not in _HALVED:
        print(f"--half belongs to the tasks {' and '.join(_HALVED)}", file=sys.stderr)
        return 2
    module = importlib.import_module(f"benchmarks.{options.task.replace('-', '_')}")
    more = {"half": options.half} if options.half else {}
    result = module.run(options.data, **more)
    if options.json:
        print(json.dumps(result, ensure_ascii=False, indent=1))
        return 0
    print(f"{options.task} · {datetime.now(UTC):%Y-%m-%d} · {os.cpu_count()} cores")
    print(module.table(result))
    if options.errors:
        print("\n".join(result.get("errors", [])))
    return 0


if __name__ == "__main__":
    sys.exit(main())
