"""`code` and `analyse`: texts without a collection."""

from __future__ import annotations

import json
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated, Any, TextIO

import typer

from reportedly.cli.console import console, error_line, show_rows
from reportedly.cli.main import app
from reportedly.cli.options import AsJson, Gazetteers, Parser
from reportedly.errors import OptionError

_NOTHING = "no report, and no word that could tell one"
_KINDS = ("places", "dates", "quotes", "events", "claims")
# finders that run by themselves, with the columns that people see
_ALONE = {
    "places": ("at", "text", "use", "denotes", "point", "precision", "confidence"),
    "dates": ("at", "text", "kind", "from", "to", "granularity", "calendar"),
    "quotes": ("at", "kind", "speaker", "content", "chain"),
}


@app.command(
    epilog='Example: reportedly code "Police held 14 people in Cusco on Friday." '
    "--published 2024-03-18",
)
def code(
    text: Annotated[str, typer.Argument(help="The text, or - to read it from standard input.")],
    published: Annotated[str | None, typer.Option(help="Its day, YYYY-MM-DD.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    only: Annotated[
        str | None, typer.Option(help="places, dates, quotes, events or claims; several by comma.")
    ] = None,
    draw: Annotated[
        Path | None,
        typer.Option("--map", metavar="SVG", help="Draw the places too, with --only places."),
    ] = None,
    gazetteer: Gazetteers = None,
    parser: Parser = None,
    why: Annotated[
        bool, typer.Option("--why", help="Say why each report was made, and what was left out.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Read one text and print its records with the spans marked."""
    import reportedly
    from reportedly.marks import STYLES, as_text, marks_of

    kinds = tuple(part.strip() for part in only.split(",")) if only else ()
    unknown = [kind for kind in kinds if kind not in _KINDS]
    if unknown:
        raise OptionError(f"--only knows {', '.join(_KINDS)}, not {', '.join(unknown)}")
    if draw is not None and kinds != ("places",):
        raise OptionError("--map goes with --only places")
    if why and kinds and "events" not in kinds:
        raise OptionError("--why goes with events")
    own = _checked(gazetteer)
    words = sys.stdin.read() if text == "-" else text
    if len(kinds) == 1 and kinds[0] in _ALONE:
        facts: dict[str, Any] = {"published": published, "outlet": outlet, "parser": parser}
        if kinds[0] == "places":
            facts["gazetteers"] = own
        _found(kinds[0], words, as_json, draw, **facts)
        return
    result = reportedly.analyse(
        words,
        published=published,
        outlet=outlet,
        only=kinds,
        parser=parser,
        gazetteers=own,
        why=why,
    )
    if as_json:
        print(result.to_json())
        return
    out = console()
    marks = marks_of(result.analysis, kinds)
    out.print(as_text(result.article.text, marks))
    out.print()
    for mark in marks:
        quote = " ".join(result.article.text[mark.start : mark.end].split())
        out.print(f"{mark.start:>6}–{mark.end:<6}", end="", style="dim")
        out.print(f"{mark.kind:<7}", end=" ", style=STYLES[mark.kind][0])
        out.print(f"{mark.label}: “{quote}”", markup=False)
    if why:
        out.print()
        out.print(result.why or _NOTHING, markup=False, soft_wrap=True)
    elif "events" in kinds or not kinds:
        _reports(result)
    if result.analysis.missing:
        error_line(f"read without {', '.join(result.analysis.missing)}")


def _checked(gazetteers: list[Path] | None) -> tuple[Path, ...]:
    """The user's files of places; a broken one stops here, before anything is read or written."""
    from reportedly.find.places import read_own_gazetteer

    own = tuple(gazetteers or ())
    for path in own:
        read_own_gazetteer(path)
    return own


def _found(kind: str, text: str, as_json: bool, draw: Path | None, **facts: Any) -> None:  # noqa: ANN401
    """Run one finder and print the text with its spans marked, and a table."""
    import reportedly
    from reportedly.export.files import Files
    from reportedly.marks import as_text

    finder = getattr(reportedly, f"find_{kind}")
    found = finder(text, **facts)
    if draw is not None:
        with Files(draw) as files:
            files.text().write(found.to_svg())
    if as_json:
        print(found.to_json())
        return
    out = console()
    out.print(as_text(found.article.text, found.marks))
    out.print()
    rows = map(_short, found.rows)
    show_rows(rows, _ALONE[kind], as_json=False, limit=0, nothing=f"no {kind}")


def _short(row: dict[str, Any]) -> dict[str, Any]:
    """A row with cells that fit a terminal: '10–16', 'Ames, Iowa, US', '42.03 -93.63'."""
    short = {**row, "at": f"{row['start']}–{row['end']}"}
    if row.get("place"):
        names = dict.fromkeys(filter(None, (row["place"], row["admin1"], row["country"])))
        short["denotes"] = ", ".join(names)
        short["point"] = None if row["lat"] is None else f"{row['lat']:.2f} {row['lon']:.2f}"
    return short


def _reports(result: object) -> None:
    from reportedly.single import AnalysedText
    from reportedly.tables import report_row, words

    assert isinstance(result, AnalysedText)
    out = console()
    for report in result.reports:
        row = report_row(report, result.article)
        head = " ".join(filter(None, (row["type"] or "no type", row["mode"])))
        out.print(f"\n{head} · {row['status']}", style="bold", markup=False)
        for key in ("from", "to", "place", "actors", "recipients", "counts", "according_to",
                    "quote", "rule"):  # fmt: skip
            if words(row[key]):
                out.print(f"  {key.replace('_', ' '):<13}{words(row[key])}", markup=False)


@app.command(epilog="Example: reportedly analyse articles.jsonl -o analyses.jsonl")
def analyse(
    source: Annotated[Path, typer.Argument(help="JSONL or any other input.", metavar="IN")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Where to; standard output if left out.")
    ] = None,
    gazetteer: Gazetteers = None,
    parser: Parser = None,
) -> None:
    """Document level only, for pipelines: a line in, a line out, in order.

    A line that cannot be read gives a line with its problem; nothing is left out.
    """
    from reportedly.codec import encode
    from reportedly.ingest import Skipped, read_inputs
    from reportedly.records import Problem
    from reportedly.single import analyse_row

    own = _checked(gazetteer)
    failed = done = 0
    with ExitStack() as stack:
        into: TextIO = sys.stdout
        if output is not None:
            try:
                into = stack.enter_context(output.open("w", encoding="utf-8"))
            except OSError as error:
                raise OptionError(f"cannot write {output}: {error.strerror}") from None
        for given in read_inputs([source]):
            if isinstance(given, Skipped):
                continue
            result = given if isinstance(given, Problem) else analyse_row(given, parser, own)
            done += 1
            if isinstance(result, Problem):
                failed += 1
                print(json.dumps({"problem": encode(result)}, ensure_ascii=False), file=into)
            else:
                print(result.to_json(), file=into)
    if output is not None:
        console().print(f"{done} inputs, {failed} problems", markup=False)
