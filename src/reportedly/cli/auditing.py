"""`audit`: a random sample, coded blind, and how far our records agree with it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.console import error_line, show_rows
from reportedly.cli.main import app
from reportedly.cli.options import AsJson, Collection
from reportedly.errors import OptionError


@app.command(epilog="Example: reportedly audit news -n 200 -o audit")
def audit(
    news: Collection,
    size: Annotated[int, typer.Option("-n", min=1, help="Articles to draw.")] = 200,
    by: Annotated[str | None, typer.Option(help="Stratified by type, outlet or month.")] = None,
    seed: Annotated[int, typer.Option(help="Equal seeds draw equal samples.")] = 0,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", help="The folder of the sample, or the report's name."),
    ] = None,
    codes: Annotated[
        Path | None, typer.Option(help="A coded sheet: score it instead of drawing a sample.")
    ] = None,
    coder: Annotated[
        str | None, typer.Option(help="Score what this coder entered at the desk of `explore`.")
    ] = None,
    second: Annotated[
        str | None, typer.Option(help="Another sheet or coder, for how far the two agree.")
    ] = None,
    sample: Annotated[
        int | None, typer.Option(min=1, help="With --coder: the sample's number, else the newest.")
    ] = None,
    with_texts: Annotated[
        bool, typer.Option("--with-texts", help="The articles' texts too, for the coder.")
    ] = False,
    restricted: Annotated[
        str | None, typer.Option(metavar="WHY", help="Why texts are written; it is logged.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Draw a random sample of articles to code blind; with --codes or --coder, score it.

    Precision and recall by type, status, place, date, actor and attribution with 95 % intervals,
    which types are taken for which, and whether confidence means what it says. -o writes a page
    for a methods appendix: Markdown, HTML and JSON.
    """
    from reportedly.store import Collection as Stored

    collection = Stored.open(news)
    if codes is not None and coder is not None:
        raise OptionError("--codes and --coder are two ways of coding: give one")
    if codes is None and coder is None:
        if with_texts and not (restricted and restricted.strip()):
            raise OptionError("--with-texts needs --restricted with a reason: texts name persons")
        _draw(collection, size, by, seed, output, restricted if with_texts else None)
        return
    _score(collection, codes, coder, second, sample, output, as_json)


def _draw(
    collection: object, size: int, by: str | None, seed: int, output: Path | None, why: str | None
) -> None:
    from reportedly.audit import draw_sample, write_folder
    from reportedly.store import Collection as Stored

    assert isinstance(collection, Stored)
    drawn = draw_sample(collection.documents(), size, by=by, seed=seed)
    number = collection.audits.add_sample(drawn)
    said = f"sample {number}: {len(drawn.articles)} of {drawn.population} articles, seed {seed}"
    collection.log("audit", f"{said}; texts: {why}" if why else said)
    if output is not None:
        write_folder(collection, drawn, number, output, with_texts=why is not None)
        error_line(f"{output}: {said}; code into {output / 'codes.csv'}")
    print(f"{said}; to code at the desk: reportedly explore, then the page Audit")


def _score(
    collection: object,
    codes: Path | None,
    coder: str | None,
    second: str | None,
    sample: int | None,
    output: Path | None,
    as_json: bool,
) -> None:
    from reportedly.audit import audit_desk, audit_sheet, figure_rows, write_report
    from reportedly.store import Collection as Stored

    assert isinstance(collection, Stored)
    if codes is not None:
        found = audit_sheet(collection, codes, Path(second) if second else None)
    else:
        number = sample or collection.audits.latest()
        if number is None:
            raise OptionError("there is no sample yet: reportedly audit NEWS draws one")
        found = audit_desk(collection, number, coder or "", second)
    scores = found.scores
    rows = figure_rows((*scores.figures, *scores.by_type, *scores.by_status))
    columns = ("figure", "precision", "recall", "value", "interval", "counts")
    show_rows(rows, columns, as_json=as_json, limit=0, nothing="nothing is coded")
    if output is not None:
        error_line(f"wrote {', '.join(map(str, write_report(found, output)))}")
