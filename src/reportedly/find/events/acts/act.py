"""An act of an article: all passages that tell it, and what they give together."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportedly.find.events.told.nearby import same_place
from reportedly.find.events.told.telling import Telling
from reportedly.records import DateValue, EventType, Found, Place


@dataclass(slots=True)
class Act:
    """An act of the article with all passages that tell it, in order of the text."""

    tellings: list[Telling] = field(default_factory=list)
    among: DateValue | None = None  # the day of the news among which it is told

    @property
    def lead(self) -> Telling:
        """The telling that says most: verbs before nouns, with place and date, the earliest."""
        return max(self.tellings, key=lambda t: (_weight(t), -t.span.start))

    @property
    def type(self) -> EventType | None:
        """The type of the act; a bare death takes that of the attack told with it.

        Also of "Monday's attack", though "attack" alone says little.
        """
        lead = self.lead.trigger.type
        strong = [t.trigger for t in self.tellings if not t.trigger.weak or t.dated_noun]
        return lead or next((t.type for t in strong if t.type is not None), None)

    @property
    def place(self) -> Found[Place] | None:
        """The place that its tellings give: a known town or site before unknown wording.

        Where the best telling gives a district or province, what another one gives in it.
        """
        found = [p for t in self._best_first() for p in t.places]
        known = [p for p in found if p.value.lat is not None]
        exact = [p for p in known if p.value.precision not in {"country", "region"}]
        first = next(iter([*exact, *known, *found]), None)
        if first is None or first.value.precision not in {"district", "province"}:
            return first
        return next((p for p in exact if _lies_in(p.value, first.value)), first)

    @property
    def date(self) -> Found[DateValue] | None:
        """The date that its tellings give, the best telling's first."""
        return next((t.date for t in self._best_first() if t.date is not None), None)

    def _best_first(self) -> list[Telling]:
        """The leading telling, then the others; a mere death, which may come later, last."""
        lead = self.lead
        rest = [t for t in self.tellings if t is not lead]
        return [lead, *sorted(rest, key=lambda t: t.trigger.type is None)]


def _lies_in(inner: Place, outer: Place) -> bool:
    if outer.precision == "province":
        smaller = inner.precision in {"town", "site", "district"}
        return smaller and outer.admin1 is not None and inner.admin1 == outer.admin1
    return inner.precision in {"town", "site"} and same_place(outer, inner)


def _weight(telling: Telling) -> int:
    score = (telling.places != ()) + (telling.date is not None)
    score += 4 * (telling.list_key is not None) + 3 * telling.central - 3 * telling.peripheral
    score -= 6 * telling.headline
    score += 2 * (not telling.trigger.nominal) + (not telling.trigger.weak)
    score += bool(telling.roles.actors) + bool(telling.roles.recipients)
    score += 5 * (telling.trigger.type is not None) + (telling.trigger.mode is not None)
    score -= 4 * (telling.quote in {"direct", "mixed"})
    return score - 3 * telling.retold - 2 * (telling.definite and not telling.central)
