"""Words in marks: who says them, slogans, quotations in quotations."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from reportedly.find.marks import Marked
from reportedly.find.quotes.context import Surroundings, medium_in, relays_of
from reportedly.find.quotes.cues import cue_after, cue_before, is_after_cue
from reportedly.find.quotes.fragments import Fragments
from reportedly.find.quotes.frames import Frame, frame_of, sentence_like
from reportedly.find.quotes.lexicon import ReportingVerbs
from reportedly.find.quotes.phrases import Phrases
from reportedly.find.quotes.running_on import Before
from reportedly.find.quotes.saying import Saying, Source
from reportedly.find.quotes.slogans import Slogans, nobody
from reportedly.find.quotes.speakers import Speakers
from reportedly.find.quotes.subjects import before_insertion
from reportedly.find.quotes.titles import is_title
from reportedly.find.quotes.uncued import Uncued
from reportedly.find.quotes.verdicts import Verdicts
from reportedly.parse import Document, Token
from reportedly.records import Stance

_INNER = frozenset({"acl", "advcl", "relcl"})  # cues in the middle of a quotation's sentence
_NAMING = frozenset({"NOUN", "PROPN", "PRON"})  # words that make a clause with those after them
_BETWEEN = 4  # words between two quotations of a list
_ENDS = frozenset(".!?;:")


class Direct:
    """Finds quotations and slogans in marks in one parsed article."""

    def __init__(
        self,
        document: Document,
        speakers: Speakers,
        verbs: ReportingVerbs,
        marked: Sequence[Marked],
        told: Sequence[Saying],
    ) -> None:
        self._document = document
        self._speakers = speakers
        self._verbs = verbs
        self._marked = [
            m
            for m in marked
            if any(ch.isalnum() for ch in document.text[m.start : m.end])
            and not _is_nickname(document, m)
        ]
        self._outer = [m for m in self._marked if m.depth == 0]
        self._inner = [m for m in self._marked if m.depth == 1]
        self._told = told
        # found on the way: names of works, said by nobody, and words that nothing tells of
        self.titles: list[Marked] = []
        self.unread: list[Frame] = []
        self._around = Surroundings(document, marked)
        self._slogans = Slogans(document, speakers, verbs)
        self._fragments = Fragments(document, verbs, self._around)
        self._uncued = Uncued(document, speakers, verbs, told)
        self._phrases = Phrases(document, speakers, verbs)
        self._verdicts = Verdicts(
            document, speakers, verbs, self._around, self._fragments, told=told
        )

    def find(self) -> list[Saying]:
        """All sayings in marks, outer ones before those inside them."""
        found: list[Saying] = []
        last: Before | None = None
        for marked in self._outer:
            if last is not None and last[0].holds(marked.start, marked.end):
                continue  # in the clause that another pair of marks gave
            frame = frame_of(self._document, marked, self._outer, None)
            if last is not None and self._listed(last, marked):
                *before, (start, _) = last[0].pieces
                if start == last[1].marked.start:
                    start = last[1].marked.outer_start
                listed = replace(last[0], kind="mixed", pieces=(*before, (start, marked.outer_end)))
                found[-1] = listed
                last = (listed, frame, last[2])
                continue
            if last is not None and self._uncued.is_rest(last, frame):
                rest = (marked.start, marked.end)
                joined = replace(last[0], pieces=(*last[0].pieces, rest))
                found[-1] = joined
                last = (joined, frame, last[2])
                continue
            saying, cue = self._read(frame, last)
            if saying is None:
                self.unread.append(frame)
                if last is not None and last[2] in frame.left:
                    last = (last[0], frame, last[2])  # ""It is late," said Roa of "Sea News.""
                continue
            if last is not None and self._is_of_speaker(last, frame, saying, cue):
                if frame.gap[-1:] != ",":
                    last = (last[0], frame, last[2])
                    continue
                saying = replace(saying, pieces=((marked.start, marked.end),))
            if last is not None and self._uncued.goes_on(last, frame, saying, cue):
                joined = replace(
                    last[0],
                    pieces=(*last[0].pieces, *saying.pieces),
                    sources=last[0].sources or saying.sources,
                    cue=last[0].cue or saying.cue,
                )
                found[-1] = joined
                last = (joined, frame, cue or last[2])
                continue
            found.append(saying)
            last = (saying, frame, cue)
        return self._with_inner(self._named_later(found))

    @staticmethod
    def _is_of_speaker(last: Before, frame: Frame, saying: Saying, cue: Token | None) -> bool:
        """ "“…,” said Roa, one of the “big four” who voted": words about the speaker of a cue."""
        _, earlier, cue_before = last
        return (
            cue is not None
            and cue_before is not None
            and cue.index == cue_before.index
            and earlier.marked.outer_end <= cue.start < saying.start < frame.marked.outer_start
            and earlier.content.rstrip()[-1:] in {",", "?", "!"}
        )

    def _listed(self, last: Before, marked: Marked) -> bool:
        """Whether a quotation is the next of a list: "chanted "A," "B" and "C"."""
        saying, frame, cue = last
        if cue is None or saying.kind == "slogan" or cue.start > frame.marked.start:
            return False
        start, end = max(frame.marked.outer_end, saying.pieces[-1][1]), marked.outer_start
        if start > end or saying.pieces[-1][1] < frame.marked.end:
            return False
        between = self._document.tokens_in(start, end)
        return (
            len(between) <= _BETWEEN
            and not any(
                t.pos in {"VERB", "AUX"} or t.text in _ENDS or "\n" in t.text for t in between
            )
            and "\n" not in self._document.text[start:end]
            and frame.content.rstrip()[-1:] not in _ENDS
        )

    def _named_later(self, found: Sequence[Saying]) -> list[Saying]:
        """Quotations without a speaker right before one by somebody: its speaker's too."""
        result = list(found)
        for n in range(len(result) - 2, -1, -1):
            one, two = result[n], result[n + 1]
            between = self._document.text[one.end : two.start]
            if (
                one.rule == "quotes.direct.open"
                and two.kind == "direct"
                and two.sources
                and not any(ch.isalnum() for ch in between)
            ):
                result[n] = replace(one, sources=two.sources[:1], rule="quotes.direct.continued")
        return result

    # --- one quotation ------------------------------------------------------------------------

    def _read(  # noqa: PLR0911  # surest reading first
        self, frame: Frame, last: Before | None
    ) -> tuple[Saying | None, Token | None]:
        slogan = self._slogans.find(frame, last)
        if slogan is not None:
            return slogan, None
        if is_title(self._document, frame, self._verbs):
            self.titles.append(frame.marked)
            return None, None
        within = any(
            s.holds(frame.marked.start, frame.marked.end)
            for s in self._told
            if s.kind != "belief" and not s.is_cued_within(frame.marked.start, frame.marked.end)
        )
        if within and frame.gap[-1:] not in {":", ","} and not frame.content[:1].isupper():
            return None, None  # words within a clause that is told already
        if self._verdicts.is_near(frame) and (named := self._verdicts.find(frame)) is not None:
            return named
        cue = self._cue(frame)
        if cue is not None:
            saying = self._with_cue(frame, cue)
            if saying is not None:
                return saying, cue
        if within:
            return None, None
        if (said := self._phrases.find(frame)) is not None:
            return said, None
        named = self._verdicts.find(frame)
        if named is not None:
            return named
        return self._uncued.find(frame, last), None

    def _cue(self, frame: Frame) -> Token | None:
        document, verbs = self._document, self._verbs
        whole = frame.gap[-1:] == "," and frame.content.rstrip()[-1:] in {".", "?", "!"}
        if frame.gap.endswith(":") or whole or is_after_cue(frame, verbs):
            return cue_before(document, frame, verbs) or cue_after(document, frame, verbs)
        return cue_after(document, frame, verbs) or cue_before(document, frame, verbs)

    def _with_cue(self, frame: Frame, cue: Token) -> Saying | None:
        document = self._document
        passive = any(t.dep == "auxpass" for t in document.children(cue.index))
        if passive and cue.lemma in self._verbs.naming:
            return None
        subject = self._subject(frame, cue)
        message = self._message(frame)
        sources: list[Source] = []
        relays = []
        if message is not None:
            teller = self._speakers.name(subject) if subject is not None else None
            relays = [teller] if teller is not None else []
            sources = [nobody(message)]
        elif (said := self._phrases.passed_on(frame)) is not None:
            teller = self._speakers.name(subject) if subject is not None else None
            relays = [teller] if teller is not None else []
            sources = [said]
        elif subject is not None and (source := self._speakers.name(subject)) is not None:
            if self._is_person_like(subject):
                sources = [source]
                relays = relays_of(document, cue, self._speakers, self._verbs.media, self._around)
        elif subject is not None and subject.text == "I" and self._around.top_at(cue.start) is None:
            sources = [self._speakers.author(subject)]
        elif subject is not None and subject.text.casefold() in {"i", "we"}:
            return None
        group = self._verbs.forms["quote"].get(cue.lemma)
        stance: Stance = group.stance if group else "states"
        if not sources and not sentence_like(frame):
            return None
        if sources and sources[0].withheld and self._is_unknown(subject):
            sources = []
        pieces = () if message is not None else self._fragments.inserted(frame, cue, subject)
        piece = None if message is not None else self._fragments.around(frame, cue, subject)
        if not pieces and piece is not None:
            pieces = (piece,)
        return Saying(
            kind="mixed" if pieces else "direct",
            stance=stance,
            pieces=pieces or ((frame.marked.start, frame.marked.end),),
            sources=tuple(sources),
            relays=tuple(relays),
            cue=(cue.start, cue.end),
            medium=self._around.medium(cue, self._verbs.media) or self._loud(frame, message),
            rule="quotes.direct.cue",
        )

    def _is_unknown(self, subject: Token | None) -> bool:
        return subject is not None and self._speakers.is_unknown(subject)

    def _loud(self, frame: Frame, message: Token | None) -> str | None:
        if message is None:
            return None
        words = " ".join(t.text.casefold() for t in frame.left)
        return medium_in(words, self._verbs.media)

    def _message(self, frame: Frame) -> Token | None:
        """ "… the order came through a loudspeaker: "…": words of nobody in particular."""
        if not frame.gap.endswith(":"):
            return None
        for token in reversed(frame.left):
            if token.pos in {"VERB", "AUX"} and token.dep not in {"relcl", "acl", "aux", "auxpass"}:
                subject = self._document.child(token.index, "nsubj", "nsubjpass")
                if subject is not None and subject.lemma in self._verbs.messages:
                    return subject
                return None
        return None

    def _subject(self, frame: Frame, cue: Token) -> Token | None:
        """Who speaks: by the syntax where it holds, else the noun beside the cue."""
        document = self._document
        token = self._speakers.subject(cue)
        outside = token is not None and not (
            frame.marked.outer_start <= token.start < frame.marked.outer_end
        )
        if (
            outside
            and token is not None
            and self._around.top_at(token.start) is self._around.top_at(cue.start)
        ):
            return token
        side = frame.right if any(t.index == cue.index for t in frame.right) else frame.left
        after = [t for t in side if t.index > cue.index]
        before = [t for t in side if t.index < cue.index]
        if (apart := before_insertion(before)) is not None:
            return apart
        at = next((n for n, t in enumerate(before) if t.pos == "ADP"), None)
        if cue.pos == "NOUN" and at:
            before = before[:at]  # "a voice in the film states": taken for a noun of the film
        for t in reversed(before):
            beside = t.index == cue.index - 1 and (t.pos == "PROPN" or cue.pos == "NOUN")
            if beside or (
                t.pos in {"NOUN", "PROPN", "PRON"} and t.dep not in {"compound", "pobj", "dobj"}
            ):
                return t
        # "said the nurse": the noun after the verb, if nothing but its own words comes between
        for t in after[:12]:
            following = document.tokens[t.index + 1] if t.index + 1 < len(document.tokens) else t
            if (
                t.pos == "NOUN"
                and following.pos == "PROPN"
                and (t.head in {following.head, document.head(following).head})
            ):
                continue  # "grinned coach Ana Roa": taken for two objects
            if t.pos in {"NOUN", "PROPN", "PRON"} and t.dep not in {"compound", "nmod", "poss"}:
                return t
            if t.pos in {"VERB", "ADP", "PUNCT", "SCONJ"} and t.tag != "HYPH":
                break
        return None

    def _is_person_like(self, subject: Token) -> bool:
        return subject.text.casefold() not in {"film", "book", "song", "play"}

    # --- quotations in quotations ---------------------------------------------------------------

    def _with_inner(self, found: list[Saying]) -> list[Saying]:
        """Add inner quotations; what introduces them with a colon leaves the outer content."""
        result: list[Saying] = []
        for saying in found:
            pieces = list(saying.pieces)
            inner: list[Saying] = []
            for start, end in saying.pieces:
                low = bisect_right(self._inner, start, key=lambda m: m.start)
                high = bisect_right(self._inner, end, key=lambda m: m.start)
                for marked in self._inner[low:high]:
                    outer = self._around.top_at(marked.start)
                    if outer is None:
                        continue
                    frame = frame_of(self._document, marked, self._inner, outer)
                    cue = self._cue(frame)
                    nested = self._with_cue(frame, cue) if cue is not None else None
                    if nested is None or cue is None:
                        continue
                    nested = replace(
                        nested, kind="direct", pieces=((marked.start, marked.end),),
                        rule="quotes.direct.inner",
                    )  # fmt: skip
                    inner.append(nested)
                    if frame.gap[-1:] != ":" and cue.end <= marked.outer_start:
                        continue  # "He told me, 'Wait,'": part of the words
                    if cue.end > marked.outer_start and any(t.pos in _NAMING for t in frame.left):
                        continue  # "They yelled 'Help us!' as they ran": part of a sentence
                    words = (*frame.left, *frame.right)
                    if cue.dep in _INNER or any(t.index == cue.head != cue.index for t in words):
                        continue  # "When the firm says 'no', I wonder": part of a sentence
                    before = any(t.index == cue.index for t in frame.left)
                    words = frame.left if before else (*frame.left, *frame.right)
                    begin = min([marked.outer_start, *(t.start for t in words)])
                    finish = max([marked.outer_end, *(t.end for t in words)])
                    pieces = [p for piece in pieces for p in self._without(piece, begin, finish)]
            if inner and tuple(pieces) != saying.pieces:
                # the whole stays a scope: the inner words are the outer speaker's report
                result.append(replace(saying, record=False))
                if pieces:
                    result.append(replace(saying, pieces=tuple(pieces)))
            else:
                result.append(saying)
            result.extend(inner)
        return result

    def _without(self, piece: tuple[int, int], low: int, high: int) -> list[tuple[int, int]]:
        start, end = piece
        if high <= start or low >= end:
            return [piece]
        text = self._document.text
        rest = []
        for first, last in ((start, low), (high, end)):
            a, b = first, last
            while a < b and (text[a].isspace() or text[a] in ",.;:"):
                a += 1
            while a < b and text[b - 1].isspace():
                b -= 1
            if sum(ch.isalpha() for ch in text[a:b]) > 2:
                rest.append((a, b))
        return rest


def _is_nickname(document: Document, marked: Marked) -> bool:
    """Whether one word in marks stands in a name: Ana "Duchess" Roa."""
    inside = document.tokens_in(marked.start, marked.end)
    before = document.token_at(marked.outer_start - 2) if marked.outer_start > 1 else None
    after = document.token_at(marked.outer_end + 1)
    return (
        len(inside) == 1
        and before is not None
        and after is not None
        and inside[0].text[:1].isupper()
        and before.pos == "PROPN"
        and after.pos in {"PROPN", "NOUN"}
        and after.text[:1].isupper()
        and before.sentence == after.sentence
    )
