"""What the finders of claims pass on: a passage, its kind and the rule that found it."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.parse import Token
from reportedly.records import ClaimKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """A passage that claims something, and the rule that says so."""

    start: int
    end: int
    kind: ClaimKind
    rule: str
    report: str | None = None  # the report to which the passage adds blame
    anonymous: bool = False  # nobody is named who says so: "was blamed on"
    speaker: Token | None = None  # who asserts it, where no quote tells: "stands by its count"
    about: tuple[int, int] | None = None  # where those it is about are named, if beside it
