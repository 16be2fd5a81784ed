"""What acts are about, by the words around them. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.find.events.acts.contexts import CONTEXTS, check_contexts
from tests.find.events.conftest import Read

CASES = [
    ("Gunmen shot a candidate in Lamu before the election.", {"election"}, "in the sentence"),
    ("Police raided a newspaper in Lamu over a fake account.", {"misinformation"}, "two words"),
    ("Police arrested two smugglers in Lamu with 200 migrants.", {"migration", "trafficking"},
     "several"),
    ("Guards shot two men in Lamu on Friday.", set(), "none"),
    ("Nurses marched in Lamu for the wages that the health ministry owes them.",
     {"economic", "health"}, "why they march"),
    ("Gunmen killed two guards in Lamu. The governor called them terrorists.", set(),
     "a label alone is no context"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "contexts", "why"), CASES, ids=[row[2] for row in CASES])
def test_contexts(read: Callable[..., Read], text: str, contexts: set[str], why: str) -> None:
    report = read(text).reports[0]
    assert set(report.contexts) == contexts, why


def test_two_words_of_the_paragraph_make_a_context(read: Callable[..., Read]) -> None:
    text = (
        "Guards shot two men in Lamu on Friday. The ballots had just been counted. "
        "The polling station stood empty."
    )
    assert read(text).reports[0].contexts == ("election",)


def test_the_words_of_the_act_are_no_context(read: Callable[..., Read]) -> None:
    (report,) = read("Gunmen kidnapped a nun in Lamu on Friday.").reports
    assert "crime" not in report.contexts


def test_names_are_those_of_the_codebook() -> None:
    assert len(CONTEXTS) == 37
    assert check_contexts() == []
