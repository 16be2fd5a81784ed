"""The words of a sentence as the encoder reads them: names stand as their kind.

So no side can be told by its name, and a name of several words counts once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reportedly.parse import Token

_MASKS = {
    "PERSON": "someone", "ORG": "group", "NORP": "local", "GPE": "town", "LOC": "place",
    "FAC": "place",
}  # fmt: skip
_MASKED = frozenset({"PROPN", "ADJ", "NOUN", "DET", "PART", "CCONJ", "ADP", "NUM", "PUNCT"})


def masked_words(
    tokens: Iterable[Token], marks: Mapping[int, str] | None = None
) -> tuple[tuple[str, ...], dict[int, int]]:
    """The words of tokens with masks for names, and at which of them each token stands.

    Args:
        tokens: of one sentence.
        marks: words that stand for tokens, by index, before any mask.
    """
    words: list[str] = []
    positions: dict[int, int] = {}
    before = None
    for token in tokens:
        if not token.text.strip():
            continue
        mask = (marks or {}).get(token.index) or _mask(token)
        if mask is None or mask != before:
            words.append(mask or token.text)
        before = mask
        positions[token.index] = len(words) - 1
    return tuple(words), positions


def _mask(token: Token) -> str | None:
    if token.pos == "PROPN" and not token.name:
        return "group"
    return _MASKS.get(token.name) if token.pos in _MASKED else None
