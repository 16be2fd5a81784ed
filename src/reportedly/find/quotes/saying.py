"""What somebody is told to say, before it is known within whose words it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reportedly.records import QuoteKind, Stance

NOBODY = "anonymous"  # the name of a speaker whom nobody names
LinkKind = Literal["outlet", "named", "anonymous", "collective"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Who speaks: a name for the chain and the passage that gives it."""

    name: str
    kind: LinkKind
    private: bool
    start: int
    end: int
    entity_id: str | None = None
    withheld: bool = False  # the speaker asked not to be named, or is nobody in particular


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """Content in pieces [start, end), with the speakers who say it and the words that tell so."""

    kind: QuoteKind
    stance: Stance
    pieces: tuple[tuple[int, int], ...]
    sources: tuple[Source, ...]  # several speakers say the same
    relays: tuple[Source, ...]  # between the outlet and the speaker, outermost first
    cue: tuple[int, int] | None
    medium: str | None
    rule: str
    scoped: bool = True  # False: what somebody wants or asks, which asserts nothing
    record: bool = True  # False: only a scope (the frame around a quote in a quote)
    # a belief, a wish or a phrase: within another's words it gives no quote of its own
    minor: bool = False
    partial: bool = False
    marked: bool = False  # told, but all in marks: kept where no quotation is read from the marks

    @property
    def start(self) -> int:
        """First character of the content."""
        return min(start for start, _ in self.pieces)

    @property
    def end(self) -> int:
        """End of the content."""
        return max(end for _, end in self.pieces)

    def is_cued_within(self, start: int, end: int) -> bool:
        """Whether the word that tells of it stands in a passage."""
        return self.cue is not None and start <= self.cue[0] < end

    def holds(self, start: int, end: int) -> bool:
        """Whether a passage lies in one piece of the content."""
        return any(a <= start and end <= b for a, b in self.pieces)
