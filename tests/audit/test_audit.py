"""An audit from the command line: sample, sheet, report. The bundled invented sample is read."""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path

import pytest

import reportedly
from benchmarks.vendored import score as scorer
from reportedly.audit import draw_sample
from reportedly.cli import main
from reportedly.errors import OptionError
from reportedly.store import Collection
from tests.audit.gold import write_gold

ROOT = Path(__file__).parents[2]
SAMPLE = Path(reportedly.__file__).parent / "data" / "sample" / "articles.jsonl"


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    into = tmp_path_factory.mktemp("audit") / "news"
    reportedly.read([SAMPLE], into=into)
    return into


def gold() -> dict:
    return json.loads((ROOT / "benchmarks/invented/gold.json").read_text("utf-8"))


# --- drawing --------------------------------------------------------------------------------


def test_equal_seeds_draw_equal_samples(news: Path) -> None:
    collection = Collection.open(news)
    one, other, third = (draw_sample(collection.documents(), 10, seed=seed) for seed in (4, 4, 5))
    assert one == other
    assert one.articles != third.articles


def test_weights_of_a_stratified_sample_sum_up_to_the_collection(news: Path) -> None:
    for by in ("type", "outlet", "month"):
        sample = draw_sample(Collection.open(news).documents(), 13, by=by)
        assert len(sample.articles) == 13
        assert round(sum(one.weight for one in sample.articles), 6) == sample.population
        assert min(Counter(one.stratum for one in sample.articles).values()) >= 1


def test_articles_without_events_are_drawn_too(news: Path) -> None:
    sample = draw_sample(Collection.open(news).documents(), 20, by="type")
    assert "no event" in {one.stratum for one in sample.articles}


@pytest.mark.parametrize(("size", "by"), [(0, None), (3, "colour")])
def test_wrong_options_are_refused(size: int, by: str | None, news: Path) -> None:
    with pytest.raises(OptionError):
        draw_sample(Collection.open(news).documents(), size, by=by)


def test_an_empty_collection_has_no_sample() -> None:
    with pytest.raises(OptionError, match="no articles"):
        draw_sample([], 3)


# --- the command ----------------------------------------------------------------------------


def test_a_sheet_in_a_report_out(news: Path, tmp_path: Path, capsys) -> None:
    folder = tmp_path / "audit"
    assert main(["audit", str(news), "-n", "28", "-o", str(folder)]) == 0
    assert {path.name for path in folder.iterdir()} == {
        "sample.csv", "codes.csv", "audit.json", "README.md",
    }  # fmt: skip
    (folder / "codes.csv").unlink()
    write_gold(gold(), folder)
    capsys.readouterr()
    report = tmp_path / "report"
    codes = str(folder / "codes.csv")
    arguments = ["audit", str(news), "--codes", codes, "--second", codes, "-o", str(report)]
    assert main([*arguments, "--json"]) == 0
    rows = {row["figure"]: row for row in map(json.loads, capsys.readouterr().out.splitlines())}
    scores, _ = scorer.score(gold(), reportedly.open(news).scoring(), 0)
    theirs = scores["events, status actual (type+place+date)"]
    assert rows["events, status actual"]["value"] == f"{theirs['f1']:.3f}"
    page = (tmp_path / "report.md").read_text("utf-8")
    for words in ("seed 0", "28 of them are compared", "Wilson", "Krippendorff", "| PROTEST |"):
        assert words in page
    html = (tmp_path / "report.html").read_text("utf-8")
    assert html.count("<table>") == html.count("</table>") > 5
    data = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert data["sample"]["articles_drawn"] == 28
    assert all(one["alpha"] == 1.0 for one in data["coders"] if one["alpha"] is not None)


def test_a_part_of_the_sample_can_be_scored(news: Path, tmp_path: Path, capsys) -> None:
    folder = tmp_path / "audit"
    assert main(["audit", str(news), "-n", "28", "--by", "type", "-o", str(folder)]) == 0
    (folder / "codes.csv").unlink()
    some = {**gold(), "articles": gold()["articles"][:9]}
    write_gold(some, folder)
    report = tmp_path / "part"
    arguments = ["audit", str(news), "--codes", str(folder / "codes.csv"), "-o", str(report)]
    assert main(arguments) == 0
    data = json.loads((tmp_path / "part.json").read_text("utf-8"))
    assert (data["articles"], data["not_coded"]) == (9, 19)


def test_texts_need_a_reason(news: Path, tmp_path: Path, capsys) -> None:
    folder = str(tmp_path / "audit")
    assert main(["audit", str(news), "-n", "3", "-o", folder, "--with-texts"]) == 2
    assert "--restricted with a reason" in capsys.readouterr().err
    more = ["--with-texts", "--restricted", "coding by hand"]
    assert main(["audit", str(news), "-n", "3", "-o", folder, *more]) == 0
    assert len(list((tmp_path / "audit" / "texts").iterdir())) == 3
    *_, (_, action, detail) = Collection.open(news).log_entries()
    assert (action, "coding by hand" in detail) == ("audit", True)


def test_a_sheet_is_never_overwritten(news: Path, tmp_path: Path, capsys) -> None:
    for code in (0, 2):
        assert main(["audit", str(news), "-n", "3", "-o", str(tmp_path / "audit")]) == code
    assert "holds a coding sheet already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("nobody,PROTEST", "'nobody' is no article of sample.csv"),
        ("A01,PARTY", "codes.csv row 2: no type 'PARTY'"),
        ("", "codes no article"),
    ],
)
def test_wrong_sheets_are_one_clear_line(
    row: str, said: str, news: Path, tmp_path: Path, capsys
) -> None:
    folder = tmp_path / "audit"
    main(["audit", str(news), "-n", "28", "-o", str(folder)])
    (folder / "codes.csv").write_text(f"article,type\n{row}\n")
    capsys.readouterr()
    assert main(["audit", str(news), "--codes", str(folder / "codes.csv")]) == 2
    error = capsys.readouterr().err
    assert said in error
    assert len(error.splitlines()) == 1


def test_cells_cannot_act_as_formulas(news: Path, tmp_path: Path) -> None:
    folder = tmp_path / "audit"
    main(["audit", str(news), "-n", "28", "-o", str(folder)])
    with (folder / "sample.csv").open(encoding="utf-8", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@"))]
