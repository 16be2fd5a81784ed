"""How a word leads to words in marks after it, by the order of words: "claims of “big gains”"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from reportedly.find.quotes.frames import Frame
from reportedly.find.quotes.lexicon import ReportingVerbs
from reportedly.parse import Document, Token

Form = Literal[
    "that", "clause", "term", "question", "infinitive", "preposition", "passive", "verdict",
    "order", "noun",
]  # fmt: skip

_THAT = 8  # words between such a word and its "that": "his comment on Monday that"
_CLAUSE = 5  # words between a verb and the pronoun that opens its clause
_PHRASE = 8  # words between a preposition and the marks
_JUDGED = 3  # words before the marks among which an "as" stands
_BESIDE = 3  # words after the marks among which "by" stands
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_VERBS = frozenset({"VERB", "AUX"})
_PARTING = frozenset({"VERB", "AUX", "PUNCT", "SCONJ"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i"})
_ASKING = frozenset({"how", "if", "what", "whether", "why"})
_NAMES = frozenset({"DET", "NOUN", "PROPN", "PRON", "ADJ", "PUNCT"})
_BE = frozenset({"be", "get"})


class Opening(NamedTuple):
    """In which form a word leads to words in marks, and where what it tells begins."""

    form: Form
    start: int


class Openings:
    """Finds how words lead to marks in one parsed article."""

    def __init__(self, document: Document, verbs: ReportingVerbs) -> None:
        self._document = document
        self._verbs = verbs

    def find(self, frame: Frame, cue: Token, rest: Sequence[Token]) -> Opening | None:
        """How `cue` leads to the marks after `rest`, the words between; None where it does not."""
        if cue.pos not in {"VERB", "NOUN"} or (cue.dep == "amod" and cue.tag != "VBN"):
            return None
        return (
            self._by_that(frame, cue, rest)
            or (self._by_noun(frame, cue, rest) if cue.pos == "NOUN" else None)
            or (self._by_verb(frame, cue, rest) if cue.pos == "VERB" else None)
        )

    def agent(self, frame: Frame, verb: Token) -> Token | None:
        """Who does it after "by": "seen by clerks as a “gift”", "known as “the gift” by clerks"."""
        after = [t for t in frame.left if t.index > verb.index]
        by = next((t for t in (*after, *frame.right[:_BESIDE]) if t.lemma == "by"), None)
        return self._document.child(by.index, "pobj") if by is not None else None

    def _by_that(self, frame: Frame, cue: Token, rest: Sequence[Token]) -> Opening | None:
        """ "asserts that the pier is “late”", "her comment on Monday that “it is late”"."""
        verbs = self._verbs
        noun = cue.pos == "NOUN" and cue.lemma in verbs.nouns
        if not noun and verbs.group("clause", cue.lemma) is None:
            return None
        for number, token in enumerate(rest[:_THAT]):
            if token.text.casefold() == "that" and token.tag in {"IN", "WDT"}:
                following = rest[number + 1 :]
                first = following[0] if following else self._document.token_at(frame.marked.start)
                if first is not None and first.tag in _FINITE:
                    return None  # "a claim that was “late”", "in a port that “sleeps”"
                start = following[0].start if following else frame.marked.outer_start
                return Opening("noun" if noun else "that", start)
            if token.pos in _PARTING:
                return None
        return None

    def _by_noun(self, frame: Frame, cue: Token, rest: Sequence[Token]) -> Opening | None:
        """ "his aim to “mend” it", "hopes he will “mend” it", "claims of “big gains”"."""
        verbs = self._verbs
        if not rest or frame.gap[-1:] == ",":
            return None
        if cue.lemma in verbs.nouns_to and rest[0].tag == "TO":
            return Opening("noun", rest[0].start)
        if cue.lemma in verbs.nouns and rest[0].text.casefold() in _PRONOUNS:
            return Opening("noun", rest[0].start)
        phrase = cue.lemma in verbs.nouns_on.get(rest[0].lemma, ())
        if phrase and len(rest) <= _PHRASE and not any(t.tag in _FINITE for t in rest):
            return Opening("noun", self._after_first(frame, rest))
        return None

    def _by_verb(self, frame: Frame, cue: Token, rest: Sequence[Token]) -> Opening | None:
        """The first form that fits: of a clause with its own verb, then of a phrase."""
        if not rest or frame.gap[-1:] == ",":
            return None
        verbs = self._verbs
        without = not any(t.pos in _VERBS for t in rest)
        if without and cue.lemma in verbs.uttering and rest[-1].lemma in verbs.terms:
            return Opening("term", frame.marked.outer_start)
        return (
            self._by_clause(cue, rest)
            or self._by_small_word(frame, cue, rest)
            or self._by_object(frame, cue, rest)
        )

    def _by_clause(self, cue: Token, rest: Sequence[Token]) -> Opening | None:
        """ "told the paper he was “late”", "explained why the pier is “late”"."""
        verbs = self._verbs
        if verbs.group("clause", cue.lemma) is not None:
            at = next((n for n, t in enumerate(rest) if t.text.casefold() in _PRONOUNS), _CLAUSE)
            if at < _CLAUSE and not any(t.pos in _PARTING for t in rest[:at]):
                return Opening("clause", rest[at].start)
        asks = rest[0].text.casefold() in _ASKING
        if asks and verbs.group("question", cue.lemma) is not None:
            return Opening("question", rest[0].start)
        return None

    def _by_small_word(self, frame: Frame, cue: Token, rest: Sequence[Token]) -> Opening | None:
        """ "promises to “mend” it", "boasting about “big gains”"."""
        if any(t.tag in _FINITE for t in rest):
            return None
        first, verbs = rest[0], self._verbs
        if first.tag == "TO" and len(rest) > 1:
            told = verbs.group("infinitive", cue.lemma) is not None
            return Opening("infinitive", first.start) if told else None
        if first.pos != "ADP" or first.lemma == "as":
            return None
        if verbs.group(f"prep:{first.lemma}", cue.lemma) is None:
            return None
        return Opening("preposition", self._after_first(frame, rest))

    def _by_object(self, frame: Frame, cue: Token, rest: Sequence[Token]) -> Opening | None:
        """ "portrays clerks, in short, as “idlers”", "orders her clerks to “wait”"."""
        verbs = self._verbs
        ends = all(t.pos == "PUNCT" for t in frame.right)
        near = {t.text.casefold() for t in rest[-_JUDGED:]}
        judged = "as" in near and verbs.group("noun", cue.lemma) is not None
        if any(t.tag in _FINITE for t in rest) and not (
            ends and (judged or cue.lemma in verbs.naming)
        ):
            return None
        if (passive := self._by_passive(frame, cue, rest)) is not None:
            return passive
        if rest[0].pos not in _NAMES or self._document.tokens[cue.index - 1].lemma in _BE:
            return None
        words = {t.text.casefold() for t in rest}
        form: Form | None = None
        if verbs.group("person-infinitive", cue.lemma) and any(t.tag == "TO" for t in rest):
            form = "order"
        elif (
            judged
            or cue.lemma in verbs.naming
            or ("as" in words and verbs.group("prep:as", cue.lemma))
        ):
            form = "verdict"
        return Opening(form, rest[0].start) if form is not None else None

    def _by_passive(self, frame: Frame, cue: Token, rest: Sequence[Token]) -> Opening | None:
        """ "a plan seen by clerks as a “gift”", "labelled a “gift” by clerks"."""
        verbs = self._verbs
        names = cue.lemma in verbs.naming or cue.lemma == "know"
        if cue.tag != "VBN" or not (names or verbs.group("prep:as", cue.lemma)):
            return None
        if self.agent(frame, cue) is None or any(t.tag == "TO" for t in rest):
            return None  # "called by the clerks to “help”": no name
        at = next((n for n, t in enumerate(rest) if t.lemma == "as"), None)
        following = rest[at + 1 :] if at is not None else [t for t in rest if t.pos == "DET"]
        return Opening("passive", following[0].start if following else frame.marked.outer_start)

    def _after_first(self, frame: Frame, rest: Sequence[Token]) -> int:
        """Where the words after a preposition begin."""
        return rest[1].start if len(rest) > 1 else frame.marked.outer_start
