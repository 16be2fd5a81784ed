"""Days and times that a parser hangs on the wrong word.

"On 14 April *police* came": no part of who came. "Two days *earlier* rebels struck": when, and no
kind of rebels. "Said *on Tuesday* they had struck": when it was said.
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import replace

from reportedly.parse.words import Word, attach, child, children, make_subject, move

_MONTHS = frozenset(calendar.month_name[1:])
_PART = frozenset({"compound", "nmod"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_LAST_DAY = 31
_WHEN_AND_WHERE = frozenset({"DATE", "TIME", "GPE"})
_SINCE = frozenset({"earlier", "later"})


def with_days_apart(words: Sequence[Word]) -> list[Word]:
    """Words with the days that open a clause hung on their prepositions.

    "The 14 April march" and "before June elections" keep their day: there the noun is no subject,
    and its verb has another one.
    """
    found = list(words)
    for number, word in enumerate(words):
        if word.text in _MONTHS and word.dep in _PART and word.head > number > 0:
            _set_apart(found, number)
    return found


def _set_apart(words: list[Word], month: int) -> None:
    first = month - 1 if _is_day(words[month - 1].text) else month
    opening, noun = first - 1, words[month].head
    if opening < 0 or words[opening].pos not in {"ADP", "SCONJ"}:
        return
    verb = words[words[opening].head]
    taken = words[noun].dep == "pobj" and words[noun].head == opening  # "On 9 June *two friars*"
    if taken:
        at = words[opening].head
        if verb.pos != "VERB" or any(words[n].dep in _SUBJECTS for n in children(words, at)):
            return
    elif words[noun].dep not in _SUBJECTS or child(words, opening, "pobj") not in {None, first}:
        return
    move(words, [n for n in children(words, month) if n > month], noun)
    if taken:
        make_subject(words, noun, words[opening].head)
    attach(words, month, "pobj", opening)
    if first < month:
        attach(words, first, "nummod", month)
    if words[opening].dep == "mark":
        attach(words, opening, "prep", words[opening].head)


def _is_day(text: str) -> bool:
    return text.isdigit() and 0 < int(text) <= _LAST_DAY


def with_times_apart(words: list[Word]) -> list[Word]:
    """'Two days *earlier* rebels had struck': when that was, and no kind of rebels."""
    for number, word in enumerate(words):
        if word.text not in _SINCE or words[word.head].pos not in ("NOUN", "PROPN"):
            continue
        noun = word.head
        while words[noun].dep in ("compound", "nmod") and words[noun].head > noun:
            noun = words[noun].head
        timed = any(words[n].dep == "npadvmod" for n in children(words, number))
        if timed and noun > number and words[noun].dep in ("nsubj", "nsubjpass"):
            words = list(words)
            words[number] = replace(word, pos="ADV", tag="RBR", dep="advmod", head=words[noun].head)
    return words


def with_days_of_saying(words: list[Word]) -> list[Word]:
    """'Said *on Tuesday* they had foiled a plot': when, or where, it was said."""
    for number, word in enumerate(words[:-1]):
        verb = words[number - 1] if number else word
        clause = words[word.head]
        if word.dep != "prep" or clause.dep != "ccomp" or clause.head != number - 1:
            continue
        subject = child(words, word.head, "nsubj", "nsubjpass")
        named = next((n for n in children(words, number) if words[n].dep == "pobj"), None)
        if subject is None or named is None or verb.pos != "VERB" or not number < named < subject:
            continue
        if words[named].name in _WHEN_AND_WHERE and words[named + 1].text != ",":
            words = list(words)
            attach(words, number, "prep", number - 1)
    return words
