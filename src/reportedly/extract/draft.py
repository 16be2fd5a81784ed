"""What an input says of itself, before cleaning: its raw text and the facts beside it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from reportedly.extract.cleaning import safe
from reportedly.extract.language import language_code
from reportedly.extract.published import parse_published, parse_published_time
from reportedly.records import Basis

# column or header line → other names it may have, best first
_ALSO = {
    "outlet": ("outlet", "publisher", "source"),
    "published": ("published", "date"),
}
KNOWN_KEYS = frozenset(
    ("id", "url", "outlet", "publisher", "source", "side", "published", "date", "title",
     "language", "byline", "invented", "retrieved", "site")
)  # fmt: skip
_YES = frozenset(("true", "yes", "1", "y"))
_NO_SIDE = frozenset(("", "unknown", "none", "null", "n/a", "-"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A raw text (the coordinate system of furniture) and what the input says of it."""

    raw_text: str
    input_id: str | None = None
    url: str | None = None
    outlet: str | None = None
    outlet_basis: Basis | None = None
    side: str | None = None  # only from input that the user wrote, never from a page
    site: str | None = None  # how the page or feed calls itself: an outlet of last resort
    title: str | None = None
    byline: str | None = None
    published: date | None = None
    published_basis: str | None = None
    published_time: str | None = None  # of that day
    language: str | None = None
    retrieved: str | None = None
    invented: bool = False


def draft_of_fields(raw_text: str, fields: Mapping[str, object]) -> Draft:
    """The draft of a row or header block; keys in lower case, values as they came."""
    outlet = _first(fields, *_ALSO["outlet"])
    site = _text(fields.get("site"))
    published, published_time = next(
        (
            (day, parse_published_time(fields[key]))
            for key in _ALSO["published"]
            if (day := parse_published(fields.get(key)))
        ),
        (None, None),
    )
    side = _text(fields.get("side"))
    return Draft(
        raw_text=raw_text,
        input_id=_text(fields.get("id")),
        url=_text(fields.get("url")),
        outlet=outlet,
        outlet_basis="input" if outlet else None,
        side=None if side is None or side.casefold() in _NO_SIDE else side,
        site=site,
        title=_text(fields.get("title")),
        byline=_text(fields.get("byline")),
        published=published,
        # only feeds have a site: their dates are the publisher's metadata
        published_basis=("metadata" if site else "input") if published else None,
        published_time=published_time,
        language=language_code(_text(fields.get("language"))),
        retrieved=_text(fields.get("retrieved")),
        invented=(_text(fields.get("invented")) or "").casefold() in _YES,
    )


def _first(fields: Mapping[str, object], *keys: str) -> str | None:
    return next((text for key in keys if (text := _text(fields.get(key)))), None)


def _text(value: object) -> str | None:
    """A value as one line of text; None for nothing, lists and objects."""
    if not isinstance(value, str | int | float):
        return None
    return " ".join(safe(str(value)).split()) or None
