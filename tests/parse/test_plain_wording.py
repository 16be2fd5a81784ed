"""Sentences that are parsed in plain words. All sentences are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.parse import Document
from reportedly.parse.loaded_words import check_loaded_words, faults, loaded_words

# in plain words, in loaded ones
PAIRS = [
    ("The police arrested 12 men in Belt.", "The regime police rounded up 12 men in Belt."),
    ("Troops killed two guards, a man said.", "Invaders martyred two guards, a man said."),
    ("A crowd freed the men who were killed later.", "A mob freed the men who were slain later."),
]  # fmt: skip


def shape(document: Document, left_out: frozenset[str]) -> list[tuple[str, str, str]]:
    """Tags, labels and governors' tags of the words that are not left out."""
    return [(t.tag, t.dep, document.head(t).tag) for t in document.tokens if t.text not in left_out]


@pytest.mark.parametrize(("plain", "loaded"), PAIRS)
def test_loaded_words_change_no_syntax(
    plain: str, loaded: str, parse_text: Callable[..., Document]
) -> None:
    left_out = frozenset({"regime", "up"})
    assert shape(parse_text(plain), left_out) == shape(parse_text(loaded), left_out)


@pytest.mark.parametrize("loaded", [pair[1] for pair in PAIRS])
def test_the_words_stay_those_of_the_text(loaded: str, parse_text: Callable[..., Document]) -> None:
    document = parse_text(loaded)
    assert [loaded[t.start : t.end] for t in document.tokens] == [t.text for t in document.tokens]


def test_words_left_out_hang_beside_what_they_belong_to(
    parse_text: Callable[..., Document],
) -> None:
    document = parse_text("Regime police rounded up 12 students.")
    regime, up = document.tokens[0], document.tokens[3]
    assert (regime.dep, document.head(regime).text) == ("compound", "police")
    assert (up.dep, document.head(up).text) == ("prt", "rounded")
    assert document.tokens[2].lemma == "round"


def test_sums_are_rounded_up_too(parse_text: Callable[..., Document]) -> None:
    document = parse_text("The bank rounded up to six euros.")
    assert document.tokens[3].dep != "punct"
    assert [t.text for t in document.tokens][2:5] == ["rounded", "up", "to"]


def test_forms_of_irregular_verbs_and_of_nouns() -> None:
    forms = loaded_words().forms
    assert forms["slew"].plain == forms["slain"].plain == "killed"
    assert forms["murder"].noun_too
    assert not forms["murdered"].noun_too
    assert (forms["mercenaries"].plain, forms["mercenaries"].lemma) == ("fighters", "mercenary")


def test_the_list_has_no_faults() -> None:
    assert check_loaded_words() == []


def test_faults_are_told_by_word_and_part() -> None:
    data = {
        "verbs": {"raze": {"always": ["slay slew slain"], "often": []}},
        "nouns": {"men": ["slain"]},
    }
    assert sorted(faults(data)) == [
        "left_out: missing",
        "slain: stands in it twice",
        "verbs.raze.often: no such list",
        "verbs.raze: its forms are not made by -s, -ing and -ed alone",
    ]
