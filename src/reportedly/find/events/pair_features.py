"""What the event classifier reads of two actors in a sentence: words, syntax and triggers.

The actors are masked ('SOURCE', 'TARGET') and other names stand as their kind ('GPE'), so that
no side can be told by its name. Features are plain strings in four groups, each of which weighs
as much as any other however many strings it has:

- `words`: masked lemmas of the sentence, one by one and in pairs;
- `between`: what stands between the actors and beside each of them, and their order;
- `syntax`: the path between the actors, the verbs above each of them with their complements,
  auxiliaries, negation and voice;
- `triggers`: types that the lexicon's rules give, and whether near to which actor.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from reportedly.find.events.triggers.trigger import Trigger
from reportedly.parse import Document, Token

Span = tuple[int, int]
Features = Mapping[str, tuple[str, ...]]

GROUPS = ("words", "between", "syntax", "triggers")

SOURCE, TARGET = "SOURCE", "TARGET"
_UNREAD = frozenset({"PUNCT", "SPACE", "DET"})
_UNREAD_PARTS = frozenset({"det", "punct", "nummod", "case", "predet", "nsubj", "aux", "cc"})
_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "relcl", "acl", "conj", "pcomp"})
_BESIDE = 2  # words read at each side of an actor
_SHORT_GAP = 4  # words between the actors that are read as one wording
_LONGEST_PATH = 8  # a longer path of dependencies is too rare to be read as a whole
_ABOVE = 4  # governors of an actor that are looked at
_LONGEST_SENTENCE = 400  # words; what is longer is no sentence


@dataclass(frozen=True, slots=True)
class Pair:
    """Where the actors of a sentence stand, and its words with masks in their place."""

    document: Document
    heads: Mapping[str, int]  # token of each mark's head word
    masks: Mapping[int, str]
    tokens: tuple[Token, ...]

    def word(self, index: int) -> str:
        """The mask, the kind of name or the lemma of a token."""
        return self.masks.get(index) or _word(self.document.tokens[index])

    def chain(self, mark: str) -> list[int]:
        """An actor's head word and its governors up to the root."""
        head = self.heads[mark]
        return [head, *(token.index for token in self.document.ancestors(head))]


def pair_features(
    document: Document,
    source: Span | None,
    target: Span | None,
    triggers: Sequence[Trigger] = (),
) -> Features:
    """The features of a pair, or of one actor alone, by group.

    Args:
        document: the parse.
        source: characters [start, end) of who acts; None where nobody is named.
        target: characters of who is acted upon, in the sentence of `source`.
        triggers: those of the document; the ones of other sentences are passed over.

    Returns:
        Each group's strings without doubles, in order of the text. Empty where neither span
        holds a word or the sentence has more than 400 words.
    """
    pair = pair_in(document, source, target)
    if pair is None:
        return {}
    words = _masked(pair)
    found = {
        "words": _ngrams(words),
        "between": _between(words),
        "syntax": _syntax(pair),
        "triggers": _triggers(pair, triggers),
    }
    return {group: tuple(dict.fromkeys(strings)) for group, strings in found.items()}


def pair_in(document: Document, source: Span | None, target: Span | None) -> Pair | None:
    """Where two actors stand; None where neither span holds a word or the sentence is too long."""
    heads: dict[str, int] = {}
    masks: dict[int, str] = {}
    for mark, span in ((TARGET, target), (SOURCE, source)):  # an overlap is the source's
        inside = document.tokens_in(*span) if span is not None else ()
        if span is None or not inside:
            continue
        masks.update({token.index: mark for token in inside})
        heads[mark] = (document.root_of(*span) or inside[0]).index
    if not heads:
        return None
    sentence = document.sentences[document.tokens[min(heads.values())].sentence]
    tokens = document.sentence_tokens(sentence)
    if len(tokens) > _LONGEST_SENTENCE:
        return None
    return Pair(document, heads, masks, tokens)


def _word(token: Token) -> str:
    if token.name:
        return token.name
    return "NUM" if token.pos == "NUM" else token.lemma


def weighed(
    features: Features, vocabulary: Mapping[str, int], rarity: NDArray[np.float32]
) -> tuple[list[int], NDArray[np.float32]]:
    """The rows of known features ('group<tab>feature') and their values; a group has length 1."""
    rows: list[int] = []
    values = [np.zeros(0, dtype=np.float32)]
    for group in GROUPS:
        keys = (f"{group}\t{string}" for string in features.get(group, ()))
        known = [vocabulary[key] for key in keys if key in vocabulary]
        if known:
            weight = rarity[known]
            rows += known
            values.append(weight / np.sqrt(np.square(weight).sum()))
    return rows, np.concatenate(values)


# --- words ------------------------------------------------------------------------------------


def _masked(pair: Pair) -> list[str]:
    words: list[str] = []
    for token in pair.tokens:
        mask = pair.masks.get(token.index)
        if mask is None and token.pos in _UNREAD:
            continue
        word = mask or _word(token)
        if words and words[-1] == word and (mask or token.name):
            continue  # a name of several words stands once
        words.append(word)
    return words


def _ngrams(words: Sequence[str]) -> Iterator[str]:
    yield from words
    yield from map(" ".join, pairwise(words))


