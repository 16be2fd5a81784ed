"""A parsed article: sentences, tokens, syntax and names, all with offsets into the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass

from reportedly.parse.view import View, view_of
from reportedly.records import Article, Evidence


@dataclass(frozen=True, slots=True)
class Token:
    """A word: `head` is the index of its governor (its own index at a root)."""

    index: int
    start: int  # offsets in the article's text
    end: int
    text: str
    lemma: str  # lower case
    pos: str  # universal part of speech, '' without a parser
    tag: str  # Penn tag, '' without a parser
    dep: str  # ClearNLP dependency label as spaCy's English models give it
    head: int
    sentence: int
    name: str = ""  # OntoNotes label of the name it stands in, '' outside names


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens [first, last) of one sentence, and its characters."""

    index: int
    start: int
    end: int
    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name that the parser marked: tokens [first, last)."""

    start: int
    end: int
    first: int
    last: int
    label: str  # PERSON, ORG, GPE, LOC, FAC, NORP …


class Document:
    """One article with its parse; the only thing that finders read beside the records."""

    def __init__(
        self,
        article: Article,
        tokens: Sequence[Token],
        sentences: Sequence[Sentence],
        names: Sequence[Name],
        parser: str | None,
        *,
        usual: str | None = None,
    ) -> None:
        """`usual` is the text in usual case, character for character; None leaves it as it is."""
        self.article = article
        self.text = article.text
        self._usual = usual or article.text
        self.tokens = tuple(tokens)
        self.sentences = tuple(sentences)
        self.names = tuple(names)
        self.parser = parser  # name and version, None where there was no syntax
        children: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                children[token.head].append(token)
        # finders ask for these hundreds of thousands of times in thirty articles
        self._children = [tuple(found) for found in children]
        self._subtrees: dict[int, tuple[Token, ...]] = {}
        self._antecedents: Mapping[int, int] = {}
        self._starts = [token.start for token in self.tokens]
        self._sentence_starts = [sentence.start for sentence in self.sentences]

    @property
    def has_syntax(self) -> bool:
        """Whether tokens carry parts of speech and dependencies."""
        return self.parser is not None

    # --- tokens -----------------------------------------------------------------------

    def children(self, index: int) -> tuple[Token, ...]:
        """Tokens that depend directly on a token, in order of the text."""
        return self._children[index]

    def child(self, index: int, *labels: str) -> Token | None:
        """The first child with one of these dependency labels."""
        return next((t for t in self.children(index) if t.dep in labels), None)

    def head(self, token: Token) -> Token:
        """The governor of a token (itself at a root)."""
        return self.tokens[token.head]

    def ancestors(self, index: int) -> Iterator[Token]:
        """Governors from the nearest to the root."""
        while self.tokens[index].head != index:
            index = self.tokens[index].head
            yield self.tokens[index]

    def subtree(self, index: int) -> tuple[Token, ...]:
        """A token and all that hangs on it, in order of the text."""
        known = self._subtrees.get(index)
        if known is None:
            found, todo = [], [index]
            while todo:
                at = todo.pop()
                found.append(at)
                todo.extend([token.index for token in self._children[at]])
            known = self._subtrees[index] = tuple([self.tokens[i] for i in sorted(found)])
        return known

    def token_at(self, offset: int) -> Token | None:
        """The token that covers a character, else None (a space)."""
        i = bisect_right(self._starts, offset) - 1
        if i >= 0 and self.tokens[i].start <= offset < self.tokens[i].end:
            return self.tokens[i]
        return None

    def tokens_in(self, start: int, end: int) -> tuple[Token, ...]:
        """Tokens that begin inside [start, end)."""
        first = bisect_right(self._starts, start - 1)
        last = bisect_right(self._starts, end - 1)
        return self.tokens[first:last]

    def root_of(self, start: int, end: int) -> Token | None:
        """The token of [start, end) whose governor lies outside: the head of the phrase."""
        inside = self.tokens_in(start, end)
        numbers = {t.index for t in inside}
        return next((t for t in inside if t.head not in numbers or t.head == t.index), None)

    def antecedent(self, index: int) -> Token | None:
        """The word that a pronoun stands for, where `with_antecedents` gave it one."""
        known = self._antecedents.get(index)
        return None if known is None else self.tokens[known]

    def with_antecedents(self, antecedents: Mapping[int, int]) -> Document:
        """The same document, with the words that pronouns stand for, by their indices."""
        found = copy(self)
        found._antecedents = antecedents
        return found

    def with_tokens(self, changed: Mapping[int, Token]) -> Document:
        """The same document, with other tokens at some indices; itself without any."""
        if not changed:
            return self
        tokens = [changed.get(token.index, token) for token in self.tokens]
        found = Document(
            self.article, tokens, self.sentences, self.names, self.parser, usual=self._usual
        )
        return found.with_antecedents(self._antecedents)

    # --- sentences ----------------------------------------------------------------------

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence in which a character stands (the one before, in a gap)."""
        i = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[max(i, 0)]

    def opening(self, sentence: Sentence) -> Sentence:
        """The first sentence of the paragraph in which a sentence stands."""
        while sentence.index and self.sentences[sentence.index - 1].paragraph == sentence.paragraph:
            sentence = self.sentences[sentence.index - 1]
        return sentence

    def sentence_tokens(self, sentence: Sentence) -> tuple[Token, ...]:
        """The tokens of a sentence."""
        return self.tokens[sentence.first : sentence.last]

    # --- characters -----------------------------------------------------------------------

    def evidence(self, start: int, end: int) -> Evidence:
        """The passage [start, end) of the text.

        Raises:
            ValueError: if the bounds lie outside the text or enclose nothing.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no passage [{start}, {end}) in a text of {len(self.text)}")
        quote = self.text[start:end]
        return Evidence(text_id=self.article.text_id, start=start, end=end, quote=quote)

    def span(self, tokens: Sequence[Token]) -> Evidence:
        """The passage from the first to the last of some tokens."""
        return self.evidence(min(t.start for t in tokens), max(t.end for t in tokens))

    def view(self, start: int, end: int) -> View:
        """The passage [start, end) as readers see it: words split, in usual case."""
        return view_of(self._usual, self.article.glued, start, end)

    def readable(self, start: int, end: int) -> str:
        """The words of [start, end) as readers see them, with plain spaces."""
        return " ".join(self.view(start, end).text.split())
