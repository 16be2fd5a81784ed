"""Clauses told by verbs of speech where the parser lost them: read by the order of words alone."""

from __future__ import annotations

from reportedly.find.quotes.contents import Contents
from reportedly.find.quotes.context import Setting
from reportedly.find.quotes.edges import Piece, past_dateline, trimmed
from reportedly.parse import Token

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OPENS = frozenset({"DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM"})
_TAKEN_FOR_VERBS = frozenset({"VBG", "VB"})  # "said taxing bread …", "said presumptive heirs …"
_TAIL = 12  # words after a verb of speech that ends its sentence: "said in a statement on Monday"
_LEAST = 4  # words of a clause
_MARKS = frozenset("\"“”'‘’")


class Order:
    """Finds such clauses in one parsed article."""

    def __init__(self, setting: Setting, contents: Contents) -> None:
        self._document = setting.document
        self._speakers = setting.speakers
        self._contents = contents

    def find(self, verb: Token) -> tuple[Piece, str] | None:
        """The clause before or after a verb of speech, and on which side it stands."""
        if not self._is_finite(verb) or self._contents.inside(verb.start):
            return None
        before = self._before(verb)
        if before is not None:
            return before, "ordered-before"
        after = self._after(verb)
        return (after, "ordered-after") if after is not None else None

    def _is_finite(self, verb: Token) -> bool:
        children = self._document.children(verb.index)
        if any(t.dep in {"auxpass", "neg"} for t in children):
            return False
        has = any(t.dep == "aux" and t.lemma == "have" for t in children)
        return verb.tag in _FINITE or (verb.tag == "VBN" and has)

    def _before(self, verb: Token) -> Piece | None:  # noqa: PLR0911  # one exit a doubt
        """ "It rained, but nobody left, said the clinic's head, Ana Roa."."""
        document = self._document
        sentence = document.sentences[verb.sentence]
        subject = self._speakers.subject(verb)
        if subject is None or subject.sentence != verb.sentence:
            return None
        first = min(verb.index, document.subtree(subject.index)[0].index)
        if subject.index > verb.index:
            first = verb.index
        comma = document.tokens[first - 1] if first > sentence.first else None
        if comma is None or comma.text != ",":
            return None
        rest = document.tokens[max(verb.index, subject.index) + 1 : sentence.last]
        if self._is_clause(rest) and len(rest) > 0 and rest[0].text != ",":
            return None
        if len(rest) > _TAIL and rest[0].text != ",":
            return None
        start = past_dateline(document.text, sentence.start, sentence.start)
        inside = document.tokens_in(start, comma.start)
        opens = inside[0] if inside else None
        if opens is None or opens.pos in {"ADP", "SCONJ", "CCONJ"} or opens.tag in {"VBG", "VBN"}:
            return None  # "As he left, Roa said": no clause of its own
        if len(inside) < _LEAST or not self._is_clause(inside) or self._is_quoted(inside):
            return None
        if self._told_by_another(inside):
            return None
        return trimmed(document.text, start, comma.start)

    def _after(self, verb: Token) -> Piece | None:
        """ "Roa said taxing bread helps nobody": from the word after the verb."""
        document = self._document
        sentence = document.sentences[verb.sentence]
        rest = document.tokens[verb.index + 1 : sentence.last]
        if len(rest) <= _LEAST:
            return None
        subject = self._speakers.subject(verb)
        inside = document.tokens[sentence.first : verb.index]
        if subject is None or subject.sentence != verb.sentence or subject.index > verb.index:
            return None  # "…," said Roa, who left: the words stand before
        if inside and (inside[-1].text[:1] in _MARKS or verb.dep in {"relcl", "acl"}):
            return None
        first = rest[0]
        if first.text.casefold() == "that":
            rest = rest[1:]
        elif verb.lemma != "say" or not (first.pos in _OPENS or first.tag in _TAKEN_FOR_VERBS):
            return None
        if not self._is_clause(rest) or self._is_quoted(rest[:1]):
            return None
        return self._contents.trim(rest[0].start, rest[-1].end)

    def _is_clause(self, tokens: tuple[Token, ...]) -> bool:
        """Whether words hold a finite verb outside relative clauses."""
        return any(
            (t.tag in _FINITE and t.dep not in {"relcl", "aux", "auxpass"})
            or (t.dep in {"aux", "auxpass"} and t.tag in _FINITE
                and self._document.head(t).dep != "relcl")
            for t in tokens
        )  # fmt: skip

    def _is_quoted(self, tokens: tuple[Token, ...]) -> bool:
        return any(t.text[:1] in _MARKS and len(t.text) < 3 for t in tokens)

    def _told_by_another(self, tokens: tuple[Token, ...]) -> bool:
        """Whether another verb of speech leads the words: they are told already."""
        return any(t.lemma == "say" and t.pos == "VERB" for t in tokens)
