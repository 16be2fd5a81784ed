"""Anniversaries: the year inside one names the occasion and dates no act."""

from __future__ import annotations

from reportedly.find.dates.lexicon import LanguageDates
from reportedly.parse import Document, Sentence

_ENDS = frozenset('.;:!?—–()"“”')
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})


def occasion_spans(document: Document, language: LanguageDates) -> tuple[tuple[int, int], ...]:
    """Bounds of 'the anniversary of …', from the cue to the end of what it names."""
    if language.occasion is None:
        return ()
    found: list[tuple[int, int]] = []
    for match in language.occasion.finditer(document.text):
        if found and match.start() < found[-1][1]:
            continue
        sentence = document.sentence_at(match.start())
        end = _end(document, sentence, match.end())
        found.append((match.start(), max(end, match.end())))
    return tuple(found)


def _end(document: Document, sentence: Sentence, start: int) -> int:
    """Up to the main clause; over a comma only where a preposition goes on naming."""
    end = start
    tokens = document.tokens_in(start, sentence.end)
    for position, token in enumerate(tokens):
        if token.text in _ENDS or token.tag in _FINITE:
            break
        if token.text == ",":
            following = tokens[position + 1] if position + 1 < len(tokens) else None
            if following is None or following.text.lower() not in ("in", "of", "by", "at"):
                break
            continue
        end = token.end
    return end
