"""The hard cases that need more than one article, or another room than events.

The others stand in tests/find/events/test_cases.py; numbers are those of the same list. All texts
are invented and nothing in them happened; the towns are real ones.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import reportedly
from reportedly.news import News

Collect = Callable[..., News]


@pytest.fixture
def collect(tmp_path: Path) -> Collect:
    """A function from rows (outlet, published, text) to a linked collection."""

    def make(*rows: tuple[str, str, str]) -> News:
        file = tmp_path / "rows.jsonl"
        lines = [
            json.dumps({"id": f"a{n}", "outlet": outlet, "published": day, "text": text})
            for n, (outlet, day, text) in enumerate(rows)
        ]
        file.write_text("\n".join(lines), encoding="utf-8")
        reportedly.read([file], into=tmp_path / "news")
        return reportedly.open(tmp_path / "news")

    return make


def test_1_a_list_of_towns_is_one_campaign(collect: Collect) -> None:
    news = collect(
        ("A", "2024-03-13", "Students put up banners in Cusco, Tacna and Juliaca on Monday.")
    )
    (campaign,) = news.collection.links.campaigns()
    assert campaign.kind == "campaign"
    assert len(campaign.events) == 3
    assert {row["place"] for row in news.events()} == {"Cusco, PE", "Tacna, PE", "Juliaca, PE"}


def test_2_a_campaign_shows_the_number_that_the_text_claims(collect: Collect) -> None:
    news = collect(
        ("A", "2024-03-13", "Vigils were held on Monday in 13 cities, including Cusco and Tacna.")
    )
    (campaign,) = news.collection.links.campaigns()
    assert len(campaign.events) == 2
    assert any("13 cities" in basis.quote for basis in campaign.basis)


def test_9_a_jalali_date_keeps_its_wording() -> None:
    text = "Residents of Shiraz hung black flags from balconies on 22 Bahman 1402."
    (report,) = reportedly.analyse(text, published="2024-02-14").reports
    assert report.date is not None
    value = report.date.value
    assert (str(value.earliest), str(value.latest)) == ("2024-02-11", "2024-02-11")
    assert (value.calendar, value.text) == ("jalali", "22 Bahman 1402")


def test_11_a_denial_alone_is_no_event_and_is_listed_with_claims(collect: Collect) -> None:
    news = collect(("A", "2024-03-13", "Police denied shooting anyone in Cusco."))
    assert len(news.events(everything=True)) == 0
    assert [row["kind"] for row in news.claims()].count("denial") >= 1


def test_11_a_denial_stands_beside_the_event_that_others_report(collect: Collect) -> None:
    news = collect(
        ("A", "2024-03-13", "Police shot two marchers in Cusco on Monday."),
        ("B", "2024-03-13", "Police denied shooting two marchers in Cusco on Monday."),
    )
    (row,) = news.events(type="ASSAULT")
    assert (row["reports"], row["denials"]) == (1, 1)


def test_22_dozens_keep_their_word_and_no_number() -> None:
    text = "Dozens of teachers marched in Cusco on Monday."
    (report,) = reportedly.analyse(text, published="2024-03-13").reports
    (count,) = [found.value for found in report.counts if found.value.kind == "crowd"]
    assert (count.low, count.best, count.high) == (None, None, None)
    assert "dozens" in count.text.casefold()


WIRE = (
    "Two guards were killed on Monday when gunmen attacked a police post in Cusco, police said. "
    "The attackers fled towards the river in a white van, and officers searched the valley until "
    "dusk. Residents said they had heard shots for about ten minutes. No group has claimed "
    "responsibility for the attack, the third on a post in the province since January."
)


def test_26_six_outlets_with_one_wire_text_are_one_text_and_one_voice(collect: Collect) -> None:
    news = collect(*((f"Paper {name}", "2024-03-13", WIRE) for name in "ABCDEF"))
    row = max(news.events(type="ASSAULT"), key=lambda r: r["reports"])
    assert (row["reports"], row["texts"], len(row["voices"])) == (6, 1, 1)
    assert row["corroboration"] == "6 reports, 1 text, 1 voice, side unknown"


def test_27_a_withdrawn_report_counts_no_more(collect: Collect) -> None:
    told = "Members of the River League burned down the town hall in Huancayo on Monday."
    taken_back = (
        "On Tuesday this newspaper reported that members of the River League had burned down the "
        "town hall in Huancayo. We withdraw the report."
    )
    news = collect(("A", "2024-03-12", told), ("A", "2024-03-14", taken_back))
    rows = [row for row in news.events(everything=True) if row["type"] == "ASSAULT"]
    assert [row["reports"] for row in rows] in ([], [0])


@pytest.mark.xfail(strict=True, reason="spellings of streets are not joined: no gazetteer has them")
def test_28_two_spellings_are_one_place() -> None:
    places = []
    for name in ("Qaem", "Ghaem"):
        text = f"Police closed {name} Street in Mashhad on Monday."
        found = reportedly.analyse(text, published="2024-03-13").analysis.places
        places.append([m.place.gazetteer_id for m in found if m.place and m.kind == "site"])
    assert places[0] == places[1] != []


@pytest.mark.xfail(strict=True, reason="former names are kept as aliases without their dates")
def test_31_a_former_name_is_a_dated_alias() -> None:
    text = "The River League, then named the Dock Front, left the talks in 2019."
    entities = reportedly.analyse(text, published="2024-03-13").analysis.entities
    league = next(e for e in entities if e.name == "River League")
    assert "Dock Front" in league.aliases
    assert any("2019" in str(alias) for alias in league.aliases)


# sentence → types and modes of the events in default counts; invented, like all texts here
COUNTED = [
    ("Police shot two marchers in Cusco on Friday.", ["ASSAULT firearms"]),
    ("Two marchers were shot in Cusco on Friday.", ["ASSAULT firearms"]),
    ("The opposition group said police shot two marchers in Cusco.", ["ASSAULT firearms"]),
    ("Police denied shooting anyone in Cusco.", []),
    ("Police did not fire at the crowd in Cusco, witnesses said.", []),
    ("The minister admitted that guards kicked two inmates in Cusco in May.", ["ASSAULT beat"]),
    ("Unions will march in Tacna on Monday.", []),
    ('"If they cross, we will shell them," the general said.', ["THREATEN violence"]),
    ("Police foiled a plot to bomb the station in Cusco and held three men.", ["COERCE arrest"]),
    ("A bomb went off in Tacna on Monday; nobody was hurt.", ["ASSAULT explosives"]),
    ("A rocket aimed at Tacna was shot down.", ["ASSAULT heavy-weapons"]),
    ("The union called for a strike on Monday.", ["REQUEST"]),
    ("Had the army come, it would have fired on the crowd.", []),
    ("The state punishes any support with prison.", []),
    ("Students put up banners in Cusco, Tacna and Juliaca.", ["PROTEST symbolic"] * 3),
]


@pytest.mark.parametrize(("text", "counted"), COUNTED, ids=[text for text, _ in COUNTED])
def test_what_counts_by_default(collect: Collect, text: str, counted: list[str]) -> None:
    rows = collect(("A", "2024-03-13", text)).events()
    found = [" ".join(filter(None, (row["type"], row["mode"]))) for row in rows]
    assert [f if f in counted else f.split()[0] for f in sorted(found)] == sorted(counted)


def test_a_blame_added_later_makes_an_alleged_actor(collect: Collect) -> None:
    text = "Two marchers were shot in Cusco on Friday. The River League blames the police."
    news = collect(("A", "2024-03-13", text))
    (event,) = [e for e in news.collection.links.events() if e.type == "ASSAULT"]
    assert event.actors == ()
    assert [(a.value.name, a.asserted_by) for a in event.alleged_actors] == [
        ("police", "River League")
    ]
    assert any(row["about_report"] in event.reports for row in news.claims())
