"""FollowTheMoney JSON lines (schema 4.11): articles, events, bodies and addresses.

Written by hand after the schema's own property names; `followthemoney` checks them in the tests.
`topics` are never set. Private persons are no entities: `involved` names bodies, groups and
persons in office only.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator

from reportedly.export.fields import Field
from reportedly.export.options import Options, Written
from reportedly.export.output import Output
from reportedly.export.privacy import Privacy
from reportedly.export.told import Reader, Told, ToldEvent
from reportedly.export.words import caution_of, note_of, status_of
from reportedly.records import Actor, Place

FIELDS = (
    Field(
        "Article",
        "object",
        "title, publisher, publishedAt, language, sourceUrl; notes: SHA-256",
    ),
    Field(
        "Event",
        "object",
        "name, startDate, endDate, summary, location, addressEntity, organizer, involved, "
        "keywords, notes, recordId, proof, publisher, sourceUrl",
    ),
    Field("Address", "object", "full, city, state, country, latitude, longitude"),
    Field("PublicBody", "object", "name, country: bodies of a state"),
    Field("Organization", "object", "name, alias, country: other named bodies and groups"),
    Field("Person", "object", "name, position: public persons in role only"),
)
# the schema wants ISO 639-3
_LANGUAGES = {
    "ar": "ara", "de": "deu", "en": "eng", "es": "spa", "fa": "fas", "fr": "fra", "hi": "hin",
    "it": "ita", "pt": "por", "ru": "rus", "tr": "tur", "uk": "ukr", "ur": "urd", "zh": "zho",
}  # fmt: skip
_STATE = frozenset({"GOV", "COP", "MIL", "JUD", "LEG", "SPY"})


def write(reader: Reader, output: Output, options: Options) -> Written:
    """Write each entity once, the first time that something names it."""
    writer = _Writer(output)
    events = 0
    for told in reader.events():
        if told.event.type is not None:
            _write_event(told, writer, options)
            events += 1
    return Written(events, f"events, {writer.count} entities written")


class _Writer:
    """Writes entities as lines, each once."""

    def __init__(self, output: Output) -> None:
        self._output = output
        self._into = output.text()
        self.count = 0

    def write(self, entity_id: str, schema: str, **properties: Iterable[object]) -> str:
        kept = {
            name: values
            for name, given in properties.items()
            if (values := list(dict.fromkeys(str(v) for v in given if v not in (None, ""))))
        }
        line = json.dumps(
            {"id": entity_id, "schema": schema, "properties": kept}, ensure_ascii=False
        )
        if self._output.takes("", entity_id, line):
            self._into.write(line + "\n")
            self.count += 1
        return entity_id


def _write_event(told: ToldEvent, writer: _Writer, options: Options) -> None:
    event, privacy = told.event, told.privacy
    place = privacy.place(event.place) if event.place else None
    articles = [_article(one, writer, options) for one in told.reports]
    sides = [
        [_actor(actor, privacy, writer) for actor in side if _named(actor, options)]
        for side in (event.actors, event.recipients)
    ]
    name = " ".join(
        filter(
            None, (event.type, event.mode, "in" if place else None, place.name if place else None)
        )
    )
    writer.write(
        f"reportedly-event-{event.event_id}",
        "Event",
        name=[name],
        startDate=[event.earliest],
        endDate=[event.latest],
        summary=[note_of(told)],
        location=[place.name if place else None],
        addressEntity=[_address(place, writer)] if place else [],
        organizer=sides[0],
        involved=sides[1],
        keywords=filter(None, (event.type, event.mode, status_of(told))),
        notes=_notes(told),
        recordId=[event.event_id],
        proof=articles,
        publisher=[one.article.outlet for one in told.reports],
        sourceUrl=_links(one.privacy.address(one.article.url) for one in told.reports),
    )


def _notes(told: ToldEvent) -> Iterator[str]:
    counted = told.event.corroboration
    yield f"{counted.reports} reports, {counted.texts} texts, {len(counted.voices)} voices"
    if caution_of(counted):
        yield caution_of(counted)
    if told.denials:
        yield f"denied by {len(told.denials)} reports"


def _article(one: Told, writer: _Writer, options: Options) -> str:
    article = one.article
    return writer.write(
        f"reportedly-article-{article.article_id}",
        "Article",
        title=[one.privacy.title(article.title or "")],
        fileName=[article.article_id],
        publisher=[article.outlet],
        publishedAt=[article.published],
        language=[_LANGUAGES.get(article.language or "")],
        sourceUrl=_links([one.privacy.address(article.url)]),
        notes=[f"SHA-256 of the cleaned text: {article.text_id}"],
        bodyText=[article.text if options.with_texts and options.restricted else None],
    )


def _address(place: Place, writer: _Writer) -> str:
    key = place.gazetteer_id or f"{place.name}-{place.country}"
    full = ", ".join(dict.fromkeys(filter(None, (place.name, place.admin1, place.country))))
    return writer.write(
        f"reportedly-place-{hashlib.sha256(key.encode()).hexdigest()[:20]}",
        "Address",
        full=[full],
        city=[place.name if place.precision == "town" else None],
        state=[place.admin1],
        country=[place.country.lower() if place.country else None],
        latitude=[place.lat],
        longitude=[place.lon],
    )


def _named(actor: Actor, options: Options) -> bool:
    """Named bodies and public persons; crowds, unnamed groups and private persons are none."""
    if actor.kind == "person":
        return actor.exposure != "private" or options.restricted is not None
    return actor.kind in ("organisation", "country", "outlet") or actor.registry_id is not None


def _actor(actor: Actor, privacy: Privacy, writer: _Writer) -> str:
    state = actor.kind == "country" or bool(_STATE & set(actor.sectors))
    schema = "Person" if actor.kind == "person" else "PublicBody" if state else "Organization"
    name = privacy.actor(actor)
    key = actor.registry_id or f"{schema}-{name}-{actor.country}"
    return writer.write(
        f"reportedly-actor-{hashlib.sha256(key.encode()).hexdigest()[:20]}",
        schema,
        name=[name],
        alias=map(privacy.words, actor.aliases) if actor.kind != "person" else [],
        country=[actor.country.lower() if actor.country else None],
    )


def _links(urls: Iterable[str | None]) -> Iterator[str]:
    return (url for url in urls if url and url.startswith(("http://", "https://")))
