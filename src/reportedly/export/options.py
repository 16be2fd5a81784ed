"""What a user asks of an export, and what it says when it is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from reportedly.export.profiles import Profile, load_profile, shipped_profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Choices of one export; the defaults do no harm."""

    profile: Path | None = None  # the format's own where None
    restricted: str | None = None  # why private names and fine places are shown
    not_after: date | None = None  # articles published later are left out
    with_texts: bool = False  # whole articles too, where rights allow

    def profile_or(self, shipped: str) -> Profile:
        """The user's profile, or the one that comes with the format."""
        return load_profile(self.profile) if self.profile else shipped_profile(shipped)


@dataclass(frozen=True, slots=True)
class Written:
    """How many rows or objects were written, and what was left out by which rule."""

    count: int
    unit: str
    excluded: Mapping[str, int] = field(default_factory=dict)

    def __str__(self) -> str:
        said = f"{self.count} {self.unit}"
        if self.excluded:
            rules = ", ".join(f"{rule} {count}" for rule, count in self.excluded.items())
            said += f"; out of scope: {rules}"
        return said
