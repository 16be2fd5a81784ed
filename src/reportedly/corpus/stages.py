"""Telling how far linking is: its stages by name, in their order."""

from __future__ import annotations

from collections.abc import Callable

OnStage = Callable[[str], None]  # called with a stage's name as it begins


def unwatched(stage: str) -> None:
    """For who does not want to know."""
