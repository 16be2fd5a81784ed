"""Who acts where a verb has no subject of its own that could act."""

from __future__ import annotations

from reportedly.find.events.clauses import is_verb
from reportedly.find.events.triggers.slots import subjects
from reportedly.find.events.words import words
from reportedly.parse import Document
from reportedly.parse.document import Token

_WRITINGS = words(
    "statement resolution letter report law bill order decree tweet message motion declaration "
    "petition video note ruling communique communiqué text document post"
)


def hidden_subjects(document: Document, index: int) -> tuple[Token, ...]:
    """Who issued the words that a verb describes, or whom the parser hung its clause on.

    Empty where neither is the case.
    """
    return _in_whose_words(document, index) or _before_its_clause(document, index)


def _in_whose_words(document: Document, index: int) -> tuple[Token, ...]:
    """Who issued what a participle describes: 'X *released* a statement criticising Y'."""
    token = document.tokens[index]
    noun = document.head(token)
    if token.dep != "acl" or token.tag != "VBG" or noun.lemma not in _WRITINGS:
        return ()
    verb = document.head(noun)
    return subjects(document, verb.index) if noun.dep == "dobj" and is_verb(verb) else ()


def _before_its_clause(document: Document, index: int) -> tuple[Token, ...]:
    """The subject of a full verb that the parser hangs on it: 'The Agency (LRA) *is sending*'."""
    token = document.tokens[index]
    parts = document.children(index)
    bare = not any(t.dep in {"nsubj", "nsubjpass"} or t.tag.startswith("W") for t in parts)
    finite = any(t.dep == "aux" and t.tag in {"VBZ", "VBP", "VBD", "MD"} for t in parts)
    head = document.head(token)
    if token.dep == "relcl" and bare and finite and head.pos in {"NOUN", "PROPN"}:
        return (head,)
    return ()
