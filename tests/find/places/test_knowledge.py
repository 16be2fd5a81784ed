"""What news names beside towns: regions, waters, sites, former names, spellings."""

from __future__ import annotations

import json
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from reportedly.find.places import Gazetteer
from reportedly.find.places.candidates import own_scores
from reportedly.find.places.entries import Entry
from reportedly.find.places.gazetteer import DATA
from reportedly.find.places.resolve import distance_km
from reportedly.find.places.toponym import Toponym


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Horn of Africa", "region", None),
        ("the Sahel", "region", None),
        ("Bay Area", "region", "US"),
        ("Iraqi Kurdistan", "region", "IQ"),
        ("Cyrenaica", "region", "LY"),
        ("خاورمیانه", "region", None),
        ("Lake Baikal", "water", "RU"),
        ("Bab al-Mandab", "water", None),
        ("البحر الأحمر", "water", None),
        ("Mar Mediterráneo", "water", None),
        ("Siverskyi Donets", "water", None),
        ("Hindu Kush", "mountains", None),
        ("Empty Quarter", "desert", None),
        ("Senkaku Islands", "island", None),
        ("Tatarstan", "province", "RU"),
        ("England", "province", "GB"),
        ("Northern Ireland", "province", "GB"),
        ("Rapides Parish", "district", "US"),
        ("County Cork", "province", "IE"),
        ("Hama Governorate", "province", "SY"),
        ("Sistan-Baluchistan", "province", "IR"),
        ("North Kivu", "province", "CD"),
        ("Xinjiang Uyghur Autonomous Region", "province", "CN"),
        ("Evin Prison", "site", "IR"),
        ("زندان اوین", "site", "IR"),
        ("Tahrir Square", "site", "EG"),
        ("the Kremlin", "site", "RU"),
        ("Downing Street", "site", "GB"),
        ("Zaporizhzhia nuclear plant", "site", "UA"),
        ("Rafah crossing", "site", "PS"),
        ("Kabul Airport", "site", "AF"),
        ("JFK", "site", "US"),
        ("Ohioan", "province", "US"),
        ("Glaswegians", "town", "GB"),
    ],
)
def test_names_of_the_news(gazetteer: Gazetteer, name: str, kind: str, country: str | None) -> None:
    assert (kind, country) in {(entry.kind, entry.country) for entry in gazetteer.lookup(name)}


def test_continents_have_their_geonames_ids(gazetteer: Gazetteer) -> None:
    assert {entry.id for entry in gazetteer.lookup("Europe")} >= {"6255148"}


def test_a_site_knows_its_town(gazetteer: Gazetteer) -> None:
    (prison,) = gazetteer.lookup("Evin Prison")
    (town,) = (e for e in gazetteer.lookup("Tehran") if e.kind == "town" and e.capital)
    assert prison.holders[0] == town.id
    assert (prison.precision, prison.admin1) == ("site", town.admin1)


@pytest.mark.parametrize(
    ("name", "today", "day", "bears"),
    [
        ("Leningrad", "Saint Petersburg", date(1950, 1, 1), True),
        ("Leningrad", "Saint Petersburg", date(2020, 1, 1), False),
        ("Upper Volta", "Burkina Faso", date(1970, 1, 1), True),
        ("Artemivsk", "Bakhmut", date(2015, 6, 1), True),
        ("Rezaiyeh", "Urmia", date(1960, 1, 1), True),
    ],
)
def test_former_names_have_years(
    gazetteer: Gazetteer, name: str, today: str, day: date, bears: bool
) -> None:
    now = {entry.id for entry in gazetteer.lookup(today)}
    entries = [entry for entry in gazetteer.lookup(name) if entry.id in now]
    assert entries
    assert all(entry.bears_name_on(day) is bears for entry in entries)


def test_states_that_are_no_more_are_places_of_their_own(gazetteer: Gazetteer) -> None:
    for name in ("USSR", "Yugoslavia", "East German", "Czechoslovakia"):
        (entry,) = (e for e in gazetteer.lookup(name) if e.id.startswith("historical:"))
        assert entry.last is not None


def test_postal_codes_are_no_names(gazetteer: Gazetteer) -> None:
    assert all(entry.country != "US" for entry in gazetteer.lookup("OR"))
    assert [entry.name for entry in gazetteer.coded("OR") if entry.country == "US"] == ["Oregon"]


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Mashaad", "Mashhad"),
        ("Kermanshaah", "Kermanshah"),
        ("Kandahaar", "Kandahar"),
        ("Sulaymaniyyeh", "Sulaymaniyah"),
        ("Mariyupol", "Mariupol"),
        ("Samarqaand", "Samarkand"),
        ("خرمآباد", "Khorramabad"),
    ],
)
def test_near_spellings(gazetteer: Gazetteer, name: str, place: str) -> None:
    assert gazetteer.lookup(name) == ()
    wanted = {entry.id for entry in gazetteer.lookup(place)}
    assert wanted & {entry.id for entry in gazetteer.near(name)}


