"""The finders by themselves, from Python and the command line; texts are invented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import reportedly
from reportedly.cli.main import main
from reportedly.errors import OptionError

TEXT = 'Share this story\n\nPolice in Cusco said on Friday: "We held 14 people." Lima kept silent.'


def test_places_stand_at_the_offsets_of_the_given_text() -> None:
    found = reportedly.find_places(TEXT)
    assert [m.evidence.quote for m in found] == ["Cusco", "Lima"]
    assert all(TEXT[m.evidence.start : m.evidence.end] == m.evidence.quote for m in found)
    assert found[0].place is not None
    assert found[0].place.country == "PE"


def test_places_as_geojson() -> None:
    features = json.loads(reportedly.find_places(TEXT).to_geojson())["features"]
    assert features[0]["geometry"]["type"] == "Point"
    lon, lat = features[0]["geometry"]["coordinates"]
    assert (round(lon), round(lat)) == (-72, -14)
    assert features[0]["properties"]["text"] == "Cusco"


def test_a_day_of_publication_gives_relative_dates_their_day() -> None:
    assert [str(m.value.earliest) for m in reportedly.find_dates(TEXT)] == ["None"]
    (friday,) = reportedly.find_dates(TEXT, published="2024-03-18")
    assert str(friday.value.earliest) == "2024-03-15"


def test_quotes_with_their_speaker() -> None:
    (quote,) = reportedly.find_quotes(TEXT)
    assert quote.content[0].quote == "We held 14 people."
    assert "olice" in (quote.speaker or "")


def test_a_notebook_and_a_data_frame() -> None:
    found = reportedly.find_places(TEXT)
    assert 'title="Cusco, PE"' in found._repr_html_()
    assert list(found.table().to_pandas()["text"]) == ["Cusco", "Lima"]
    assert json.loads(found.to_json())[0]["place"]["name"] == "Cusco"


def test_bad_facts_are_named() -> None:
    with pytest.raises(OptionError, match="published"):
        reportedly.find_dates(TEXT, published="soon")
    assert len(reportedly.find_places("")) == 0
    assert len(reportedly.find_quotes("\x00 \ud800")) == 0


@pytest.mark.parametrize(("kind", "shown"), [("places", "Cusco"), ("dates", "2024-03-15")])
def test_code_only_prints_a_table(
    kind: str, shown: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["code", TEXT, "--only", kind, "--published", "2024-03-18"]) == 0
    assert shown in capsys.readouterr().out


def test_code_only_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["code", TEXT, "--only", "places", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["evidence"]["quote"] == "Cusco"


def test_code_only_draws_a_map(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["code", TEXT, "--only", "places", "--map", str(tmp_path / "map.svg")]) == 0
    svg = (tmp_path / "map.svg").read_text("utf-8")
    assert ">Cusco</text>" in svg
    assert main(["code", TEXT, "--only", "dates", "--map", str(tmp_path / "no.svg")]) == 2
    assert "--map goes with --only places" in capsys.readouterr().err
