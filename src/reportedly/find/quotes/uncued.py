"""Quotations without a verb of speech beside them: a speech that goes on, words after a colon."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.quotes.frames import Frame, sentence_like
from reportedly.find.quotes.lexicon import ReportingVerbs
from reportedly.find.quotes.saying import Saying, Source
from reportedly.find.quotes.speakers import Speakers
from reportedly.parse import Document, Token

_PHRASE = 3  # words of "according to police"
_BREAK = 2  # line breaks between two paragraphs
_APART = 250  # characters between two pieces of one quotation
_MAIN = frozenset({"ROOT", "conj", "ccomp", "parataxis"})
Before = tuple[Saying, Frame, Token | None]  # the quotation before, with its cue


class Uncued:
    """Reads such quotations in one parsed article; `told` are the sayings outside marks."""

    def __init__(
        self,
        document: Document,
        speakers: Speakers,
        verbs: ReportingVerbs,
        told: Sequence[Saying],
    ) -> None:
        self._document = document
        self._speakers = speakers
        self._verbs = verbs
        self._told = told

    def find(self, frame: Frame, last: Before | None) -> Saying | None:
        """A speech that goes on; else words without a speaker if they are whole sentences."""
        text = self._document.text
        colon = frame.gap.endswith(":") and bool(frame.left)
        if frame.left and not colon:
            return None
        if frame.right and any(t.pos != "PUNCT" for t in frame.right):
            return None
        spoken = last is not None and last[0].kind in {"direct", "mixed"}
        follows = spoken and last is not None and not self._parted(last[1], frame)
        if not (self._whole(frame) or (colon and sentence_like(frame))) and not (
            follows
            and last is not None
            and "\n" not in text[last[1].marked.outer_end : frame.marked.outer_start]
        ):
            return None
        source: Source | None = None
        if colon:
            named = self._introduced(frame)
            return Saying(
                kind="direct",
                stance="states",
                pieces=((frame.marked.start, frame.marked.end),),
                sources=(named,) if named else (),
                relays=(),
                cue=None,
                medium=None,
                rule="quotes.direct.colon",
            )
        if last is not None and spoken:
            between = text[last[1].marked.outer_end : frame.marked.outer_start]
            if between.count("\n\n") <= 1 and len(between) < 400 and last[0].sources:
                source = last[0].sources[0]
        told = [s for s in self._told if s.end <= frame.marked.start and s.sources]
        if told:
            latest = max(told, key=lambda s: s.end)
            between = text[latest.end : frame.marked.outer_start]
            newer = last is None or latest.end > last[1].marked.end
            if newer and between.count("\n\n") <= 1 and len(between) < 150:
                source = latest.sources[0]
        source = self._of_sentence_before(frame, last) or source
        return Saying(
            kind="direct",
            stance="states",
            pieces=((frame.marked.start, frame.marked.end),),
            sources=(source,) if source else (),
            relays=(),
            cue=None,
            medium=None,
            rule="quotes.direct.continued" if source else "quotes.direct.open",
        )

    def _of_sentence_before(self, frame: Frame, last: Before | None) -> Source | None:
        """Who speaks in a short sentence right before: "Roa agreed. "It is late.""."""
        document = self._document
        text = document.text
        at = frame.marked.outer_start
        sentence = document.sentence_at(max(len(text[:at].rstrip()) - 1, 0))
        if sentence.end > at or text[sentence.end : at].strip() or "\n" in text[sentence.end : at]:
            return None
        root = next((t for t in document.sentence_tokens(sentence) if t.head == t.index), None)
        if root is None or not self._verbs.speaks(root.lemma):
            return None
        if last is not None and last[1].marked.outer_end > root.start:
            return None
        subject = self._speakers.subject(root)
        source = self._speakers.name(subject) if subject is not None else None
        person = source is not None and (source.kind == "named" or source.entity_id is not None)
        return source if person else None

    def _introduced(self, frame: Frame) -> Source | None:
        """Who speaks after a colon without a verb of speech: "Mayor Ana Roa: "…""."""
        words = [t for t in frame.left if t.pos != "PUNCT"]
        if not words:
            return None
        last = words[-1]
        for token in reversed(words):
            if token.lemma in self._verbs.nouns or token.lemma in self._verbs.papers:
                owner = self._document.child(token.index, "poss")
                of = next(
                    (t for t in self._document.children(token.index)
                     if t.lemma in {"of", "by", "from"} and t.dep in {"prep", "agent"}), None
                )  # fmt: skip
                who = owner or (self._document.child(of.index, "pobj") if of is not None else None)
                return self._speakers.name(who) if who is not None else None
        if not any(t.pos in {"VERB", "AUX"} for t in words) and last.pos == "PROPN":
            return self._speakers.name(last)  # "Mayor Ana Roa: "…""
        verbs = [t for t in words if t.pos == "VERB" and t.dep in _MAIN]
        root = verbs[-1] if verbs else None
        subject = self._speakers.subject(root) if root is not None else None
        source = self._speakers.name(subject) if subject is not None else None
        person = source is not None and (source.kind != "anonymous" or source.entity_id is not None)
        if not person or subject is None or self._speakers.is_unknown(subject):
            return None
        return source

    def according(self, frame: Frame) -> Saying | None:
        """ "According to Roa, “…”": a phrase and no verb, the words all in marks."""
        words = [t for t in frame.left if t.pos != "PUNCT"]
        if len(words) < _PHRASE or words[0].text.casefold() != "according":
            return None
        if any(t.pos in {"VERB", "AUX"} for t in words[1:]) or not self._whole(frame):
            return None
        first = self._document.child(words[1].index, "pobj")
        source = self._speakers.name(first) if first is not None else None
        if source is None:
            return None
        return Saying(
            kind="direct",
            stance="states",
            pieces=((frame.marked.start, frame.marked.end),),
            sources=(source,),
            relays=(),
            cue=(words[0].start, words[1].end),
            medium=None,
            rule="quotes.direct.according",
        )

    def passed_on(self, frame: Frame) -> Source | None:
        """ "repeated a phrase of the guard: "…"": whose words a speaker passes on."""
        words = [t for t in frame.left if t.pos != "PUNCT"]
        if not words or not frame.gap.endswith(":"):
            return None
        of = self._document.head(words[-1])
        noun = self._document.head(of)
        if of.lemma not in {"of", "from", "by"} or noun.lemma not in self._verbs.passed_on:
            return None
        return self._speakers.name(words[-1])

    def _whole(self, frame: Frame) -> bool:
        content = frame.content.strip()
        if not frame.marked.closed:
            return True
        return (
            content[:1].isupper()
            and content[-1:] in {".", "!", "?", "…", ","}
            and len(content.split()) >= 3
        ) or len(content.split()) >= 12

    def is_rest(self, last: Before, frame: Frame) -> bool:
        """ "The risk," said Roa, the head of the port, "is real": one sentence in two pieces."""
        saying, earlier, cue = last
        if cue is None or not earlier.marked.outer_end <= cue.start < frame.marked.outer_start:
            return False
        between = self._document.text[earlier.marked.outer_end : frame.marked.outer_start]
        return (
            saying.kind == "direct"
            and saying.end == earlier.marked.end
            and earlier.content.rstrip()[-1:] in {",", "—"}
            and frame.content[:1].islower()
            and between.rstrip()[-1:] == ","
            and len(between) <= _APART
            and not any(ch in between for ch in "\n.;")
        )

    def goes_on(
        self,
        last: Before,
        frame: Frame,
        saying: Saying,
        cue: Token | None,
    ) -> bool:
        """Whether a quotation is another piece of the one before: "A," he said, "b"."""
        before, earlier, earlier_cue = last
        if before.kind not in {"direct", "mixed"} or saying.kind not in {"direct", "mixed"}:
            return False
        between = self._document.text[earlier.marked.outer_end : frame.marked.outer_start]
        if not earlier.marked.closed and not between.strip():
            return True
        if between.count("\n") > _BREAK or len(between) > _APART:
            return False
        if cue is not None and earlier_cue is not None:
            return cue.index == earlier_cue.index
        return (
            saying.cue is None
            and bool(saying.sources or "\n" not in between)
            and saying.sources == before.sources
            and not self._parted(earlier, frame)
        )

    def _parted(self, one: Frame, two: Frame) -> bool:
        """Whether words stand between two quotations that belong to neither's frame."""
        start = one.right[-1].end if one.right else one.marked.outer_end
        text = self._document.text[start : two.marked.outer_start]
        return any(ch.isalnum() for ch in text)
