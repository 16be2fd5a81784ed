"""The work of a run: a document to its article and analysis, an article to a new analysis."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportedly.analysis import analyse_article
from reportedly.extract import extract, load_extract_resources
from reportedly.records import Article, Problem, RawDocument
from reportedly.resources import load_resources
from reportedly.run import Outcome, Rework, Work
from reportedly.sides import load_outlet_file, with_side


def make_work(
    parser: str | None = None,
    outlet_file: Path | None = None,
    gazetteers: Sequence[Path] = (),
) -> Work:
    """Load resources and give the function that reads one document; called once a worker.

    Args:
        parser: name of an installed spaCy model, None for the default.
        outlet_file: the user's statements of outlets (see `sides`), or None.
        gazetteers: the user's files of places.
    """
    resources = load_resources(parser, gazetteers)
    extraction = load_extract_resources()
    statements = load_outlet_file(outlet_file) if outlet_file else ()

    def work(raw: RawDocument) -> Outcome:
        extracted = extract(raw, extraction)
        if isinstance(extracted, Problem):
            return Outcome(raw=raw, problem=extracted)
        article = with_side(extracted, statements)
        return Outcome(raw=raw, article=article, analysis=analyse_article(article, resources))

    return work


def make_rework(parser: str | None = None, gazetteers: Sequence[Path] = ()) -> Rework:
    """Load resources and give the function that analyses an article anew; once a worker."""
    resources = load_resources(parser, gazetteers)

    def rework(article: Article) -> Outcome:
        return Outcome(raw=None, article=article, analysis=analyse_article(article, resources))

    return rework
