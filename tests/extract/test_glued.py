"""Words that a source runs together. All names are invented but for well-known brands."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.extract import ExtractResources, check_camel_words
from reportedly.extract.glued import find_glued


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("A poster of DavudKarami hung there.", [("Davud", "Karami")]),  # forename and surname
        ("The TalmoBranch closed. Talmo is small.", [("Talmo", "Branch")]),  # place and word
        ("MinisterOlveda left for Talmo.", [("Minister", "Olveda")]),  # title and name
        ("The mayor saidOlveda was late.", [("said", "Olveda")]),  # word and name
        ("Shops inTalmo closed.", [("in", "Talmo")]),
        ("InTalmo shops closed.", [("In", "Talmo")]),
        ("a voice of theUN there", [("the", "UN")]),  # word and letters
        ("the peopleofTalmo", [("people", "of", "Talmo")]),
        ("GaryMcRae spoke.", [("Gary", "McRae")]),  # the second name keeps its own capital
        ("DavudKarami's house", [("Davud", "Karami")]),
        ("the DavudKarami-led group", [("Davud", "Karami")]),
        ("DavudKarami spoke. DavudKarami left.", [("Davud", "Karami")] * 2),  # twice the same slip
        ("AnaÉmile came", [("Ana", "Émile")]),
    ],
)
def test_split(resources: ExtractResources, text: str, parts: list[tuple[str, ...]]) -> None:
    assert [g.parts for g in find_glued(text, resources.words)] == parts


@pytest.mark.parametrize(
    "text",
    [
        "McDonald MacArthur DeVito FitzGerald LaGuardia VanDyke KwaZulu",  # family names
        "YouTube WhatsApp LinkedIn PayPal BuzzFeed iPhone eBay TikTok BlackRock",  # brands
        "USAid NGOs MPs PhDs LGBTQ mRNA kWh",  # letters
        "https://news.example/DavudKarami and www.DavudKarami.example",  # addresses
        "@DavudKarami #DavudKarami davud.karami@TalmoPost.example",  # handles, tags, mail
        "QuayTech sells boats; QuayTech is old.",  # a firm of the user's own world
        "MarketAlvo grew. MarketAlvo hired.",
        "LeserInnen und MitarbeiterInnen",  # German
        "plain words and Proper Names, nothing more",
    ],
)
def test_left_alone(resources: ExtractResources, text: str) -> None:
    assert find_glued(text, resources.words) == ()


def test_a_made_up_name_is_split_where_its_part_stands_alone(
    resources: ExtractResources,
) -> None:
    text = "KaramiMedia opened. Karami cut the ribbon."
    assert [g.parts for g in find_glued(text, resources.words)] == [("Karami", "Media")]


def test_parts_are_the_word(resources: ExtractResources) -> None:
    @settings(max_examples=150, deadline=None)
    @given(
        st.lists(st.sampled_from(["Davud", "the", "Mc", "Talmo", "UN", "é", "É", " ", "@", "."]))
    )
    def check(pieces: list[str]) -> None:
        text = "".join(pieces)
        for word in find_glued(text, resources.words):
            assert "".join(word.parts) == text[word.start : word.end]
            assert all(word.parts)

    check()


def test_the_shipped_list_is_sound() -> None:
    assert check_camel_words() == []


def test_faults_are_named(tmp_path: Path) -> None:
    file = tmp_path / "camel_words.toml"
    file.write_text(
        'names = ["Plain", "UPPER", "lower", "GoodOne", "GoodOne"]\nprefixes = ["mc"]\n'
    )
    faults = check_camel_words(file)
    assert any("'lower'" in fault for fault in faults)
    assert any("'UPPER'" in fault for fault in faults)
    assert any("'GoodOne' stands twice" in fault for fault in faults)
    assert any("'mc' must begin" in fault for fault in faults)
    assert any("key suffixes" in fault for fault in faults)
