"""Words in marks within what somebody does: "pushed his promise of “cheap and safe ferries”"."""

from __future__ import annotations

from reportedly.find.quotes.context import Setting
from reportedly.find.quotes.edges import Piece, trimmed
from reportedly.find.quotes.frames import Frame
from reportedly.find.quotes.saying import Saying, Source
from reportedly.parse import Token

_PHRASE = 3  # words; fewer are most often a term or a doubt of the outlet's own: "super PACs"
_LEAST = 2  # words where a stop within the marks closes them
_HELD = frozenset({"ADJ", "NOUN", "PROPN"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_STOPS = frozenset(",.!?")
_COPULAS = frozenset({"be", "become", "remain", "seem"})
_LOOSE = frozenset({"advcl", "npadvmod"})
_OPENING = frozenset({"prep", "prt", "mark"})


class Adopted:
    """Reads words in marks of which nothing tells whose they are but who acts in their clause.

    The last resort: only for words that no other rule reads. They are recorded as a belief without
    a scope: what somebody wants, backs or pursues in these words, and asserts nothing.
    """

    def __init__(self, setting: Setting) -> None:
        self._document = setting.document
        self._speakers = setting.speakers
        self._around = setting.surroundings
        self._papers = setting.verbs.papers | setting.verbs.findings

    def find(self, frame: Frame) -> Saying | None:
        """All that the verb takes in whose complement the words stand, and who does it.

        Nobody's where the clause names nobody: "was known for “long and loud evenings”".
        """
        verb = self._verb(frame) if self._is_phrase(frame) else None
        if verb is None:
            return None
        subject = self._speakers.subject(verb)
        nobody = subject is None or verb.lemma in _COPULAS
        source = None if subject is None or nobody else self._doer(subject, verb)
        if source is None and not (nobody and self._is_long(frame)):
            return None
        return Saying(
            kind="belief",
            stance="states",
            pieces=(self._piece(frame, verb),),
            sources=(source,) if source is not None else (),
            relays=(),
            cue=(verb.start, verb.end),
            medium=None,
            rule="quotes.direct.adopted" if source is not None else "quotes.direct.adopted-alone",
            scoped=False,
            minor=True,
        )

    def _is_phrase(self, frame: Frame) -> bool:
        """Whether the words are a phrase in lower case that ends its part of the sentence.

        Not "the “free and easy” crowd": a name, or a doubt of the outlet's own.
        """
        content = frame.content.strip()
        closed = content[-1:] in _STOPS
        counted = content[:1].isdigit() and content == content.lower()
        if not (content[:1].islower() or counted) or not (closed or self._is_long(frame)):
            return False
        following = frame.right[0] if frame.right else None
        long_enough = len(content.split()) >= _LEAST
        return long_enough and (closed or following is None or following.pos not in _HELD)

    def _is_long(self, frame: Frame) -> bool:
        return len(frame.content.split()) >= _PHRASE

    def _verb(self, frame: Frame) -> Token | None:
        """The nearest verb before the marks on which the words in them hang."""
        root = self._document.root_of(frame.marked.start, frame.marked.end)
        if root is None:
            return None
        for token in self._document.ancestors(root.index):
            if token.sentence != root.sentence:
                return None
            if token.pos == "VERB" and token.end <= frame.marked.outer_start:
                return token if token.dep != "amod" else None
        return None

    def _doer(self, subject: Token, verb: Token) -> Source | None:
        """Who does it, if a person, a body or a group that the article knows, or a paper."""
        source = self._speakers.name(subject)
        if source is None or self._around.is_own(source.name):
            return None
        known = source.entity_id is not None or source.kind == "named"
        paper = subject.lemma in self._papers and verb.tag in _FINITE
        return source if known or paper else None

    def _piece(self, frame: Frame, verb: Token) -> Piece:
        """What the verb takes, without the small words before it: "waxed | about “joint work”"."""
        document, marked = self._document, frame.marked
        after = [
            t
            for t in document.subtree(verb.index)
            if t.index > verb.index and t.sentence == verb.sentence and t.pos != "PUNCT"
        ]
        first = next((t for t in after if t.dep not in _OPENING), after[0])
        start = min(first.start, marked.start)
        opening = self._around.opens_before(start)
        start = start if opening is None else opening
        if frame.content.rstrip()[-1:] in _STOPS:
            return start, marked.outer_end
        apart = self._apart(frame, verb)
        within = [t for t in after if t.index not in apart]
        while within and within[-1].pos == "CCONJ":
            within.pop()
        end = trimmed(document.text, start, within[-1].end)[1] if within else marked.outer_end
        held = self._around.top_at(end - 1)
        end = held.outer_end if held is not None and held.closed else end
        return start, max(end, marked.outer_end)

    def _apart(self, frame: Frame, verb: Token) -> frozenset[int]:
        """Clauses after the marks that are no part: "backed “cheap fares” | and sold the quay"."""
        return frozenset(
            t.index
            for child in self._document.children(verb.index)
            if child.start >= frame.marked.outer_end
            and (child.dep in _LOOSE or (child.dep == "conj" and child.pos == "VERB"))
            for t in self._document.subtree(child.index)
        )
