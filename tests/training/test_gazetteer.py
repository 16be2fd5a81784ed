"""The compiler of the gazetteer, on a small invented sample in the form of its sources."""

from __future__ import annotations

import runpy
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from reportedly.find.places import Gazetteer
from reportedly.find.places.cues import load_cues
from reportedly.find.places.gazetteer import DATA

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def compiler() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "training/gazetteer.py"))


HISTORICAL = dict.fromkeys(
    ("id", "name", "other_names", "from", "to", "kind", "target", "country", "lat", "lon"), ""
) | {"demonyms": ""}


def _sources(
    compiler: dict[str, Any],
    aliases: list[dict[str, str]],
    iso_point: tuple[float, float] | None = None,
) -> Any:
    city = {"countrycode": "QQ", "admin1code": "01", "timezone": ""}
    return compiler["Sources"](
        countries=[
            {"iso": "QQ", "geonameid": 1, "name": "Kestria", "capital": "Arvan", "population": 900}
        ],
        cities=[
            city | {"geonameid": 10, "name": "Arvan", "latitude": 10.0, "longitude": 20.0}
            | {"population": 500, "alternatenames": ["Ārvān", "ARV", "a er wan", "Арван", "ارون"]},
            city | {"geonameid": 11, "name": "Belt", "latitude": 12.0, "longitude": 24.0}
            | {"population": 300, "alternatenames": []},
        ],
        units=[
            ["Sena", "QQ-01", "QQ.01", "20", "Province", "Sena Province", "1", "", "0"],
            ["Low Sena", "", "QQ.01.7", "21", "", "", "2", "0", "0"],
            ["Moru District", "", "QQ.01.8", "22", "", "", "2", "0", "0"],
            ["Provincia de Ermo", "", "QQ.01.6", "25", "", "", "2", "0", "0"],
            ["Western District", "", "QQ.01.9", "23", "", "", "2", "0", "0"],
            ["Arvansky District", "", "QQ.01.10", "24", "", "", "2", "0", "0"],
            ["Nameless", "", "QQ.09", "", "", "", "1", "", "0"],
        ],
        unit_of_city={10: 1, 11: 0},
        tables={
            "countries.csv": [
                {"iso": "QQ", "lat": "11", "lon": "22", "other_names": "K.Q."}
                | {"demonyms": "Kestrian"}
            ],
            "country_names.csv": [{"iso": "QQ", "fa": "کستریا", "ar": "كستريا", "es": "Questria"}],
            "regions.csv": [
                {
                    "id": "region:west-sea", "name": "the West Sea", "kind": "water", "lat": "5",
                    "lon": "6", "country": "", "other_names": "", "adjectives": "",
                }
            ],
            "sites.csv": [
                {
                    "id": "site:dark-gaol", "name": "Dark Gaol", "type": "prison", "lat": "10.1",
                    "lon": "20.1", "country": "QQ", "town": "Arvan", "other_names": "",
                }
            ],
            "historical.csv": [
                HISTORICAL | {"name": "Fort Arvan", "to": "1960", "kind": "town"}
                | {"target": "Arvan", "country": "QQ"},
                HISTORICAL | {"id": "historical:old-union", "name": "Old Union", "from": "1900"}
                | {"to": "1950", "kind": "country", "lat": "1", "lon": "2", "demonyms": "Unionist"},
            ],
            "aliases.csv": aliases,
        },
        iso_points={"QQ-01": (11.5, 21.5)} if iso_point is None else {"QQ-01": iso_point},
        iso_names={"QQ-01": ("Senna", "Land of Song", "سنا")},
        airports=[
            {"icao": "QQAR", "iata": "QAR", "name": "Arvan International Airport", "city": "Arvan"}
            | {"country": "QQ", "lat": "10.2", "lon": "20.2"},
            {"icao": "QQXX", "iata": "", "name": "Far International Strip", "city": "Belt"}
            | {"country": "QQ", "lat": "10", "lon": "20"},
        ],
    )  # fmt: skip


ALIASES = [
    {"form": "alternate", "kind": "town", "target": "Arvan", "country": "QQ"}
    | {"names": "Old Arvan|Ar-Vaan"}
]


