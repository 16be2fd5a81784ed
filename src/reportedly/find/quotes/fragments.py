"""The clause to which a few words in marks belong: "the road was "washed away," Roa said"."""

from __future__ import annotations

from reportedly.find.marks import Marked
from reportedly.find.quotes.context import Surroundings, medium_in
from reportedly.find.quotes.edges import Piece, past_dateline, trimmed
from reportedly.find.quotes.frames import Frame
from reportedly.find.quotes.lexicon import ReportingVerbs
from reportedly.parse import Document, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_TAKEN = frozenset({"dobj", *_SUBJECTS})
_STOPS = frozenset({";", ":"})
_FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
_BEFORE = frozenset({"ADJ", "NOUN", "PROPN"})  # words before a noun in its phrase
_MAIN = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
_ENDS = frozenset({".", "!", "?", ","})
_QUOTES = frozenset("\"“”'‘’«»")
_BREAKS = frozenset({";", ".", "!", "?", ",", "—", "–", "--"})
_FEW = 3  # words in marks that are only part of a phrase
_LEAD = 3  # words of a phrase that leads into a quotation: "In this town, "we …""
_LONG = 120  # characters of an inserted "said the speaker, who …"


class Fragments:
    """Widens quotations that are part of a clause told in the outlet's words."""

    def __init__(
        self, document: Document, verbs: ReportingVerbs, surroundings: Surroundings
    ) -> None:
        self._document = document
        self._surroundings = surroundings
        self._verbs = verbs

    def around(self, frame: Frame, cue: Token, subject: Token | None) -> Piece | None:
        """The clause that is said, in and outside marks; None where the marks hold all of it."""
        if frame.gap[-1:] == ":":
            return None
        if cue.start >= frame.marked.outer_end:
            return self._before_cue(frame, subject)
        if cue.end <= frame.marked.outer_start:
            return self._after_cue(frame, cue, subject)
        return None

    def inserted(  # noqa: PLR0911  # one exit a doubt
        self, frame: Frame, cue: Token, subject: Token | None
    ) -> tuple[Piece, ...]:
        """ "Only you," she said, would go: both parts of a sentence around its cue, or nothing."""
        document = self._document
        if subject is None or subject.sentence != cue.sentence or frame.gap[-1:] == ":":
            return ()
        marked, sentence = frame.marked, document.sentences[cue.sentence]
        spoken = [cue, *document.subtree(subject.index)]
        low, high = min(t.start for t in spoken), max(t.end for t in spoken)
        after = document.text[high : sentence.end].lstrip()
        if after[:1] != "," or high - low > _LONG:
            return ()
        begin = past_dateline(document.text, sentence.start, sentence.start)
        left = trimmed(document.text, begin, low)
        right_start = document.text.index(",", high) + 1
        right = _stripped(document.text, right_start, sentence.end)
        if marked.outer_end <= low:
            first = next(iter(document.tokens_in(*right)), None)
            told = first is not None and first.text.casefold() == "that" and first.dep == "mark"
            goes_on = first is not None and first.tag in _FINITE and not self._is_clause(marked)
            if not (goes_on or told) or (first and self._verbs.speaks(first.lemma)):
                return ()
            return (marked.start, marked.end), trimmed(document.text, *right)
        if marked.outer_start < right[0] or not frame.content[:1].islower():
            return ()
        words = document.tokens_in(*left)
        if not words or any(t.text[:1] in _QUOTES for t in words):
            return ()
        timed = [t.name in {"DATE", "TIME"} for t in words if t.pos != "PUNCT"]
        timed[:1] = [timed[0] or words[0].dep == "npadvmod"] if timed else []
        if any(timed) and (words[0].pos == "ADP" or (timed[0] and len(words) <= _LEAD)):
            return ()  # "On Monday, he said, "we …"", "Minutes later, …": when he said it
        end = self.end(frame, naming=False)
        start = marked.outer_start if end > marked.outer_end else marked.start
        return left, (start, marked.end if start == marked.start else end)

    def _is_clause(self, marked: Marked) -> bool:
        """Whether words in marks have a finite verb of their own."""
        return any(t.tag in _FINITE for t in self._document.tokens_in(marked.start, marked.end))

    def _before_cue(self, frame: Frame, subject: Token | None) -> Piece | None:
        """ "The road was "washed away," Roa said": from the start of the sentence."""
        words = [t for t in frame.left if t.pos not in {"PUNCT", "SPACE"}]
        if not words or (frame.content.lstrip()[:1].isupper() and not self._opens_with_name(frame)):
            return None
        if frame.gap[-1:] == "," and len(words) < _LEAD:
            return None  # "Yet, "it is late," Roa said"
        if any(t.dep in _MAIN and self._verbs.speaks(t.lemma) for t in words if t.pos == "VERB"):
            return None
        if subject is not None and subject.end <= frame.marked.outer_start:
            return None
        sentence = self._document.sentences[words[0].sentence]
        # "words like “maybe” and “perhaps”, he said": the marks before are of the same clause
        listed = self._goes_on_from_marks(words[0], sentence.start)
        first = sentence.start if listed else words[0].start
        start = past_dateline(self._document.text, first, sentence.start)
        if start >= frame.marked.outer_start:
            return None
        return start, frame.marked.outer_end

    def _opens_with_name(self, frame: Frame) -> bool:
        """Whether a capital after a comma is a name's: "In this town, "Ana Roa is known"."""
        first = next(iter(self._document.tokens_in(frame.marked.start, frame.marked.end)), None)
        return frame.gap[-1:] == "," and first is not None and first.pos == "PROPN"

    def _goes_on_from_marks(self, first: Token, start: int) -> bool:
        """Whether right before a word marks close that end no clause: "“maybe” and “perhaps”"."""
        before = self._document.text[start : first.start].rstrip()
        return before[-1:] in _QUOTES and before.rstrip("\"”'’»")[-1:] not in {",", ".", "!", "?"}

    def _is_within(self, token: Token, other: Token) -> bool:
        return token.index == other.index or any(
            t.index == other.index for t in self._document.ancestors(token.index)
        )

    def _after_cue(self, frame: Frame, cue: Token, subject: Token | None) -> Piece | None:
        """ "Roa said the road was "washed away" by rain": from the clause's first word."""
        document = self._document
        between = [t for t in frame.left if t.index > cue.index and t.sentence == cue.sentence]
        if any(t.text in _STOPS for t in between):
            return None
        naming = cue.lemma in self._verbs.naming
        that = next((t for t in reversed(between) if t.text.casefold() == "that"), None)
        labels = _TAKEN if naming else _SUBJECTS
        heads = [
            t
            for t in between
            if t.dep in labels
            and not (t.dep in _SUBJECTS and t.head == cue.index)
            and not (subject is not None and self._is_within(t, subject))
        ]
        if that is not None and not naming:
            after = [t for t in between if t.index > that.index and t.pos != "PUNCT"]
            start = after[0].start if after else frame.marked.outer_start
            if not after and frame.content[:1].isupper():
                return None
        elif heads:
            inside = [t for t in document.subtree(heads[0].index) if t.index > cue.index]
            start = min(t.start for t in inside)
        elif naming and between and not any(t.pos in {"VERB", "AUX"} for t in between):
            start = between[0].start  # "calling the charge "absurd"", taken for no object
        elif not between and self._is_opening(frame):
            start = frame.marked.outer_start  # "said "of course" he would come"
        else:
            return None
        if start > frame.marked.outer_start:
            return None
        return start, self.end(frame, naming)

    def _is_opening(self, frame: Frame) -> bool:
        """Whether a few words in marks only open a phrase that goes on after them."""
        words = frame.content.split()
        following = frame.right[0] if frame.right else None
        return (
            len(words) <= _FEW
            and frame.content[:1].islower()
            and frame.content.rstrip()[-1:] not in {",", ".", "!", "?"}
            and following is not None
            and following.pos in {"ADP", "NOUN", "PROPN", "PRON", "DET", "ADJ", "VERB", "AUX"}
        )

    def from_verb(self, frame: Frame, verb: Token) -> Piece | None:
        """ "blamed the raid on a "lost man," not on the mayor": all that a verb tells."""
        between = [t for t in frame.left if t.index > verb.index]
        if not between or frame.gap[-1:] == "," or len(frame.content.split()) > _FEW:
            return None
        return between[0].start, self.end(frame, naming=False)

    def end(self, frame: Frame, naming: bool) -> int:
        """Where the clause ends: with the marks that close a sentence, else with the sentence."""
        end = frame.marked.outer_end
        if frame.content.rstrip()[-1:] in _ENDS:
            return end
        named = {t.index for t in self._document.tokens_in(frame.marked.start, end)}
        if naming and (noun := self._noun_after(frame)) is not None:
            named.add(noun.index)
        following = frame.right
        while True:
            for token in following:
                own = token.index in named or self._hangs(token, named)
                if naming and not (own or self._is_reason(token)):
                    break  # "called it “a gift” to smugglers | on Monday"
                if token.pos == "VERB" and self._verbs.speaks(token.lemma):
                    end = self._before_clause(token, end)
                    break
                if token.text in _BREAKS or token.pos == "CCONJ":
                    break
                if naming and self._is_setting(token):
                    break  # "called it “late” | in a letter"
                end = token.end
            else:
                marked = self._next_marks(end)
                if marked is not None and (not naming or self._all_hang(marked, named)):
                    end = marked.outer_end
                    if self._document.text[marked.start : marked.end].rstrip()[-1:] not in _ENDS:
                        following = self._up_to_marks(end)
                        continue
            return trimmed(self._document.text, frame.marked.outer_start, end)[1]

    def _noun_after(self, frame: Frame) -> Token | None:
        """The noun right after the marks of which they are a part: "called him a “late” clerk"."""
        root = self._document.root_of(frame.marked.start, frame.marked.end)
        noun = self._document.head(root) if root is not None else None
        if noun is None or noun.pos not in {"NOUN", "PROPN"}:
            return None
        between = self._document.tokens_in(frame.marked.outer_end, noun.start)
        beside = noun.start >= frame.marked.outer_end and all(t.pos in _BEFORE for t in between)
        return noun if beside else None

    def _before_clause(self, verb: Token, end: int) -> int:
        """An end without the words that open the clause of a verb: "a “slip” | that was told"."""
        opening = [t.start for t in self._document.children(verb.index) if t.start < verb.start]
        return min([end, *opening])

    def _is_setting(self, token: Token) -> bool:
        """Whether a preposition opens when or by what means somebody speaks: "on Monday"."""
        thing = self._document.child(token.index, "pobj")
        if token.pos != "ADP" or thing is None:
            return False
        words = " ".join(t.text.casefold() for t in self._document.subtree(token.index))
        return thing.name in {"DATE", "TIME"} or medium_in(words, self._verbs.media) is not None

    def _is_reason(self, token: Token) -> bool:
        """Whether a word stands in the reason of a verdict: "it was “late” because it rained"."""
        above = (token, *self._document.ancestors(token.index))
        return any(
            c.dep == "mark" and c.text.casefold() == "because"
            for t in above
            if t.dep == "advcl"
            for c in self._document.children(t.index)
        )

    def _hangs(self, token: Token, named: set[int]) -> bool:
        return any(t.index in named for t in self._document.ancestors(token.index))

    def _all_hang(self, marked: Marked, named: set[int]) -> bool:
        root = self._document.root_of(marked.start, marked.end)
        return root is not None and self._hangs(root, named)

    def _next_marks(self, end: int) -> Marked | None:
        """More words in marks right after a part of a clause: "who is “late” and | “slow”"."""
        marked = self._surroundings.next_after(end)
        if marked is None or self._document.text[end : marked.outer_start].strip():
            return None
        if self._document.text[marked.start : marked.start + 1].isupper():
            return None
        inside = self._document.sentence_at(end - 1)
        return marked if marked.outer_end <= inside.end else None

    def _up_to_marks(self, start: int) -> tuple[Token, ...]:
        """The words of a sentence after an offset, up to the next marks."""
        sentence = self._document.sentence_at(start - 1)
        marked = self._surroundings.next_after(start)
        end = sentence.end if marked is None else min(sentence.end, marked.outer_start)
        return self._document.tokens_in(start, end)


def _stripped(text: str, start: int, end: int) -> Piece:
    while start < end and text[start].isspace():
        start += 1
    return start, end
