"""What an outlet answers to words it has just told, and concludes from deeds."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reportedly.find.claims.assertion import Assertion
from reportedly.find.claims.lexicon import ClaimLexicon
from reportedly.find.reading import Reading
from reportedly.parse import Sentence, Token

_POINTING = frozenset({"it", "that", "this", "which"})
_NOBODY = frozenset({"no", "nobody", "none", "nothing"})
_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_WORDS = frozenset({"NOUN", "VERB"})
_SHORT = 14  # tokens of a flat denial
_PRESENT = frozenset({"VBZ", "VBP"})


class Rejoinders:
    """Finds the outlet's own denials and conclusions in one article.

    Args:
        reading: what is known of the article.
        lexicon: the verbs of conclusion.
        own: whether a word is the outlet's own, in nobody's words.
    """

    def __init__(
        self, reading: Reading, lexicon: ClaimLexicon, own: Callable[[Token], bool]
    ) -> None:
        self._document = reading.document
        self._lexicon = lexicon
        self._own = own
        self._said: dict[int, set[str]] = {}
        for quote in reading.quotes:
            for piece in quote.content:
                words = self._document.tokens_in(piece.start, piece.end)
                for token in words:
                    if token.pos in _WORDS:
                        self._said.setdefault(token.sentence, set()).add(token.lemma)

    def find(self, sentence: Sentence) -> Iterator[Assertion]:
        """The claims of one sentence."""
        tokens = self._document.sentence_tokens(sentence)
        root = next((t for t in tokens if t.head == t.index), None)
        if root is None or not self._own(root) or tokens[-1].text == "?":
            return
        clause = self._concluded(root)
        if clause is not None:
            yield Assertion(
                start=clause[0], end=clause[1], kind="statement", rule="claims.concluded"
            )
        elif self._contradicts(sentence, root):
            yield Assertion(
                start=sentence.start, end=sentence.end, kind="denial", rule="claims.contradicted"
            )

    def _concluded(self, verb: Token) -> tuple[int, int] | None:
        """ "This shows that **the authorities can act**": of the outlet, from what it told."""
        subject = self._document.child(verb.index, "nsubj")
        clause = self._document.child(verb.index, "ccomp")
        if subject is None or clause is None or subject.text.casefold() not in _POINTING:
            return None
        if verb.lemma not in self._lexicon.concluding or verb.tag not in _PRESENT:
            return None
        inside = [t for t in self._document.subtree(clause.index) if t.dep != "mark"]
        while inside and inside[-1].pos == "PUNCT":
            inside.pop()
        return (inside[0].start, inside[-1].end) if inside else None

    def _contradicts(self, sentence: Sentence, root: Token) -> bool:
        """ "Nobody fired until a bottle flew," she said. **There were no bottles.**" """
        told = self._said.get(sentence.index - 1)
        tokens = self._document.sentence_tokens(sentence)
        if not told or len(tokens) > _SHORT or not self._denies(root):
            return False
        if self._document.child(root.index, *_SUBJECTS) is None:
            return False
        return any(t.pos in _WORDS and t.lemma in told for t in tokens)

    def _denies(self, root: Token) -> bool:
        """ "There were **no** bottles", "**nobody** has thrown anything"."""
        children = self._document.children(root.index)
        return any(
            t.text.casefold() in _NOBODY
            or any(c.text.casefold() in _NOBODY for c in self._document.children(t.index))
            for t in children
            if t.dep in {"attr", "nsubj", "nsubjpass"}
        )
