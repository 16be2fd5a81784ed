"""Main verbs that a parser hides in a phrase, put right: "Dozens of activists *protested* …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.parse.speakers import ACTIVE

if TYPE_CHECKING:
    from reportedly.parse.syntax import Word

_HOLDING = frozenset({"hold", "keep", "take"})
_HELD = frozenset({"captive", "hostage", "prisoner"})
_OF_VERBS = frozenset({"prep", "punct", "npadvmod", "advmod", "advcl", "cc", "conj"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def with_main_verbs(words: Sequence[Word]) -> list[Word]:
    """Words of a sentence, put right where a parser takes its verb or object for something else."""
    plain = [_plural_subject(word) for word in words]
    return _with_held(_with_object_behind(_with_past_verb(plain)))


def _plural_subject(word: Word) -> Word:
    """'Where *inmates* were holding guards': a subject is no verb."""
    if word.dep in ("nsubj", "nsubjpass") and word.tag == "VBZ":
        lemma = word.text.lower().removesuffix("s")
        return replace(word, pos="NOUN", tag="NNS", lemma=lemma)
    return word


def _with_past_verb(words: list[Word]) -> list[Word]:
    """'Dozens of activists *protested* outside': no participle, as nobody can be protested.

    Nor is one that a past tense goes on: "Scores *gathered* and chanted".
    """
    root = next((n for n, word in enumerate(words) if word.dep == "ROOT"), None)
    if root is None or words[root].pos not in ("NOUN", "PROPN", "NUM"):
        return words
    for number, word in enumerate(words):
        if word.dep != "acl" or word.tag != "VBN" or number < root:
            continue
        goes_on = any(w.dep == "conj" and w.head == number and w.tag == "VBD" for w in words)
        rivals = (w for w in words if w.tag in _FINITE and w.dep in ("ROOT", "conj", "relcl"))
        if not _is_of(words, number, root) or not (
            goes_on or (word.lemma in ACTIVE and not any(rivals))
        ):
            continue
        for other, one in enumerate(words):
            if one.head == root and other > number and one.dep != "prep":
                words[other] = replace(one, head=number)
        words[root] = replace(words[root], dep="nsubj", head=number)
        words[number] = replace(word, tag="VBD", dep="ROOT", head=number)
        break
    return words


def _is_of(words: Sequence[Word], number: int, root: int) -> bool:
    """Whether a participle hangs on the root, or on what that counts: "dozens of activists"."""
    above = words[number].head
    if above == root:
        return True
    counted = words[above]
    return (
        counted.dep == "pobj"
        and words[counted.head].text == "of"
        and (words[counted.head].head == root)
    )


def _with_object_behind(words: list[Word]) -> list[Word]:
    """'A court *sentenced* activist Ana Roa to …': a verb with a subject describes no noun."""
    for number, word in enumerate(words):
        subject = any(w.dep == "nsubj" and w.head == number for w in words[:number])
        if word.tag != "VBD" or word.dep != "amod" or not subject:
            continue
        root = word.head
        while words[root].dep == "compound":
            root = words[root].head
        if words[root].dep != "ROOT" or root < number:
            continue
        for other, one in enumerate(words):
            if one.head == root and one.dep in _OF_VERBS and not number < other < root:
                words[other] = replace(one, head=number)
        words[root] = replace(words[root], dep="dobj", head=number)
        words[number] = replace(word, pos="VERB", dep="ROOT", head=number)
        break
    return words


def _with_held(words: list[Word]) -> list[Word]:
    """'Were holding 130 *guards* hostage': these are held, and not a kind of hostage."""
    for number, word in enumerate(words[1:], start=1):
        before = words[number - 1]
        held = word.dep == "dobj" and word.tag == "NN" and word.lemma in _HELD
        if not held or words[word.head].lemma not in _HOLDING:
            continue
        if before.head != number or before.dep != "compound" or before.pos not in ("NOUN", "PROPN"):
            continue
        verb = word.head
        for other, one in enumerate(words):
            if one.head == number and other < number - 1:
                words[other] = replace(one, head=number - 1)
        words[number - 1] = replace(before, dep="dobj", head=verb)
        words[number] = replace(word, dep="oprd")
    return words
