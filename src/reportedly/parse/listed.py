"""Things in a list, of which a parser takes one for a name of another, or for a subject."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.parse.word_lists import parsing_words
from reportedly.parse.words import Word, attach, child


def with_lists(words: Sequence[Word]) -> list[Word]:
    """Words in which all that was found or seized is an object of it."""
    found = list(words)
    for number, word in enumerate(words):
        if word.dep == "nsubj" and words[word.head].tag == "VBG":
            _hang_on_list(found, number)
        elif word.dep == "appos" and word.tag == "NNS":
            _join_to_list(found, number)
    return found


def _join_to_list(words: list[Word], number: int) -> None:
    """'Recovered a telescope, *three rifles* and a bomb': one thing has no name of several."""
    thing = words[number].head
    single = words[thing].tag == "NN" and words[thing].dep == "dobj"
    if not single or words[words[thing].head].lemma not in parsing_words().finding:
        return
    if child(words, number, "nummod") is not None and child(words, number, "conj") is not None:
        attach(words, number, "conj", thing)


def _hang_on_list(words: list[Word], number: int) -> None:
    """'Found a rifle and *detonators* belonging to rebels': the last of a list, and no clause."""
    gerund = words[number].head
    verb = words[gerund].head
    thing = child(words, verb, "dobj")
    found = words[verb].lemma in parsing_words().finding and words[verb].tag == "VBD"
    if not found or words[gerund].dep != "conj" or thing is None or not thing < number < gerund:
        return
    if child(words, gerund, "aux") is None:
        attach(words, number, "conj", thing)
        attach(words, gerund, "acl", number)
