"""Who holds an office, where a parser takes his name for another one of its place.

"The archbishop of Belt, *Ivo Brand*, said": the name behind the comma is the archbishop's, and
Belt has no other one.
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.parse.word_lists import parsing_words
from reportedly.parse.words import Word, attach, children

_NO_PERSONS = frozenset({"GPE", "LOC", "NORP", "DATE"})


def with_office_holders(words: Sequence[Word]) -> tuple[Word, ...]:
    """Words with names hung on the office that they hold, and not on its place."""
    found = list(words)
    for number, word in enumerate(words):
        place = word.head
        if word.dep != "appos" or word.tag != "NNP" or words[place].pos != "PROPN":
            continue
        of = words[place].head
        office = words[of].head
        if words[place].dep != "pobj" or words[of].text.lower() != "of":
            continue
        if words[office].tag == "NN" and words[office].lemma in parsing_words().office_holders:
            first = _first_of_name(words, number)
            if first is not None and first - 1 > place and words[first - 1].text == ",":
                attach(found, number, "appos", office)
    return tuple(found)


def _first_of_name(words: Sequence[Word], last: int) -> int | None:
    """The first word of a name of two words or more that can be a person's."""
    parts = [n for n in children(words, last) if words[n].dep in {"compound", "flat"} and n < last]
    other = any(words[n].dep in {"det", "amod", "poss"} for n in children(words, last))
    named = [*parts, last]
    if not parts or other or any(words[n].name in _NO_PERSONS for n in named):
        return None
    return None if words[last].lemma in parsing_words().bodies else min(parts)
