"""Sentences parsed in plain words: what a side calls an act or a crowd changes no syntax.

A parser knows "police arrested two men" better than "regime police rounded up two men". So a text
is parsed with plain words for loaded ones (`loaded_words`), and the words found get their own
text and lemma again; those left out hang on the word beside them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from reportedly.parse.hyphenated import parts_of_offices, plainer_office
from reportedly.parse.loaded_words import LoadedForm, cased, loaded_words
from reportedly.parse.syntax import Reading
from reportedly.parse.words import Word

if TYPE_CHECKING:
    from spacy.language import Language

_TAGS = {
    "amod": ("ADJ", "JJ"),
    "compound": ("NOUN", "NN"),
    "prt": ("ADP", "RP"),
    "punct": ("PUNCT", "HYPH"),
}
_NO_ARREST = frozenset({"to", "the"})  # "rounded up to six", "the sum"


@dataclass(frozen=True, slots=True)
class PlainWording:
    """A tokenized text in plain words.

    `origin` gives the number in the text of each token, `left_out` numbers of words that it lacks,
    with the word on which each hangs and how.
    """

    doc: Any
    origin: Sequence[int]
    loaded: Mapping[int, LoadedForm] = field(default_factory=dict)
    left_out: Mapping[int, tuple[int, str]] = field(default_factory=dict)


def in_plain_words(language: Language, doc: Any) -> PlainWording:  # noqa: ANN401  # Doc
    """A tokenized text in plain words; as it stands where it has no loaded ones."""
    words = [token.text.lower() for token in doc]
    known = loaded_words()
    loaded: dict[int, LoadedForm] = {}
    left_out = parts_of_offices(words)
    for number, word in enumerate(words):
        behind = words[number + 1] if number + 1 < len(words) else ""
        form = known.forms.get(word)
        office = plainer_office(words, number) if number - 1 in left_out else None
        if known.leaves_out(word, behind):
            left_out[number] = number + 1, "compound"
        elif office is not None:
            loaded[number] = LoadedForm(
                plain=office, plain_lemma=office, lemma=word.removesuffix("s"), verb=False
            )
        elif form is not None and not form.noun_too and _stands(form, words, number):
            loaded[number] = form
            if form.particle:
                left_out[number + 1] = number, "prt"
    if not loaded and not left_out:
        return PlainWording(doc, range(len(doc)))
    origin = [number for number in range(len(doc)) if number not in left_out]
    plain = [cased(loaded[n].plain, doc[n].text) if n in loaded else doc[n].text for n in origin]
    return PlainWording(_doc(language, doc, origin, plain), origin, loaded, left_out)


def as_it_stands(
    reading: Reading, numbers: list[int], wording: PlainWording, texts: Sequence[str]
) -> tuple[Reading, list[int]]:
    """The syntax of a sentence with the words of the text, and their numbers in the text.

    Args:
        reading: of the sentence in plain words.
        numbers: of its words in the text.
        wording: of the whole text.
        texts: all words of the text.
    """
    kept = set(numbers)
    hung = {n: on for n, (on, _) in wording.left_out.items() if on in kept}
    every = sorted(kept | hung.keys())
    if not hung and kept.isdisjoint(wording.loaded):
        return reading, numbers
    now = {number: place for place, number in enumerate(every)}
    words: list[Word] = []
    known = dict(zip(numbers, reading.words, strict=True))
    for number in every:
        if number in hung:
            dep, head = wording.left_out[number][1], now[hung[number]]
            words.append(_left_out_word(texts[number], dep, head))
            continue
        found = replace(known[number], head=now[numbers[known[number].head]])
        form = wording.loaded.get(number)
        if form is not None:
            found = replace(found, text=texts[number], lemma=form.lemma)
        words.append(found)
    names = tuple(
        (now[numbers[first]], now[numbers[last - 1]] + 1, label)
        for first, last, label in reading.names
    )
    return Reading(words=tuple(words), names=names), every


def _left_out_word(text: str, dep: str, head: int) -> Word:
    """A particle, a hyphen or a word of an office that was not parsed, on the word beside it."""
    pos, tag = _TAGS[dep]
    return Word(text=text, lemma=text.lower(), pos=pos, tag=tag, dep=dep, head=head)


def _stands(form: LoadedForm, words: Sequence[str], number: int) -> bool:
    """Whether the particle of a loaded verb follows, and nothing that makes it another verb."""
    if not form.particle:
        return True
    behind = [*words[number + 1 : number + 3], "", ""]
    return behind[0] == form.particle and behind[1] not in _NO_ARREST


def _doc(language: Language, doc: Any, origin: Sequence[int], words: Sequence[str]) -> Any:  # noqa: ANN401
    from spacy.tokens import Doc

    spaces = [bool(doc[n].whitespace_) for n in origin]
    return Doc(language.vocab, words=list(words), spaces=spaces)
