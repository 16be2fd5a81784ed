"""Clusters into events: values chosen by one named rule, disagreements kept beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from reportedly.corpus.merge.contradictions import contradictions
from reportedly.corpus.merge.corroboration import Aliases, corroborate
from reportedly.corpus.merge.denials import withdrawn
from reportedly.corpus.merge.names import any_same, name_words, same_name
from reportedly.corpus.merge.telling import Telling
from reportedly.corpus.merge.texts import EchoIndex, Text
from reportedly.records import Actor, Claim, Corroboration, Count, Event, Found, Place

RULE = "majority-of-texts-then-earliest"
# Types in which to be named by another side is a charge; who marched is rarely disputed.
_CHARGES = {"ASSAULT", "COERCE", "THREATEN", "MOBILIZE", "SANCTION", None}

T = TypeVar("T")


def build_event(
    event_id: str,
    asserting: Sequence[Telling],
    denials: Sequence[Telling],
    *,
    index: EchoIndex,
    aliases: Aliases,
    claims: Mapping[str, Sequence[Claim]],
    split_from: str | None = None,
) -> Event:
    """Build one event.

    Each text behind the event has one vote for each value, that of its first report; the
    value with most votes stands, at a tie the one published first.

    Args:
        event_id: from the ledger.
        asserting: at least one report of the act, in order of publication.
        denials: reports that deny it or take it back.
        index: the echoes.
        aliases: names of entities, for joining voices.
        claims: claims by the report that they are about.
        split_from: the former event that this one was split from.
    """
    taken_back = withdrawn(asserting, denials)
    corroboration, texts = corroborate(asserting, taken_back, index, aliases)
    voters = _voters(asserting, texts)
    dates = _majority(voters, _days)
    earliest, latest = dates or (None, None)
    first = asserting[0].report
    return Event(
        event_id=event_id,
        reports=_ids(one for one in asserting if one.report.report_id not in taken_back),
        denials=_ids(denials),
        withdrawn=tuple(sorted(taken_back)),
        type=_majority(voters, lambda one: one.report.type),
        mode=_majority(voters, lambda one: one.report.mode),
        realis=first.realis,
        polarity=first.polarity,
        retold=all(one.report.retold for one in asserting),
        actors=_actors(voters),
        alleged_actors=_alleged(asserting, claims),
        recipients=_recipients(voters),
        place=_place(voters),
        earliest=earliest,
        latest=latest,
        counts=_counts(asserting, taken_back),
        corroboration=corroboration,
        contradictions=contradictions(asserting, denials),
        rule=RULE,
        split_from=split_from,
    )


def merged_event(event_id: str, merged_into: str) -> Event:
    """What is left of an event that became part of another: its id, which still leads there."""
    nothing = Corroboration(reports=0, texts=0, voices=(), owners=(), sides=())
    return Event(
        event_id=event_id,
        reports=(),
        denials=(),
        withdrawn=(),
        type=None,
        mode=None,
        realis="actual",
        polarity="positive",
        retold=False,
        actors=(),
        alleged_actors=(),
        recipients=(),
        place=None,
        earliest=None,
        latest=None,
        counts=(),
        corroboration=nothing,
        contradictions=(),
        rule=RULE,
        merged_into=merged_into,
    )


def _ids(facts: Iterable[Telling]) -> tuple[str, ...]:
    return tuple(one.report.report_id for one in facts)


def _voters(asserting: Sequence[Telling], texts: Sequence[Text]) -> list[list[Telling]]:
    """The reports of each text, its source's first; all reports as one where none stands."""
    facts = {one.report.report_id: one for one in asserting}
    voters = []
    for text in texts:
        told = [facts[report_id] for report_id in text.reports]
        source = text.source.article_id if text.source else None
        voters.append(sorted(told, key=lambda one: one.article.article_id != source))
    return voters or [list(asserting)]


