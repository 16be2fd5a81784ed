"""Words in marks that a phrase gives to somebody, without a verb: "according to", "in … words"."""

from __future__ import annotations

from typing import Literal

from reportedly.find.quotes.edges import Piece, trimmed
from reportedly.find.quotes.frames import Frame, is_whole
from reportedly.find.quotes.lexicon import ReportingVerbs
from reportedly.find.quotes.saying import Saying, Source
from reportedly.find.quotes.speakers import Speakers
from reportedly.parse import Document, Token

_LEAST = 3  # words of "according to police"
_OF = frozenset({"of", "from", "by"})
_OWNING = frozenset({"'s", "’s", "'", "’"})


class Phrases:
    """Reads such words in one parsed article."""

    def __init__(self, document: Document, speakers: Speakers, verbs: ReportingVerbs) -> None:
        self._document = document
        self._speakers = speakers
        self._verbs = verbs

    def find(self, frame: Frame) -> Saying | None:
        """What a phrase before or after the marks gives to somebody."""
        return (
            self._in_words(frame)
            or self._according_before(frame)
            or self._according_after(frame)
            or self._remark(frame)
        )

    def passed_on(self, frame: Frame) -> Source | None:
        """ "repeated a phrase of the guard: "…"": whose words a speaker passes on."""
        words = _words(frame.left)
        if not words or not frame.gap.endswith(":"):
            return None
        of = self._document.head(words[-1])
        noun = self._document.head(of)
        if of.lemma not in _OF or noun.lemma not in self._verbs.passed_on:
            return None
        return self._speakers.name(words[-1])

    def _according_before(self, frame: Frame) -> Saying | None:
        """ "According to Roa, “the road is shut” for a week": to the end of the sentence."""
        words = _words(frame.left)
        if not _is_according(words) or any(t.pos in {"VERB", "AUX"} for t in words[1:]):
            return None
        marked = frame.marked
        if is_whole(frame) or not _words(frame.right):
            return self._said((marked.start, marked.end), words, "direct")
        if frame.gap != ",":
            return None
        end = trimmed(self._document.text, marked.outer_start, frame.right[-1].end)[1]
        return self._said((marked.outer_start, max(end, marked.outer_end)), words, "mixed")

    def _according_after(self, frame: Frame) -> Saying | None:
        """ "“…,” according to Roa": the words all in marks."""
        words = _words(frame.right)
        if frame.left or not _is_according(words) or not is_whole(frame):
            return None
        return self._said((frame.marked.start, frame.marked.end), words, "direct")

    def _said(
        self, piece: Piece, words: list[Token], kind: Literal["direct", "mixed"]
    ) -> Saying | None:
        first = self._document.child(words[1].index, "pobj")
        source = self._speakers.name(first) if first is not None else None
        if source is None:
            return None
        return _saying(piece, source, (words[0].start, words[1].end), kind, "according")

    def _in_words(self, frame: Frame) -> Saying | None:
        """ "It closed because, in Roa's words, “nobody came.”"."""
        words = _words(frame.left)
        noun = words[-1] if words else None
        if noun is None or noun.lemma not in self._verbs.views or frame.gap != ",":
            return None
        preposition = self._document.head(noun)
        owner = self._document.child(noun.index, "poss")
        source = self._speakers.name(owner) if owner is not None else None
        if preposition.lemma != "in" or source is None:
            return None
        piece = (frame.marked.start, frame.marked.end)
        return _saying(piece, source, (preposition.start, noun.end), "direct", "words")

    def _remark(self, frame: Frame) -> Saying | None:
        """ "Roa's “two boats” comment drew laughter": words that name a word of somebody's."""
        noun = frame.right[0] if frame.right else None
        owning = frame.left[-1] if frame.left else None
        if noun is None or owning is None or noun.lemma not in self._verbs.nouns:
            return None
        if owning.text in _OWNING and len(frame.left) > 1:
            owner = frame.left[-2]
        elif owning.tag == "PRP$":
            owner = owning
        else:
            return None
        source = self._speakers.name(owner)
        if source is None:
            return None
        piece = (frame.marked.start, frame.marked.end)
        return _saying(piece, source, (noun.start, noun.end), "direct", "remark")


def _saying(
    piece: Piece, source: Source, cue: Piece, kind: Literal["direct", "mixed"], rule: str
) -> Saying:
    return Saying(
        kind=kind,
        stance="states",
        pieces=(piece,),
        sources=(source,),
        relays=(),
        cue=cue,
        medium=None,
        rule=f"quotes.direct.{rule}",
    )


def _words(tokens: tuple[Token, ...]) -> list[Token]:
    return [t for t in tokens if t.pos != "PUNCT"]


def _is_according(words: list[Token]) -> bool:
    return len(words) >= _LEAST and words[0].text.casefold() == "according"
