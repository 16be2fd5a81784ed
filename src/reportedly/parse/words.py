"""The words of one sentence as a parser reads them, and steps over them, also to hang them anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
HELPERS = frozenset({"aux", "auxpass"})


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


# --- steps ----------------------------------------------------------------------------------


def children(words: Sequence[Word], number: int) -> Iterator[int]:
    """The words that depend directly on a word."""
    return (n for n, word in enumerate(words) if word.head == number and n != number)


def child(words: Sequence[Word], number: int, *labels: str) -> int | None:
    """The first child of a word with one of these labels."""
    return next((n for n in children(words, number) if words[n].dep in labels), None)


def ancestors(words: Sequence[Word], number: int) -> list[int]:
    """The governors of a word, from the nearest to the root."""
    found: list[int] = []
    while words[number].head != number and words[number].head not in found:
        number = words[number].head
        found.append(number)
    return found


def is_tree(words: Sequence[Word]) -> bool:
    """Whether every word leads up to a root: no word hangs on what hangs on it."""
    safe: set[int] = set()
    for number in range(len(words)):
        path: list[int] = []
        at = number
        while at not in safe and at not in path:
            path.append(at)
            if words[at].head == at:
                break
            at = words[at].head
        else:
            if at in path:
                return False
        safe.update(path)
    return True


def subtree(words: Sequence[Word], number: int) -> set[int]:
    """A word and all that hangs on it."""
    found, todo = {number}, [number]
    while todo:
        below = [n for n in children(words, todo.pop()) if n not in found]
        found.update(below)
        todo.extend(below)
    return found


def is_of(words: Sequence[Word], number: int, noun: int) -> bool:
    """Whether a word stands behind the "of" of a noun: "hundreds of *nurses*"."""
    above = words[words[number].head]
    return words[number].dep == "pobj" and above.text.lower() == "of" and above.head == noun


# --- other governors ------------------------------------------------------------------------


def attach(words: list[Word], number: int, label: str, head: int) -> None:
    """Make a word a dependent of another one, by a label."""
    words[number] = replace(words[number], dep=label, head=head)


def move(words: list[Word], moved: Iterable[int], head: int) -> None:
    """Hang words on another one, each by the label it has."""
    for number in tuple(moved):
        words[number] = replace(words[number], head=head)


def make_subject(words: list[Word], noun: int, verb: int) -> None:
    """Make a noun the subject of a verb, one that undergoes it where the verb is passive."""
    passive = child(words, verb, "auxpass") is not None
    attach(words, noun, "nsubjpass" if passive else "nsubj", verb)


def make_root(words: list[Word], verb: int, root: int, label: str, moved: Iterable[int]) -> None:
    """Make a verb the root of its sentence, and the root before a dependent of it by a label.

    `moved` are words below the old root that belong to the verb.
    """
    move(words, moved, verb)
    attach(words, root, label, verb)
    attach(words, verb, "ROOT", verb)


def raise_above(words: list[Word], verb: int, clause: int, noun: int) -> None:
    """Give a verb the place and the subject of the clause that only says who the subject is."""
    above = words[clause]
    if above.head != verb:
        place = verb if above.head == clause else above.head
        attach(words, verb, above.dep, place)
        below = [n for n in children(words, clause) if n > verb or words[n].pos == "PUNCT"]
        move(words, [n for n in below if n != verb], verb)
    make_subject(words, noun, verb)
    label = "amod" if clause < noun else "acl"
    tag = "VBG" if above.tag == "VBG" else "VBN"
    words[clause] = replace(words[clause], dep=label, tag=tag, head=noun)
