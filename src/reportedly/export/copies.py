"""Documents, events and links as they go into a redacted copy of a collection.

A copy keeps the offsets of its original: characters that may not be shown are masked one for one,
and names in records become roles. Of a text only the passages stay that records point at, unless
whole texts are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from reportedly.export.privacy import Names, Open, Privacy, Redacted
from reportedly.export.redaction import (
    EventNames,
    renamed_by,
    said_by,
    shown_claim,
    shown_event,
    shown_quote,
    shown_report,
)
from reportedly.export.told import Told, ToldEvent
from reportedly.records import (
    Analysis,
    Article,
    Campaign,
    Corroboration,
    Echo,
    Entity,
    Event,
    Place,
    PlaceMention,
    Report,
)
from reportedly.records.passages import passages_in
from reportedly.wording import MASK


def copied_document(
    article: Article, analysis: Analysis, privacy: Privacy, *, whole: bool
) -> tuple[Article, Analysis]:
    """An article and what was found in it, as a copy shows them.

    Args:
        article: the article.
        analysis: what was found in it.
        privacy: how its names may appear.
        whole: whether the text stays, or only the passages that records point at.
    """
    shown = replace(
        article,
        text=_masked(article, analysis, privacy, whole),
        title=privacy.title(article.title) if article.title else None,
        url=privacy.address(article.url),
        input_id=None,  # file names and the like
        byline=None,
        furniture=(),
        glued=(),
        pieces=(),
    )
    found = replace(
        analysis,
        places=tuple(_mention(one, privacy) for one in analysis.places),
        entities=tuple(_entity(one, privacy) for one in analysis.entities),
        quotes=tuple(shown_quote(one, privacy) for one in analysis.quotes),
        reports=tuple(_report(one, privacy) for one in analysis.reports),
        claims=tuple(shown_claim(one, privacy) for one in analysis.claims),
        fingerprint=None,
        problems=(),
        missing=_missing(analysis, privacy),
    )
    return shown, found


def copied_event(told: ToldEvent) -> Event:
    """An event as a copy shows it, carried by the reports that may be told alone."""
    event = told.event
    if not isinstance(told.privacy, Open):
        every = (*told.reports, *told.denials)
        renamed = {k: v for one in every for k, v in renamed_by(one.report, one.privacy).items()}
        event = shown_event(event, EventNames(_Together([one.privacy for one in every]), renamed))
    seen = {one.report.report_id for one in told.reports}
    if seen == set(told.event.reports):
        left = event
    else:
        left = replace(event, corroboration=_recounted(told.reports), contradictions=())
    return replace(
        left,
        reports=tuple(one.report.report_id for one in told.reports),
        denials=tuple(one.report.report_id for one in told.denials),
        withdrawn=(),
        place=None if event.place is None else _plain(event.place),
    )


def copied_echo(echo: Echo, is_told: Callable[[str], bool]) -> Echo | None:
    """An echo of the articles that may be told; None where fewer than two are left."""
    members = tuple(one for one in echo.members if is_told(one.article_id))
    origin = echo.origin if echo.origin and is_told(echo.origin) else None
    return replace(echo, members=members, origin=origin, reasons=()) if len(members) > 1 else None


def copied_campaign(campaign: Campaign, is_told: Callable[[str], bool]) -> Campaign | None:
    """A campaign of the events that may be told, without its wording."""
    events = tuple(one for one in campaign.events if is_told(one))
    return replace(campaign, events=events, asserted_by=(), basis=()) if len(events) > 1 else None


class _Together(Names):
    """Hides what any of several articles hides."""

    def __init__(self, privacies: Sequence[Privacy]) -> None:
        self._each = [one for one in privacies if isinstance(one, Redacted)]
        super().__init__(
            {name for one in self._each for name in one.private},
            blind=any(one.blind for one in self._each),
        )

    def words(self, text: str) -> str:
        """Wording of any of the articles."""
        for one in self._each:
            text = one.words(text)
        return text

    def place(self, place: Place) -> Place | None:
        """As the first article tells it."""
        return self._each[0].place(place) if self._each else place


def _masked(article: Article, analysis: Analysis, privacy: Privacy, whole: bool) -> str:
    text = article.text
    shown = bytearray(len(text)) if not whole else bytearray(b"\x01") * len(text)
    if not whole:
        for one in passages_in((analysis.reports, analysis.quotes, analysis.claims)):
            shown[one.start : one.end] = b"\x01" * (one.end - one.start)
    if isinstance(privacy, Redacted):
        if privacy.blind:
            shown = bytearray(len(text))
        for start, end in privacy.spans():
            shown[start:end] = bytes(end - start)
    return "".join(
        char if keep or char.isspace() else MASK for char, keep in zip(text, shown, strict=True)
    )


def _missing(analysis: Analysis, privacy: Privacy) -> tuple[str, ...]:
    """What could not be read; an analysis that broke says so in the copy, where problems go."""
    if isinstance(privacy, Redacted) and privacy.blind:
        return analysis.missing or ("names",)
    return analysis.missing


def _mention(mention: PlaceMention, privacy: Privacy) -> PlaceMention:
    place = privacy.place(mention.place) if mention.place else None
    return replace(mention, place=_plain(place) if place else None)


def _plain(place: Place) -> Place:
    """A place without the readings that were weighed: they name others in words."""
    return replace(place, alternatives=(), reason=None)


def _entity(entity: Entity, privacy: Privacy) -> Entity:
    if isinstance(privacy, Open):
        return entity
    is_person = entity.kind == "person"
    name = privacy.words(entity.name) if is_person else said_by(entity.name, privacy)
    same = name == entity.name
    return replace(
        entity,
        name=name,
        aliases=tuple(map(privacy.words, entity.aliases)) if same else (),
        role=privacy.words(entity.role) if entity.role and same else None,
    )


def _report(report: Report, privacy: Privacy) -> Report:
    shown = shown_report(report, privacy)
    if shown.place is None:
        return shown
    return replace(shown, place=replace(shown.place, value=_plain(shown.place.value)))


def _recounted(told: Sequence[Told]) -> Corroboration:
    """The counts over the reports that are left; owners and sides as their articles say."""
    articles = {one.text: one.article for one in told}
    voices = {
        one.privacy.speaker(one.report.attributions[0][-1]): None
        for one in told
        if one.report.attributions
    }
    sides = [article.side for article in articles.values()]
    owners = [article.owner for article in articles.values()]
    return Corroboration(
        reports=len(told),
        texts=len(articles),
        voices=tuple(voices),
        owners=tuple(sorted({one for one in owners if one})),
        sides=tuple(sorted({one for one in sides if one})),
        owners_unknown=owners.count(None),
        sides_unknown=sides.count(None),
    )
