"""The user's own statements of outlets: side and owner, dated, with their basis.

A CSV file with the columns `outlet`, `side`, `owner`, `from`, `to`, `basis`, `disputed` (all but
`outlet` may be empty). A side is the user's statement or none; it is never guessed.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from reportedly.errors import OptionError
from reportedly.records import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletStatement:
    """What a user states of an outlet between two days (open where None)."""

    outlet: str
    side: str | None
    owner: str | None
    since: date | None
    until: date | None
    basis: str | None
    disputed: bool

    def holds(self, article: Article) -> bool:
        """Whether the statement is of this article's outlet at its date."""
        if (article.outlet or "").casefold().strip() != self.outlet.casefold():
            return False
        day = article.published
        if day is None:
            return self.since is None and self.until is None
        return (self.since or day) <= day <= (self.until or day)


def load_outlet_file(path: Path) -> tuple[OutletStatement, ...]:
    """Read a user's outlet file.

    Raises:
        OptionError: if the file is missing, has no column `outlet`, or a day is none.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as handle:
            rows = list(csv.DictReader(handle))
    except (OSError, UnicodeDecodeError) as error:
        raise OptionError(f"cannot read the outlet file {path}: {error}") from None
    if rows and "outlet" not in rows[0]:
        raise OptionError(f"{path} has no column 'outlet'; it has {', '.join(rows[0])}")
    return tuple(_statement(row, path, number) for number, row in enumerate(rows, start=2))


def with_side(article: Article, statements: Sequence[OutletStatement]) -> Article:
    """The article with the user's side and owner, which win over any other basis.

    Statements that are disputed, or that disagree with each other, give no side.
    """
    holding = [s for s in statements if s.holds(article)]
    if not holding:
        return article
    sides = {s.side for s in holding if s.side and not s.disputed}
    owners = {s.owner for s in holding if s.owner}
    side = sides.pop() if len(sides) == 1 and not any(s.disputed for s in holding) else None
    return replace(
        article,
        side=side,
        side_basis="user",
        owner=owners.pop() if len(owners) == 1 else article.owner,
    )


def _statement(row: dict[str, str], path: Path, line: int) -> OutletStatement:
    def cell(name: str) -> str | None:
        return (row.get(name) or "").strip() or None

    def day(name: str) -> date | None:
        text = cell(name)
        try:
            return date.fromisoformat(text) if text else None
        except ValueError:
            raise OptionError(f"{path} line {line}: {name} {text!r} is no day") from None

    side = cell("side")
    return OutletStatement(
        outlet=cell("outlet") or "",
        side=None if side in (None, "unknown") else side,
        owner=cell("owner"),
        since=day("from"),
        until=day("to"),
        basis=cell("basis"),
        disputed=(cell("disputed") or "").casefold() in ("yes", "true", "1"),
    )
