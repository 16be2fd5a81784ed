"""Spellings that must lead to one key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.find.places.names import normalise_name


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Zürich", "zurich", "accents and case"),
        ("Łódź", "Lodz", "letters that Unicode does not take apart"),
        ("Port-au-Prince", "Port au Prince", "hyphens"),
        ("N’Djamena", "N'Djamena", "apostrophes of either kind"),
        ("St. Louis", "Saint Louis", "abbreviated saints"),
        ("U.S.", "US", "points of abbreviations"),
        ("خرم‌آباد", "خرم آباد", "a zero-width non-joiner is a space to a reader"),
        ("كربلاء", "کربلاء", "Arabic and Persian kaf"),
        ("علي", "علی", "Arabic and Persian yeh"),
        ("القاهرة", "القاهره", "ta marbuta is often typed as heh"),
        ("تِهران", "تهران", "vowel signs"),
    ],
)
def test_spellings_meet(one: str, other: str, why: str) -> None:
    assert normalise_name(one) == normalise_name(other), why


@pytest.mark.parametrize(
    ("one", "other"), [("Bath", "Baths"), ("York", "New York"), ("Mali", "Malì1")]
)
def test_other_names_stay_apart(one: str, other: str) -> None:
    assert normalise_name(one) != normalise_name(other)


@given(st.text(max_size=30))
def test_a_key_is_a_key(text: str) -> None:
    key = normalise_name(text)
    assert normalise_name(key).split() == normalise_name(normalise_name(key)).split()
    assert "  " not in key
    assert key == key.strip()
