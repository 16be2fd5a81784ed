"""Quotations without a verb of speech beside them: a speech that goes on, words after a colon."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.quotes.frames import Frame, is_whole, sentence_like
from reportedly.find.quotes.lexicon import ReportingVerbs
from reportedly.find.quotes.running_on import Before, RunningOn
from reportedly.find.quotes.saying import Saying, Source
from reportedly.find.quotes.speakers import Speakers
from reportedly.parse import Document, Token

_STOPS = frozenset(".!?")
_HEADING = 8  # words
_SENTENCE = 8  # words of a sentence in marks that is a quotation wherever it stands
_BREAK = 2  # line breaks between two paragraphs
_APART = 250  # characters between two pieces of one quotation
_BRACKETS = frozenset("[(")  # open a credit after a quotation: "[Harbour Post]"
_DASHES = frozenset({"-", "–", "—", "―", "--"})
_CREDITED = frozenset({"PROPN", "DET", "NOUN"})
_CREDIT = 25  # words of a credit after a dash
_NAMES = frozenset({"PROPN", "PUNCT", "CCONJ"})
_MAIN = frozenset({"ROOT", "conj", "ccomp", "parataxis"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


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
        self._running_on = RunningOn(document)

    def find(  # noqa: PLR0911  # one exit a doubt
        self, frame: Frame, last: Before | None
    ) -> Saying | None:
        """A speech that goes on; else words without a speaker if they are whole sentences."""
        text = self._document.text
        colon = bool(frame.left) and (frame.gap.endswith(":") or self._after_paper(frame))
        if frame.left and not colon:
            return self._running_on.in_clause(frame, last) or self._alone(frame)
        if not colon and (saying := self._credited(frame)) is not None:
            return saying
        credited = colon and bool(frame.right) and frame.right[0].text in _BRACKETS
        if not credited and not self._ends(frame) and any(t.pos != "PUNCT" for t in frame.right):
            return self._running_on.find(frame, last)
        spoken = last is not None and last[0].kind in {"direct", "mixed"}
        at = frame.marked.outer_start
        follows = spoken and last is not None and not self._running_on.parted(last[1], at)
        if not (
            is_whole(frame) or (colon and (sentence_like(frame) or self._is_message(frame)))
        ) and not (
            follows
            and last is not None
            and "\n" not in text[last[1].marked.outer_end : frame.marked.outer_start]
        ):
            return None
        if not colon and self._is_heading(frame):
            return None
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
        cut_in = last is not None and self._another_acts(last[1], last[2])
        source = None if cut_in else self._speaker_before(frame, last)
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

    def _is_message(self, frame: Frame) -> bool:
        """ "The rally had one message: “Go home.”": words of any length after a word for them."""
        words = [t for t in frame.left if t.pos != "PUNCT"]
        named = bool(words) and words[-1].lemma in self._verbs.messages
        return named and frame.content.rstrip()[-1:] in _STOPS

    def _ends(self, frame: Frame) -> bool:
        """Whether a question in marks ends its sentence: "“Who pays?” The hall was full"."""
        first = frame.right[0] if frame.right else None
        if first is None or frame.content.rstrip()[-1:] not in {"?", "!"}:
            return False
        opens = first.index == self._document.sentences[first.sentence].first
        return opens and first.text[:1].isupper()

    def _is_heading(self, frame: Frame) -> bool:
        """Whether a few words in single marks are a line of their own: a heading in the text."""
        text, marked = self._document.text, frame.marked
        alone = not text[text.rfind("\n", 0, marked.outer_start) + 1 : marked.outer_start].strip()
        after = text[marked.outer_end :].split("\n", 1)[0].strip()
        single = text[marked.outer_start] in "'‘"
        return alone and single and not after and len(frame.content.split()) <= _HEADING

    def _speaker_before(self, frame: Frame, last: Before | None) -> Source | None:
        """Who spoke right before a quotation, in marks, told, or in a sentence that leads to it."""
        text = self._document.text
        source: Source | None = None
        if last is not None and last[0].kind in {"direct", "mixed"}:
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
        return self._of_sentence_before(frame, last) or source

    def _credited(self, frame: Frame) -> Saying | None:
        """ "“Nobody waits in the rain.” — Ana Roa, head of the port": a name after a dash."""
        dash = frame.right[0] if frame.right else None
        if dash is None or dash.text not in _DASHES or not is_whole(frame):
            return None
        named = [t for t in frame.right if t.start > dash.start]
        if not named or named[0].pos not in _CREDITED or len(named) > _CREDIT:
            return None
        if any(t.dep == "ROOT" and t.pos in {"VERB", "AUX"} for t in named):
            return None  # "“It holds” — the mayor disagrees"
        first = next((t for t in named if t.pos in {"NOUN", "PROPN"} and t.dep != "compound"), None)
        source = self._speakers.name(first) if first is not None else None
        if source is None:
            return None
        return Saying(
            kind="direct",
            stance="states",
            pieces=((frame.marked.start, frame.marked.end),),
            sources=(source,),
            relays=(),
            cue=(dash.start, dash.end),
            medium=None,
            rule="quotes.direct.credited",
        )

    def _alone(self, frame: Frame) -> Saying | None:
        """Whole sentences in marks after words that do not lead to them: nobody's quotation.

        "LATE BUSES "Nobody waits for them in the rain any more.""
        """
        content = frame.content.strip()
        if len(content.split()) < _SENTENCE or not content.lstrip("[(")[:1].isupper():
            return None
        if content.rstrip("'’")[-1:] not in _STOPS:
            return None
        return Saying(
            kind="direct",
            stance="states",
            pieces=((frame.marked.start, frame.marked.end),),
            sources=(),
            relays=(),
            cue=None,
            medium=None,
            rule="quotes.direct.alone",
        )

    def _after_paper(self, frame: Frame) -> bool:
        """ "Roa issued a statement, “We are safe.”": whole words right after a paper or a word."""
        words = [t for t in frame.left if t.pos != "PUNCT"]
        if frame.gap != "," or not words or not is_whole(frame):
            return False
        noun = words[-1]
        tells = noun.lemma in self._verbs.papers or noun.lemma in self._verbs.nouns
        return (
            tells and noun.dep == "dobj" and self._document.head(noun).lemma in self._verbs.issuing
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
        if (name := self._after_dash(frame)) is not None:
            return self._speakers.name(name)
        paper = next(
            (t for t in reversed(words)
             if t.lemma in self._verbs.nouns or t.lemma in self._verbs.papers), None
        )  # fmt: skip
        if paper is not None:
            return self._of_paper(paper)
        if words and not any(t.pos in {"VERB", "AUX"} for t in words) and words[-1].pos == "PROPN":
            return self._speakers.name(words[-1])  # "Mayor Ana Roa: "…""
        verbs = [t for t in words if t.pos == "VERB" and t.dep in _MAIN]
        subject = self._speakers.subject(verbs[-1]) if verbs else None
        source = self._speakers.name(subject) if subject is not None else None
        person = source is not None and (source.kind != "anonymous" or source.entity_id is not None)
        if not person or subject is None or self._speakers.is_unknown(subject):
            return None
        return source

    def _after_dash(self, frame: Frame) -> Token | None:
        """The first of only names after the last dash: "LOCAL NEWS - Ana Roa and Omar Sel: "…""."""
        dash = next((n for n, t in enumerate(reversed(frame.left)) if t.text in _DASHES), None)
        named = frame.left if dash is None else frame.left[len(frame.left) - dash :]
        if not all(t.pos in _NAMES for t in named):
            return None
        return next((t for t in named if t.pos == "PROPN" and t.dep != "compound"), None)

    def _of_paper(self, paper: Token) -> Source | None:
        """Whose paper or word it is: "a note of the mayor's: "…"", "issued a statement: "…""."""
        owner = self._document.child(paper.index, "poss")
        of = next(
            (t for t in self._document.children(paper.index)
             if t.lemma in {"of", "by", "from"} and t.dep in {"prep", "agent"}), None
        )  # fmt: skip
        who = owner or (self._document.child(of.index, "pobj") if of is not None else None)
        if who is not None:
            return self._speakers.name(who)
        author = self._speakers.name(paper)
        return author if author is not None and author.kind != "anonymous" else None

    def is_rest(self, last: Before, frame: Frame) -> bool:
        """ "The risk," said Roa, the head of the port, "is real": one sentence in two pieces."""
        saying, earlier, cue = last
        if cue is None or not earlier.marked.outer_end <= cue.start < frame.marked.outer_start:
            return False
        between = self._document.text[earlier.marked.outer_end : frame.marked.outer_start]
        following = self._document.tokens_in(cue.end, frame.marked.outer_start)
        if any(
            t.tag == "VBG" and self._verbs.speaks(t.lemma)
            and self._document.tokens[t.index - 1].text == ","
            for t in following
        ):  # fmt: skip
            return False  # "…," Roa said, noting that he, for one, "goes home"
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
        if self._another_acts(earlier, earlier_cue):
            return False
        if cue is not None and earlier_cue is not None:
            return cue.index == earlier_cue.index
        return (
            saying.cue is None
            and bool(saying.sources or "\n" not in between)
            and saying.sources == before.sources
            and not self._running_on.parted(earlier, min(saying.start, frame.marked.outer_start))
        )

    def _another_acts(self, earlier: Frame, cue: Token | None) -> bool:
        """ "“…,” Roa said, and her aide cut in. “…”": a clause of somebody else's after the cue."""
        if cue is None:
            return False
        return any(
            t.dep == "conj" and t.head == cue.index and t.tag in _FINITE
            and (subject := self._document.child(t.index, "nsubj")) is not None
            and subject.index > cue.index
            for t in earlier.right
        )  # fmt: skip
