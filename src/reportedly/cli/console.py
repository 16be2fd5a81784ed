"""What goes to the terminal: tables that fit its width, JSON lines, and error lines."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reportedly.tables import Row, words

if TYPE_CHECKING:
    from rich.console import Console

_NARROW = 60  # columns of a terminal below which rows are shown as blocks


def error_line(message: str, hint: str | None = None) -> None:
    """One line on standard error, and a hint where there is one."""
    print(f"reportedly: {' '.join(message.split())}", file=sys.stderr)
    if hint:
        print(f"  {hint}", file=sys.stderr)


def console() -> Console:
    """A console for standard output; plain where it is no terminal."""
    from rich.console import Console as RichConsole

    return RichConsole(highlight=False, soft_wrap=False)


def show_rows(
    rows: Iterable[Row],
    columns: Sequence[str],
    *,
    as_json: bool,
    limit: int,
    nothing: str,
    lead: Sequence[str] = (),
) -> None:
    """Print rows as a table, or as JSON lines with all their fields.

    Args:
        rows: cells by column name.
        columns: the columns that people see.
        as_json: JSON lines instead.
        limit: rows to show, 0 for all; JSON always has all.
        nothing: what to say where there is no row.
        lead: shown as blocks instead of a table: these on the first line, the others below.
    """
    if as_json:
        for row in rows:
            print(json.dumps(row, ensure_ascii=False))
        return
    shown: list[Row] = []
    more = 0
    for row in rows:
        if limit and len(shown) >= limit:
            more += 1
        else:
            shown.append(row)
    out = console()
    if not shown:
        out.print(nothing, markup=False)
    elif lead or out.width < _NARROW:
        _blocks(out, shown, lead, [c for c in columns if c not in lead])
    else:
        _table(out, shown, columns)
    if more:
        out.print(f"… and {more} more: --limit 0 shows all, --json all fields", markup=False)


def _blocks(out: Console, rows: Sequence[Row], lead: Sequence[str], rest: Sequence[str]) -> None:
    from rich.padding import Padding
    from rich.text import Text

    for row in rows:
        if lead:
            out.print(Text("  ".join(filter(None, (words(row.get(c)) for c in lead))), "bold"))
        for column in rest:
            if words(row.get(column)):
                line = Text.assemble((f"{column.replace('_', ' ')}: ", "dim"), words(row[column]))
                out.print(Padding(line, (0, 0, 0, 4)))
        if not lead:
            out.print()


def _table(out: Console, rows: Sequence[Row], columns: Sequence[str]) -> None:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    used = [c for c in columns if any(words(row.get(c)) for row in rows)]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in used:
        # ids must stay whole: they are what the next command takes
        table.add_column(
            column.replace("_", " "), no_wrap=column in ("id", "echo"), overflow="fold"
        )
    for row in rows:
        table.add_row(*(Text(words(row.get(column))) for column in used))
    out.print(table)
