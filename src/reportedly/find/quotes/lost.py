"""Clauses that the parser lost or hung elsewhere, told by a cue that the order of words shows."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.quotes.contents import Contents
from reportedly.find.quotes.context import Setting
from reportedly.find.quotes.edges import Piece, past_dateline
from reportedly.parse import Token

_CLOSING = frozenset("\"”'’»")
_MARKS = frozenset("\"“”'‘’«»")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_FAR = 14  # words between a verb and the colon after which its clause stands
_LEAST = 10  # characters of a clause
_REST = 2  # words after marks that are no part of a clause


class Lost:
    """Finds such clauses in one parsed article."""

    def __init__(self, setting: Setting, contents: Contents) -> None:
        self._document = setting.document
        self._speakers = setting.speakers
        self._verbs = setting.verbs
        self._surroundings = setting.surroundings
        self._contents = contents

    def lent(self, verb: Token, complement: Token | None, children: Sequence[Token]) -> list[Piece]:
        """A clause that the parser hung on the outer verb: "said a nurse told her | it closed"."""
        document = self._document
        thing = next((t for t in children if t.dep == "dobj" and t.index > verb.index), None)
        if (
            complement is not None
            or verb.dep != "ccomp"
            or thing is None
            or verb.lemma in self._verbs.light
        ):
            return []
        end = document.subtree(verb.index)[-1].index
        for other in document.children(verb.head):
            if other.dep == "ccomp" and other.index > verb.index:
                inside = document.subtree(other.index)
                has_subject = any(
                    t.dep in {"nsubj", "nsubjpass"} for t in document.children(other.index)
                )
                if inside[0].index == end + 1:
                    start = inside[0].start if has_subject else self._contents.subtree(thing)[0]
                    return [self._contents.trim(start, inside[-1].end)]
        return []

    def before_phrase(self, verb: Token) -> list[Piece]:
        """The clause before a final "its lawyers let it be known"."""
        subject = self._speakers.subject(verb)
        sentence = self._document.sentences[verb.sentence]
        if subject is None or subject.sentence != verb.sentence or subject.index > verb.index:
            return []
        limit = self._document.subtree(subject.index)[0].start
        if self._document.text[sentence.start : limit].rstrip()[-1:] not in {",", "”", '"'}:
            return []
        start, end = self._contents.trim(sentence.start, limit)
        return [(start, end)] if end - start > _LEAST else []

    def up_to(self, token: Token) -> list[Piece]:
        """The sentence before a final "according to …", some of it in marks."""
        sentence = self._document.sentences[token.sentence]
        before = self._document.text[sentence.start : token.start].rstrip()
        marked = self._surroundings.top_at(sentence.start + 1)
        ended = before[-1:] in _CLOSING or (marked is not None and before[-1:] == ",")
        if not ended or self._contents.inside(token.start):
            return []
        start = past_dateline(self._document.text, sentence.start, sentence.start)
        if self._contents.inside(start + 1) and (
            marked is None or len(self._document.tokens_in(marked.outer_end, token.start)) <= _REST
        ):
            return []  # the marks hold all of it: a quotation by itself
        start, end = self._contents.trim(start, token.start)
        return [(start, end)] if start < end else []

    def after_colon(self, verb: Token) -> list[Piece]:
        """ "told the paper something else: she saw two men": a clause after a colon."""
        document = self._document
        sentence = document.sentences[verb.sentence]
        following = document.tokens[verb.index + 1 : sentence.last]
        colon = next((t for t in following if t.text == ":"), None)
        if colon is None or colon.index - verb.index > _FAR or self._contents.inside(colon.start):
            return []
        between = document.tokens[verb.index + 1 : colon.index]
        rest = document.tokens[colon.index + 1 : sentence.last]
        if any(t.tag in _FINITE for t in between) or not any(t.tag in _FINITE for t in rest):
            return []
        if rest[0].text[:1] in _MARKS or not rest[0].text[:1].islower():
            return []  # "He gave two reasons: The road is old": a sentence of its own
        if self._contents.inside(verb.start):
            return []
        return [self._contents.trim(rest[0].start, rest[-1].end)]

    def after_that(  # noqa: PLR0911  # one exit a doubt
        self, verb: Token, last: Token | None = None
    ) -> list[Piece]:
        """What follows ", citing the minister, that" where the parser lost the clause.

        `last` ends the words that speak with the verb: "let it be *known* that".
        """
        document = self._document
        if verb.lemma in self._verbs.light:
            return []
        sentence = document.sentences[verb.sentence]
        tokens = document.tokens
        start = (last or verb).index + 1
        for i in range(start, min(sentence.last - 1, verb.index + 14)):
            token = tokens[i]
            if token.dep == "det" and token.text == "that":
                continue  # "responded to that tweet"
            if (token.text == "that" and tokens[i - 1].pos != "VERB") or (
                token.text == "that" and i == start
            ):
                following = tokens[i + 1]
                if following.pos in {"VERB", "AUX", "PUNCT", "ADV"} or following.text[:1] in '“"':
                    return []
                if not any(t.pos in {"VERB", "AUX"} for t in tokens[i + 1 : sentence.last]):
                    return []
                if self._contents.inside(token.start) != self._contents.inside(verb.start):
                    return []
                return [self._contents.trim(following.start, tokens[sentence.last - 1].end)]
            passed = token.lemma in self._verbs.citing or token.tag == "VBN"
            if token.pos in {"VERB", "AUX"} and not passed:
                return []
            if token.text in {";", ":", "."}:
                return []
        return []
