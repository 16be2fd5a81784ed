"""Choice of the parser: English syntax where a model is installed, else plain sentences."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Protocol

from reportedly.errors import OptionError
from reportedly.parse.document import Document
from reportedly.parse.english import DEFAULT_MODEL, EnglishParser
from reportedly.parse.plain import PlainParser
from reportedly.records import Article


class Parser(Protocol):
    """Anything that turns an article into a document; `name` is None without syntax."""

    @property
    def name(self) -> str | None:
        """Name and version of the model, as records show it."""

    def __call__(self, article: Article) -> Document:
        """Parse one article."""


class LanguageParser:
    """English articles to the parser with syntax, all others to the plain one."""

    def __init__(self, english: Parser) -> None:
        self._english = english
        self._plain = PlainParser()
        self.name = english.name

    def __call__(self, article: Article) -> Document:
        """Parse one article by its language; an unknown language counts as English."""
        parser = self._english if article.language in (None, "en") else self._plain
        return parser(article)


def load_parser(model: str | None = None) -> Parser:
    """The parser of a spaCy model, the default one, or plain sentences if none is installed.

    Raises:
        OptionError: if a model is named and not installed.
    """
    name = model or DEFAULT_MODEL
    if find_spec(name) is None or find_spec("spacy") is None:
        if model is not None:
            raise OptionError(f"the spaCy model {model} is not installed")
        return PlainParser()
    return LanguageParser(EnglishParser(name))
