"""A hand-made data set over the invented corpus: links, what differs, and that ours stays as it is.

`coded_by_hand.csv` has ACLED's columns and one more: the event of the corpus' gold that a row
tells, empty where it tells none. All of it is invented.
"""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import reportedly
from reportedly.audit.agree import Names
from reportedly.audit.codes import AuditedArticle
from reportedly.audit.matching import align, settled
from reportedly.audit.ours import our_reports
from reportedly.audit.sheet import read_sheet
from reportedly.cli import main
from reportedly.errors import OptionError
from reportedly.imports import compared, counts_of, import_rows, shipped_map
from reportedly.store import Collection
from tests.audit.gold import write_gold

HERE = Path(__file__).parent
CODED = HERE / "coded_by_hand.csv"
GOLD = HERE.parents[1] / "benchmarks" / "invented" / "gold.json"
SAMPLE = Path(reportedly.__file__).parent / "data" / "sample" / "articles.jsonl"


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    folder = tmp_path_factory.mktemp("compare") / "news"
    reportedly.read([SAMPLE], into=folder)
    collection = Collection.open(folder)
    before = contents(collection)
    import_rows(collection, CODED, shipped_map("acled"))
    assert contents(collection) == before
    return collection


def contents(collection: Collection) -> dict[str, list[tuple]]:
    """All that is ours, to the byte: all tables but the log and the imported rows; the links."""
    with closing(sqlite3.connect(collection.folder / "collection.db")) as database:
        query = "SELECT name FROM sqlite_schema WHERE type = 'table'"
        names = [name for (name,) in database.execute(query)]
        kept = {
            name: database.execute(f"SELECT * FROM {name}").fetchall()
            for name in sorted(names)
            if name not in {"log", "imported", "sqlite_sequence"}
        }
    (links,) = collection.folder.glob("links-*.db")
    return {**kept, "links": [(links.read_bytes(),)]}


def gold_events(collection: Collection, folder: Path) -> dict[str, set[str]]:
    """Our event → the gold events of its reports, by the rules of the audit."""
    gold = json.loads(GOLD.read_text("utf-8"))
    sheet = read_sheet(write_gold(gold, folder))
    event_of = {r["id"]: r["event"] for a in gold["articles"] for r in a["reports"]}
    documents = {a.input_id: (a, an) for a, an in collection.documents()}
    told: dict[str, str] = {}
    for one in gold["articles"]:
        article = settled(
            AuditedArticle(
                article=one["id"], outlet=one["outlet"], credit=one.get("credit"),
                coded=sheet.reports[one["id"]], ours=our_reports(*documents[one["id"]]),
            )
        )  # fmt: skip
        for pair in align(article.coded, article.ours, article, Names(gold["names"])):
            told[pair.ours.report_id] = event_of[pair.coded.code]
    return {
        event.event_id: {told[r] for r in event.reports if r in told}
        for event in collection.links.events()
    }


def rows() -> Iterator[dict[str, str]]:
    with CODED.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def test_at_least_nine_of_ten_links_are_right(news: Collection, tmp_path: Path) -> None:
    wanted = {row["event_id_cnty"]: row["gold"] for row in rows()}
    of_ours = gold_events(news, tmp_path)
    wrong = []
    for row in compared(news, "acled"):
        if row["side"] == "ours alone":
            continue
        gold = wanted.pop(row["row"])
        if gold not in of_ours.get(row["event"], {""}):
            wrong.append((row["row"], gold, row["event"] and of_ours[row["event"]], row.get("why")))
    assert wanted == {}
    assert len(wrong) <= 2, wrong  # of 29: 93 of 100


def test_what_differs_is_told(news: Collection) -> None:
    found = {row["row"]: row for row in compared(news) if row["side"] == "both"}
    assert found["PER6"]["differs"] == []
    assert found["PER2"]["their_killed"] == 3
    counts = counts_of(compared(news))
    assert counts["both"] + counts["theirs alone"] == sum(1 for _ in rows())


def test_ours_alone_lie_in_days_and_countries_of_the_data_set(news: Collection) -> None:
    alone = [row for row in compared(news) if row["side"] == "ours alone"]
    linked = {row["event"] for row in compared(news) if row["side"] == "both"}
    assert alone
    assert not {row["event"] for row in alone} & linked
    assert all("2016-03-14" <= row["days"][:10] <= "2024-03-20" for row in alone)


def test_importing_again_adds_nothing(news: Collection) -> None:
    again = import_rows(news, CODED, shipped_map("acled"))
    assert (again.new, again.known, again.faults) == (0, 29, 0)


def test_another_source_is_unknown(news: Collection) -> None:
    with pytest.raises(OptionError, match="no rows of mine: there are acled"):
        list(compared(news, "mine"))


def test_our_own_export_links_to_itself(news: Collection, tmp_path: Path) -> None:
    """Rows that another program, or a person, corrected in our own format come back."""
    path = tmp_path / "reports.csv"
    reportedly.open(news.folder).export("report-csv", path)
    other = Collection.open(news.folder)
    imported = import_rows(other, path, shipped_map("report-csv"), source="own")
    with path.open(encoding="utf-8", newline="") as file:
        told = {row["id"]: row for row in csv.DictReader(file)}
    assert imported.new + imported.faults == len(told)
    both = [row for row in compared(other, "own") if row["side"] == "both"]
    certain = [
        row
        for row in both
        if (one := told[row["row"]])["realis"] == "actual"
        and one["location"] and one["retold"] == "no" and one["event_id"]
    ]  # fmt: skip
    right = sum(told[row["row"]]["event_id"] == row["event"] for row in certain)
    assert len(certain) > 30
    assert right >= 0.9 * len(certain)


# --- the commands ---------------------------------------------------------------------------


def test_import_and_compare_from_the_command_line(news: Collection, tmp_path: Path, capsys) -> None:
    folder = str(news.folder)
    assert main(["import", str(CODED), "--into", folder, "--as", "acled", "--source", "desk"]) == 0
    assert "desk: 29 new rows" in capsys.readouterr().out
    output = tmp_path / "compared.csv"
    assert main(["compare", folder, "--with", "desk", "-o", str(output)]) == 0
    with output.open(encoding="utf-8", newline="") as file:
        written = list(csv.DictReader(file))
    assert {row["side"] for row in written} == {"both", "theirs alone", "ours alone"}
    assert main(["compare", folder, "--with", "desk", "--limit", "3"]) == 0
    assert "ours alone" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--as", "csv"], "--as csv needs --map"),
        (["--as", "excel"], "--as knows acled, report-csv, ucdp"),
        (["--as", "csv", "--map", "nothing.toml"], "nothing.toml: cannot be read"),
    ],
)
def test_wrong_options(arguments: list[str], said: str, news: Collection, capsys) -> None:
    assert main(["import", str(CODED), "--into", str(news.folder), *arguments]) in (1, 2)
    assert said in capsys.readouterr().err
