"""Task `starting`: how long a command takes to begin, each time in a new process.

CPU seconds, the median of five processes, of `reportedly --help`, of `reportedly code` with one
sentence, and of what stands beside them: an empty Python, and one that only loads the parser and
the sentence encoder. `help_to_python` and `code_to_models` are the ratios. The first process of
each kind is not counted: it pays for what the system keeps of files. No data is read.

    python -m benchmarks starting
"""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

_TIMES = 5
_SENTENCE = "Police arrested 12 people in Lima on Monday."
_COMMANDS = {
    "python": ("-c", "pass"),
    "help": ("-m", "reportedly", "--help"),
    "models": (
        "-c",
        "from reportedly.parse import load_parser; from reportedly.encode import load_encoder;"
        f" load_parser(); load_encoder()({_SENTENCE.split()!r})",
    ),
    "code": ("-m", "reportedly", "code", _SENTENCE),
}


def run(_data: Path | None) -> dict[str, Any]:
    """Start each command, one process after another."""
    seconds = {name: _seconds(command) for name, command in _COMMANDS.items()}
    return {
        "cpu_seconds": {name: round(spent, 2) for name, spent in seconds.items()},
        "help_to_python": round(seconds["help"] / seconds["python"], 1),
        "code_to_models": round(seconds["code"] / seconds["models"], 2),
    }


def _seconds(command: tuple[str, ...]) -> float:
    spent = [_spent(command) for _ in range(_TIMES + 1)]
    return median(spent[1:])


def _spent(command: tuple[str, ...]) -> float:
    """CPU seconds of one process and of those that it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *command], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def table(result: dict[str, Any]) -> str:
    """The figures as lines."""
    lines = [f"{name:10s} {spent:6.2f} CPU s" for name, spent in result["cpu_seconds"].items()]
    lines.append(f"help to an empty Python {result['help_to_python']}")
    lines.append(f"code to its models alone {result['code_to_models']}")
    return "\n".join(lines)
