"""Text to sentences, tokens, syntax and names, all with offsets into the article's text."""

from reportedly.parse.document import Document, Name, Sentence, Token
from reportedly.parse.parsers import Parser, load_parser

__all__ = ["Document", "Name", "Parser", "Sentence", "Token", "load_parser"]
