"""Whom a pronoun counts: 'dragged a clerk out and shot *him*', 'a cook was shot. *He* died'."""

from __future__ import annotations

from reportedly.find.events.counts.words import CountLexicon
from reportedly.parse import Document, Token
from reportedly.records import CountKind

_ONE = frozenset({"a", "an", "another"})
_HIM = frozenset({"him", "her"})
_UNDERGOING = frozenset({"dobj", "pobj", "nsubjpass", "poss"})


def befalls_him(document: Document, pronoun: Token, kind: CountKind, lexicon: CountLexicon) -> bool:
    """Whether a pronoun counts one: 'dragged a clerk out and shot *him*', 'a cook … *He* died'.

    'The court held her' is rarely the news.
    """
    if pronoun.text.lower() in _HIM:
        return kind == "killed" and _is_told_who(document, pronoun, lexicon)
    if kind not in {"killed", "injured"}:
        return False
    who = antecedent_of(document, pronoun, lexicon)
    return who is not None and any(t.text.lower() in _ONE for t in document.children(who.index))


def antecedent_of(document: Document, pronoun: Token, lexicon: CountLexicon) -> Token | None:
    """The clerk of 'shot *a clerk* in the neck. He died': the only one whom something befell."""
    first = document.sentences[max(pronoun.sentence - 1, 0)].first
    before = [t for t in document.tokens[first : pronoun.index] if _suffers(t, lexicon)]
    who = before[0] if len(before) == 1 else None
    if who is None or who.tag != "NN" or not lexicon.is_person(who.lemma):
        return None
    return who if document.child(who.index, "conj") is None else None


def _suffers(token: Token, lexicon: CountLexicon) -> bool:
    """Whether somebody may be meant: no house, nor anything else."""
    somebody = token.pos in {"PROPN", "PRON"} or lexicon.is_person(token.lemma)
    return token.dep in {"dobj", "nsubjpass"} and somebody


def _is_told_who(document: Document, pronoun: Token, lexicon: CountLexicon) -> bool:
    """Whether the sentence has somebody for a pronoun: 'dragged a clerk out and shot him'."""
    first = document.sentences[pronoun.sentence].first
    return any(
        (token.name == "PERSON" or lexicon.is_person(token.lemma)) and token.dep in _UNDERGOING
        for token in document.tokens[first : pronoun.index]
    )
