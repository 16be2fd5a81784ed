"""The command line: the main path, filters, JSON, and errors of one clear line.

The articles are the bundled invented sample, or invented here.
"""

from __future__ import annotations

import json
from importlib.resources import as_file, files
from pathlib import Path

import pytest

from reportedly.cli import main

COMMANDS = (
    "demo", "read", "link", "events", "quotes", "claims", "echoes", "sources", "problems", "show",
    "audit", "import", "compare", "plot", "code", "analyse", "export", "check", "reanalyse",
    "backup", "merge-collections", "version",
)  # fmt: skip


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("cli") / "news"
    with as_file(files("reportedly.data") / "sample" / "articles.jsonl") as sample:
        assert main(["read", str(sample), "--into", str(folder)]) == 0
    return str(folder)


def _json_lines(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict]:
    capsys.readouterr()
    assert main([*arguments, "--json"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_events_count_reports_texts_voices_and_sides(news: str, capsys) -> None:
    rows = _json_lines(capsys, "events", news, "--type", "protest")
    assert rows
    assert all(row["type"] == "PROTEST" for row in rows)
    assert any(row["reports"] > row["texts"] for row in rows)  # copies are no second text
    assert all("voice" in row["corroboration"] for row in rows)


def test_filters_narrow(news: str, capsys) -> None:
    all_rows = _json_lines(capsys, "events", news)
    kenya = _json_lines(capsys, "events", news, "--country", "KE")
    assert 0 < len(kenya) < len(all_rows)
    assert {row["place"].rsplit(", ")[-1] for row in kenya} == {"KE"}


def test_show_tells_an_event_with_its_sentences(news: str, capsys) -> None:
    row = max(_json_lines(capsys, "events", news), key=lambda r: r["reports"])
    assert main(["show", news, row["id"]]) == 0
    out = capsys.readouterr().out
    assert row["id"] in out
    assert "according to" in out
    assert out.count("sentence") >= row["reports"]


@pytest.mark.parametrize("table", ["quotes", "claims", "echoes", "sources"])
def test_tables_have_rows(table: str, news: str, capsys) -> None:
    assert _json_lines(capsys, table, news)
    assert main([table, news]) == 0


def test_tables_fit_a_narrow_terminal(news: str, capsys, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["events", news]) == 0
    assert max(len(line) for line in capsys.readouterr().out.splitlines()) <= 80


def test_reading_again_adds_nothing(news: str, capsys) -> None:
    before = _json_lines(capsys, "events", news)
    with as_file(files("reportedly.data") / "sample" / "articles.jsonl") as sample:
        assert main(["read", str(sample), "--into", news]) == 0
    assert "0 articles read" in capsys.readouterr().out
    assert _json_lines(capsys, "events", news) == before


def test_what_a_killed_read_left_is_linked_by_the_next(tmp_path: Path, capsys) -> None:
    row = '{"id": "%s", "outlet": "The Coro Post", "published": "2024-03-13", "text": "%s"}\n'
    source, news = tmp_path / "rows.jsonl", str(tmp_path / "news")
    source.write_text(row % ("a", "Farmers blocked a road in Cusco on Monday."))
    assert main(["read", str(source), "--into", news]) == 0
    with source.open("a") as more:
        more.write(row % ("b", "Police arrested 14 people in Tacna on Monday."))
    assert main(["read", str(source), "--into", news, "--no-link"]) == 0  # as if killed here
    assert len(_json_lines(capsys, "events", news)) == 1
    assert main(["read", str(source), "--into", news]) == 0  # nothing new to read
    assert len(_json_lines(capsys, "events", news)) == 2
    assert main(["read", str(source), "--into", news]) == 0
    assert "nothing new to link" in capsys.readouterr().out


def test_linking_again_keeps_the_ids(news: str, capsys) -> None:
    before = _json_lines(capsys, "events", news)
    assert main(["link", news]) == 0
    assert _json_lines(capsys, "events", news) == before


def test_check_finds_no_fault(news: str, capsys) -> None:
    assert main(["check", news]) == 0
    assert "no faults" in capsys.readouterr().out


def test_exports(news: str, tmp_path: Path, capsys) -> None:
    scoring, reports = tmp_path / "scoring.json", tmp_path / "reports.csv"
    assert main(["export", news, "--as", "scoring", "-o", str(scoring)]) == 0
    assert {"articles", "events", "campaigns", "echoes"} <= json.loads(scoring.read_text()).keys()
    assert main(["export", news, "--as", "report-csv", "-o", str(reports)]) == 0
    gold = json.loads((Path(__file__).parents[2] / "benchmarks/invented/gold.json").read_text())
    private = {item["text"] for article in gold["articles"] for item in article.get("private", [])}
    assert private
    written = reports.read_text()
    assert [name for name in sorted(private) if name in written] == []


def test_code_marks_and_explains(capsys) -> None:
    text = "Police arrested 14 people in Cusco on Friday."
    assert main(["code", text, "--published", "2024-03-18"]) == 0
    out = capsys.readouterr().out
    assert "COERCE arrest" in out
    assert "2024-03-15" in out
    assert "Cusco, PE" in out


def test_code_as_json_has_valid_spans(capsys) -> None:
    text = "Police arrested 14 people in Cusco on Friday."
    assert main(["code", text, "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    trigger = data["analysis"]["reports"][0]["trigger"]
    assert data["article"]["text"][trigger["start"] : trigger["end"]] == trigger["quote"]


def test_analyse_gives_a_line_for_each_line(tmp_path: Path) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    rows = ['{"id": "a", "text": "Farmers blocked a road in Cusco."}', "{broken", '{"id": "c"}']
    source.write_text("\n".join(rows))
    assert main(["analyse", str(source), "-o", str(target)]) == 0
    lines = [json.loads(line) for line in target.read_text().splitlines()]
    assert ["analysis" in line for line in lines] == [True, False, False]
    assert all("reason" in line["problem"] for line in lines[1:])


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command: str, capsys) -> None:
    assert main([command, "--help"]) == 0
    assert f"Example: reportedly {command}" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["events", "nowhere"], 1, "no collection at nowhere"),
        (["events"], 2, "Missing argument"),
        (["fly"], 2, "No such command"),
        (["read", "missing.html", "--into", "{tmp}/n"], 2, "no such file"),
        (["code", "A text.", "--published", "yesterday"], 2, "YYYY-MM-DD"),
        (["code", "A text.", "--only", "birds"], 2, "--only knows"),
        (["code", "   "], 1, "without text"),
        (["code", "A text.", "--parser", "xx_none_sm"], 2, "not installed"),
    ],
)
def test_errors_are_one_clear_line(arguments, code, said, tmp_path: Path, capsys) -> None:
    filled = [argument.replace("{tmp}", str(tmp_path)) for argument in arguments]
    assert main(filled) == code
    message = capsys.readouterr().err
    assert said in message
    assert message.startswith("reportedly: ")
    assert "Traceback" not in message


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["events", "--type", "WAR"], "no event type 'WAR'"),
        (["events", "--from", "2024-13-01"], "--from wants a day"),
        (["export", "--as", "powerpoint"], "--as knows"),
        (["show", "zzz"], "begins with 'zzz'"),
    ],
)
def test_bad_options_of_a_collection(arguments, said, news: str, capsys) -> None:
    assert main([arguments[0], news, *arguments[1:]]) == 2
    assert said in capsys.readouterr().err


