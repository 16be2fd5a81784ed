"""Acts found in plain words for loaded ones. All sentences are invented."""

from __future__ import annotations

import pytest

import reportedly
from reportedly.records import Report

# in plain words, in loaded ones
PAIRS = [
    ("Troops killed two guards on Monday.", "Troops martyred two guards on Monday."),
    ("Troops killed two guards in Belt.", "Invaders neutralised two guards in Belt."),
    ("Police arrested 12 students in Coro.", "Police rounded up 12 students in Coro."),
    ("Police fired on a crowd in Coro.", "Regime police fired on a mob in Coro."),
    ("Ten people killed in Belt were buried on Monday.",
     "Ten people butchered in Belt were buried on Monday."),
    ("Junta kill 12 in Coro", "Junta slay 12 in Coro"),
    ("Gunman kills judge", "Gunman slays judge"),
]  # fmt: skip


def reports(text: str) -> list[Report]:
    return list(reportedly.analyse(text, published="2025-03-04").reports)


@pytest.mark.parametrize(("plain", "loaded"), PAIRS)
def test_loaded_words_tell_the_same_act(plain: str, loaded: str) -> None:
    def said(text: str) -> list[tuple[object, ...]]:
        return [
            (r.type, r.mode, r.act, r.realis, [(c.value.kind, c.value.best) for c in r.counts])
            for r in reports(text)
        ]

    assert said(plain)
    assert said(plain) == said(loaded)


def test_records_quote_the_word_of_the_text() -> None:
    (report,) = reports("The regime police rounded up 12 students in Coro.")
    assert report.trigger.quote == "rounded up"
    assert report.actors[0].evidence.quote == "The regime police"


@pytest.mark.parametrize(
    "text",
    [
        "The bank eliminated 300 jobs in Belt.",
        "The plant neutralised the acid on Monday.",
        "The clerk rounded up the sum.",
    ],
)
def test_what_is_done_to_things_is_no_killing_or_arrest(text: str) -> None:
    assert reports(text) == []
