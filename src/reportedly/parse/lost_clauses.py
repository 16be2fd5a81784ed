"""Clauses that a parser joins to the main verb though a word before them says whose they are.

"The army denies the reports *according to which* twelve were killed": what the reports say, and
nothing that the army did beside denying. "It came days *after* five herders, two of them boys,
were shot": a clause of time, whose subject the parser leaves with "after".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.parse.word_lists import parsing_words
from reportedly.parse.words import Word, attach, child, children, make_subject, subtree

_JOINED = frozenset({"conj", "ccomp", "advcl", "parataxis", "ROOT"})
_OF_TIME = frozenset({"after", "before", "since", "until"})
_FAR = 14  # words between what is said and "according to which"


def with_lost_clauses(words: Sequence[Word]) -> list[Word]:
    """Words with clauses behind "according to which" and "after" hung where they belong."""
    found = list(words)
    for number, word in enumerate(words):
        lower = word.text.lower()
        if lower == "according" and _opens_account(words, number):
            _hang_on_account(found, number)
        elif lower in _OF_TIME and word.dep == "prep":
            _give_subject(found, number)
    return found


def _opens_account(words: Sequence[Word], number: int) -> bool:
    behind = [w.text.lower() for w in words[number + 1 : number + 3]]
    return behind == ["to", "which"]


def _hang_on_account(words: list[Word], according: int) -> None:
    """'Denies the *reports*, relayed by some, according to which twelve *were killed*'."""
    verb = words[according].head
    if verb <= according or words[verb].dep not in _JOINED:
        return
    before = range(according - 1, max(according - _FAR, 0) - 1, -1)
    statements = parsing_words().statements
    noun = next((n for n in before if words[n].lemma in statements), None)
    if noun is None or words[noun].pos != "NOUN" or noun in subtree(words, verb):
        return
    attach(words, verb, "acl", noun)


def _give_subject(words: list[Word], preposition: int) -> None:
    """'After five *herders*, two of them boys, *were shot*': nothing can be after herders."""
    noun = child(words, preposition, "pobj")
    if noun is None:
        return
    governor = words[preposition].head
    last = max(subtree(words, noun))
    verb = next(
        (n for n in children(words, governor)
         if n > last and words[n].dep == "conj" and words[n].pos == "VERB"), None
    )  # fmt: skip
    if verb is None or child(words, verb, "nsubj", "nsubjpass") is not None:
        return
    helper = child(words, verb, "aux", "auxpass")
    between = range(last + 1, verb if helper is None else helper)
    if helper is None or any(words[n].pos != "PUNCT" for n in between):
        return
    attach(words, verb, "advcl", governor)
    make_subject(words, noun, verb)
    words[preposition] = replace(words[preposition], dep="mark", head=verb, pos="SCONJ")
