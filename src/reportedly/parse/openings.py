"""Places that open a clause without a comma: "In Arvan *dockers* walked out".

Nobody is called "Arvan dockers", but a parser that sees no comma makes the place a part of the
name, and often loses the subject with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reportedly.parse.words import Word, attach, child, children, make_subject

_OPENERS = frozenset({"in", "at", "near", "outside", "around"})
_TIMES = frozenset({"after", "before", "during"})
_BEFORE = frozenset({";", ":", "and", "but", "while", "—", "–"})
_IN_NAMES = frozenset({"compound", "nmod", "amod"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def with_opening_places(words: list[Word]) -> list[Word]:
    """'In Arvan *dockers* walked out': the place is the preposition's, the noun the verb's."""
    found = list(words)
    for preposition, word in enumerate(words[:-3]):
        lower = word.text.lower()
        if lower in _OPENERS and _opens(words, preposition):
            _part(found, preposition)
        if lower in _OPENERS | _TIMES and preposition == 0:
            _part_before_adjective(found)
    return found


def _opens(words: list[Word], number: int) -> bool:
    return number == 0 or words[number - 1].text.lower() in _BEFORE


def _part(words: list[Word], preposition: int) -> None:
    """Give the name behind a preposition to it, and the noun behind the name to the verb."""
    name = list(_capitals(words, preposition + 1))
    if not name or (words[name[-1]].tag == "JJ" and words[name[-1]].name == "NORP"):
        return  # "in Kurdish villages"
    noun = _noun_above(words, name[-1])
    if noun is None or any(words[n].dep in ("det", "poss") for n in children(words, noun)):
        return
    verb = _verb_of(words, preposition, noun)
    if verb is None:
        return
    labelled = [n for n in name if words[n].name in _PLACES]
    if labelled:  # "in Gaza *Hamas* fighters"
        name = name[: name.index(labelled[-1]) + 1]
    head = name[-1]
    words[head] = replace(words[head], pos="PROPN", tag="NNP")
    attach(words, head, "pobj", preposition)
    for part in name[:-1]:
        attach(words, part, "compound", head)
    if words[preposition].dep != "prep" or words[preposition].head != verb:
        words[preposition] = replace(words[preposition], pos="ADP", tag="IN")
        attach(words, preposition, "prep", verb)
    if words[noun].dep not in _SUBJECTS:
        make_subject(words, noun, verb)


def _part_before_adjective(words: list[Word]) -> None:
    """'After the rally *young men* threw flares': no adjective stands behind a noun."""
    noun, adjective = 2, 3
    if len(words) < 6 or words[1].dep != "det" or words[noun].tag != "NN":
        return
    people = words[adjective].head
    whole = words[1].head == people and words[noun].head == people
    plural = words[people].tag == "NNS" and words[people].text.islower()
    if not (whole and plural and words[adjective].tag == "JJ" and people > adjective):
        return
    verb = words[people].head
    subject = words[people].dep in _SUBJECTS and verb > people
    if not subject and words[people].dep == "pobj" and words[people].head == 0:
        verb = words[0].head
        free = child(words, verb, "nsubj", "nsubjpass") is None
        subject = verb > people and free and words[verb].tag in _FINITE
    if not subject:
        return
    attach(words, noun, "pobj", 0)
    attach(words, 1, "det", noun)
    words[0] = replace(words[0], dep="prep", pos="ADP", head=verb)
    if words[people].dep not in _SUBJECTS:
        make_subject(words, people, verb)


def _capitals(words: list[Word], first: int) -> Iterator[int]:
    """The words of a name from a number on."""
    for number in range(first, len(words)):
        word = words[number]
        if not word.text[:1].isupper() or word.dep not in _IN_NAMES:
            return
        yield number


def _noun_above(words: list[Word], part: int) -> int | None:
    """The common noun behind a name, and before it no other: "Arvan *dockers*"."""
    noun = words[part].head
    while words[noun].dep in _IN_NAMES and words[noun].text[:1].isupper():
        noun = words[noun].head
    between = range(part + 1, noun)
    plural = words[noun].tag == "NNS" or words[noun].text.lower() in ("police", "people")
    if noun < part or not plural or words[noun].text[:1].isupper():
        return None
    if any(words[n].tag == "NNS" or words[n].pos == "PUNCT" for n in between):
        return None  # "in Sudanese *villages* rebels …"
    return noun


def _verb_of(words: list[Word], preposition: int, noun: int) -> int | None:
    """The verb whose subject the noun is, or can only be."""
    above = words[noun].head
    if words[noun].dep in _SUBJECTS:
        return above if above > noun else None
    if words[noun].dep != "pobj" or above != preposition:
        return None
    verb = words[preposition].head
    if verb > noun and words[verb].pos == "VERB":
        helped = child(words, verb, "aux", "auxpass")
        tensed = words[verb if helped is None else helped].tag in _FINITE
        return verb if tensed and child(words, verb, "nsubj", "nsubjpass", "expl") is None else None
    return _hidden_verb(words, noun, verb)


def _hidden_verb(words: list[Word], noun: int, root: int) -> int | None:
    """'In Arvan unknown persons *fired* at a door; it was empty': no participle of the persons."""
    verb = child(words, noun, "acl")
    if verb is None or verb != noun + 1 or words[verb].tag not in ("VBN", "VBD"):
        return None
    if not any(words[n].text == ";" for n in range(verb, root)):
        return None
    words[verb] = replace(words[verb], tag="VBD")
    attach(words, verb, "ccomp", root)
    return verb
