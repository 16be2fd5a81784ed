"""Raw document → article or problem: the steps in order."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from reportedly.extract.cleaning import Cleaned, clean, safe
from reportedly.extract.credit import credited_agency
from reportedly.extract.draft import Draft
from reportedly.extract.glued import find_glued
from reportedly.extract.headline import headline_of
from reportedly.extract.identity import article_id_of, canonical_url, host_of, text_id_of
from reportedly.extract.outlets import Outlet
from reportedly.extract.page import draft_of_page
from reportedly.extract.plain import draft_of_row, draft_of_text
from reportedly.extract.published import parse_published
from reportedly.extract.resources import ExtractResources
from reportedly.extract.wrapped import unwrapped
from reportedly.records import Article, Basis, Furniture, Problem, RawDocument

MAX_TEXT_CHARACTERS = 500_000

_READERS = {"html": draft_of_page, "text": draft_of_text, "row": draft_of_row}
_BY = re.compile(r"(?:(?:words|text|story|written|reported|report|posted) )?by:?\s+", re.IGNORECASE)
_LONGEST_REASON = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class _Publisher:
    """Outlet, side and owner with what each rests on."""

    outlet: str | None
    outlet_basis: Basis | None
    side: str | None
    side_basis: Basis | None
    owner: str | None


def extract(
    raw: RawDocument, resources: ExtractResources, max_characters: int = MAX_TEXT_CHARACTERS
) -> Article | Problem:
    """The article in a raw document, or the problem that kept it from being one. Never raises."""
    try:
        draft = _READERS[raw.media](raw.content)
        if draft.url is None and canonical_url(raw.url):  # what the page says of itself leads
            draft = replace(draft, url=raw.url)
        return _article(raw, draft, resources, max_characters)
    except Exception as error:  # broken pages make the HTML libraries fail in many ways
        reason = str(error) if type(error) is ValueError else f"{type(error).__name__}: {error}"
        return _problem(raw, reason or type(error).__name__)


def _problem(raw: RawDocument, reason: str, input_id: str | None = None) -> Problem:
    line = " ".join(safe(reason).split())[:_LONGEST_REASON]
    return Problem(
        source=raw.source,
        position=raw.position,
        stage="extract",
        reason=line,
        raw_id=raw.raw_id,
        input_id=input_id,
    )


def _article(
    raw: RawDocument, draft: Draft, resources: ExtractResources, max_characters: int
) -> Article | Problem:
    raw_text = unwrapped(safe(draft.raw_text))
    if not raw_text.strip():
        return _problem(raw, "no text", draft.input_id)
    if len(raw_text) > max_characters:
        reason = f"text too long: {len(raw_text)} characters, limit {max_characters}"
        return _problem(raw, reason, draft.input_id)
    if draft.title is None and raw.media != "html":
        draft = replace(draft, title=headline_of(raw_text, resources.furniture))
    cleaned = clean(raw_text, draft.title, resources.furniture)
    if not cleaned.text:
        return _problem(raw, "no text besides furniture", draft.input_id)
    publisher = _publisher(draft, resources)
    published, published_basis = _published(draft, cleaned)
    text_id = text_id_of(cleaned.text)
    return Article(
        article_id=article_id_of(
            raw_id=raw.raw_id,
            text_id=text_id,
            url=draft.url,
            outlet=publisher.outlet,
            published=published,
            title=draft.title,
        ),
        raw_id=raw.raw_id,
        text_id=text_id,
        text=cleaned.text,
        input_id=draft.input_id,
        url=draft.url,
        outlet=publisher.outlet,
        outlet_basis=publisher.outlet_basis,
        side=publisher.side,
        side_basis=publisher.side_basis,
        owner=publisher.owner,
        title=draft.title,
        byline=draft.byline or _byline(cleaned.furniture),
        published=published,
        published_basis=published_basis,
        published_time=draft.published_time,
        language=_language(raw, draft, cleaned.text, resources),
        retrieved=draft.retrieved or raw.retrieved,
        credit=credited_agency(cleaned.text, cleaned.furniture, resources.outlets),
        invented=draft.invented,
        furniture=cleaned.furniture,
        glued=find_glued(cleaned.text, resources.words),
        pieces=cleaned.pieces,
    )


def _publisher(draft: Draft, resources: ExtractResources) -> _Publisher:
    """The outlet as the input names it, else by its address, else as the page calls itself."""
    registered = resources.outlets.by_url(draft.url)
    name, basis = draft.outlet, draft.outlet_basis
    if name is not None:
        registered = resources.outlets.by_name(name)
    elif registered is not None:
        name, basis = registered.name, "url"
    elif draft.site is not None:
        name, basis = draft.site, "page"
        registered = resources.outlets.by_name(name)
    elif host := host_of(draft.url):
        name, basis = host, "url"
    side, side_basis = _side(draft, registered)
    return _Publisher(
        outlet=name,
        outlet_basis=basis,
        side=side,
        side_basis=side_basis,
        owner=registered.owner if registered else None,
    )


def _side(draft: Draft, registered: Outlet | None) -> tuple[str | None, Basis | None]:
    """The side that the input states, else one that the registry holds with its source."""
    if draft.side is not None:
        return draft.side, "input"
    if registered is not None and registered.side is not None:
        return registered.side, "registry"
    return None, None


def _published(draft: Draft, cleaned: Cleaned) -> tuple[date | None, str | None]:
    """The day that the input gives, else one on a line of its own above or below the text."""
    if draft.published is not None:
        return draft.published, draft.published_basis
    for line in cleaned.furniture:
        if line.reason == "date of publication" and (day := parse_published(line.text)):
            return day, "guessed"
    return None, None


def _byline(furniture: tuple[Furniture, ...]) -> str | None:
    line = next((f.text for f in furniture if f.reason == "byline"), None)
    return _BY.sub("", line, count=1) if line else None


def _language(raw: RawDocument, draft: Draft, text: str, resources: ExtractResources) -> str | None:
    """As the input states it; pages often mistake theirs, so there the text decides first."""
    if draft.language is not None and raw.media != "html":
        return draft.language
    return resources.detect_language(text) or draft.language
