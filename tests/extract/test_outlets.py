"""The registry of outlets."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.errors import DataError
from reportedly.extract import check_outlets, load_outlets
from reportedly.extract.outlets import COLUMNS, KINDS

HEADER = ",".join(COLUMNS) + "\n"


@pytest.mark.parametrize(
    ("url", "outlet_id"),
    [
        ("https://www.reuters.com/world/", "reuters"),
        ("https://news.bbc.co.uk/1/hi/", "bbc"),  # a host below the domain
        ("http://APNEWS.com/a", "ap"),
        ("https://notreuters.com/a", None),  # ends alike, another host
        ("https://reuters.com.example/a", None),
        ("reuters.com", None),
        (None, None),
    ],
)
def test_by_url(url: str | None, outlet_id: str | None) -> None:
    outlet = load_outlets().by_url(url)
    assert (outlet.outlet_id if outlet else None) == outlet_id


@pytest.mark.parametrize(
    ("name", "outlet_id"),
    [
        ("The New York Times", "nyt"),
        ("new york times", "nyt"),
        ("AFP", "afp"),
        ("The  Guardian", "guardian"),
        ("Quay Gazette of Nowhere", None),
        ("", None),
        (None, None),
    ],
)
def test_by_name(name: str | None, outlet_id: str | None) -> None:
    outlet = load_outlets().by_name(name)
    assert (outlet.outlet_id if outlet else None) == outlet_id


def test_agencies_are_told_from_other_outlets() -> None:
    registry = load_outlets()
    assert all(registry.is_agency(name) for name in ("Reuters", "AP", "Xinhua", "IRNA", "EFE"))
    assert not any(registry.is_agency(name) for name in ("The Guardian", "Nobody", None))


def test_the_shipped_registry_is_sound_and_takes_no_side() -> None:
    assert check_outlets() == []
    outlets = load_outlets().outlets
    assert len(outlets) > 120
    assert {outlet.kind for outlet in outlets} <= set(KINDS)
    # sides and owners need a source that somebody read
    assert not any((o.side or o.owner) and not o.source for o in outlets)


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("Bad Id,Quay,quay.example,,,en,newspaper,,,", "id must be"),
        ("quay,,quay.example,,,en,newspaper,,,", "no name"),
        ("quay,Quay,quay.example,,,en,paper,,,", "kind 'paper'"),
        ("quay,Quay,quay.example,,Italy,en,newspaper,,,", "country 'Italy'"),
        ("quay,Quay,quay.example,,IT,english,newspaper,,,", "language 'english'"),
        ("quay,Quay,www.quay.example,,IT,en,newspaper,,,", "is no domain"),
        ("quay,Quay,quay.example,,IT,en,newspaper,opposition,,", "need a source"),
        ("first,Other,a.example,,IT,en,newspaper,,,", "id first stands already"),
        ("quay,Quay,first.example,,IT,en,newspaper,,,", "domain first.example stands already"),
        ("quay,The First,quay.example,,IT,en,newspaper,,,", "name first stands already"),
        ("quay,Quay", "kind ''"),
    ],
)
def test_faults_are_named_with_line_and_id(tmp_path: Path, row: str, fault: str) -> None:
    file = tmp_path / "outlets.csv"
    file.write_text(f"{HEADER}first,First,first.example,,IT,en,newspaper,,,\n{row}\n")
    faults = check_outlets(file)
    assert any(fault in line for line in faults), faults
    assert all(line.startswith("outlets.csv:3 ") for line in faults)
    with pytest.raises(DataError, match=r"outlets\.csv:3"):
        load_outlets(file)