@pytest.fixture(scope="module")
def sample(compiler: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    target = tmp_path_factory.mktemp("gazetteer") / "sample.sqlite"
    assert compiler["compile_gazetteer"](_sources(compiler, ALIASES), target, "v1") == 13
    return Gazetteer(target, load_cues(DATA / "cues.toml"))


@pytest.mark.parametrize(
    ("name", "ids", "why"),
    [
        ("Arvan", ["10"], "a main name"),
        ("ارون", ["10"], "an alternate name in a script that we read"),
        ("Old Arvan", ["10"], "an alias of our own"),
        ("Арван", [], "a script that we do not read"),
        ("ARV", [], "an airport code"),
        ("a er wan", [], "a machine rendering"),
        ("Sena Province", ["20"], "a unit by its official name"),
        ("Nameless", [], "a unit without an id"),
        ("Moru", ["22"], "a unit without the word of its level"),
        ("Ermo", ["25"], "the same in Spanish"),
        ("Western", [], "what is no name alone"),
        ("Arvansky", [], "an adjective, which is a surname elsewhere"),
        ("Kestrians", ["1"], "the plural of a demonym"),
        ("KQ", ["1"], "an abbreviation without its points"),
        ("West Sea", ["region:west-sea"], "a region, its article left out"),
        ("the West Sea", ["region:west-sea"], "the same with it"),
        ("Dark Gaol", ["site:dark-gaol"], "a site"),
        ("Arvan Airport", ["airport:QQAR"], "an airport, its 'international' left out"),
        ("Far International Strip", [], "an airstrip"),
        ("Senna", ["20"], "another spelling of a unit"),
        ("Land of Song", [], "a nickname of a unit"),
        ("سنا", ["20"], "a unit in Arabic script"),
        ("Fort Arvan", ["10"], "a former name"),
        ("Unionists", ["historical:old-union"], "people of a state that is no more"),
    ],
)
def test_names(sample: Gazetteer, name: str, ids: list[str], why: str) -> None:
    assert [entry.id for entry in sample.lookup(name)] == ids, why


def test_units_hold_their_towns_and_lie_among_them(sample: Gazetteer) -> None:
    (town,) = sample.lookup("Arvan")
    assert town.holders == ("21", "20")
    assert (town.admin1, town.capital) == ("Sena", True)
    (province,) = sample.lookup("Sena")
    assert (province.lat, province.lon, province.population) == (11.5, 21.5, 800)


def test_a_point_in_another_country_is_not_taken(compiler: dict[str, Any], tmp_path: Path) -> None:
    sources = _sources(compiler, ALIASES, iso_point=(50.0, 60.0))
    compiler["compile_gazetteer"](sources, tmp_path / "x.sqlite", "v1")
    (province,) = Gazetteer(tmp_path / "x.sqlite", load_cues(DATA / "cues.toml")).lookup("Sena")
    assert (province.lat, province.lon) == (11.0, 22.0)


def test_sites_are_held_by_their_town(sample: Gazetteer) -> None:
    (site,) = sample.lookup("Dark Gaol")
    assert (site.kind, site.holders, site.admin1) == ("site", ("10", "21", "20"), "Sena")


def test_former_names_have_their_years(sample: Gazetteer) -> None:
    (entry,) = sample.lookup("Fort Arvan")
    assert (entry.first, str(entry.last)) == (None, "1960-12-31")


def test_first_words_bound_the_search(sample: Gazetteer) -> None:
    assert sample.longest_from("west") == 2
    assert sample.longest_from("nowhere") == 0
    assert sample.version == "v1"


def test_equal_inputs_give_an_equal_file(compiler: dict[str, Any], tmp_path: Path) -> None:
    one, other = tmp_path / "one.sqlite", tmp_path / "other.sqlite"
    for target in (one, other):
        compiler["compile_gazetteer"](_sources(compiler, ALIASES), target, "v1")
    assert one.read_bytes() == other.read_bytes()


def test_an_alias_without_a_target_is_an_error(compiler: dict[str, Any], tmp_path: Path) -> None:
    lost = [ALIASES[0] | {"target": "Nowhere"}]
    with pytest.raises(ValueError, match="no town Nowhere in QQ"):
        compiler["compile_gazetteer"](_sources(compiler, lost), tmp_path / "x.sqlite", "v1")


def test_districts_hold_their_own_towns() -> None:
    """Well-known counties stand where they are, in the province of their towns."""
    from reportedly.errors import DataError
    from reportedly.find.places import load_gazetteer

    try:
        gazetteer = load_gazetteer()
    except DataError:
        pytest.skip("the gazetteer is not built here")
    for name, country, lat, lon in (
        ("Los Angeles County", "US", 34.1, -118.2),
        ("Cook County", "US", 41.8, -87.8),
        ("Khammam", "IN", 17.3, 80.6),
    ):
        districts = [e for e in gazetteer.lookup(name) if e.kind == "district"]
        near = [
            e
            for e in districts
            if e.country == country and abs((e.lat or 0) - lat) < 1 and abs((e.lon or 0) - lon) < 1
        ]
        assert near, name


def test_villages_come_from_post_offices(tmp_path: Path) -> None:
    """Names without the kind of office; each with a point that can be its own."""
    villages = runpy.run_path(str(ROOT / "training/gazetteer_parts/villages.py"))
    path = tmp_path / "offices.sqlite"
    with sqlite3.connect(path) as connection:
        connection.executescript("""
            CREATE TABLE post_offices (
                pincode INTEGER, office_name TEXT, gq_code INTEGER, lat_e5 INTEGER, lon_e5 INTEGER
            );
            CREATE TABLE centroids (pincode INTEGER, lat_e5 INTEGER, lon_e5 INTEGER);
            INSERT INTO post_offices VALUES
                (500001, 'Arvan B.O', 0, 2000000, 8000000),
                (500001, 'ARVAN SO (Sena)', 0, 2001000, 8001000),
                (500001, 'Belt H.O', 2, 3500000, 7000000), -- suspect: its code's point
                (500002, 'Coro BO', 4, NULL, NULL),        -- no point at all
                (500001, 'Arvan BO', 0, 2050000, 8050000),
                (500003, 'Dorna BO', 0, 2900000, 7000000), -- its district's namesake far away
                (500004, 'Esk BO', 2, 2040000, 8040000),   -- suspect, but its code's point is far
                (501001, 'Fenn', 0, 2100000, 8100000), (501002, 'Gorm', 0, 2100000, 8100000),
                (501003, 'Holt', 0, 2100000, 8100000), (501004, 'Ilm', 0, 2100000, 8100000),
                (501005, 'Jura', 0, 2100000, 8100000);     -- one point for a whole district
            INSERT INTO centroids VALUES (500001, 2002000, 8002000), (500004, 2900000, 7000000);
        """)
    connection.close()
    found = villages["distinct"](villages["read_offices"](path))
    assert [(one.name, one.lat, one.lon) for one in found] == [
        ("Arvan", 20.0, 80.0),
        ("Arvan", 20.5, 80.5),
        ("Belt", 20.02, 80.02),
        ("Esk", 20.4, 80.4),
    ]
