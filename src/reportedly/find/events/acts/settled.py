"""An act with the values that it ends up with."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.find.events.acts.act import Act
from reportedly.records import DateValue, EventType, Found, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """An act with the values that it ends up with."""

    act: Act
    type: EventType | None
    mode: str | None
    place: Found[Place] | None
    date: Found[DateValue] | None
    retold: bool


def is_done(found: Settled) -> bool:
    """Whether an act was carried out, as far as the text says."""
    return found.act.lead.reality.realis == "actual"
