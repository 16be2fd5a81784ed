"""Gold toponyms: articles with names, coordinates and GeoNames ids, and distances between them."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from benchmarks.gold import gold_rows
from reportedly.extract.wrapped import unwrapped
from reportedly.records import Article, Place

RADIUS_KM = 161.0  # 100 miles: the usual bound of 'right' for toponyms
_FARTHEST_KM = 20039.0  # half the Earth's circumference, as the published figures take it


@dataclass(frozen=True, slots=True)
class GoldName:
    """One annotated toponym; without coordinates the annotators found no place."""

    start: int
    end: int
    text: str
    lat: float | None
    lon: float | None
    id: str | None  # GeoNames

    @property
    def located(self) -> bool:
        """Whether the gold gives a point."""
        return self.lat is not None and self.lon is not None


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with its toponyms, in order of the text."""

    article: Article
    names: tuple[GoldName, ...]


def gold_articles(data: Path) -> Iterator[GoldArticle]:
    """All articles below a folder that have annotated toponyms, each `doc` once."""
    for row, _ in gold_rows(data, ("doc", "text", "mentions"), identity="doc"):
        text = unwrapped(row["text"])
        text_id = hashlib.sha256(text.encode()).hexdigest()
        domain = row.get("domain")
        article = Article(
            article_id=text_id,
            raw_id=text_id,
            text_id=text_id,
            text=text,
            url=f"https://{domain}/" if domain else None,
            language="en",
        )
        names = [
            GoldName(
                mention["start"],
                mention["end"],
                mention["text"],
                mention.get("lat"),
                mention.get("lon"),
                str(mention["id"]) if mention.get("id") else None,
            )
            for mention in row["mentions"]
        ]
        yield GoldArticle(article, tuple(sorted(names, key=lambda name: (name.start, name.end))))


def error_km(name: GoldName, place: Place | None) -> float:
    """How far a found place lies from the gold point; the farthest distance where none is."""
    if name.lat is None or name.lon is None or place is None:
        return _FARTHEST_KM
    if place.lat is None or place.lon is None:
        return _FARTHEST_KM
    north, other = math.radians(name.lat), math.radians(place.lat)
    half_north = (other - north) / 2
    half_east = math.radians(place.lon - name.lon) / 2
    chord = math.sin(half_north) ** 2 + math.cos(north) * math.cos(other) * math.sin(half_east) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(chord)))


def within(errors: Sequence[float]) -> float | None:
    """A@161: the share of errors of at most 161 km."""
    return sum(error <= RADIUS_KM for error in errors) / len(errors) if errors else None


def error_area(errors: Sequence[float]) -> float | None:
    """AUC of the sorted logarithmic errors, 0 (none) to 1 (Jurgens et al. 2015; less is better)."""
    if not errors:
        return None
    logs = sorted(math.log(error + 1) for error in errors)
    if len(logs) == 1:
        return logs[0] / math.log(_FARTHEST_KM)
    area = sum((left + right) / 2 for left, right in pairwise(logs))
    return area / (math.log(_FARTHEST_KM) * (len(logs) - 1))
