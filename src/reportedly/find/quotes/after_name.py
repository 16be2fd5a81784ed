"""A clause after a name and a colon: "Ana Roa, on the quay: the fares are “a gift”"."""

from __future__ import annotations

from reportedly.find.quotes.context import Setting
from reportedly.find.quotes.edges import trimmed
from reportedly.find.quotes.frames import Frame
from reportedly.find.quotes.saying import Saying

_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})


class AfterName:
    """Reads such clauses in one article, where no surer rule reads the words in marks."""

    def __init__(self, setting: Setting) -> None:
        self._document = setting.document
        self._speakers = setting.speakers

    def find(self, frame: Frame) -> Saying | None:
        """The clause after the colon that the words in marks are part of."""
        at = next((n for n, t in enumerate(frame.left) if t.text == ":"), None)
        if not at or at + 1 == len(frame.left):
            return None
        named, told = frame.left[:at], frame.left[at + 1 :]
        end = frame.right[-1].end if frame.right else frame.marked.outer_end
        clause = self._document.tokens_in(told[0].start, end)
        if any(t.pos in {"VERB", "AUX"} for t in named) or not any(
            t.tag in _FINITE for t in clause
        ):
            return None
        name = next((t for t in named if t.pos == "PROPN" and t.dep != "compound"), None)
        source = self._speakers.name(name) if name is not None else None
        if source is None or source.kind == "anonymous":
            return None
        end = trimmed(self._document.text, told[0].start, end)[1]
        return Saying(
            kind="mixed",
            stance="states",
            pieces=((told[0].start, max(end, frame.marked.outer_end)),),
            sources=(source,),
            relays=(),
            cue=None,
            medium=None,
            rule="quotes.direct.colon",
        )
