"""Every module imports, and the light ones stay light."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys

import reportedly


def test_every_module_imports() -> None:
    names = [m.name for m in pkgutil.walk_packages(reportedly.__path__, "reportedly.")]
    assert len(names) > 100
    for name in names:
        if not name.endswith("__main__"):
            importlib.import_module(name)


def test_help_loads_nothing_heavy() -> None:
    script = (
        "import sys; from reportedly.cli import main; main(['--help']); "
        "heavy = {'spacy', 'numpy', 'trafilatura', 'htmldate', 'rensa', 'pandas', 'pyarrow'}; "
        "sys.exit(len(heavy & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert run.returncode == 0
