"""What the clauses around a pronoun tell of whom it means: who acts in them, and who speaks."""

from __future__ import annotations

from reportedly.parse import Document, Token
from reportedly.parse.word_lists import parsing_words

_SUBJECTS = ("nsubj", "nsubjpass")
_OBJECTS = frozenset({"dobj", "pobj"})
_LENT = frozenset({"xcomp", "advcl", "conj"})  # clauses that can borrow the subject above them


def is_doer_of(document: Document, somebody: Token, pronoun: Token) -> bool:
    """'*Ivo Brand* came to kill *him*': never he who does it, also where he does more than that."""
    if pronoun.dep not in _OBJECTS:
        return False
    above = document.head(pronoun)
    verb = document.head(above) if pronoun.dep == "pobj" else above
    while verb.dep in _LENT and document.child(verb.index, *_SUBJECTS) is None:
        above = document.head(verb)
        if verb.dep == "xcomp" and document.child(above.index, "dobj") is not None:
            return False  # "asked the guards to help *him*"
        verb = above
    return somebody.dep == "nsubj" and somebody.head == verb.index


def is_rather_told_of(document: Document, somebody: Token, pronoun: Token) -> bool:
    """'Roe said *Brand* fought with men who tried to hold *him*': of whom is told, not who tells.

    Also who spoke last: "Roe said *Brand* had told him that *he* was the thief".
    """
    if somebody.dep not in _SUBJECTS:
        return False
    clause = document.head(somebody)
    content = _content(document, pronoun)
    if content is None:
        return False
    if pronoun.dep == "nsubj" and content.index == pronoun.head:
        return clause.index == content.head and clause.dep == "ccomp"
    inside = clause.index == content.index or _is_above(document, content, clause)
    own = clause.index == document.head(pronoun).index
    return pronoun.dep in _OBJECTS and inside and not own and _is_above(document, clause, pronoun)


def _content(document: Document, pronoun: Token) -> Token | None:
    """The verb of what is said, where a pronoun stands in told words behind the verb of speech."""
    for verb in document.ancestors(pronoun.index):
        above = document.head(verb)
        if verb.dep == "ccomp" and above.lemma in parsing_words().speech:
            return verb if above.index < pronoun.index else None
    return None


def _is_above(document: Document, above: Token, word: Token) -> bool:
    return any(t.index == above.index for t in document.ancestors(word.index))
