"""Days that a parser takes for a part of the noun behind them: "On 14 April *police* came"."""

from __future__ import annotations

import calendar
from collections.abc import Sequence

from reportedly.parse.words import Word, attach, child, children, make_subject, move

_MONTHS = frozenset(calendar.month_name[1:])
_PART = frozenset({"compound", "nmod"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_LAST_DAY = 31


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
