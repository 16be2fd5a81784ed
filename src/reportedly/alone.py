"""Finders that stand alone: the places, dates or quotes of one text, at its own offsets."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Generic, TypeVar

from reportedly.codec import encode
from reportedly.errors import OptionError
from reportedly.extract import article_id_of, text_id_of
from reportedly.extract.cleaning import safe
from reportedly.extract.wrapped import unwrapped
from reportedly.filters import day_of
from reportedly.find.coreference import find_entities
from reportedly.find.dates import find_dates
from reportedly.find.places import Gazetteer, find_places
from reportedly.find.quotes import find_quotes
from reportedly.marks import Mark, as_html, date_marks, place_marks, quote_marks
from reportedly.place_map import box_of, draw_map
from reportedly.records import Article, DateMention, PlaceMention, Quote
from reportedly.single import loaded_extraction, loaded_resources
from reportedly.tables import Row, Table, date_row, place_row, quote_row

T = TypeVar("T")
_TOWNS_ON_A_MAP = 6_000
M = TypeVar("M", PlaceMention, DateMention, Quote)


@dataclass(frozen=True)
class Findings(Sequence[T], Generic[T]):
    """What one finder found in a text, in order; a notebook shows it with the spans marked."""

    article: Article
    records: tuple[T, ...]
    rows: tuple[Row, ...]
    marks: tuple[Mark, ...]

    def __len__(self) -> int:
        return len(self.records)

    def __getitem__(self, index: Any) -> Any:  # noqa: ANN401  # a record, or records for a slice
        return self.records[index]

    def table(self) -> Table:
        """A row each, for pandas, Arrow or polars."""
        return Table("findings", self.rows)

    def to_json(self) -> str:
        """A JSON array of the records, as docs/formats/analysis.md has them."""
        return json.dumps([encode(record) for record in self.records], ensure_ascii=False)

    def _repr_html_(self) -> str:
        return as_html(self.article.text, self.marks)


@dataclass(frozen=True)
class FoundPlaces(Findings[PlaceMention]):
    """Toponyms of a text, and the gazetteer that resolved them."""

    gazetteer: Gazetteer

    def to_svg(self) -> str:
        """A map of the places as SVG, drawn from the gazetteer's towns; no network is needed."""
        box = box_of(self.records)
        towns = (
            self.gazetteer.towns_within(box.south, box.west, box.north, box.east, _TOWNS_ON_A_MAP)
            if box
            else []
        )
        return draw_map(self.records, towns, "places named in a text")

    def to_geojson(self) -> str:
        """A GeoJSON FeatureCollection (RFC 7946): a point for each toponym that has one."""
        features = [
            {
                "type": "Feature",
                "geometry": {"type": "Point", "coordinates": [row["lon"], row["lat"]]},
                "properties": {k: v for k, v in row.items() if k not in ("lat", "lon")},
            }
            for row in self.rows
            if row["lat"] is not None
        ]
        return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False)


def places_of(
    text: str,
    *,
    parser: str | None = None,
    gazetteers: Sequence[Path] = (),
    **facts: Any,  # noqa: ANN401
) -> FoundPlaces:
    """All toponyms of a text with use, place, coordinates and other readings.

    Args:
        text: any text; it is read as it stands, so offsets count its own code points.
        parser: name of an installed spaCy model for English, the default one if None.
        gazetteers: the user's files of places (docs/formats/gazetteer.md).
        facts: `published`, `outlet`, `url`, `language` of the text, where known.

    Raises:
        OptionError: if a fact is unknown or no day, the parser is not installed, or the
            gazetteer was not built, or a file of places breaks its format.
    """
    resources = loaded_resources(parser, tuple(gazetteers))
    if resources.gazetteer is None:
        raise OptionError("no gazetteer: build the package with pip install .")
    article = _article(text, **facts)
    found = find_places(resources.parser(article), resources.gazetteer)
    shown = _shown(found, place_row, place_marks)
    return FoundPlaces(article, *shown, gazetteer=resources.gazetteer)


def dates_of(text: str, *, parser: str | None = None, **facts: Any) -> Findings[DateMention]:  # noqa: ANN401
    """All time expressions of a text with their values; arguments and errors as `places_of`.

    Without `published`, a dateline or a day in the URL, relative expressions stay open.
    """
    article = _article(text, **facts)
    found = find_dates(loaded_resources(parser).parser(article))
    return Findings(article, *_shown(found, date_row, date_marks))


def quotes_of(text: str, *, parser: str | None = None, **facts: Any) -> Findings[Quote]:  # noqa: ANN401
    """All words of a text given as somebody's; arguments and errors as `places_of`."""
    resources = loaded_resources(parser)
    article = _article(text, **facts)
    document = resources.parser(article)
    entities = find_entities(document, resources.actors)
    found = find_quotes(document, entities, resources.verbs).quotes
    return Findings(article, *_shown(found, lambda q: quote_row(q, article), quote_marks))


def _shown(
    records: tuple[M, ...], row: Callable[[M], Row], marks: Callable[[Iterable[M]], Iterable[Mark]]
) -> tuple[tuple[M, ...], tuple[Row, ...], tuple[Mark, ...]]:
    """The records, a row each, and the spans to mark."""
    return records, tuple(map(row, records)), tuple(marks(records))


def _article(
    text: str,
    *,
    published: date | str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Article:
    """The text as an article of its own, nothing cut out of it."""
    text = unwrapped(safe(text))
    text_id = text_id_of(text)
    day = day_of(published, "published")
    return Article(
        article_id=article_id_of(
            raw_id=text_id, text_id=text_id, url=url, outlet=outlet, published=day, title=None
        ),
        raw_id=text_id,
        text_id=text_id,
        text=text,
        url=url,
        outlet=outlet,
        published=day,
        published_basis="input" if day else None,
        language=language or loaded_extraction().detect_language(text),
    )
