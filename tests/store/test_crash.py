"""A read that is killed with -9 at any moment and started again ends as if nothing happened."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


def measured(documents: int, kills: int, workers: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.crash", "--documents", str(documents)]
    command += ["--kills", str(kills), "--workers", str(workers)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), *sys.path])}
    output = subprocess.run(
        command, cwd=ROOT, env=environment, check=True, capture_output=True, text=True
    )
    figures: dict[str, Any] = json.loads(output.stdout)
    return figures


def holds(figures: dict[str, Any]) -> None:
    assert figures["kills_while_reading"] >= figures["kills"] - 1, "the kills struck a read"
    assert figures["faults"] == []
    assert figures["differing_tables"] == []
    assert figures["equal_originals"]
    assert figures["workers_left_behind"] == 0


@pytest.mark.parametrize(("workers", "kills"), [(0, 5), (1, 3)])
def test_a_few_kills_lose_and_double_nothing(workers: int, kills: int) -> None:
    holds(measured(240, kills, workers))


@pytest.mark.slow
@pytest.mark.parametrize("workers", [0, 2])
def test_fifty_kills_lose_and_double_nothing(workers: int) -> None:
    holds(measured(1500, 50, workers))
