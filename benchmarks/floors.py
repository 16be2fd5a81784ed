"""`python -m benchmarks.floors [--fast]`: holds the figures against floors.toml.

Each floor names a task, its data (`data` below the shared folder, `invented` below
benchmarks/invented, or none: the task's own), the `half` of it if only one counts, the
path of the figure in the task's JSON, and `at_least` or `at_most`. A floor whose data is absent is
skipped and counted.
"""

from __future__ import annotations

import importlib
import os
import sys
import tomllib
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent


def main(arguments: list[str]) -> int:
    """Run the tasks that floors need, once each; exit 1 if a figure fell through its floor."""
    fast_only = "--fast" in arguments
    floors = tomllib.loads((_HERE / "floors.toml").read_text("utf-8"))["floor"]
    shared = Path(os.environ.get("REPORTEDLY_SHARED", _HERE.parents[1] / "shared"))
    results: dict[tuple[str, Path | None, str | None], dict[str, Any]] = {}
    failed = skipped = held = 0
    for floor in floors:
        if fast_only and not floor.get("fast", True):
            continue
        data = data_of(floor, shared)
        if data is not None and not data.exists():
            skipped += 1
            continue
        half = floor.get("half")
        key = (floor["task"], data, half)
        if key not in results:
            task = importlib.import_module(f"benchmarks.{floor['task'].replace('-', '_')}")
            results[key] = task.run(data, half) if half else task.run(data)
        value = figure(results[key], floor["figure"])
        ok = holds(value, floor)
        held += ok
        failed += not ok
        bound = " ".join(f"{k} {floor[k]}" for k in ("at_least", "at_most") if k in floor)
        where = floor.get("data") or floor.get("invented") or "its own data"
        where += f", half {half}" if half else ""
        print(f"{'ok  ' if ok else 'FELL'} {floor['task']} ({where}): "
              f"{' / '.join(floor['figure'])} = {value} ({bound})")  # fmt: skip
    print(f"floors: {held} held, {failed} fell, {skipped} skipped for want of data")
    return 1 if failed else 0


def data_of(floor: dict[str, Any], shared: Path) -> Path | None:
    """The folder or file that a floor is measured on; None for the task's own sample."""
    if "invented" in floor:
        return _HERE / "invented" / str(floor["invented"])
    return shared / floor["data"] if "data" in floor else None


def figure(result: Any, path: list[str]) -> Any:  # noqa: ANN401  # JSON
    """The value at a path of keys; None where a key is absent."""
    for key in path:
        if not isinstance(result, dict) or key not in result:
            return None
        result = result[key]
    return result


def holds(value: Any, floor: dict[str, Any]) -> bool:  # noqa: ANN401  # JSON
    """Whether a figure keeps its floor; an absent figure does not."""
    if not isinstance(value, int | float):
        return False
    low, high = floor.get("at_least"), floor.get("at_most")
    return (low is None or value >= low) and (high is None or value <= high)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
