"""Whose words a verb or a noun leads to where the syntax does not tell it."""

from __future__ import annotations

from reportedly.find.quotes.context import Setting
from reportedly.find.quotes.saying import Source
from reportedly.parse import Token

_SPEAKERS = frozenset({"NOUN", "PROPN", "PRON"})
_BEFORE = frozenset({"ADP", "CCONJ", "SCONJ", "VERB"})
_DASHES = frozenset({"—", "–", "-", "--"})
_BY = frozenset({"among", "by", "from"})
_GROUPS = frozenset({"NORP", "ORG", "PERSON"})


class Holders:
    """Finds who holds what a word tells in one parsed article."""

    def __init__(self, setting: Setting) -> None:
        self._document = setting.document
        self._speakers = setting.speakers
        self._verbs = setting.verbs

    def speaker(self, verb: Token) -> Source | None:
        """A verb's subject, else the noun before it, or whom an earlier "who" or verb names."""
        for find in (self._subject, self._noun_before, self._antecedent, self._doer_before):
            subject = find(verb)
            source = self._speakers.name(subject) if subject is not None else None
            if source is not None:
                return source
        return None

    def owner(self, noun: Token) -> Source | None:
        """Whose word it is: "its promise", "Labour claims", "alarm among clerks", or who has it."""
        document = self._document
        owner = document.child(noun.index, "poss")
        before = document.tokens[noun.index - 1] if noun.index else noun
        if owner is None and before.text[:1].isupper() and before.name in _GROUPS:
            owner = before
        if owner is None:
            by = next((t for t in document.children(noun.index) if t.lemma in _BY), None)
            owner = document.child(by.index, "pobj") if by is not None else None
        if owner is not None:
            return self._speakers.name(owner)
        if before.pos in {"AUX", "ADV", "PROPN", "PRON"} and self._verbs.speaks(noun.lemma):
            return self.speaker(noun)
        above = next((t for t in document.ancestors(noun.index) if t.pos == "VERB"), None)
        subject = self._speakers.subject(above) if above is not None else None
        return self._speakers.name(subject) if subject is not None else None

    def _subject(self, verb: Token) -> Token | None:
        return self._speakers.subject(verb) if verb.pos == "VERB" else None

    def _noun_before(self, verb: Token) -> Token | None:
        """ "Roa did post on Sunday that …": the subject of a verb that was taken for a noun."""
        for token in self._before(verb):
            if token.pos in _BEFORE or token.text in _DASHES:
                return None
            if token.pos in _SPEAKERS and token.name not in {"DATE", "TIME"}:
                return token
        return None

    def _antecedent(self, verb: Token) -> Token | None:
        """ "a mayor who fights clerks, claims that …": whom an earlier "who" of the list means."""
        before = self._document.tokens[verb.index - 1] if verb.index else verb
        if verb.dep != "conj" or before.pos not in {"CCONJ", "PUNCT"}:
            return None
        who = next((t for t in self._before(verb) if t.lemma == "who" and t.dep == "nsubj"), None)
        return self._document.head(self._document.head(who)) if who is not None else None

    def _doer_before(self, verb: Token) -> Token | None:
        """ "time for Roa to rest, after calling it a “dead end”": a subject before an -ing form."""
        if verb.tag != "VBG":
            return None
        subjects = (t for t in self._before(verb) if t.dep == "nsubj" and t.pos in _SPEAKERS)
        return next(subjects, None)

    def _before(self, verb: Token) -> reversed[Token]:
        """The words of a sentence before a verb, the nearest first."""
        first = self._document.sentences[verb.sentence].first
        return reversed(self._document.tokens[first : verb.index])