def _majority(
    voters: Sequence[Sequence[Telling]], value: Callable[[Telling], T | None]
) -> T | None:
    """The value of most texts; a text without one gives its first report's that has it."""
    votes = []
    for told in voters:
        given = next((v for one in told if (v := value(one)) is not None), None)
        if given is not None:
            votes.append(given)
    if not votes:
        return None
    counts = Counter(votes)
    most = max(counts.values())
    return next(vote for vote in votes if counts[vote] == most)


def _days(one: Telling) -> tuple[date | None, date | None] | None:
    return (one.facts.earliest, one.facts.latest) if one.facts.dated else None


def _place(voters: Sequence[Sequence[Telling]]) -> Place | None:
    """The place that most texts name; at a tie the finest, then the earliest."""
    fine = _majority(voters, lambda one: _place_key(one.facts.place))
    found = [one.report.place.value for told in voters for one in told if one.report.place]
    if fine is not None:
        return next(place for place in found if _place_key(place) == fine)
    return found[0] if found else None


def _place_key(place: Place | None) -> str | None:
    return (place.gazetteer_id or place.name.casefold()) if place is not None else None


def _actors(voters: Sequence[Sequence[Telling]]) -> tuple[Actor, ...]:
    """Doers whom most texts name undisputed; none where most texts leave the doer open."""
    named: list[tuple[Actor, ...]] = []
    for told in voters:
        given = ((_undisputed(one)) for one in told)
        named.append(next((actors for actors in given if actors), ()))
    keys = [tuple(sorted(_actor_key(actor) for actor in actors)) for actors in named]
    counts = Counter(keys)
    most = max(counts.values())
    return named[next(i for i, key in enumerate(keys) if counts[key] == most)]


def _undisputed(one: Telling) -> tuple[Actor, ...]:
    return tuple(found.value for found in one.report.actors if not _is_charge(one, found))


def _is_charge(one: Telling, found: Found[Actor]) -> bool:
    """Whether only somebody else names this actor as the doer."""
    if found.asserted_by is None or one.report.type not in _CHARGES:
        return False
    if one.report.stance in {"admits", "confirms"}:
        return False
    by = name_words(found.asserted_by)
    return not any(
        same_name(by, name_words(name)) for name in (found.value.name, *found.value.aliases)
    )


def _actor_key(actor: Actor) -> str:
    return actor.registry_id or " ".join(sorted(name_words(actor.name)))


def _alleged(
    asserting: Sequence[Telling], claims: Mapping[str, Sequence[Claim]]
) -> tuple[Found[Actor], ...]:
    """Actors whom only another side names: inside reports, or in a blame added to the act."""
    found = [actor for one in asserting for actor in one.report.actors if _is_charge(one, actor)]
    for one in asserting:
        for claim in claims.get(one.report.report_id, ()):
            if claim.kind == "accusation":
                accuser = claim.chain[-1].name
                found += [replace(a, asserted_by=a.asserted_by or accuser) for a in claim.about]
    unique: dict[tuple[str, str | None], Found[Actor]] = {}
    for actor in found:
        unique.setdefault((_actor_key(actor.value), actor.asserted_by), actor)
    return tuple(unique.values())


def _recipients(voters: Sequence[Sequence[Telling]]) -> tuple[Actor, ...]:
    """The recipients of the first text that names any, with those of later texts beside them."""
    kept: list[Actor] = []
    for told in voters:
        for one in told:
            for found in one.report.recipients:
                name = (name_words(found.value.name),)
                if not any_same(name, [name_words(actor.name) for actor in kept]):
                    kept.append(found.value)
    return tuple(kept)


def _counts(asserting: Sequence[Telling], taken_back: frozenset[str]) -> tuple[Found[Count], ...]:
    """Every number that a standing report gives, once for each who gives it."""
    unique: dict[tuple[object, ...], Found[Count]] = {}
    for one in asserting:
        if one.report.report_id in taken_back:
            continue
        for found in one.report.counts:
            value = found.value
            key = (value.kind, value.low, value.best, value.high, found.asserted_by)
            unique.setdefault(key, found)
    return tuple(unique.values())
