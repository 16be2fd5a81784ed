"""Matches of wordings: where the words of a rule stand in a parsed sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.find.events.triggers.forms import singular
from reportedly.find.events.triggers.lexicon import Rule, Wording
from reportedly.find.events.triggers.slots import TRANSPARENT
from reportedly.parse import Document, Token

HYPHENS = frozenset({"-", "‐", "‑", "–"})
_QUOTES = frozenset("\"“”‘’'")
_FAR = 12  # words that a gap may span
_SKIPPED = frozenset({"DET", "ADJ", "ADV", "NUM", "PART"})
_MODIFYING = frozenset({"compound", "amod", "nmod", "poss", "case"})


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that fits a head word, and the tokens that its wording uses."""

    token: Token
    rule: Rule
    wording: Wording
    used: tuple[int, ...]


def words_in(tokens: Iterable[Token]) -> frozenset[str]:
    """All words that a wording can find among tokens."""
    found: set[str] = set()
    for token in tokens:
        text = token.text.lower()
        found.update((token.lemma, text))
        if text.endswith("s"):
            found.add(singular(text))
    return frozenset(found)


def match_wording(document: Document, token: Token, wording: Wording) -> tuple[int, ...] | None:
    """Indices of the tokens that a wording uses around its head, else None."""
    sentence = document.sentences[token.sentence]
    used = [token.index]
    at = token.index
    for word in reversed(wording.before):
        at -= 1
        while at > sentence.first and _between(document.tokens[at], word):
            at -= 1
        if at < sentence.first or not _is_word(document.tokens[at], word):
            return None
        used.append(at)
    at = token.index + 1
    for step in wording.after:
        found = _next(document, at, sentence.last, step.word, step.far)
        if found is None:
            found = _below(document, token, step.word)
        if found is None:
            return None
        used.append(found)
        at = max(found, token.index) + 1
    return tuple(sorted(used))


def _next(document: Document, at: int, last: int, word: str, far: bool) -> int | None:
    """Where a word stands next: at once, or behind words that only modify."""
    for index in range(at, min(last, at + (_FAR if far else 5))):
        token = document.tokens[index]
        if _is_word(token, word):
            return index
        skipped = (
            token.pos in _SKIPPED
            or token.dep in _MODIFYING
            or token.text in HYPHENS
            or token.text in _QUOTES  # 'a list of "foreign agents"'
            or token.lemma in TRANSPARENT  # "fired dozens of rockets"
            or (token.text == "of" and document.tokens[index - 1].lemma in TRANSPARENT)
        )
        if not far and not skipped:
            return None
    return None


def _below(document: Document, token: Token, word: str) -> int | None:
    """A particle, object or predicate of the head word that stands elsewhere."""
    above = document.head(token)
    if token.dep == "acl" and token.tag in ("VBN", "VBD") and _is_word(above, word):
        return above.index  # "a deal struck on Sunday"
    for child in document.children(token.index):
        if child.dep in (
            "prt",
            "advmod",
            "dobj",
            "nsubjpass",
            "oprd",
            "acomp",
            "attr",
        ) and _is_word(child, word):
            return child.index
    return None


def _between(token: Token, word: str) -> bool:
    """What may stand before the head of a wording: 'joint military exercise', 'car-bomb'."""
    return token.text in HYPHENS or (token.dep == "amod" and not _is_word(token, word))


def _is_word(token: Token, word: str) -> bool:
    text = token.text.lower()
    return word in (token.lemma, text) or (text.endswith("s") and singular(text) == word)
