"""The syntax of one sentence as a model gives it, with slips of the model put right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from reportedly.parse.second_reading import Rewording

if TYPE_CHECKING:
    from spacy.language import Language

# Past forms that the tagger takes for a present: the lemma and tag that they have.
_SLIPS = {"retook": ("retake", "VBD")}
# Verbs whose past is no other word: "stopped and *beat* him" is a past as well.
_UNMARKED = frozenset(
    {"beat", "burst", "cut", "hit", "hurt", "let", "put", "quit", "set", "shut", "split", "thrust"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of a sentence; `head` is the number of its governor in the sentence."""

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Words of a sentence, and names as (first, last, label) with words [first, last)."""

    words: tuple[Word, ...]
    names: tuple[tuple[int, int, str], ...]


def first_reading(inside: Sequence[Any]) -> Reading:
    """The syntax that spaCy's tokens of one sentence carry, spaces left out."""
    numbers = {token.i: number for number, token in enumerate(inside)}
    words = [_word(token, numbers) for token in inside]
    return Reading(words=_without_slips(words), names=_names(inside, numbers))


def second_reading(language: Language, first: Reading, other: Rewording) -> Reading | None:
    """The syntax of a sentence as it is in other words, None where it shows no verb there too."""
    from spacy.tokens import Doc

    tokens = list(language(Doc(language.vocab, words=list(other.words))))
    added = other.origin.index(None)
    verb = tokens[added + 1]
    if tokens[added].head.i != verb.i or any(t.is_sent_start for t in tokens[1:]):
        return None
    numbers = {new: old for new, old in enumerate(other.origin) if old is not None}
    numbers[added] = other.verb
    words = list(first.words)
    for new, old in enumerate(other.origin):
        if old is not None:
            words[old] = replace(_word(tokens[new], numbers), text=first.words[old].text)
    for dropped in set(range(len(words))) - set(other.origin):  # "tear-" of "tear-gassed"
        words[dropped] = replace(words[dropped], dep="npadvmod", head=other.verb, name="")
    lemma = other.lemma or words[other.verb].lemma
    words[other.verb] = replace(words[other.verb], tag=other.tag, lemma=lemma)
    kept = [token for token in tokens if token.i != added]
    return Reading(words=_without_slips(words), names=_names(kept, numbers))


def _word(token: Any, numbers: Mapping[int, int]) -> Word:  # noqa: ANN401  # spaCy's Token
    """A token as a word; `numbers` leads from the token's index to numbers in the sentence."""
    head = token.head
    while head.is_space and head.head.i != head.i:
        head = head.head
    return Word(
        text=token.text,
        lemma=token.lemma_.lower(),
        pos=token.pos_,
        tag=token.tag_,
        dep=token.dep_,
        head=numbers.get(head.i, numbers[token.i]),
        name=token.ent_type_,
    )


def _names(inside: Sequence[Any], numbers: Mapping[int, int]) -> tuple[tuple[int, int, str], ...]:
    """The names among spaCy's tokens of a sentence."""
    found: list[tuple[int, int, str]] = []
    for token in inside:
        number = numbers[token.i]
        if token.ent_iob_ == "I" and found and found[-1][1] == number:
            found[-1] = (found[-1][0], number + 1, token.ent_type_)
        elif token.ent_type_:
            found.append((number, number + 1, token.ent_type_))
    return tuple(found)


def _without_slips(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words with the tags of past forms that a tagger takes for a present."""
    found = [
        replace(word, lemma=_SLIPS[small][0], tag=_SLIPS[small][1])
        if (small := word.text.lower()) in _SLIPS
        else word
        for word in words
    ]
    helped = {word.head for word in words if word.dep in ("aux", "auxpass")}
    for number, word in enumerate(found):
        joined = word.dep == "conj" and found[word.head].tag == "VBD"
        if (
            joined
            and word.tag in ("VB", "VBP")
            and word.lemma in _UNMARKED
            and number not in helped
        ):
            found[number] = replace(word, tag="VBD")
    return tuple(found)
