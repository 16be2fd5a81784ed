"""The syntax of one sentence as a model gives it, with slips of the model put right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from reportedly.parse.lines import read_as_line
from reportedly.parse.main_verbs import with_main_verbs
from reportedly.parse.persons import Names, persons
from reportedly.parse.second_reading import Rewording
from reportedly.parse.speakers import with_closing_speaker
from reportedly.parse.subjects import with_subjects
from reportedly.parse.words import Word

if TYPE_CHECKING:
    from spacy.language import Language

# Past forms that the tagger takes for a present: the lemma and tag that they have.
_SLIPS = {"retook": ("retake", "VBD")}
_LEMMAS = {"fin": "fine"}  # of verbs, where a lemmatiser cuts off too much
# Verbs whose past is no other word: "stopped and *beat* him" is a past as well.
_UNMARKED = frozenset(
    {"beat", "burst", "cut", "hit", "hurt", "let", "put", "quit", "set", "shut", "split", "thrust"}
)
_TWO_OBJECTS = frozenset({"award", "fine", "give", "grant", "lend", "offer", "owe", "pay", "send"})
_IN_NAMES = frozenset({"compound", "nmod"})
_FIGURES = frozenset({"MONEY", "QUANTITY", "CARDINAL"})  # labels of sums, that no name has


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Words of a sentence, and names as (first, last, label) with words [first, last)."""

    words: tuple[Word, ...]
    names: Names


def first_reading(inside: Sequence[Any]) -> Reading:
    """The syntax that spaCy's tokens of one sentence carry, spaces left out."""
    numbers = {token.i: number for number, token in enumerate(inside)}
    words = [_word(token, numbers) for token in inside]
    return _reading(words, _names(inside, numbers))


def tags_in_use(words: Sequence[Word]) -> list[str]:
    """The tags of words, nouns where the syntax makes a verb a part of a name.

    "President Roa *sacks* cabinet", where the cabinet is taken for one called "Roa sacks".
    """
    return ["NNS" if w.tag == "VBZ" and w.dep in _IN_NAMES else w.tag for w in words]


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
    return _reading(words, _names(kept, numbers))


def _reading(words: Sequence[Word], names: Names) -> Reading:
    """Words and names of a sentence, slips of the model put right."""
    named = list(words)
    kept = list(names)
    for first, last in persons(words, names):
        kept = [n for n in kept if not first <= n[0] < last]
        kept.append((first, last, "PERSON"))
        named[first:last] = [replace(word, name="PERSON") for word in words[first:last]]
    mended = with_subjects(with_closing_speaker(_without_slips(named)))
    return Reading(words=mended, names=tuple(sorted(kept)))


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


def _names(inside: Sequence[Any], numbers: Mapping[int, int]) -> Names:
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
        else replace(word, lemma=_LEMMAS[word.lemma])
        if word.pos == "VERB" and word.lemma in _LEMMAS
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
    found = _with_counted_objects(_with_names_before_sums(found))
    return tuple(read_as_line(with_main_verbs(found)))


def _with_names_before_sums(words: Sequence[Word]) -> list[Word]:
    """'Fined *Ember* 50 million crowns': a name that a parser takes for a part of the sum."""
    found = list(words)
    for number, word in enumerate(words[:-1]):
        sum_ = words[word.head]
        verb = words[sum_.head]
        part = word.pos == "PROPN" and word.dep in ("nmod", "compound") and sum_.dep == "dobj"
        if part and word.head > number and verb.lemma in _TWO_OBJECTS and verb.pos == "VERB":
            figure = words[number + 1]
            if figure.pos == "NUM" and figure.dep in ("nummod", "compound", "quantmod"):
                label = "dobj" if verb.lemma == "fine" else "dative"
                name = "" if word.name in _FIGURES else word.name
                found[number] = replace(word, dep=label, head=sum_.head, name=name)
    return found


def _with_counted_objects(words: list[Word]) -> list[Word]:
    """'Police raid flats, *arrest 40*': in a line, a number behind a verb is its object.

    The verb may pass for a noun: "search flats, *detain* 31".
    """
    if not words or words[-1].pos == "PUNCT":
        return words
    found = list(words)
    for number, word in enumerate(words[1:], start=1):
        above = found[number - 1]
        if word.dep != "nummod" or word.head != number - 1 or number < 2:
            continue
        second = above.dep in ("conj", "advcl") and found[above.head].pos == "VERB"
        if second and above.tag in ("NN", "VB") and words[number - 2].text == ",":
            lemma = above.text.lower()
            above = replace(above, pos="VERB", tag="VBP", dep="conj", lemma=lemma)
            found[number - 1] = above
        if above.pos == "VERB":
            found[number] = replace(word, dep="dobj")
    return found
