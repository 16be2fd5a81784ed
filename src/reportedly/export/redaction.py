"""Copies of records as they may be shown: private persons as roles, no fine place.

For the explorer and for copies of a collection, by the rules of `privacy`. The originals in the
collection stay as they are; a copy's offsets still count in the true text, while its quotes are
the shown wording.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from reportedly.export.privacy import Names, Open, Privacy
from reportedly.records import (
    Actor,
    Attribution,
    Claim,
    Contradiction,
    Count,
    Event,
    Evidence,
    Found,
    Link,
    Place,
    Quote,
    Report,
)

T = TypeVar("T")
PLACE_HIDDEN = "a place"


def shown_report(report: Report, privacy: Privacy) -> Report:
    """A report as it may be shown."""
    if isinstance(privacy, Open):
        return report
    place = report.place
    return replace(
        report,
        act=privacy.words(report.act),
        trigger=_evidence(report.trigger, privacy),
        evidence=_evidence(report.evidence, privacy),
        mentions=tuple(_evidence(one, privacy) for one in report.mentions),
        attributions=tuple(shown_chain(chain, privacy) for chain in report.attributions),
        actors=tuple(_found(one, _actor, privacy) for one in report.actors),
        recipients=tuple(_found(one, _actor, privacy) for one in report.recipients),
        place=None if place is None else _found_place(place, privacy),
        date=None if report.date is None else _found(report.date, _same, privacy),
        counts=tuple(_found(one, _count, privacy) for one in report.counts),
        campaign=None if report.campaign is None else _found(report.campaign, _words, privacy),
    )


def shown_quote(quote: Quote, privacy: Privacy) -> Quote:
    """A quote as it may be shown."""
    if isinstance(privacy, Open):
        return quote
    chain = shown_chain(quote.chain, privacy)
    said_by = quote.speaker
    if said_by is not None:
        same = quote.chain and quote.chain[-1].name == said_by
        said_by = chain[-1].name if same else privacy.words(said_by)
    return replace(
        quote,
        content=tuple(_evidence(piece, privacy) for piece in quote.content),
        chain=chain,
        speaker=said_by,
        speaker_evidence=_maybe(quote.speaker_evidence, privacy),
        cue=_maybe(quote.cue, privacy),
    )


def shown_claim(claim: Claim, privacy: Privacy) -> Claim:
    """A claim as it may be shown."""
    if isinstance(privacy, Open):
        return claim
    return replace(
        claim,
        content=_evidence(claim.content, privacy),
        chain=shown_chain(claim.chain, privacy),
        about=tuple(_found(one, _actor, privacy) for one in claim.about),
        date=None if claim.date is None else _found(claim.date, _same, privacy),
    )


def shown_chain(chain: Attribution, privacy: Privacy) -> Attribution:
    """A chain of speakers as it may be shown."""
    return tuple(
        replace(
            link,
            name=privacy.speaker(link),
            evidence=_maybe(link.evidence, privacy),
            cue=_maybe(link.cue, privacy),
        )
        for link in chain
    )


def said_by(name: str, privacy: Privacy | Names) -> str:
    """A speaker that a record names by words alone."""
    return privacy.speaker(Link(name=name, kind="collective", stance="states", private=False))


# --- events: their values come from several articles --------------------------------------


@dataclass(frozen=True, slots=True)
class EventNames:
    """How the names of one event appear.

    Args:
        names: all private names of the articles that tell it.
        renamed: speakers and places by their true name, as the reports show them.
    """

    names: Names
    renamed: Mapping[str, str]

    def said(self, name: str) -> str:
        """A speaker or place that an event names by words alone."""
        return self.renamed.get(name) or said_by(name, self.names)

    def wording(self, text: str) -> str:
        """Words that name speakers or places among others."""
        for name, shown in sorted(self.renamed.items(), key=lambda one: (-len(one[0]), one[0])):
            text = text.replace(name, shown)
        return self.names.words(text)


def renamed_by(report: Report, privacy: Privacy) -> dict[str, str]:
    """Speakers and places of a report whose shown name is another."""
    found: dict[str, str] = {}
    for link in (link for chain in report.attributions for link in chain):
        found[link.name] = privacy.speaker(link)
    if report.place is not None:
        shown = privacy.place(report.place.value)
        found[report.place.value.name] = shown.name if shown else PLACE_HIDDEN
    return {name: shown for name, shown in found.items() if name != shown}


def shown_event(event: Event, by: EventNames | None) -> Event:
    """An event as it may be shown; None shows it whole."""
    if by is None:
        return event
    names = by.names
    return replace(
        event,
        actors=tuple(_actor(one, names) for one in event.actors),
        recipients=tuple(_actor(one, names) for one in event.recipients),
        alleged_actors=tuple(
            replace(_bare(one, by), value=_actor(one.value, names)) for one in event.alleged_actors
        ),
        place=names.place(event.place) if event.place else None,
        counts=tuple(
            replace(_bare(one, by), value=_count(one.value, names)) for one in event.counts
        ),
        corroboration=replace(
            event.corroboration, voices=tuple(map(by.said, event.corroboration.voices))
        ),
        contradictions=tuple(
            Contradiction(
                field=one.field, values=tuple((by.said(value), ids) for value, ids in one.values)
            )
            for one in event.contradictions
        ),
    )


def _bare(found: Found[T], by: EventNames) -> Found[T]:
    """A value of an event without its wording, which its report shows."""
    said = by.said(found.asserted_by) if found.asserted_by else None
    return replace(found, asserted_by=said, evidence=replace(found.evidence, quote=""))


# --- pieces -------------------------------------------------------------------------------


def _found(
    found: Found[T], value: Callable[[T, Privacy], T], privacy: Privacy
) -> Found[T]:  # fmt: skip
    said = said_by(found.asserted_by, privacy) if found.asserted_by else None
    return replace(
        found,
        value=value(found.value, privacy),
        evidence=_evidence(found.evidence, privacy),
        asserted_by=said,
    )


def _found_place(found: Found[Place], privacy: Privacy) -> Found[Place] | None:
    place = privacy.place(found.value)
    if place is None:
        return None
    return replace(found, value=place, evidence=_evidence(found.evidence, privacy))


def _actor(actor: Actor, privacy: Privacy | Names) -> Actor:
    relation = actor.relation
    return replace(
        actor,
        name=privacy.actor(actor),
        aliases=tuple(map(privacy.words, actor.aliases)) if actor.kind != "person" else (),
        relation=replace(relation, to=privacy.words(relation.to)) if relation else None,
        framing=(),
    )


def _evidence(evidence: Evidence, privacy: Privacy) -> Evidence:
    return replace(evidence, quote=privacy.passage(evidence))


def _maybe(evidence: Evidence | None, privacy: Privacy) -> Evidence | None:
    return None if evidence is None else _evidence(evidence, privacy)


def _count(count: Count, privacy: Privacy | Names) -> Count:
    return replace(count, text=privacy.words(count.text))


def _same(value: T, privacy: Privacy) -> T:
    return value


def _words(value: str, privacy: Privacy) -> str:
    return privacy.words(value)
