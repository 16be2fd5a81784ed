"""What a user asks of an export, and what it says when it is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from reportedly.export.profiles import Profile, load_profile, shipped_profile
from reportedly.export.row_log import LoggedExport
from reportedly.export.settlements import FLOOR


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Choices of one export; the defaults do no harm."""

    profile: Path | None = None  # the format's own where None
    restricted: str | None = None  # why private names and fine places are shown
    not_after: date | None = None  # articles published later are left out
    with_texts: bool = False  # whole articles too, where rights allow
    since: str | None = None  # id of an earlier export: only what changed is written
    population_floor: int = FLOOR  # inhabitants of the smallest town that is named

    def profile_or(self, shipped: str) -> Profile:
        """The user's profile, or the one that comes with the format."""
        return load_profile(self.profile) if self.profile else shipped_profile(shipped)


@dataclass(frozen=True, slots=True)
class Written:
    """How many rows or objects were made, what was left out by which rule, and what changed."""

    count: int
    unit: str
    excluded: Mapping[str, int] = field(default_factory=dict)
    changes: Mapping[str, int] = field(default_factory=dict)  # since an earlier export
    since: str | None = None
    export_id: str = ""
    profile: str | None = None  # name of the codebook that was applied

    def log_line(self, name: str, path: Path, options: Options) -> str:
        """What the log of the collection keeps of an export (see `row_log.read_logged`)."""
        what = str(self)
        if options.restricted:
            what += f"; restricted: {options.restricted}"
        return str(LoggedExport(id=self.export_id, format=name, path=str(path), what=what))

    def __str__(self) -> str:
        said = f"{self.count} {self.unit}"
        if self.excluded:
            rules = ", ".join(f"{rule} {count}" for rule, count in self.excluded.items())
            said += f"; {sum(self.excluded.values())} out of scope: {rules}"
        if self.since:
            told = ", ".join(f"{count} {change}" for change, count in self.changes.items())
            said += f"; rows since {self.since}: {told}"
        return said
