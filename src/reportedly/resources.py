"""Loads what the document level needs, and names it by one hash."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from reportedly.analysis import Resources
from reportedly.encode import WordVectors, load_encoder
from reportedly.errors import DataError
from reportedly.find.actors import load_actor_registry
from reportedly.find.claims import load_claim_lexicon
from reportedly.find.events import load_event_classifier, load_event_lexicon
from reportedly.find.events.act_words import ActWords, load_act_words
from reportedly.find.places import ATTRIBUTION, Gazetteer, load_gazetteer
from reportedly.find.quotes import load_reporting_verbs
from reportedly.parse import load_parser

_PACKAGE = Path(__file__).parent
_READ = frozenset({".py", ".toml", ".csv", ".txt", ".json", ".npz", ".onnx", ".sqlite"})
_FINDERS = ("records", "analysis.py", "extract", "parse", "find", "data", "models")


def load_resources(parser: str | None = None, gazetteers: Sequence[Path] = ()) -> Resources:
    """Load parser, gazetteer, registries and lexicons (about two seconds).

    Args:
        parser: name of an installed spaCy model for English, or None for the default.
        gazetteers: the user's files of places, CSV or GeoJSON (docs/formats/gazetteer.md).

    Raises:
        OptionError: if the named model is not installed, or a file of places breaks its format.
        DataError: if a lexicon or registry breaks its format.
    """
    loaded = load_parser(parser)
    gazetteer: Gazetteer | None
    try:
        gazetteer = load_gazetteer(own=gazetteers)
    except DataError:
        gazetteer = None
    return Resources(
        analyser=analyser_hash(loaded.name, gazetteers),
        parser=loaded,
        gazetteer=gazetteer,
        actors=load_actor_registry(),
        verbs=load_reporting_verbs(),
        events=load_event_lexicon(),
        event_types=load_event_classifier(_encoder),
        act_words=_act_words,
        claims=load_claim_lexicon(),
    )


@cache
def _act_words() -> ActWords | None:
    """The network of words that tell acts, loaded when a text first wants it."""
    return load_act_words()


@cache
def _encoder() -> WordVectors | None:
    """The encoder, loaded when a text first wants it and then kept by the process."""
    return load_encoder()


def analyser_hash(parser: str | None, gazetteers: Sequence[Path] = ()) -> str:
    """Twelve characters that change with code, lexicons, gazetteers or parser."""
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
    for own in gazetteers:
        digest.update(own.read_bytes())
    return digest.hexdigest()[:12]


def data_lines() -> list[str]:
    """Versions of the analyser, its models and its data, and their licences, a line each."""
    resources = load_resources()
    places = resources.gazetteer
    return [
        f"analyser {resources.analyser}",
        f"parser {resources.parser.name or 'none: no syntax'}, MIT",
        f"gazetteer {places.version[:12] if places else 'none: not built'}",
        *ATTRIBUTION,
        "language of a text: fastText lid.176, CC BY-SA 3.0",
    ]


def product_version() -> str:
    """The installed version, or 'source' in a checkout that is not installed."""
    try:
        return version("reportedly")
    except PackageNotFoundError:
        return "source"


def _counts(path: Path) -> bool:
    return path.is_file() and path.suffix in _READ
