"""Slips of parsers in headlines and tickers, whose grammar is that of no other text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.parse.word_lists import parsing_words
from reportedly.parse.words import Word, attach, children, make_root, move

_LOOSE = frozenset({"dep", "npadvmod", "nmod"})
_TIMES = frozenset({"DATE", "TIME"})
_FOUND = frozenset({"ROOT", "aux", "ccomp"})
_SIDES = frozenset({"nsubj", "dobj", "aux", "auxpass"})
_HELPED = frozenset({"dobj", "aux", "auxpass", "nsubjpass"})


def read_as_line(words: Sequence[Word]) -> list[Word]:
    """Words of a sentence, put right where they are a line without a full stop."""
    found = list(words)
    if len(found) < 4 or found[-1].pos == "PUNCT":
        return found
    found = _with_told_noun(_with_verb_to_come(found))
    return _with_both_subjects(_with_second_verb(found))


def with_people_found(words: list[Word]) -> list[Word]:
    """'Woman *found* fatally stabbed in Lima': she was found, though no "was" is said."""
    for number, word in enumerate(words):
        if word.text.lower() != "found" or word.dep not in _FOUND:
            continue
        verb = word.head if word.dep == "aux" else number
        below = sorted({*children(words, verb), *children(words, number)} - {number})
        subject = next((n for n in below if words[n].dep == "nsubj" and n < number), None)
        if subject is None or any(words[n].dep in _HELPED for n in below):
            continue
        harmed = verb if verb != number else next((n for n in below if _is_state(words, n)), None)
        if harmed is None or harmed < number or not _is_state(words, harmed):
            continue
        if verb == number and any(words[n].dep in _SIDES for n in children(words, harmed)):
            continue  # "Police found a man dead"
        if verb != number:
            make_root(words, number, verb, "xcomp", [n for n in below if n < number])
        words[number] = replace(words[number], pos="VERB", tag="VBN", lemma="find")
        attach(words, subject, "nsubjpass", number)
    return words


def _is_state(words: Sequence[Word], number: int) -> bool:
    """'*Shot* dead', '*dead*': in which somebody is found."""
    word = words[number]
    return word.tag == "VBN" or word.text.lower() == "dead"


def _with_verb_to_come(words: list[Word]) -> list[Word]:
    """'Turkey *to send* troops': the verb of the line, not a clause about Turkey."""
    for number, word in enumerate(words):
        above = words[word.head]
        if word.tag != "VB" or word.dep not in ("relcl", "acl") or above.dep != "ROOT":
            continue
        acts = above.pos == "PROPN" or above.lemma in parsing_words().acting
        if not acts or words[word.head + 1].text.lower() != "to" or word.head + 2 != number:
            continue
        behind = [n for n in children(words, word.head) if n > number]
        make_root(words, number, word.head, "nsubj", behind)
        break
    return words


def _with_told_noun(words: list[Word]) -> list[Word]:
    """'As *fighting* erupts': the noun before its verb, not a verb with an object."""
    for number, word in enumerate(words[1:], start=1):
        before = words[number - 1]
        told = word.tag == "VBZ" and word.dep == "dobj" and word.head == number - 1
        if not told or before.tag != "VBG" or before.dep != "advcl":
            continue
        move(words, children(words, number - 1), number)
        words[number] = replace(word, pos="VERB", dep="advcl", head=before.head)
        words[number - 1] = replace(before, pos="NOUN", tag="NN", dep="nsubj", head=number)
    return words


def _with_second_verb(words: list[Word]) -> list[Word]:
    """'Police break up march, *arrest* 14 people': a comma for "and" between two verbs."""
    for number, word in enumerate(words[1:], start=1):
        above = words[word.head]
        loose = word.dep in ("dep", "advcl") and word.tag in ("VB", "VBP")
        if not loose or words[number - 1].text != "," or word.head > number:
            continue
        alone = not any(words[n].dep in ("aux", "nsubj") for n in children(words, number))
        if alone and above.dep == "ROOT" and above.tag in ("VBP", "VBZ"):
            words[number] = replace(word, tag=above.tag, dep="conj")
    return words


def _with_both_subjects(words: list[Word]) -> list[Word]:
    """'*Police*, protesters clash', 'Dorna, *Volda* sign deal': a comma for "and"."""
    for number, word in enumerate(words[2:], start=2):
        named = word.dep == "appos" and word.pos == "PROPN" and word.head == number - 2
        verb = words[words[number - 2].head]
        if named and words[number - 2].dep == "nsubj" and verb.tag == "VBP":  # no verb of one
            words[number] = replace(word, dep="conj")
    for number, word in enumerate(words[:-2]):
        verb = words[word.head]
        loose = word.dep in _LOOSE and word.head > number and verb.pos == "VERB"
        people = word.tag in ("NNS", "NNP", "NNPS") and word.name not in _TIMES
        if not (loose and people) or words[number + 1].text != ",":
            continue
        second = next((n for n in range(number + 2, word.head) if words[n].dep == "nsubj"), None)
        if second is None or words[second].head != word.head:
            continue
        if any(words[n].head != second for n in range(number + 2, second)):
            continue  # "Monday's vote, the second, …"
        words[number] = replace(word, dep="nsubj")
        attach(words, second, "conj", number)
    return words
