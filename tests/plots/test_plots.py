"""Charts: numbers that add up, displays apart from demonstrations, pictures that are valid.

Events are invented; the bundled invented sample is read for the files.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

import pytest

import reportedly
from reportedly.cli import main
from reportedly.plots import CHARTS, Chart, Series, as_svg, make_chart
from reportedly.plots.charts import OTHERS, SYMBOLIC
from reportedly.records import Contradiction, Corroboration, Event
from reportedly.store import Collection
from tests.web.conftest import client_of

SAMPLE = Path(reportedly.__file__).parent / "data" / "sample" / "articles.jsonl"
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("plots") / "news"
    reportedly.read([SAMPLE], into=into)
    return into


def event(number: int, kind: str = "PROTEST", mode: str | None = "demo", **facts: Any) -> Event:
    given: dict[str, Any] = {
        "event_id": f"e{number}", "reports": ("r",), "denials": (), "withdrawn": (), "type": kind,
        "mode": mode, "realis": "actual", "polarity": "positive", "retold": False, "actors": (),
        "alleged_actors": (), "recipients": (), "place": None, "earliest": date(2024, 3, 12),
        "latest": date(2024, 3, 12), "counts": (), "contradictions": (), "rule": "test",
        "corroboration": Corroboration(reports=1, texts=1, voices=("a",), owners=(), sides=()),
    }  # fmt: skip
    return Event(**{**given, **facts})


def collection_of(*events: Event) -> Any:
    """What the charts read of a collection."""
    links = SimpleNamespace(events=lambda: iter(events), echoes=lambda: iter(()))
    return SimpleNamespace(links=links, articles=lambda: iter(()))


def values(chart: Chart) -> dict[str, tuple[int, ...]]:
    return {one.name: one.values for one in chart.series}


def test_displays_stay_apart_from_demonstrations_in_every_chart() -> None:
    differs = (Contradiction(field="place", values=(("Sena", ("r",)), ("Coro", ("q",)))),)
    told = collection_of(
        event(1, contradictions=differs),
        event(2, mode="symbolic", contradictions=differs),
        event(3, mode="symbolic", contradictions=differs),
    )
    weeks = values(make_chart(told, "events-by-week"))
    assert weeks == {"Demonstrations, strikes": (1,), SYMBOLIC: (2,)}
    differing = values(make_chart(told, "contradictions"))
    assert differing == {"Demonstrations, strikes": (1,), SYMBOLIC: (2,)}
    told_well = make_chart(told, "corroboration")
    assert told_well.labels == ("Demonstrations, strikes", SYMBOLIC)
    assert values(told_well)["A single text"] == (1, 2)


def test_empty_weeks_stand_on_the_axis() -> None:
    chart = make_chart(
        collection_of(event(1), event(2, earliest=date(2024, 4, 2), latest=date(2024, 4, 3))),
        "events-by-week",
    )
    assert chart.labels == ("2024-03-11", "2024-03-18", "2024-03-25", "2024-04-01")
    assert chart.totals == (1, 0, 0, 1)


def test_what_is_no_plain_event_of_a_week_is_left_out_and_counted() -> None:
    chart = make_chart(
        collection_of(
            event(1),
            event(2, realis="planned"),
            event(3, earliest=None, latest=None),
            event(4, retold=True),
            event(5, earliest=date(2024, 1, 1), latest=date(2024, 12, 31)),
        ),
        "events-by-week",
    )
    assert chart.totals == (1,)
    assert "1 events; 3 without a day or week" in chart.note


def test_many_types_share_one_colour() -> None:
    kinds = ("AID", "AGREE", "ASSAULT", "COERCE", "CONSULT", "MOBILIZE", "REJECT", "RETREAT")
    told = collection_of(*(event(n, kind, None) for n, kind in enumerate(kinds)))
    chart = make_chart(told, "events-by-week")
    assert values(chart)[OTHERS] == (2,)
    assert chart.totals == (8,)


def test_series_of_the_sample_add_up(news: Path) -> None:
    collection = Collection.open(news)
    copies = make_chart(collection, "copies-by-outlet")
    assert sum(copies.totals) == 28
    plain = len(reportedly.open(news).events())
    assert sum(make_chart(collection, "corroboration").totals) == plain


@pytest.mark.parametrize("name", CHARTS)
def test_pictures_are_valid_and_the_same_each_time(name: str, news: Path) -> None:
    collection = Collection.open(news)
    drawn = as_svg(make_chart(collection, name))
    root = ElementTree.fromstring(drawn)
    assert (root.tag, root.find(f"{SVG}title") is not None) == (f"{SVG}svg", True)
    assert drawn == as_svg(make_chart(collection, name))
    assert not re.search(r"<script|<style|\son[a-z]+=|href", drawn)
    chart = make_chart(collection, name)
    boxes = [r for r in root.iter(f"{SVG}rect") if r.find(f"{SVG}title") is not None]
    assert len(boxes) == sum(value > 0 for one in chart.series for value in one.values)


def test_odd_names_stay_words() -> None:
    chart = Chart(
        name="x", title="<b>&", note="\x00\ud800", kind="bars",
        labels=("<script>" * 9,), series=(Series(name='"', values=(3,)),),
    )  # fmt: skip
    root = ElementTree.fromstring(as_svg(chart))
    assert "<script>" in "".join(root.itertext())


def test_an_empty_collection_says_so(tmp_path: Path) -> None:
    collection = Collection.create(tmp_path / "news")
    for name in CHARTS:
        assert "There is nothing to show" in as_svg(make_chart(collection, name))


def test_files_by_their_ending(news: Path, tmp_path: Path, capsys) -> None:
    assert main(["plot", str(news), "corroboration", "-o", str(tmp_path / "a.svg")]) == 0
    assert (tmp_path / "a.svg").read_text("utf-8").startswith("<svg")
    assert main(["plot", str(news), "corroboration", "-o", str(tmp_path / "a.gif")]) == 2
    assert main(["plot", str(news), "truth", "-o", str(tmp_path / "a.svg")]) == 2
    assert "no chart 'truth'" in capsys.readouterr().err


def test_png(news: Path, tmp_path: Path) -> None:
    pytest.importorskip("resvg_py", reason="extra plots is not installed")
    assert main(["plot", str(news), "events-by-week", "-o", str(tmp_path / "a.png")]) == 0
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")


def test_the_explorer_shows_them(news: Path) -> None:
    client = client_of(news)
    page = client.get("/charts.json").json()
    assert [one["name"] for one in page["charts"]] == list(CHARTS)
    picture = client.get("/charts/events-by-week.svg")
    assert picture.headers["content-type"].startswith("image/svg+xml")
    assert client.get("/charts/truth.svg").status_code == 404