@pytest.mark.parametrize("name", ["Tehran", "Po", "Qqq", "", "(", "Xyzzyplugh"])
def test_nothing_is_near_known_short_or_strange_names(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.near(name) == ()


def test_every_spelling_of_the_seed_article(gazetteer: Gazetteer, shared: Path) -> None:
    """The seed's cities are found in Latin script and in each Arabic-script name that the
    gazetteer has for them, typed with the letters of the other keyboard too."""
    gold = json.loads((shared / "samples/seed/expected.json").read_text("utf-8"))
    towns = {event["place"]["name"]: event["place"]["geonameid"] for event in gold["events"]}
    assert len(towns) == 13
    for name, number in towns.items():
        assert str(number) in {entry.id for entry in gazetteer.lookup(name)}, name
        spelled = [key for key in _keys_of(number) if not key.isascii()]
        assert spelled, name
        for key in spelled:
            for typed in (key, key.replace("ی", "ي").replace("ک", "ك"), key.replace(" ", "\u200c")):
                assert str(number) in {entry.id for entry in gazetteer.lookup(typed)}, typed


SPELLINGS = {
    "Isfahan": ("Esfahan", "Eşfahān", "اصفهان", "أصفهان", "ISFAHAN"),
    "Khorramabad": ("Khorram Abad", "خرم‌آباد", "خرم آباد", "خرمآباد"),
    "Urmia": ("Orumiyeh", "Urumieh", "ارومیه", "اروميه", "ارومـیه"),
    "Kerman": ("Kermān", "کرمان", "كرمان", "کِرمان"),
    "Shiraz": ("Shīrāz", "شیراز", "شيراز"),
    "Ahvaz": ("Ahwaz", "اهواز", "الأهواز"),
    "Tabriz": ("Tabrīz", "تبریز", "تبريز"),
    "Baghdad": ("بغداد", "Bagdad"),
    "Sanaa": ("Sana'a", "صنعاء"),
    "Karbala": ("Kerbala", "کربلا", "كربلاء"),
}


@pytest.mark.parametrize("name", SPELLINGS)
def test_scripts_and_keyboards_meet(gazetteer: Gazetteer, name: str) -> None:
    largest = max(
        (e for e in gazetteer.lookup(name) if e.kind == "town"), key=lambda e: e.population
    )
    for spelling in SPELLINGS[name]:
        assert any(_is_near(largest, entry) for entry in _found(gazetteer, spelling)), spelling


def _found(gazetteer: Gazetteer, name: str) -> tuple[Entry, ...]:
    return gazetteer.lookup(name) or gazetteer.near(name)


def _is_near(one: Entry, other: Entry) -> bool:
    return one.id == other.id or distance_km(one, other) < 30


def _keys_of(number: int) -> list[str]:
    """All keys under which a place is filed (the file is asked: the class has no such use)."""
    with sqlite3.connect(DATA / "gazetteer.sqlite") as connection:
        rows = connection.execute("SELECT key FROM names WHERE number = ?", (number,))
        return [key for (key,) in rows]


@pytest.mark.parametrize(
    ("spelling", "country", "shown"),
    [
        ("Xinjiang Uygur Zizhiqu", "CN", "Xinjiang"),
        ("East Azerbaijan", "IR", "East Azerbaijan"),
        ("Āz̄ārbāyjān-e Shārqī", "IR", "East Azerbaijan"),
        ("Bayern", "DE", "Bavaria"),
        ("Chechnya", "RU", "Chechnya"),
        ("Tyumenskaya oblast'", "RU", "Tyumen Oblast"),
        ("Maharashtra", "IN", "Maharashtra"),
    ],
)
def test_provinces_are_shown_by_their_english_names(
    gazetteer: Gazetteer, spelling: str, country: str, shown: str
) -> None:
    provinces = [e for e in gazetteer.lookup(spelling) if e.kind == "province"]
    assert [(e.country, e.name, e.admin1) for e in provinces] == [(country, shown, shown)]


def test_a_former_name_loses_points_outside_its_years(gazetteer: Gazetteer) -> None:
    former = next(e for e in gazetteer.lookup("Leningrad") if e.last is not None)
    then = Toponym("leningrad", (former,), published=date(1980, 1, 1))
    now = Toponym("leningrad", (former,), published=date(2020, 1, 1))
    unknown = Toponym("leningrad", (former,))
    assert own_scores(then) == own_scores(unknown) > own_scores(now)
