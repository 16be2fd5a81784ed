"""Words in marks in what a word before them tells, by the order of words: "claims of “big gains”".

For clauses that the parser lost: it takes a verb for a noun, or hangs a phrase elsewhere.
"""

from __future__ import annotations

from reportedly.find.quotes.context import Setting
from reportedly.find.quotes.edges import trimmed
from reportedly.find.quotes.fragments import Fragments
from reportedly.find.quotes.frames import Frame
from reportedly.find.quotes.holders import Holders
from reportedly.find.quotes.openings import Opening, Openings
from reportedly.find.quotes.saying import Saying, Source
from reportedly.parse import Token

_FAR = 30  # words before the marks among which a word that tells stands
_DASHES = frozenset({"—", "–", "-", "--"})
_STOPS = frozenset(",.!?")
_AND = frozenset({"and", "or"})


class Leading:
    """Reads words in marks of one article by the nearest word that leads to them.

    Only for words that no surer rule reads. What is no clause of a verb has no scope: "claims of
    “big gains”" asserts nothing.
    """

    def __init__(self, setting: Setting) -> None:
        self._document = setting.document
        self._speakers = setting.speakers
        self._verbs = setting.verbs
        self._around = setting.surroundings
        self._openings = Openings(setting.document, setting.verbs)
        self._holders = Holders(setting)
        self._fragments = Fragments(setting.document, setting.verbs, setting.surroundings)

    def find(self, frame: Frame) -> Saying | None:
        """What the nearest word before the marks tells of which they are a part."""
        if frame.gap[-1:] == ":":
            return None
        left = [t for t in frame.left[-_FAR:] if t.pos != "SPACE"]
        for at in range(len(left) - 1, -1, -1):
            cue = left[at]
            if cue.text in {";", ":"}:
                return None
            opening = self._openings.find(frame, cue, left[at + 1 :])
            if opening is not None:
                return self._saying(frame, cue, opening)
            beside = at and left[at - 1].text == ","
            if beside and cue.tag == "VBG" and self._verbs.speaks(cue.lemma):
                return None  # "…, saying the port": no part of what stands before
        return None

    def _saying(self, frame: Frame, cue: Token, opening: Opening) -> Saying | None:
        source = self._source(frame, cue, opening)
        alone = opening.form == "noun" and cue.lemma in self._verbs.nouns_alone
        if (source is None and not alone) or (source and self._around.is_own(source.name)):
            return None
        start = min(opening.start, frame.marked.outer_start)
        told = opening.form in {"that", "clause"}
        group = self._verbs.group("clause", cue.lemma) if told else None
        spoken = group is not None and group.kind != "belief"
        return Saying(
            kind="mixed" if spoken else "belief",
            stance=group.stance if group is not None else "states",
            pieces=((start, self._end(frame, opening)),),
            sources=(source,) if source is not None else (),
            relays=(),
            cue=(cue.start, cue.end),
            medium=None,
            rule=f"quotes.direct.leading-{opening.form}",
            scoped=group is not None and group.scoped,
            minor=not spoken,
        )

    def _source(self, frame: Frame, cue: Token, opening: Opening) -> Source | None:
        if opening.form == "noun":
            return self._holders.owner(cue)
        if opening.form != "passive":
            return self._holders.speaker(cue)
        agent = self._openings.agent(frame, cue)
        return self._speakers.name(agent) if agent is not None else None

    # --- where it ends -------------------------------------------------------------------------

    def _end(self, frame: Frame, opening: Opening) -> int:
        after = frame.right[0] if frame.right else None
        by_whom = opening.form == "passive" and after is not None and after.lemma == "by"
        if opening.form == "term" or by_whom:
            return frame.marked.outer_end
        end = self._fragments.end(frame, naming=opening.form == "verdict")
        return self._with_more_marks(max(end, self._end_of_phrase(frame)))

    def _end_of_phrase(self, frame: Frame) -> int:
        """The end of the phrase that goes on after the marks: "a “must” for us"."""
        marked = frame.marked
        root = self._document.root_of(marked.start, marked.end)
        if root is None or frame.content.rstrip()[-1:] in _STOPS:
            return marked.outer_end
        end = marked.outer_end
        inside = {t.index for t in self._document.subtree(root.index)}
        for token in frame.right:
            joined = token.pos == "VERB" and self._document.tokens[token.index - 1].pos == "CCONJ"
            if token.index not in inside or token.text in _DASHES or joined:
                break
            if token.pos != "CCONJ":
                end = token.end
        return trimmed(self._document.text, marked.outer_start, end)[1]

    def _with_more_marks(self, end: int) -> int:
        """An end after more words in marks that "and" joins: "to stop “idling” or “loitering”"."""
        marked = self._around.next_after(end)
        if marked is None or self._document.text[end : marked.outer_start].strip() not in _AND:
            return end
        lower = self._document.text[marked.start : marked.start + 1].islower()
        return marked.outer_end if lower else end
