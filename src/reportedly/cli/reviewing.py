"""`review`: how far reviewers agree, what it took, and reviewed records as a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from reportedly.cli.console import console, error_line, show_rows
from reportedly.cli.main import app
from reportedly.cli.options import AsJson, Collection
from reportedly.errors import OptionError

review = typer.Typer(
    help="What reviewers made of our reports.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(review, name="review")


@review.command(epilog="Example: reportedly review agreement news")
def agreement(news: Collection, as_json: AsJson = False) -> None:
    """How far reviewers agree (Cohen's kappa, Krippendorff's alpha), and seconds a record."""
    from dataclasses import asdict

    from reportedly.audit.agreement import agreements, alpha_of_all
    from reportedly.audit.reviewed import decided, disputed, labels_of, times_of
    from reportedly.store import Collection as Stored

    collection = Stored.open(news)
    labels = labels_of(collection)
    rows = [asdict(one) for one in agreements(labels)]
    columns = ("first", "second", "both", "same", "kappa", "alpha")
    show_rows(rows, columns, as_json=as_json, limit=0, nothing="no two reviewers judged one report")
    if as_json:
        return
    settled = decided(collection)
    times = times_of(collection)
    out = console()
    alpha = alpha_of_all(labels)
    for line in (
        f"all reviewers together: alpha {'not defined' if alpha is None else alpha}",
        f"{len(disputed(labels, settled))} reports in dispute, {len(settled)} decided",
        f"seconds a judgement: {times.review_seconds or '–'} (median of {times.reviewed})",
        f"seconds a report in an empty form: {times.coding_seconds or '–'} (of {times.coded})",
    ):
        out.print(line, markup=False)


@review.command(
    "export",
    epilog="Example: reportedly review export news -o r.jsonl --restricted training",
)
def export_(
    news: Collection,
    output: Annotated[Path, typer.Option("-o", "--output", help="A JSONL file.")],
    restricted: Annotated[
        str, typer.Option(metavar="WHY", help="Why names are written; it is logged.")
    ] = "",
) -> None:
    """Reviewed reports as labelled sentences, for training and evaluation.

    The format is that of training/sentences: actor and recipient in brackets, the type that
    stands. Rejected reports are labelled NONE; what reviewers differ in is left out until it is
    decided. Sentences stand as the articles have them, names included.
    """
    from reportedly.audit.reviewed import reviewed_sentences
    from reportedly.export.files import Files
    from reportedly.store import Collection as Stored

    if not restricted.strip():
        raise OptionError("review export needs --restricted with a reason: sentences name persons")
    collection = Stored.open(news)
    count = 0
    with Files(output) as files:
        into = files.text()
        for row in reviewed_sentences(collection):
            into.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
    collection.log("export", f"reviewed to {output}: {count} sentences; restricted: {restricted}")
    error_line(f"{output}: {count} sentences")
