"""Claims that a verb of speech makes without a clause: "denied this", "called it theft"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reportedly.find.claims.assertion import Assertion
from reportedly.find.claims.lexicon import ClaimLexicon
from reportedly.parse import Document, Sentence, Token
from reportedly.records import ClaimKind

_POINTING = frozenset({"this", "that", "it", "these", "those"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECTS = ("nsubj",)
_BARE = 7  # tokens of a sentence that only denies
_ONESELF = frozenset({"himself", "herself", "itself", "themselves"})
_RELATIVE = frozenset({"who", "which", "that"})


class Answers:
    """Finds denials, verdicts, estimates and promises that no quotation holds.

    Args:
        document: the article.
        lexicon: the verbs of each.
        own: whether a word is the outlet's own, in nobody's words.
    """

    def __init__(
        self, document: Document, lexicon: ClaimLexicon, own: Callable[[Token], bool]
    ) -> None:
        self._document = document
        self._lexicon = lexicon
        self._own = own

    def find(self, sentence: Sentence) -> Iterator[Assertion]:
        """Claims of one sentence, in order of its verbs."""
        for verb in self._document.sentence_tokens(sentence):
            if verb.pos != "VERB" or not self._own(verb) or not self._told(verb):
                continue
            found = self._kind(verb)
            speaker = self._speaker(verb)
            if found is None or speaker is None:
                continue
            kind, start, end = found
            if kind == "denial" and self._alone(sentence, verb):
                start, end = sentence.start, sentence.end
            yield Assertion(start=start, end=end, kind=kind, rule="claims.answer", speaker=speaker)

    def _alone(self, sentence: Sentence, verb: Token) -> bool:
        """Whether a sentence does nothing but deny: "The company disputes this." """
        return verb.dep == "ROOT" and sentence.last - sentence.first <= _BARE

    def _told(self, verb: Token) -> bool:
        """Whether a verb tells what was said, and not what may be or is not."""
        children = self._document.children(verb.index)
        if any(t.dep in {"neg", "auxpass"} or t.tag == "MD" for t in children):
            return False
        return verb.tag in _FINITE or any(t.lemma == "have" and t.dep == "aux" for t in children)

    def _speaker(self, verb: Token) -> Token | None:
        """Whose verb it is, also across "and" and in a relative clause."""
        at = verb
        while True:
            subject = self._document.child(at.index, *_SUBJECTS)
            if subject is not None:
                break
            if at.dep != "conj":
                return None
            at = self._document.head(at)
        if subject.text.casefold() in _RELATIVE and at.dep == "relcl":
            return self._document.head(at)
        return subject

    def _kind(self, verb: Token) -> tuple[ClaimKind, int, int] | None:
        lexicon = self._lexicon
        if verb.lemma in lexicon.denying and self._denies(verb):
            return ("denial", *self._bounds(verb))
        if verb.lemma in lexicon.naming and self._names(verb):
            praised = verb.lemma in lexicon.praising
            return ("statement" if praised else "accusation", *self._bounds(verb))
        if verb.lemma in lexicon.estimating and self._estimates(verb):
            return ("statement", *self._bounds(verb))
        if verb.lemma in lexicon.promising and self._promises(verb):
            return ("promise", *self._bounds(verb))
        return None

    def _bounds(self, verb: Token) -> tuple[int, int]:
        """From the verb or its helpers to the end of what hangs on it."""
        document = self._document
        first = min(
            [verb, *(t for t in document.children(verb.index) if t.dep == "aux")],
            key=lambda t: t.index,
        )
        apart = {
            t.index
            for child in document.children(verb.index)
            if child.dep == "conj"
            for t in document.subtree(child.index)
        }
        inside = [
            t
            for t in document.subtree(verb.index)
            if t.index >= first.index and t.index not in apart
        ]
        while inside[-1].pos in {"PUNCT", "CCONJ"} and inside[-1].index > verb.index:
            inside.pop()
        return first.start, inside[-1].end

    def _denies(self, verb: Token) -> bool:
        """ "disputes this", "rejected that account": a denial that repeats nothing."""
        thing = self._document.child(verb.index, "dobj")
        if thing is None:
            return False
        if thing.text.casefold() in _POINTING:
            return True
        return thing.lemma in self._lexicon.accounts | self._lexicon.denied and not any(
            t.dep in {"acl", "ccomp"} for t in self._document.children(thing.index)
        )

    def _names(self, verb: Token) -> bool:
        """ "called it theft", "dismissed the march as a picnic": what somebody is said to be."""
        children = self._document.children(verb.index)
        if any(t.text.casefold() in _ONESELF for t in children):
            return False
        if not any(t.dep in {"dobj", "nsubj", "ccomp"} and t.index > verb.index for t in children):
            return False
        if any(t.dep == "oprd" for t in children):
            return True
        if verb.lemma in self._lexicon.calling:
            clause = next((t for t in children if t.dep == "ccomp"), None)
            return clause is not None and clause.pos in {"NOUN", "PROPN", "ADJ"}
        return any(
            t.lemma in {"as", "for"}
            for thing in [verb, *(t for t in children if t.dep == "dobj")]
            for t in self._document.children(thing.index)
            if t.dep in {"prep", "mark"}
        )

    def _estimates(self, verb: Token) -> bool:
        """ "puts the loss at two millions": a figure that counts no people."""
        thing = self._document.child(verb.index, "dobj")
        if thing is None or thing.lemma not in self._lexicon.amounts:
            return False
        return any(
            t.lemma == "at"
            for at in (verb, thing)
            for t in self._document.children(at.index)
            if t.dep == "prep"
        )

    def _promises(self, verb: Token) -> bool:
        """ "promised every town a school": what somebody is to get."""
        thing = self._document.child(verb.index, "dobj")
        return thing is not None and thing.pos == "NOUN"
