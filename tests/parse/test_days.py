"""Days that a parser takes for a part of the noun behind them. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.parse import Document

# text, who the subject of its verb is
SUBJECTS = [
    ("On 14 April police broke up a funeral.", "police"),
    ("On 9 June two friars were deported from Coro.", "friars"),
    ("Since March rebels have held the town.", "rebels"),
    ("Early on 3 May gunmen shot a priest.", "gunmen"),
    ("On the night of 3 May gunmen shot a priest.", "gunmen"),
]


@pytest.mark.parametrize(("text", "subject"), SUBJECTS)
def test_a_day_is_no_part_of_the_subject(
    text: str, subject: str, parse_text: Callable[..., Document]
) -> None:
    document = parse_text(text)
    noun = next(t for t in document.tokens if t.text == subject)
    month = next(t for t in document.tokens if t.text in {"April", "June", "March", "May"})
    assert noun.dep in {"nsubj", "nsubjpass"}
    assert month.index not in {t.index for t in document.subtree(noun.index)}
    assert document.head(month).text.casefold() in {"on", "since", "of"}


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("The 14 April march in Coro was banned.", "march"),
        ("Before June elections, it split.", "elections"),
    ],
)
def test_a_noun_keeps_the_day_that_is_its_own(
    text: str, noun: str, parse_text: Callable[..., Document]
) -> None:
    document = parse_text(text)
    month = next(t for t in document.tokens if t.text in {"April", "June"})
    assert document.head(month).text == noun
