"""Names that the caller gives, resolved from the text around them. All sentences are invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.find.places import Gazetteer, resolve_places
from reportedly.records import Place, PlaceMention


def resolve(text: str, names: list[str], gazetteer: Gazetteer) -> dict[str, PlaceMention]:
    spans = [(text.index(name), text.index(name) + len(name)) for name in names]
    return dict(zip(names, resolve_places(text, spans, gazetteer), strict=True))


def place_of(text: str, name: str, gazetteer: Gazetteer) -> Place:
    place = resolve(text, [name], gazetteer)[name].place
    assert place is not None, f"{name} is not resolved"
    return place


READINGS = [
    ("Voters in Georgia queued. Tbilisi was calm.", "Georgia", "GE", "country", "its capital"),
    ("Georgia voted. Atlanta and Savannah were calm.", "Georgia", "US", "province", "its towns"),
    ("Jordan and Lebanon took in refugees from Syria.", "Jordan", "JO", "country", "neighbours"),
    ("Cuba freed prisoners.", "Cuba", "CU", "country", "a country by default"),
    ("Panama closed the canal.", "Panama", "PA", "country", "a country by default"),
    ("Singapore and Luxembourg signed.", "Luxembourg", "LU", "country", "a state, not its town"),
    (
        "Smoke lay over Washington state.",
        "Washington",
        "US",
        "province",
        "the text gives the level",
    ),
    ("Crowds met in Tripoli and Benghazi.", "Tripoli", "LY", "town", "the company it keeps"),
    ("Crowds met in Tripoli and Beirut.", "Tripoli", "LB", "town", "the company it keeps"),
    ("A flood hit Hyderabad and Karachi.", "Hyderabad", "PK", "town", "the company it keeps"),
    ("A flood hit Hyderabad in Telangana.", "Hyderabad", "IN", "town", "the state is told"),
    ("Men from Leeds were held in Birmingham.", "Birmingham", "GB", "town", "English towns"),
    ("In Moscow and Odessa people marched.", "Odessa", "UA", "town", "larger, spelled otherwise"),
    ("People fled Granada in Nicaragua.", "Granada", "NI", "town", "the country is told"),
]


@pytest.mark.parametrize(("text", "name", "country", "precision", "why"), READINGS)
def test_world_news(
    gazetteer: Gazetteer, text: str, name: str, country: str, precision: str, why: str
) -> None:
    place = place_of(text, name, gazetteer)
    assert (place.country, place.precision) == (country, precision), why


def test_a_definition_tells_the_units_that_hold_a_town(gazetteer: Gazetteer) -> None:
    text = "Wellington is a small city and the county seat of Collingsworth County, Texas."
    assert place_of(text, "Wellington", gazetteer).admin1 == "Texas"


def test_a_namesake_that_a_text_names_later_is_another_place(gazetteer: Gazetteer) -> None:
    text = (
        "Aberdeen is a town in New South Wales, Australia. It was named after Aberdeen, Scotland."
    )
    second = text.index("Aberdeen", 10)
    here, there = resolve_places(text, [(0, 8), (second, second + 8)], gazetteer)
    assert here.place is not None
    assert there.place is not None
    assert (here.place.country, there.place.country) == ("AU", "GB")


def test_neighbours_decide_between_little_towns(gazetteer: Gazetteer) -> None:
    text = "The road from Decatur to Springfield was shut, and Peoria had no power."
    assert place_of(text, "Springfield", gazetteer).admin1 == "Illinois"


PARTS = [
    ("The Edinburghers stayed at home.", "Edinburghers", "Edinburgh", "adjective of a place"),
    (
        "The sheriff of Platte Co. spoke in Columbus, Nebraska.",
        "Platte Co.",
        "Platte County",
        "other form",
    ),
    ("The Lahore Art School was shut.", "Lahore Art School", "Lahore", "named inside"),
    ("Shops shut in Qazwin and in Tehran.", "Qazwin", "Qazvin", "nearly this spelling"),
]


@pytest.mark.parametrize(("text", "name", "found", "rule"), PARTS)
def test_names_that_the_gazetteer_lacks(
    gazetteer: Gazetteer, text: str, name: str, found: str, rule: str
) -> None:
    mention = resolve(text, [name], gazetteer)[name]
    assert mention.place is not None
    assert mention.place.name == found
    assert rule in mention.made_by
    assert mention.confidence is not None
    assert mention.confidence < 0.96


def test_one_unknown_name_leaves_the_others(gazetteer: Gazetteer) -> None:
    text = "From Zzqxbrant to Lahore it is a day's ride."
    found = resolve(text, ["Zzqxbrant", "Lahore"], gazetteer)
    assert found["Zzqxbrant"].place is None
    assert found["Zzqxbrant"].confidence is None
    assert found["Lahore"].place is not None


def test_readings_tell_their_reasons(gazetteer: Gazetteer) -> None:
    place = place_of("A man was shot in Springfield, Ohio.", "Springfield", gazetteer)
    assert place.reason is not None
    assert "Ohio is named beside it" in place.reason
    bare = place_of("A man was shot in Paris.", "Paris", gazetteer)
    assert all(0 <= other.score <= 1 for other in bare.alternatives)


@pytest.mark.parametrize(
    "text",
    [
        "(",
        "[a-z]+",
        "*** (?P<x> \\",
        "\u202bتهران\u202c (",
        "x" * 5000,
        "Paris\x00(",
        "İİ ﷺ 𝔓aris",
    ],
)
def test_odd_text_is_resolved_or_left(gazetteer: Gazetteer, text: str) -> None:
    (mention,) = resolve_places(text, [(0, len(text))], gazetteer)
    assert mention.evidence.quote == text


@settings(max_examples=60, deadline=None)
@given(
    words=st.lists(
        st.one_of(
            st.sampled_from(
                [
                    "Paris",
                    "Texas",
                    "is a town in",
                    ",",
                    "(",
                    ")",
                    "تهران",
                    "Lake",
                    "River",
                    "Co.",
                    "\n",
                ]
            ),
            st.text(max_size=8),
        ),
        max_size=15,
    ),
    data=st.data(),
)
def test_any_spans_of_any_text(gazetteer: Gazetteer, words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    bounds = st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))
    pairs = data.draw(st.lists(bounds, max_size=4))
    spans = [(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]]
    mentions = resolve_places(text, spans, gazetteer)
    assert [(m.evidence.start, m.evidence.end) for m in mentions] == spans
    assert all(text[m.evidence.start : m.evidence.end] == m.evidence.quote for m in mentions)
    assert all(m.confidence is None or 0 <= m.confidence <= 1 for m in mentions)
    assert mentions == resolve_places(text, spans, gazetteer)
