"""Build hook: compiles the gazetteer that a wheel or an editable install needs."""

from __future__ import annotations

import runpy
import sqlite3
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

GAZETTEER = "src/reportedly/data/gazetteer/gazetteer.sqlite"


class GazetteerHook(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles the gazetteer where it is missing or its inputs have changed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the compiled file to a wheel; an sdist ships its inputs instead."""
        if self.target_name != "wheel":
            return
        compiler = runpy.run_path(str(Path(self.root, "training/gazetteer.py")))
        target = Path(self.root, GAZETTEER)
        inputs = compiler["inputs_version"]()
        if _version_of(target) != inputs:
            self.app.display_info("compiling the gazetteer (about 20 seconds)")
            compiler["compile_gazetteer"](compiler["read_sources"](), target, inputs)
        build_data["artifacts"].append(GAZETTEER)


def _version_of(path: Path) -> str | None:
    """The inputs that a compiled file was made of, None where there is no such file."""
    if not path.is_file():
        return None
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    try:
        row = connection.execute("SELECT value FROM meta WHERE key = 'version'").fetchone()
    except sqlite3.DatabaseError:
        return None
    finally:
        connection.close()
    return row[0] if row else None
