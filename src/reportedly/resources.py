"""Loads what the document level needs, and names it by one hash."""

from __future__ import annotations

import hashlib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from reportedly.analysis import Resources
from reportedly.errors import DataError
from reportedly.find.actors import load_actor_registry
from reportedly.find.claims import load_claim_lexicon
from reportedly.find.events.triggers.lexicon import load_event_lexicon
from reportedly.find.places import Gazetteer, load_gazetteer
from reportedly.find.quotes import load_reporting_verbs
from reportedly.parse import load_parser

_PACKAGE = Path(__file__).parent
_FINDERS = ("records", "analysis.py", "extract", "parse", "find", "data")


def load_resources(parser: str | None = None) -> Resources:
    """Load parser, gazetteer, registries and lexicons (about two seconds).

    Args:
        parser: name of an installed spaCy model for English, or None for the default.

    Raises:
        OptionError: if the named model is not installed.
        DataError: if a lexicon or registry breaks its format.
    """
    loaded = load_parser(parser)
    gazetteer: Gazetteer | None
    try:
        gazetteer = load_gazetteer()
    except DataError:
        gazetteer = None
    return Resources(
        analyser=analyser_hash(loaded.name),
        parser=loaded,
        gazetteer=gazetteer,
        actors=load_actor_registry(),
        verbs=load_reporting_verbs(),
        events=load_event_lexicon(),
        claims=load_claim_lexicon(),
    )


def analyser_hash(parser: str | None) -> str:
    """Twelve characters that change with code, lexicons, gazetteer or parser."""
    digest = hashlib.sha256(f"{product_version()} {parser}".encode())
    for part in _FINDERS:
        path = _PACKAGE / part
        files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if _counts(p))
        for file in files:
            digest.update(file.relative_to(_PACKAGE).as_posix().encode())
            if file.suffix == ".sqlite":  # large, and made from its size and sources
                digest.update(str(file.stat().st_size).encode())
            else:
                digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def product_version() -> str:
    """The installed version, or 'source' in a checkout that is not installed."""
    try:
        return version("reportedly")
    except PackageNotFoundError:
        return "source"


def _counts(path: Path) -> bool:
    return path.is_file() and path.suffix in {".py", ".toml", ".csv", ".txt", ".sqlite"}
