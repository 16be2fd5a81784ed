"""Writes the field tables of docs/formats from the code: `python docs/update_fields.py`."""

from __future__ import annotations

import importlib
import re
import sys
from pathlib import Path

from reportedly.export.fields import field_table

FORMATS = Path(__file__).parent / "formats"
_TABLE = re.compile(r"<!-- fields (\w+)\.(\w+) -->\n.*?<!-- end -->\n", re.DOTALL)


def updated(text: str) -> str:
    """A page with the tables between its markers made anew."""

    def table(match: re.Match[str]) -> str:
        module, name = match.groups()
        fields = getattr(importlib.import_module(f"reportedly.export.{module}"), name)
        return f"<!-- fields {module}.{name} -->\n{field_table(fields)}<!-- end -->\n"

    return _TABLE.sub(table, text)


def main() -> int:
    """Update all pages."""
    for page in sorted(FORMATS.glob("*.md")):
        text = page.read_text("utf-8")
        page.write_text(updated(text), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
