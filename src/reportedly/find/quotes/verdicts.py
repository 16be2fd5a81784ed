"""Words in marks within somebody's verdict: "called him “a liar”"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.find.quotes.context import Surroundings
from reportedly.find.quotes.fragments import Fragments
from reportedly.find.quotes.frames import Frame
from reportedly.find.quotes.lexicon import ReportingVerbs
from reportedly.find.quotes.saying import Saying, Source
from reportedly.find.quotes.speakers import Speakers
from reportedly.parse import Document, Token

_FEW = 12  # words of a name or verdict
_FAR = 25  # tokens before the marks in which its verb stands
_NEAR = 6  # tokens before the marks in which a verb stands that the syntax lost
_TAKEN = frozenset({"dobj", "oprd", "nsubj", "dative"})
_ASKED = frozenset({"for", "on", "upon"})
_RELATIVE = frozenset({"who", "which", "that"})


class Verdicts:
    """Reads such words in one parsed article."""

    def __init__(
        self,
        document: Document,
        speakers: Speakers,
        verbs: ReportingVerbs,
        surroundings: Surroundings,
        fragments: Fragments,
        *,
        told: Sequence[Saying],
    ) -> None:
        self._document = document
        self._speakers = speakers
        self._verbs = verbs
        self._around = surroundings
        self._fragments = fragments
        self._told = {s.cue[0] for s in told if s.cue is not None}
        self._by_end = {s.end: s.sources[0] for s in told if s.sources}

    def is_near(self, frame: Frame) -> bool:
        """Whether the nearest verb before a few words in marks gives a name: "called it "late""."""
        if frame.gap[-1:] in {":", ","} or len(frame.content.split()) > _FEW:
            return False
        nearest = next((t for t in reversed(frame.left) if self._is_verb(t)), None)
        return nearest is not None and nearest.lemma in self._verbs.naming

    def find(self, frame: Frame) -> tuple[Saying, Token] | None:
        """The verdict that holds a few words in marks, and its verb."""
        for token in reversed(frame.left[-_FAR:]):
            if not self._is_verb(token) or token.lemma in self._verbs.vague:
                continue
            if token.lemma not in self._verbs.naming and not self._verbs.speaks(token.lemma):
                if any(
                    t.lemma in self._verbs.naming for t in self._document.ancestors(token.index)
                ):
                    continue  # "called a report suggesting favours "outrageous""
                return None
            return self._of_verb(frame, token)
        return None

    def _of_verb(self, frame: Frame, verb: Token) -> tuple[Saying, Token] | None:
        if frame.gap[-1:] == ":":
            return None
        if any(t.dep == "auxpass" for t in self._document.children(verb.index)):
            return self._of_passive(frame, verb)
        source = self._source(frame, verb)
        if source is None or self._around.is_own(source.name) or not self._hangs(frame, verb):
            return None
        subject = self._speakers.subject(verb)
        piece = self._fragments.around(frame, verb, subject)
        if piece is None and verb.lemma not in self._verbs.naming and verb.start not in self._told:
            piece = self._fragments.from_verb(frame, verb)
        saying = Saying(
            kind="mixed",
            stance="states",
            pieces=(piece or (frame.marked.start, frame.marked.end),),
            sources=(source,),
            relays=(),
            cue=(verb.start, verb.end),
            medium=self._around.medium(verb, self._verbs.media),
            rule="quotes.direct.verdict",
        )
        return saying, verb

    def _of_passive(self, frame: Frame, verb: Token) -> tuple[Saying, Token] | None:
        """ "The plan was called “late” by the mayor": what is called, and how."""
        document = self._document
        by = next((t for t in frame.right[:_NEAR] if t.lemma == "by"), None)
        who = document.child(by.index, "pobj") if by is not None else None
        subject = document.child(verb.index, "nsubjpass")
        source = self._speakers.name(who) if who is not None else None
        if source is None or subject is None or not self._hangs(frame, verb):
            return None
        inside = document.subtree(subject.index)
        saying = Saying(
            kind="mixed",
            stance="states",
            pieces=(
                (inside[0].start, inside[-1].end),
                (frame.marked.outer_start, frame.marked.outer_end),
            ),
            sources=(source,),
            relays=(),
            cue=(verb.start, verb.end),
            medium=None,
            rule="quotes.direct.verdict",
        )
        return saying, verb

    def _is_verb(self, token: Token) -> bool:
        return token.pos == "VERB" and token.dep != "amod" and not self._asks_for(token)

    def _asks_for(self, verb: Token) -> bool:
        """ "urged those calling for a vote to “wait”": a verb that gives no name here."""
        children = self._document.children(verb.index)
        asks = any(t.dep == "prep" and t.lemma in _ASKED for t in children)
        return verb.lemma == "call" and asks and not any(t.dep == "dobj" for t in children)

    def _source(self, frame: Frame, verb: Token) -> Source | None:
        """Whose verdict it is; None where the verb has no subject or is a passive participle."""
        subject = self._speakers.subject(verb)
        if verb.dep not in {"acl", "relcl"}:
            return self._speakers.name(subject) if subject is not None else None
        head = self._document.head(verb)
        if subject is not None and head.index < subject.index < verb.index:
            # "which Roa had called “late”"
            return self._not_antecedent(head, verb, self._speakers.name(subject))
        active = any(t.dep == "aux" for t in self._document.children(verb.index))
        if verb.tag == "VBN" and not active and not self._takes_object(frame, verb):
            return None  # "a plan called “late”"
        source = self._speakers.name(head)
        pronoun = self._document.child(verb.index, "nsubj")
        if source is not None and pronoun is not None and pronoun.lemma in _RELATIVE:
            return replace(source, start=pronoun.start, end=pronoun.end)  # "who called it “late”"
        return source

    def _not_antecedent(self, head: Token, verb: Token, source: Source | None) -> Source | None:
        """ "said he met Omar Sel, whom he called “late”": "he" is who speaks, and never Sel."""
        antecedent = self._speakers.name(head)
        opening = self._document.subtree(verb.index)[0]
        before = self._by_end.get(len(self._document.text[: opening.start].rstrip(" ,\u00a0")))
        if (
            source is None
            or before is None
            or antecedent is None
            or source.entity_id is None
            or source.entity_id != antecedent.entity_id
        ):
            return source
        return replace(before, start=source.start, end=source.end)

    def _takes_object(self, frame: Frame, verb: Token) -> bool:
        """ "One clerk called the plan “late”": taken for a participle, but with an object."""
        root = self._document.root_of(frame.marked.start, frame.marked.end)
        between = self._document.tokens_in(verb.end, frame.marked.outer_start)
        return any(
            t.dep in _TAKEN and t.pos in {"NOUN", "PROPN", "PRON"} and t is not root
            for t in between
        ) and not any(t.lemma == "by" for t in between)

    def _hangs(self, frame: Frame, verb: Token) -> bool:
        """Whether the words in marks hang on the verb, or stand right beside it."""
        root = self._document.root_of(frame.marked.start, frame.marked.end)
        if root is None or root.sentence != verb.sentence:
            return False
        if any(t.index == verb.index for t in self._document.ancestors(root.index)):
            return True
        words = [t for t in frame.left if t.index > verb.index]
        near = verb.lemma in self._verbs.naming and len(words) <= _NEAR
        return near and not any(t.pos in {"VERB", "AUX", "PUNCT"} for t in words)
