"""Do no harm: private persons become roles, places no finer than a larger town, in text too.

A person is public who stands in the actor registry or is named in an office by the text; all
others are private (HDX and Bayanat rules, docs/formats/README.md). Redacted passages are copies:
the originals in the collection stay as they are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol
from urllib.parse import unquote, urlsplit

from reportedly.export.beside import VENUES, aged_names, long_names, reach, venue_phrases
from reportedly.export.settlements import Settlements, province_of
from reportedly.records import Actor, Analysis, Article, Evidence, Link, Place, PlaceMention

PERSON, SITE, INSTITUTION = "a person", "a place", "an institution"
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
_LEAST_NAME = 3  # letters of a place


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

    def address(self, url: str | None) -> str | None:
        """The address of the article, as far as it names nobody."""


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

    def address(self, url: str | None) -> str | None:
        """The address as it is."""
        return url


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
        if actor.registry_id is None and _is_venue(actor.name):
            return INSTITUTION
        return self.words(actor.name)

    def speaker(self, link: Link) -> str:
        """The name of a speaker."""
        if link.kind == "outlet":
            return link.name
        if link.private and link.kind == "named":
            return PERSON
        return INSTITUTION if VENUES.search(link.name) else self.words(link.name)

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
        return place if place.precision != "site" else province_of(place)

    def address(self, url: str | None) -> str | None:
        """An address whose words name a private person is cut to that of the site."""
        if url is None:
            return None
        words = f"-{_slug(unquote(url))}-"
        if self.blind or any((slug := _slug(n)) and f"-{slug}-" in words for n in self.private):
            site = urlsplit(url)
            return f"{site.scheme}://{site.netloc}/" if site.netloc else None
        return url


class Redacted(Names):
    """The default: private persons as roles, and no place finer than a town.

    Args:
        article: whose text passages are taken from.
        analysis: what was found in it.
        settlements: towns that are too small to be told; None tells every town.
    """

    def __init__(
        self, article: Article, analysis: Analysis, settlements: Settlements | None = None
    ) -> None:
        # without syntax or gazetteer nobody knows what a passage names: none is shown
        broken = {problem.stage for problem in analysis.problems} & _READERS
        super().__init__(_private_names(analysis), blind=bool(analysis.missing) or bool(broken))
        self._text = article.text
        self._settlements = settlements
        self._venues = tuple(_venues(analysis))
        self._known = _known_words(article, analysis)
        self._places = tuple(m for m in analysis.places if m.use != "person" and self._hides(m))

    @cached_property
    def hidden(self) -> tuple[tuple[int, int, str], ...]:
        """Spans of the text that are not shown, with what stands in their place."""
        places = ((m.evidence.start, m.evidence.end, SITE) for m in self._places)
        return tuple(sorted({*self._persons(), *self._venues, *places}))

    @cached_property
    def _hidden_places(self) -> tuple[re.Pattern[str], ...]:
        """Wordings of hidden places; names of bodies keep those of larger towns' quarters."""
        wordings = {
            wording
            for mention in self._places
            if self._is_small(mention) or mention.use not in ("name_part", "seat")
            for wording in (mention.evidence.quote, mention.place.name if mention.place else "")
            if len(wording) >= _LEAST_NAME and _is_name(wording)
        }
        return tuple(map(_pattern, sorted(wordings, key=lambda name: (-len(name), name))))

    def actor(self, actor: Actor) -> str:
        """The name of an actor; bodies of the registry are public with the places in them."""
        return actor.name if actor.registry_id else super().actor(actor)

    def words(self, text: str) -> str:
        """Wording made from the article."""
        text = super().words(text)
        for pattern in self._hidden_places:
            text = pattern.sub(SITE, text)
        return text

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

    def place(self, place: Place) -> Place | None:
        """A town where few people live is told as its district."""
        if self._settlements is not None and self._settlements.is_small(place):
            return self._settlements.wider(place)
        return super().place(place)

    def spans(self) -> list[tuple[int, int]]:
        """All characters of the text that a copy of it may not show.

        Besides what passages hide these are hidden places wherever they are named, venues with a
        name or another word before them ("port clinic"), and names of two and more words in which
        no finder knows a body, place or public person.
        """
        found = [(start, end) for start, end, _ in self.hidden]
        for start, end, name in long_names(self._text):
            if not self._known & set(name.split()):
                found.append((start, end))
        found += venue_phrases(self._text)
        for pattern in self._hidden_places:
            found += [match.span() for match in pattern.finditer(self._text)]
        return sorted(found)

    def _hides(self, mention: PlaceMention) -> bool:
        """Sites, streets, small towns, and names that no gazetteer knows: quarters, hamlets."""
        place = mention.place
        unknown = mention.kind == "site" or place is None or place.precision == "site"
        return unknown or self._is_small(mention)

    def _is_small(self, mention: PlaceMention) -> bool:
        place, settlements = mention.place, self._settlements
        return place is not None and settlements is not None and settlements.is_small(place)

    def _persons(self) -> Iterator[tuple[int, int, str]]:
        """Spans of private names with age, trade and village beside them."""
        for name in self.private:
            for match in _pattern(name).finditer(self._text):
                yield *reach(self._text, *match.span()), PERSON
        for start, end in aged_names(self._text):
            if not self._known & set(self._text[start:end].split()):
                yield *reach(self._text, start, end), PERSON


def role_of(sectors: Iterable[str]) -> str:
    """What a private person is called: by the first PLOVER sector that names a role."""
    return next((_ROLES[sector] for sector in sectors if sector in _ROLES), PERSON)


def _venues(analysis: Analysis) -> Iterator[tuple[int, int, str]]:
    """Mentions of bodies that a clinic, school or hotel names: they tell where persons are."""
    for entity in analysis.entities:
        if entity.kind != "person" and _is_venue(entity.name):
            for mention in entity.mentions:
                if _is_venue(mention.quote):
                    yield mention.start, mention.end, INSTITUTION


def _is_venue(name: str) -> bool:
    """Whether a name tells which venue: 'port clinic', not 'a market' nor 'school teachers'."""
    return any(end == len(name) for _, end in venue_phrases(name))


def _known_words(article: Article, analysis: Analysis) -> frozenset[str]:
    """Capitalised words that name bodies, places and public persons, of which nothing is hidden."""
    public = set(_public_entities(analysis))
    wordings = [article.outlet or ""]
    for entity in analysis.entities:
        if entity.kind not in ("person", "unknown") or entity.entity_id in public:
            wordings += [entity.name, *(mention.quote for mention in entity.mentions)]
    wordings += [m.evidence.quote for m in analysis.places if m.use != "person"]
    for actor in _actors(analysis):
        if actor.exposure != "private" or actor.kind not in ("person", "unknown"):
            wordings += [actor.name, *actor.aliases]
    return frozenset(word for wording in wordings for word in wording.split() if _is_name(word))


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
    names = set(filter(_is_name, names))
    surnames = {name.split()[-1] for name in names if len(name.split()) > 1}
    names |= {s for s in surnames if len(s) >= _LEAST_SURNAME and s[0].isupper()}
    return set(filter(None, names))


def _slug(words: str) -> str:
    """Words as addresses have them: 'Mira Oyelarán' is 'mira-oyelaran'."""
    bare = unicodedata.normalize("NFKD", words)
    kept = "".join(c for c in bare if not unicodedata.combining(c)).casefold()
    return "-".join(re.findall(r"\w+", kept.replace("_", "-")))


def _is_name(wording: str) -> bool:
    return any(c.isupper() for c in wording) or not wording.isascii()


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
