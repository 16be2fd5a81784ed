"""Sentences and words without syntax, for languages and installations without a parser."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.parse.document import Document, Sentence, Token
from reportedly.records import Article

_WORD = re.compile(r"\w+(?:[-'’\u200c]\w+)*|[^\w\s]")
# A full stop (Latin, Persian, Arabic or Urdu marks) with closing marks, then space.
# It begins only where such marks begin and gives none back, else long runs cost their square.
_END = re.compile(r"(?<![.!?؟۔…])[.!?؟۔…]++[\"'”’»)\]]*+(?=\s)")
_SPACES = re.compile(r"\s*")
_LONGEST = 8  # characters of an abbreviation with the one before it
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|St|Sr|Sra|No|vs|al))\.$"
)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Bounds of the lines that hold more than spaces."""
    for match in re.finditer(r"[^\n]+", text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if start < end:
            yield start, end


def sentence_bounds(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Bounds of the sentences of one paragraph."""
    at = start
    for match in _END.finditer(text, start, end):
        stop = match.start() + 1
        if _ABBREVIATION.search(text[max(at, stop - _LONGEST) : stop]):
            continue
        yield at, match.end()
        spaces = _SPACES.match(text, match.end(), end)
        at = spaces.end() if spaces else match.end()
    if at < end:
        yield at, end


class PlainParser:
    """Splits by punctuation; tokens carry no part of speech and no governor."""

    name = None

    def __call__(self, article: Article) -> Document:
        """Parse one article."""
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        for number, (start, end) in enumerate(paragraphs(article.text)):
            for low, high in sentence_bounds(article.text, start, end):
                first = len(tokens)
                for match in _WORD.finditer(article.text, low, high):
                    index = len(tokens)
                    word = match.group()
                    token = Token(
                        index=index,
                        start=match.start(),
                        end=match.end(),
                        text=word,
                        lemma=word.casefold(),
                        pos="",
                        tag="",
                        dep="",
                        head=index,
                        sentence=len(sentences),
                    )
                    tokens.append(token)
                sentence = Sentence(
                    index=len(sentences),
                    start=low,
                    end=high,
                    first=first,
                    last=len(tokens),
                    paragraph=number,
                )
                sentences.append(sentence)
        return Document(article, tokens, sentences, (), None)
