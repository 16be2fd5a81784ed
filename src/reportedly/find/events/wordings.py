"""Matches of wordings: where the words of a rule stand in a parsed sentence."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.find.events.lexicon import Rule, Wording
from reportedly.parse import Document, Token

_HYPHENS = frozenset({"-", "‐", "‑", "–"})
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

    @property
    def rank(self) -> tuple[int, int, int, int, int, str]:
        """Sorts the most specific rule first."""
        conditions = max((len(tests) for tests in self.rule.needs), default=0)
        return (
            -self.rule.priority,
            -self.wording.size,
            -conditions,
            -(self.rule.mode is not None),
            -len(self.wording.text),
            self.rule.rule_id,
        )


def match_wording(document: Document, token: Token, wording: Wording) -> tuple[int, ...] | None:
    """Indices of the tokens that a wording uses around its head, else None."""
    sentence = document.sentences[token.sentence]
    used = [token.index]
    at = token.index
    for word in reversed(wording.before):
        at -= 1
        if at >= sentence.first and document.tokens[at].text in _HYPHENS:
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
        skipped = token.pos in _SKIPPED or token.dep in _MODIFYING or token.text in _HYPHENS
        if not far and not skipped:
            return None
    return None


def _below(document: Document, token: Token, word: str) -> int | None:
    """A particle, object or predicate of the head word that stands elsewhere."""
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


def _is_word(token: Token, word: str) -> bool:
    return token.lemma == word or token.text.lower() == word
