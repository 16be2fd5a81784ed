"""Spellings that must lead to one key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.find.places.names import differences, normalise_name, skeleton, sound


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


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("esfahan", "isfahan", "e and i"),
        ("qaem shahr", "ghaemshahr", "q and gh, and words that are written as one"),
        ("kharkov", "kharkiv", "vowels"),
        ("orumiyeh", "urmia", "endings"),
        ("al fallujah", "fallouja", "articles"),
        ("mashhad", "mashad", "h after sh"),
        ("lwow", "lviv", "w and v"),
        ("yevpatoria", "evpatoria", "y before e"),
        ("خرم اباد", "خرماباد", "Persian words that are written as one"),
        ("القاهره", "قاهره", "the Arabic article"),
    ],
)
def test_spellings_have_one_skeleton(one: str, other: str, why: str) -> None:
    assert skeleton(sound(one)) == skeleton(sound(other)) != "", why
    assert differences(sound(one), sound(other)) <= 2, why


@pytest.mark.parametrize("key", ["", "po", "aia", "москва", "a1", "東京"])
def test_some_names_have_no_skeleton(key: str) -> None:
    assert skeleton(sound(key)) == ""


@given(st.text("abcu", max_size=6), st.text("abcu", max_size=6))
def test_differences_are_a_distance(one: str, other: str) -> None:
    assert differences(one, other) == differences(other, one) >= abs(len(one) - len(other))
    assert (differences(one, other) == 0) is (one == other)
