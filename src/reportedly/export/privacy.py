"""Do no harm: private persons become roles, places no finer than a town, in text too.

A person is public who stands in the actor registry or is named in an office by the text; all
others are private (HDX and Bayanat rules, docs/formats/README.md). Redacted passages are copies:
the originals in the collection stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from reportedly.records import Actor, Analysis, Article, Evidence, Link, Place

PERSON, SITE = "a person", "a place"
WITHHELD = "[withheld: names of persons and places could not be read here]"
_READERS = frozenset({"places", "coreference", "actors"})  # stages that find what is hidden
_ROLES = {
    "COP": "a police officer", "MIL": "a soldier", "PRM": "an armed person", "REB": "a fighter",
    "UAF": "an armed person", "JRN": "a journalist", "LEG": "a lawmaker", "JUD": "a jurist",
    "MED": "a health worker", "EDU": "a student or teacher", "LAB": "a worker",
    "AGR": "a farmer", "BUS": "a business person", "OPP": "an activist", "REF": "a refugee",
    "GOV": "an official", "SPY": "an official", "CVL": "a civilian",
}  # fmt: skip
_LEAST_SURNAME = 3  # letters
# age and description beside a name: ', 34,' ', a baker from Sena,' '34-year-old baker '
_BEHIND = re.compile(
    r"(?:,? (?:aged )?\(?\d{1,3}\)?(?=[,.;)\s])"
    r"|, (?:an?|the|his|her|who|from|of)\b[^,.;:\n]{1,80}(?=[,.;:]))+"
)
_BEFORE = re.compile(r"(?:\b\d{1,3}[- ]year[- ]old\b(?: [a-z-]+){0,4} )$")
# a speaker named by a venue is not written: 'the Sena Road clinic'
_VENUES = re.compile(
    r"\b(hospital|clinic|hotel|hostel|school|college|mosque|church|temple|synagogue|shrine|market"
    r"|square|street|road|avenue|bridge|quarter|neighbou?rhood|suburb|caf[eé]|restaurant|bar|shop)\b",
    re.IGNORECASE,
)


class Privacy(Protocol):
    """How the names of one article appear in an export."""

    def actor(self, actor: Actor) -> str:
        """The name of an actor."""

    def speaker(self, link: Link) -> str:
        """The name of a speaker."""

    def words(self, text: str) -> str:
        """Wording made from the article: an act, a title."""

    def title(self, text: str) -> str:
        """A headline of the article."""

    def passage(self, evidence: Evidence) -> str:
        """A passage of the article."""

    def place(self, place: Place) -> Place | None:
        """A place as it may be told; None where nothing of it may."""


@dataclass(frozen=True, slots=True)
class Open:
    """Nothing is hidden: for restricted exports, which are logged with their reason."""

    def actor(self, actor: Actor) -> str:
        """The name of an actor."""
        return actor.name

    def speaker(self, link: Link) -> str:
        """The name of a speaker."""
        return link.name

    def words(self, text: str) -> str:
        """Wording made from the article."""
        return text

    def title(self, text: str) -> str:
        """A headline."""
        return text

    def passage(self, evidence: Evidence) -> str:
        """A passage of the article, as a copy."""
        return evidence.quote

    def place(self, place: Place) -> Place | None:
        """The place as it is."""
        return place


class Names:
    """Hides persons by their names alone, where the article itself is not at hand.

    Args:
        private: wordings that name private persons.
        blind: whether nobody knows what a text names, so that none of it is shown.
    """

    def __init__(self, private: Iterable[str], *, blind: bool = False) -> None:
        self.blind = blind
        self.private = tuple(sorted(private, key=lambda name: (-len(name), name)))

    def actor(self, actor: Actor) -> str:
        """The name of an actor."""
        person = actor.kind == "person" or (self.blind and actor.kind == "unknown")
        if person and actor.exposure == "private":
            return role_of(actor.sectors)
        return self.words(actor.name)

    def speaker(self, link: Link) -> str:
        """The name of a speaker."""
        if link.kind == "outlet":
            return link.name
        if link.private and link.kind == "named":
            return PERSON
        return "an institution" if _VENUES.search(link.name) else self.words(link.name)

    def words(self, text: str) -> str:
        """Wording made from the article."""
        for name in self.private:
            if name in text:
                text = _pattern(name).sub(PERSON, text)
        return text

    def title(self, text: str) -> str:
        """A headline."""
        return WITHHELD if self.blind and text else self.words(text)

    def place(self, place: Place) -> Place | None:
        """A site keeps its country and province: its town is not among its values."""
        if place.precision != "site":
            return place
        if place.country is None:
            return None
        return replace(
            place, name=place.admin1 or place.country, gazetteer_id=None, lat=None, lon=None,
            feature_class="A", precision="province" if place.admin1 else "country", alternatives=(),
        )  # fmt: skip


class Redacted(Names):
    """The default: private persons as roles, and no place finer than a town."""

    def __init__(self, article: Article, analysis: Analysis) -> None:
        # without syntax or gazetteer nobody knows what a passage names: none is shown
        broken = {problem.stage for problem in analysis.problems} & _READERS
        super().__init__(_private_names(analysis), blind=bool(analysis.missing) or bool(broken))
        self._text = article.text
        self.hidden = tuple(sorted({*self._persons(), *_sites(analysis)}))

    def passage(self, evidence: Evidence) -> str:
        """A passage of the article, as a copy."""
        if self.blind:
            return WITHHELD
        pieces, at = [], evidence.start
        for start, end, instead in self.hidden:
            if end <= at or start >= evidence.end:
                continue
            pieces += [self._text[at : max(start, at)], f"[{instead}]"]
            at = end
        pieces.append(self._text[at : max(evidence.end, at)] if at < evidence.end else "")
        return self.words("".join(pieces))

    def _persons(self) -> Iterator[tuple[int, int, str]]:
        """Spans of private names with age and description beside them."""
        for name in self.private:
            for match in _pattern(name).finditer(self._text):
                start, end = match.span()
                behind = _BEHIND.match(self._text, end)
                before = _BEFORE.search(self._text, max(0, start - 60), start)
                yield before.start() if before else start, behind.end() if behind else end, PERSON


def role_of(sectors: Iterable[str]) -> str:
    """What a private person is called: by the first PLOVER sector that names a role."""
    return next((_ROLES[sector] for sector in sectors if sector in _ROLES), PERSON)


def _sites(analysis: Analysis) -> Iterator[tuple[int, int, str]]:
    """Sites, streets, and names that no gazetteer knows: these are quarters and hamlets."""
    for mention in analysis.places:
        if mention.use == "person":
            continue
        if mention.kind == "site" or mention.place is None or mention.place.precision == "site":
            yield mention.evidence.start, mention.evidence.end, SITE


def _private_names(analysis: Analysis) -> set[str]:
    """Every wording that names a private person in this article."""
    public = set(_public_entities(analysis))
    names: set[str] = set()
    for entity in analysis.entities:
        if entity.kind == "person" and entity.entity_id not in public:
            names |= {entity.name, *entity.aliases, *(m.quote for m in entity.mentions)}
    for actor in _actors(analysis):
        if actor.kind == "person" and actor.exposure == "private":
            names |= {actor.name, *actor.aliases}
    names = {name for name in names if any(c.isupper() for c in name) or not name.isascii()}
    surnames = {name.split()[-1] for name in names if len(name.split()) > 1}
    names |= {s for s in surnames if len(s) >= _LEAST_SURNAME and s[0].isupper()}
    return set(filter(None, names))


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")


def _public_entities(analysis: Analysis) -> Iterator[str]:
    """Ids of persons who stand in the registry or are named in an office."""
    for actor in _actors(analysis):
        if actor.entity_id and actor.exposure != "private":
            yield actor.entity_id
    chains = [chain for report in analysis.reports for chain in report.attributions]
    chains += [quote.chain for quote in analysis.quotes]
    chains += [claim.chain for claim in analysis.claims]
    for link in (link for chain in chains for link in chain):
        if link.entity_id and not link.private:
            yield link.entity_id


def _actors(analysis: Analysis) -> Iterator[Actor]:
    for report in analysis.reports:
        yield from (found.value for found in (*report.actors, *report.recipients))
    for claim in analysis.claims:
        yield from (found.value for found in claim.about)
