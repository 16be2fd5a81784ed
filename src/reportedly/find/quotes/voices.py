"""Who says what a cue tells: speakers, those who pass their words on, and the stance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.find.quotes.context import Setting, relays_of
from reportedly.find.quotes.edges import Piece
from reportedly.find.quotes.lexicon import ReportingVerbs
from reportedly.find.quotes.saying import Source
from reportedly.parse import Document, Token
from reportedly.records import Stance

_RELATIVE = frozenset({"who", "which", "that"})
_CITING = frozenset({"VBG", "VBD", "VBZ"})
_LOOSE = frozenset({"advcl", "acl", "prep", "dep"})


class Voices:
    """Finds the speakers of cues in one parsed article."""

    def __init__(self, setting: Setting) -> None:
        self._document = setting.document
        self._speakers = setting.speakers
        self._verbs = setting.verbs
        self._surroundings = setting.surroundings

    def who(self, verb: Token) -> tuple[list[Source], list[Source], bool]:
        """Speakers of a verb, the outlets between, and whether the verb's subject cites them."""
        document = self._document
        subject = self._speakers.subject(verb)
        near = document.tokens[verb.index + 1 : verb.index + 6]
        beside = document.children(subject.index) if subject is not None else ()
        for child in (*document.children(verb.index), *near, *beside):
            # "reported, citing the minister, that"; "has learned from the command that";
            # "local media, quoting residents, said that"
            cited = None
            if child.lemma in self._verbs.citing and child.tag == "VBG" and child.dep in _LOOSE:
                cited = document.child(child.index, "dobj")
            elif verb.lemma in {"learn", "hear"} and child.lemma == "from":
                cited = document.child(child.index, "pobj")
            if cited is not None and (source := self._speakers.name(cited)) is not None:
                outer = self._speakers.name(subject) if subject is not None else None
                own = outer is None or self._surroundings.is_own(outer.name)
                return [source], [] if own or outer is None else [outer], True
        if verb.lemma in {"learn", "hear", "see", "understand", "find"} and subject is not None:
            source = self._speakers.name(subject)
            if source is not None and self._surroundings.is_own(source.name):
                return [], [], False
        quoting = document.head(verb)
        if quoting.lemma == "as" or (verb.dep == "acl" and quoting.dep == "dobj"):
            quoting = document.head(quoting)
        if verb.tag == "VBG" and quoting.lemma in self._verbs.citing:
            # "the site quoted a minister as saying"
            cited = document.child(quoting.index, "dobj", "nsubjpass")
            outer_token = self._speakers.subject(quoting)
            inner = self._speakers.name(cited) if cited is not None else None
            outer = (
                self._speakers.name(outer_token)
                if outer_token is not None and outer_token is not cited
                else None
            )
            if inner is not None:
                own = outer is None or self._surroundings.is_own(outer.name)
                return [inner], [] if own or outer is None else [outer], True
        if subject is None:
            return [], [], False
        tokens = [subject]
        if subject.dep in {"nsubj", "pobj"}:
            tokens += [t for t in document.children(subject.index) if t.dep == "conj"]
        sources = self.sources(tokens[:1]) and self.sources(tokens)
        sources = self._at_pronoun(verb, sources)
        if sources and self._surroundings.is_own(sources[0].name) and len(sources) == 1:
            return [], [], False
        relays = relays_of(document, verb, self._speakers, self._verbs.media, self._surroundings)
        return sources, relays, False

    def _at_pronoun(self, verb: Token, sources: list[Source]) -> list[Source]:
        """Speakers with "who" as the passage that names them at the cue, as "he" would be."""
        pronoun = next(
            (t for t in self._document.children(verb.index)
             if t.lemma in _RELATIVE and t.dep in {"nsubj", "nsubjpass"}), None
        )  # fmt: skip
        if pronoun is None or verb.dep not in {"relcl", "acl"} or len(sources) != 1:
            return sources
        return [replace(sources[0], start=pronoun.start, end=pronoun.end)]

    def cited_by(self, paper: Token) -> tuple[Source | None, Piece | None]:
        """Whom a source cites, and its words: "according to the daily, *citing two officials*, …".

        None for who is cited where that is nobody: "citing hospital records".
        """
        last = self._document.subtree(paper.index)[-1].index
        for verb in self._document.tokens[paper.index + 1 : max(last, paper.index + 3)]:
            thing = self._document.child(verb.index, "dobj")
            if verb.lemma in self._verbs.citing and verb.tag in _CITING and thing is not None:
                people = thing.lemma in self._verbs.witnesses
                end = self._document.subtree(thing.index)[-1].end
                return self._speakers.name(thing) if people else None, (verb.start, end)
        return None, None

    def sources(self, tokens: Sequence[Token]) -> list[Source]:
        """The speakers that some nouns name."""
        named = [self._speakers.name(t) for t in tokens]
        return [s for s in named if s is not None]


def charged_stance(
    document: Document,
    verbs: ReportingVerbs,
    stance: Stance,
    pieces: Sequence[tuple[int, int]],
    sources: Sequence[Source],
) -> Stance:
    """`alleges` where an interested speaker charges somebody else with harm."""
    if stance != "states":
        return stance
    name = f" {sources[0].name.casefold()} "
    if any(f" {word}" in name for word in verbs.neutral):
        return stance
    for start, end in pieces:
        for token in document.tokens_in(start, end):
            if token.pos != "VERB" or token.lemma not in verbs.harms:
                continue
            children = document.children(token.index)
            if any(t.dep == "neg" or (t.dep == "aux" and t.tag == "MD") for t in children):
                continue
            if any(c.lemma == "no" for t in children for c in document.children(t.index)):
                continue  # "fired no live rounds"
            doer = next((t for t in children if t.dep in {"nsubj", "agent"}), None)
            if doer is not None and doer.dep == "agent":
                doer = document.child(doer.index, "pobj")
            if doer is None or doer.pos == "PRON" or doer.lemma in verbs.unknown:
                continue
            if doer.lemma in verbs.state_forces and set(name.split()) & verbs.state_voices:
                continue
            own = {"its", "their", "our", "his", "her"}
            words = {t.text.casefold() for t in document.children(doer.index)}
            if not words & (own | verbs.unknown):  # its own fighters are no other side
                return "alleges"
    return stance
