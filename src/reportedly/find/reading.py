"""What the document level knows of one article so far: the parse and the records found in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from reportedly.parse import Document, Token
from reportedly.records import (
    ActorMention,
    Article,
    Attribution,
    DateMention,
    Entity,
    Link,
    PlaceMention,
    Quote,
    Scope,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteReading:
    """Quotes, and the scopes in which somebody's words run (quoted or told)."""

    quotes: tuple[Quote, ...]
    scopes: tuple[Scope, ...]


class ActLinks(Protocol):
    """What a trained network makes of two words of a sentence."""

    def link(self, act: Token, role: str, word: Token) -> float | None:
        """The share that a word has a role in the act that another tells; None if not read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that the finders of events and claims read."""

    document: Document
    places: tuple[PlaceMention, ...]
    dates: tuple[DateMention, ...]
    entities: tuple[Entity, ...]
    actors: tuple[ActorMention, ...]
    quotes: tuple[Quote, ...]
    scopes: tuple[Scope, ...]
    links: ActLinks | None = None  # where a network was asked


def outlet_link(article: Article) -> Link:
    """The outlet as the first link of every chain; 'outlet' where its name is unknown."""
    name = article.outlet or "outlet"
    return Link(name=name, kind="outlet", stance="states", private=False)


def scope_at(scopes: tuple[Scope, ...], start: int, end: int) -> Scope | None:
    """The smallest scope that holds [start, end), else None: the outlet's own voice."""
    holding = [s for s in scopes if s.evidence.start <= start and end <= s.evidence.end]
    return min(holding, key=lambda s: s.evidence.end - s.evidence.start, default=None)


def chain_at(article: Article, scopes: tuple[Scope, ...], start: int, end: int) -> Attribution:
    """The chain of who says [start, end): the outlet alone in its own voice."""
    scope = scope_at(scopes, start, end)
    return scope.chain if scope else (outlet_link(article),)
