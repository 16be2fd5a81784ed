"""What surrounds a cue: quotation marks, means of speech, outlets that pass words on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.find.marks import Marked
from reportedly.find.quotes.lexicon import Media, ReportingVerbs
from reportedly.find.quotes.saying import Source
from reportedly.find.quotes.speakers import Speakers
from reportedly.parse import Document, Token

_LONGEST = 5000  # characters of a passage between marks that may hold others


class Surroundings:
    """Quotation marks of one article and its own names, for quick questions."""

    def __init__(self, document: Document, marked: Sequence[Marked]) -> None:
        self._document = document
        self.marked = tuple(marked)
        self._top = [m for m in marked if m.depth == 0]
        self._all = [m.start for m in marked]
        self._starts = [m.start for m in self._top]
        article = document.article
        self._own = {_plain(n) for n in (article.outlet, article.credit) if n}

    def top_at(self, offset: int) -> Marked | None:
        """The outermost passage between marks at a character."""
        i = bisect_right(self._starts, offset) - 1
        if i >= 0 and self._top[i].start <= offset < self._top[i].end:
            return self._top[i]
        return None

    def next_after(self, offset: int) -> Marked | None:
        """The first outermost passage between marks that starts at or after a character."""
        i = bisect_right(self._starts, offset)
        return self._top[i] if i < len(self._top) else None

    def depth(self, offset: int) -> int:
        """How many pairs of marks stand around a character."""
        if self.top_at(offset) is None:
            return 0
        low = bisect_right(self._all, offset - _LONGEST)
        high = bisect_right(self._all, offset)
        return max(1, sum(m.start <= offset < m.end for m in self.marked[low:high]))

    def share(self, pieces: Sequence[tuple[int, int]]) -> float:
        """Share of the characters that stand between marks."""
        total = quoted = 0
        for start, end in pieces:
            total += end - start
            low = max(bisect_right(self._starts, start) - 1, 0)
            high = bisect_right(self._starts, end)
            for m in self._top[low:high]:
                quoted += max(0, min(end, m.outer_end) - max(start, m.outer_start))
        return quoted / total if total else 0.0

    def closes(self, offset: int, start: int) -> bool:
        """Whether the mark at an offset closes a passage that opens at or after `start`."""
        low, high = bisect_right(self._all, start), bisect_right(self._all, offset)
        return any(
            m.outer_end == offset + 1 and m.outer_start >= start for m in self.marked[low:high]
        )

    def opens_before(self, start: int) -> int | None:
        """Offset of an opening mark right before a character, where it was trimmed."""
        at = bisect_right(self._all, start) - 1
        if at >= 0 and self.marked[at].start == start:
            return self.marked[at].outer_start
        return None

    def is_own(self, name: str) -> bool:
        """Whether a name is the article's outlet or its credited agency."""
        return _plain(name) in self._own

    def medium(self, verb: Token, media: Media) -> str | None:
        """The means of speech that the cue's own phrases tell: "in a statement"."""
        document = self._document
        words: list[str] = []
        for child in document.children(verb.index):
            if child.dep in {"prep", "dobj", "dative", "npadvmod", "agent"}:
                words += [
                    token.text.casefold()
                    for token in document.subtree(child.index)
                    if self.depth(token.start) == 0 and token.sentence == verb.sentence
                ]
        return medium_in(" ".join(words), media)


@dataclass(frozen=True, slots=True)
class Setting:
    """What the finders of told words share: one article, its speakers and marks, and the words."""

    document: Document
    speakers: Speakers
    verbs: ReportingVerbs
    surroundings: Surroundings


def medium_in(phrase: str, media: Media) -> str | None:
    """The first means of speech that stands in a phrase (lower case)."""
    padded = f" {phrase} "
    return next((medium for word, medium in media.means if f" {word} " in padded), None)


def relays_of(
    document: Document, verb: Token, speakers: Speakers, media: Media, around: Surroundings
) -> list[Source]:
    """Outlets through which a speaker's words come: "told local radio"."""
    for child in document.children(verb.index):
        noun: Token | None = None
        if child.dep in {"dobj", "dative"} and child.pos in {"NOUN", "PROPN"}:
            noun = child
        elif child.dep in {"prep", "dative"} and child.lemma in {"to", "in", "on", "by", "with"}:
            noun = document.child(child.index, "pobj")
            if noun is not None and noun.lemma in {
                "interview",
                "conversation",
                "remark",
                "comment",
            }:
                to = next(
                    (t for t in document.children(noun.index)
                     if t.lemma in {"with", "to", "on", "by", "for"}), None
                )  # fmt: skip
                noun = document.child(to.index, "pobj") if to is not None else None
        if noun is None or not is_outlet(document, noun, media):
            continue
        source = speakers.name(noun)
        if source is None or around.is_own(source.name) or _is_this(document, noun, media):
            continue
        if source.kind in {"anonymous", "collective"}:
            source = _as_outlet(source)
        return [source]
    return []


def is_outlet(document: Document, noun: Token, media: Media) -> bool:
    """Whether a noun is an outlet: "local radio", "state television", "Reuters"."""
    if noun.tag in {"NNS", "NNPS"}:
        return False
    if noun.lemma in media.relay_heads and noun.lemma != "site":
        return True
    if noun.pos != "PROPN":
        return noun.lemma in media.relay_heads
    words = [t.text for t in document.subtree(noun.index) if t.dep in {"compound", "nmod"}]
    words.append(noun.text)
    return any(w in media.relay_names for w in words) or bool(
        media.relay_name_heads & {words[0], words[-1]}
    )


def _as_outlet(source: Source) -> Source:
    return Source(
        name=source.name,
        kind="named",
        private=False,
        start=source.start,
        end=source.end,
        entity_id=source.entity_id,
    )


def _is_this(document: Document, noun: Token, media: Media) -> bool:
    """ "This newspaper" is the article's own outlet."""
    words = {t.text.casefold() for t in document.children(noun.index) if t.dep in {"det", "poss"}}
    return bool(words & {"this", "our"}) and noun.lemma in media.own


def _plain(name: str) -> str:
    low = name.casefold().strip()
    return low.removeprefix("the ")
