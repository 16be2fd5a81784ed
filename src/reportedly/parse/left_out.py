"""Sentences that a parser reads better with a word more or less.

A clause behind a noun may lack its "that": in "a man police labelled a thief was held" the man
passes for a kind of police, in "a man *that* police *had* labelled" he does not. So is "a crowd
that residents estimated at 600 blocked the road" read with "had", or the residents pass for those
who blocked it. In "a man was found *fatally* shot" the adverb makes him shoot.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.parse.word_lists import parsing_words

_MOST = 60  # words of a sentence that is read again
_PAST = frozenset({"VBD", "VBN"})
_PRESENT = frozenset({"believe", "say", "suspect", "think", "want"})
_HELPERS = frozenset({"had", "have", "was", "were", "are"})
_OPENS = frozenset({"DT", "CD", "PRP$", "JJ", "NNP", "IN"})


@dataclass(frozen=True, slots=True, kw_only=True)
class InFull:
    """A sentence with words put in, or without an adverb.

    `origin` gives the number in the sentence of each of the words, None for those put in.
    """

    words: tuple[str, ...]
    origin: tuple[int | None, ...]
    verb: int  # number of the clause's verb in the sentence as it stands
    as_what: str  # the label that it must get for the reading to be the right one
    past: bool = False  # whether it has no helper of its own there
    adverb: int | None = None  # number of the adverb before it that is left out


def put_in_full(words: Sequence[str], tags: Sequence[str]) -> InFull | None:
    """A sentence with the words it lacks, without the one too many; None where it is in full.

    Args:
        words: the words of one sentence.
        tags: their Penn tags in the first reading.
    """
    if not 4 <= len(words) <= _MOST:
        return None
    lists = parsing_words()
    for number in range(1, len(words) - 2):
        if tags[number] == "RB" and words[number - 1] == "found" and tags[number + 1] in _PAST:
            return _without_adverb(words, number)
        if words[number].lower() not in lists.telling:
            continue
        before, behind = words[number - 1].lower(), words[number + 1].lower()
        that = before in lists.told_of and (number == 1 or tags[number - 2] in _OPENS)
        past = tags[number + 1] in _PAST and behind not in _HELPERS
        if that and (past or behind in _PRESENT | _HELPERS):
            return _filled(words, number, ("that",), past)
        counted = before == "that" and past and words[number + 2].lower() == "at"
        if counted and number > 1 and words[number - 2].lower() in lists.told_of:
            return _filled(words, number, (), past)
    return None


def _filled(words: Sequence[str], number: int, that: tuple[str, ...], past: bool) -> InFull:
    had = ("had",) if past else ()
    rest = range(number + 1, len(words))
    return InFull(
        words=(*words[:number], *that, words[number], *had, *words[number + 1 :]),
        origin=(*range(number), *(None for _ in that), number, *(None for _ in had), *rest),
        verb=number + 1,
        as_what="relcl",
        past=past,
    )


def _without_adverb(words: Sequence[str], number: int) -> InFull:
    origin = (*range(number), *range(number + 1, len(words)))
    kept = tuple(words[n] for n in origin)
    return InFull(words=kept, origin=origin, verb=number + 1, as_what="xcomp", adverb=number)
