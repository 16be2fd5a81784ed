"""A speaker who goes on in the sentence right after a quotation, partly outside marks."""

from __future__ import annotations

from reportedly.find.quotes.edges import trimmed
from reportedly.find.quotes.frames import Frame, sentence_like
from reportedly.find.quotes.saying import Saying
from reportedly.parse import Document, Token

_CLOSING = frozenset(",.!?")
_CLAUSE = 5  # words of a clause in marks
_OUTSIDE = 0.7  # words outside marks to those inside, of a sentence that is mostly in marks
_FINITE = frozenset({"MD", "VBD", "VBZ", "VBP"})
_MAIN = frozenset({"ROOT", "conj", "ccomp", "parataxis"})
Before = tuple[Saying, Frame, Token | None]  # the quotation before, with its cue


class RunningOn:
    """Reads such sentences in one parsed article."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def find(self, frame: Frame, last: Before | None) -> Saying | None:
        """A sentence that opens in marks, or stands in them for the most part."""
        return self._opened(frame, last) or self.in_clause(frame, last)

    def _opened(self, frame: Frame, last: Before | None) -> Saying | None:
        """ ""It is late," Roa said. "It was promised in May" and in June.": with the words after.

        A sentence that opens in marks right after a quotation with its speaker and goes on outside.
        """
        if last is None or last[2] is None or frame.left or not last[0].sources:
            return None
        before, earlier, _ = last
        text = self._document.text
        between = text[earlier.marked.outer_end : frame.marked.outer_start]
        at = frame.marked.outer_start
        follows = before.kind in {"direct", "mixed"} and not self.parted(earlier, at)
        opens = sentence_like(frame) and frame.content.rstrip()[-1:] not in {",", "!", "?"}
        words = [t for t in frame.right if t.pos != "PUNCT"]
        first = words[0] if words else None
        if not follows or not opens or "\n" in between or first is None or frame.right[0] != first:
            return None
        if not first.text[:1].islower():
            return None
        end = trimmed(text, frame.marked.outer_start, frame.right[-1].end)[1]
        return Saying(
            kind="mixed",
            stance="states",
            pieces=((frame.marked.outer_start, end),),
            sources=before.sources[:1],
            relays=(),
            cue=None,
            medium=None,
            rule="quotes.direct.running-on",
        )

    def in_clause(self, frame: Frame, last: Before | None) -> Saying | None:
        """ ""They were to help," Roa said. Instead, "they just sat there.": the speaker goes on.

        A clause in marks that makes up most of the sentence right after a quotation with its cue.
        """
        if last is None or last[2] is None or not last[0].sources:
            return None
        (before, earlier, _), marked, text = last, frame.marked, self._document.text
        start = frame.left[0].start if frame.left else marked.outer_start
        on_line = "\n" not in text[earlier.marked.outer_end : marked.outer_start]
        if before.kind == "slogan" or not on_line or self.parted(earlier, start):
            return None
        if self._document.sentence_at(start).start <= last[2].start or any(
            t.pos == "VERB" and t.dep in _MAIN for t in frame.left
        ):
            return None
        inside = self._document.tokens_in(marked.start, marked.end)
        words = [t for t in inside if t.pos != "PUNCT"]
        closed = frame.content.rstrip()[-1:] in _CLOSING
        right = () if closed else frame.right
        outside = [t for t in (*frame.left, *right) if t.pos != "PUNCT"]
        finite = any(t.tag in _FINITE for t in inside)
        if not finite or len(words) < _CLAUSE or len(outside) > _OUTSIDE * len(words):
            return None
        end = marked.outer_end if not right else trimmed(text, start, right[-1].end)[1]
        whole = start == marked.outer_start and end <= marked.outer_end
        return Saying(
            kind="direct" if whole else "mixed",
            stance="states",
            pieces=((marked.start, marked.end) if whole else (start, max(end, marked.outer_end)),),
            sources=before.sources[:1],
            relays=(),
            cue=None,
            medium=None,
            rule="quotes.direct.running-on",
        )

    def parted(self, one: Frame, start: int) -> bool:
        """Whether words stand between a quotation and an offset that belong to neither."""
        end = one.right[-1].end if one.right else one.marked.outer_end
        return any(ch.isalnum() for ch in self._document.text[end:start])