def _between(words: Sequence[str]) -> Iterator[str]:
    at = {mark: words.index(mark) for mark in (SOURCE, TARGET) if mark in words}
    if len(at) > 1:
        order = "st" if at[SOURCE] < at[TARGET] else "ts"
        gap = words[min(at.values()) + 1 : max(at.values())]
        yield f"order {order}"
        yield from (f"in {order} {word}" for word in gap)
        yield from (f"in {a} {b}" for a, b in pairwise(gap))
        if len(gap) <= _SHORT_GAP:
            yield f"all {order} {' '.join(gap)}"
    else:
        yield "alone"
    for mark, index in at.items():
        for step in range(1, _BESIDE + 1):
            if index >= step:
                yield f"{mark}-{step} {words[index - step]}"
            if index + step < len(words):
                yield f"{mark}+{step} {words[index + step]}"


# --- syntax -----------------------------------------------------------------------------------


def _syntax(pair: Pair) -> Iterator[str]:
    tops: list[int] = []
    if len(pair.heads) > 1:
        yield from _path(pair, tops)
    for mark in (SOURCE, TARGET):
        if mark in pair.heads:
            yield from _governors(pair, mark, tops)
    for top in dict.fromkeys(tops):
        yield from _predicate(pair, top)


def _path(pair: Pair, tops: list[int]) -> Iterator[str]:
    """The path from one actor over the word where they meet to the other."""
    tokens = pair.document.tokens
    up, down = pair.chain(SOURCE), pair.chain(TARGET)
    meeting = next((index for index in up if index in down), None)
    if meeting is None:
        return
    left, right = up[: up.index(meeting)], down[: down.index(meeting)]
    rising, falling = [tokens[i].dep for i in left], [tokens[i].dep for i in right]
    above_source = [pair.word(i) for i in left[1:]]
    above_target = [pair.word(i) for i in right[1:]]
    top = pair.word(meeting)
    yield f"shape {'>'.join(rising)}^{'<'.join(falling)}"
    if len(left) + len(right) <= _LONGEST_PATH:
        steps = zip(falling, [TARGET, *above_target], strict=False)
        yield f"path {'>'.join(rising)}|{top}|{'<'.join(f'{d}:{w}' for d, w in steps)}"
        yield f"lemmas {' '.join([*above_source, top, *reversed(above_target)])}"
    yield from (f"on {word}" for word in (*above_source, top, *above_target))
    yield f"top {top}"
    if rising:
        yield f"top {top} s:{rising[-1]}"
    if falling:
        yield f"top {top} t:{falling[-1]}"
    tops.extend((meeting, *left[1:], *right[1:]))


def _governors(pair: Pair, mark: str, tops: list[int]) -> Iterator[str]:
    """The words above an actor up to the nearest verb."""
    relation = pair.document.tokens[pair.heads[mark]].dep
    for depth, index in enumerate(pair.chain(mark)[1 : _ABOVE + 1]):
        word = pair.word(index)
        yield f"{mark}^{min(depth, 2)} {word}"
        if depth == 0:
            yield f"{mark} {relation} {word}"
        if pair.document.tokens[index].pos in ("VERB", "AUX"):
            yield f"{mark} under {word}"
            tops.append(index)
            return


def _predicate(pair: Pair, top: int) -> Iterator[str]:
    """A word of the path with its complements, its voice and what it hangs on."""
    document, word = pair.document, pair.word(top)
    children = document.children(top)
    if any(child.dep in ("nsubjpass", "auxpass") for child in children):
        yield f"passive {word}"
    for child in children:
        if child.dep in ("aux", "neg"):
            yield f"aux {child.lemma}"
        if child.dep in _UNREAD_PARTS or child.dep == "auxpass":
            continue
        part = pair.word(child.index)
        yield f"has {word} {child.dep} {part}"
        yield f"part {child.dep} {part}"
        for below in document.children(child.index):
            if child.dep in ("prep", "agent") and below.dep in ("pobj", "pcomp"):
                yield f"has {word} {child.lemma} {pair.word(below.index)}"
            elif child.dep in ("dobj", "attr", "xcomp", "ccomp") and below.dep in ("prep", "dobj"):
                yield f"deeper {part} {pair.word(below.index)}"
    token = document.tokens[top]
    if token.dep in _CLAUSES:
        yield f"below {token.dep} {pair.word(token.head)}"


# --- triggers ---------------------------------------------------------------------------------


def _triggers(pair: Pair, triggers: Sequence[Trigger]) -> Iterator[str]:
    first, last = pair.tokens[0].index, pair.tokens[-1].index
    inside = [trigger for trigger in triggers if first <= trigger.token <= last]
    chains = {mark: pair.chain(mark)[:_ABOVE] for mark in (SOURCE, TARGET) if mark in pair.heads}
    above = {index for chain in chains.values() for index in chain[1:]}
    if not inside:
        yield "none"
    for trigger in inside:
        kind = trigger.type or "DEATH"
        yield f"has {kind}"
        if trigger.mode:
            yield f"has {kind} {trigger.mode}"
        head = pair.document.tokens[trigger.token].head
        yield f"{'near' if trigger.token in above or head in above else 'far'} {kind}"
        for mark, chain in chains.items():
            if trigger.token in chain:
                at = chain.index(trigger.token)
                below = pair.document.tokens[chain[at - 1]].dep if at else "self"
                yield f"{mark} {kind} {below}"