def test_bad_inputs_become_problems_and_the_rest_goes_on(tmp_path: Path, capsys) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text("Outlet: The Coro Post\nPublished: 2024-03-01\n\nPolice came.")
    (folder / "empty.txt").write_text("")
    (folder / "bad.html").write_text("<html><body></body></html>")
    (folder / "rows.jsonl").write_text('{"text": "Two men were held in Cusco."}\n{broken\n')
    (folder / "columns.csv").write_text("headline,body\na,b\n")
    (folder / "notes.md").write_text("# not an article")
    news = str(tmp_path / "news")
    assert main(["read", str(folder), "--into", news]) == 0
    rows = _json_lines(capsys, "problems", news)
    assert {Path(row["source"].split("!")[0]).name for row in rows} == {
        "empty.txt", "bad.html", "rows.jsonl", "columns.csv",
    }  # fmt: skip
    assert any("text" in row["reason"] for row in rows if row["source"].endswith("columns.csv"))
    assert main(["read", str(folder), "--into", news, "--strict"]) == 0  # all were known before
    assert main(["check", news]) == 0


def test_the_version_tells_data_and_licences_when_asked(capsys) -> None:
    assert main(["--version"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1
    for arguments in (["--version", "--verbose"], ["version"]):
        assert main(arguments) == 0
        out = capsys.readouterr().out
        for words in ("analyser", "GeoNames", "CC BY 4.0", "iso3166-2, MIT", "airportsdata, MIT"):
            assert words in out
