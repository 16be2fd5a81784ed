"""Values that the reports of one event give differently, side by side; none is chosen here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import get_args

from reportedly.corpus.merge.names import name_words, same_name
from reportedly.corpus.merge.telling import Telling
from reportedly.records import Contradiction, Count, CountKind


def contradictions(
    asserting: Sequence[Telling], denials: Sequence[Telling]
) -> tuple[Contradiction, ...]:
    """All fields in which the reports of an event disagree.

    Fields are the kinds of count (one report can carry two speakers' numbers), `date`,
    `place`, `actor` (with 'unnamed' where a report names none) and `occurrence`, where somebody
    denies the act.
    """
    found: list[Contradiction] = []
    for kind in get_args(CountKind):
        found += _field(kind, [(n, one) for one in asserting for n in _numbers(one, kind)])
    found += _field("date", [(_days(one), one) for one in asserting if one.facts.dated])
    found += _places(asserting)
    found += _actors(asserting)
    if denials:
        found += _field(
            "occurrence",
            [("reported", one) for one in asserting] + [("denied", one) for one in denials],
        )
    return tuple(found)


def number_words(count: Count) -> str:
    """A count as words: '200', 'up to 200', 'at least 3000', '10 to 20', or as it is told."""
    if (
        count.best is not None
        and count.low in (None, count.best)
        and count.high in (None, count.best)
    ):
        return str(count.best)
    if count.low is not None and count.high is not None:
        return str(count.low) if count.low == count.high else f"{count.low} to {count.high}"
    if count.high is not None:
        return f"up to {count.high}"
    if count.low is not None:
        return f"at least {count.low}"
    return count.text


def _numbers(one: Telling, kind: str) -> list[str]:
    return [number_words(found.value) for found in one.report.counts if found.value.kind == kind]


def _days(one: Telling) -> str:
    if one.facts.earliest == one.facts.latest:
        return str(one.facts.earliest)
    return f"{one.facts.earliest}/{one.facts.latest}"


def _field(name: str, values: Sequence[tuple[str, Telling]]) -> list[Contradiction]:
    given: dict[str, dict[str, None]] = defaultdict(dict)
    for value, one in values:
        given[value][one.report.report_id] = None
    if len(given) < 2:
        return []
    pairs = sorted(given.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return [Contradiction(field=name, values=tuple((v, tuple(ids)) for v, ids in pairs))]


def _places(asserting: Sequence[Telling]) -> list[Contradiction]:
    """Places under different names; a part and its whole under one name are no disagreement."""
    named = [(one.facts.place.name, one) for one in asserting if one.facts.place is not None]
    return _field("place", _same_names(named))


def _actors(asserting: Sequence[Telling]) -> list[Contradiction]:
    named = []
    for one in asserting:
        names = [found.value.name for found in one.report.actors]
        named.append((", ".join(names) if names else "unnamed", one))
    return _field("actor", _same_names(named))


def _same_names(values: Sequence[tuple[str, Telling]]) -> list[tuple[str, Telling]]:
    """Call names by the first one told where one's words contain the other's."""
    first: list[str] = []
    renamed = []
    for value, one in values:
        known = next((f for f in first if same_name(name_words(f), name_words(value))), None)
        if known is None:
            first.append(value)
        renamed.append((known or value, one))
    return renamed
