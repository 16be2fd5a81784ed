"""Headlines that a parser reads like sentences, put right. All lines are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

# line, word, (dependency, governor), why
CASES = [
    ("Turkey to send troops to Libya", "send", ("ROOT", "send"), "what a line says will be done"),
    ("Turkey to send troops to Libya", "Turkey", ("nsubj", "send"), "and who will do it"),
    ("Army chief to meet rebels in Coro", "chief", ("nsubj", "meet"), "an office that acts"),
    ("Demand to send troops to Libya", "Demand", ("ROOT", "Demand"), "a demand sends nobody"),
    ("Police, protesters clash in Dakar", "Police", ("nsubj", "clash"), "a comma for 'and'"),
    ("Police, protesters clash in Dakar", "protesters", ("conj", "Police"), "and the second"),
    ("Russia, Ukraine exchange 300 prisoners", "Ukraine", ("conj", "Russia"), "also of names"),
    ("Villagers flee as fighting erupts in Darfur", "fighting", ("nsubj", "erupts"),
     "a noun that a parser takes for a verb"),
    ("Mayor Roa sacks cabinet after protests", "sacks", ("ROOT", "sacks"),
     "a verb that a parser takes for a name"),
    ("Police break up march in Coro, arrest 14 people", "arrest", ("conj", "break"),
     "a comma for 'and' between verbs"),
    ("Woman found fatally stabbed in Coro", "Woman", ("nsubjpass", "found"), "whoever was found"),
    ("Man found fatally shot in Ozark shop.", "Man", ("nsubjpass", "found"), "also by a helper"),
    ("Police found a man dead.", "Police", ("nsubj", "found"), "whoever found somebody"),
    ("Police, who came late, clash with crowd.", "who", ("nsubj", "came"), "no list in a sentence"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "word", "expected", "why"), CASES, ids=[c[3] for c in CASES])
def test_lines(
    line: str,
    word: str,
    expected: tuple[str, str],
    why: str,
    hangs_from: Callable[[str, str], tuple[str, str]],
) -> None:
    assert hangs_from(line, word) == expected, why
