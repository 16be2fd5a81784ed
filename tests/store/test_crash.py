"""A read and link, killed with -9 at any moment and started again, end as if nothing happened."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


def measured(documents: int, kills: int, workers: int, data: Path | None = None) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.crash", "--documents", str(documents)]
    command += ["--kills", str(kills), "--workers", str(workers)]
    command += ["--data", str(data)] if data else []
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), *sys.path])}
    output = subprocess.run(
        command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )
    figures: dict[str, Any] = json.loads(output.stdout)
    return figures


def holds(figures: dict[str, Any]) -> None:
    struck = ("kills_while_reading", "kills_while_linking", "workers_killed")
    assert sum(figures[kind] for kind in struck) >= 0.7 * figures["kills"], "they struck something"
    assert figures["events"] > 1
    assert figures["faults"] == []
    assert figures["differing_tables"] == []
    assert figures["differing_links"] == []
    assert figures["equal_originals"]
    assert figures["workers_left_behind"] == 0


@pytest.mark.parametrize(("workers", "kills"), [(0, 3), (1, 4)])
def test_a_few_kills_lose_and_double_nothing(workers: int, kills: int) -> None:
    holds(measured(120, kills, workers))


@pytest.mark.slow
@pytest.mark.parametrize("workers", [0, 2])
def test_fifty_kills_lose_and_double_nothing(workers: int) -> None:
    holds(measured(1500, 50, workers))


@pytest.mark.slow
def test_fifty_kills_of_the_real_work_lose_and_double_nothing() -> None:
    sample = ROOT / "src" / "reportedly" / "data" / "sample" / "articles.jsonl"
    holds(measured(0, 50, 2, sample))
