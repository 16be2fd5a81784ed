"""Growing sets of mentions that denote one actor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reportedly.find.coreference.kinds import is_full_name
from reportedly.find.coreference.mention import Gender, Mention
from reportedly.parse import Document
from reportedly.records import ActorKind, Entity


class Cluster:
    """Mentions of one actor found so far."""

    def __init__(self, mention: Mention) -> None:
        self.mentions = [mention]
        self.names: list[tuple[str, ...]] = [mention.words] if mention.form == "name" else []
        self.acronyms: list[str] = []
        self.known: ActorKind | None = None  # what a registry says of the actor
        self.told: ActorKind | None = None  # what the text calls it: "Open Quay, a movement"
        self.roles: list[str] = [mention.role] if mention.role else []
        self.gender: Gender = mention.gender
        self.plural = mention.plural
        self.affiliate = mention.affiliate
        self._kind: tuple[int, ActorKind] = (0, "unknown")  # for how many mentions, which

    @property
    def first(self) -> int:
        """Token at which the actor first appears."""
        return min(m.first for m in self.mentions)

    @property
    def named(self) -> bool:
        """Whether a proper name is among the mentions."""
        return bool(self.names)

    @property
    def kind(self) -> ActorKind:
        """What the actor is: a registry decides, then the names, then the noun phrases."""
        if self.known is not None:
            return self.known
        if self._kind[0] != len(self.mentions):
            self._kind = (len(self.mentions), self._decide_kind())
        return self._kind[1]

    def _decide_kind(self) -> ActorKind:
        if self.told is not None:
            return self.told
        names = (m for m in self.mentions if m.form == "name" and m.kind == "person")
        if any(is_full_name(m.words) for m in names):
            return "person"  # though "Lobo" alone may look like a body
        for form in ("name", "noun"):
            told = [m for m in self.mentions if m.form == form]
            # a full name is read better than the surname alone
            full = [m for m in told if form == "name" and len(m.words) > 1]
            kinds = Counter(m.kind for m in full or told)
            kinds.pop("unknown", None)
            if kinds:
                top = max(kinds.values())
                return next(m.kind for m in self.mentions if kinds.get(m.kind) == top)
        return "unknown"

    @property
    def longest(self) -> tuple[str, ...]:
        """The fullest name, else the fullest noun phrase."""
        pool = self.names or [m.words for m in self.mentions if m.form == "noun"]
        return max(
            pool,
            key=lambda words: (len(words), not _shouted(words), len(" ".join(words))),
            default=(),
        )

    def add(self, mention: Mention) -> None:
        """Take in a mention."""
        if mention.form == "noun" and mention.kind == "organisation" and self.kind == "person":
            self.told = None if self.roles else mention.kind
        self.mentions.append(mention)
        if mention.form == "name" and mention.words not in self.names:
            self.names.append(mention.words)
        if mention.role and mention.role not in self.roles:
            self.roles.append(mention.role)
        self.gender = self.gender or mention.gender

    def absorb(self, other: Cluster) -> None:
        """Take in all of another cluster."""
        for mention in other.mentions:
            self.add(mention)
        self.known = self.known or other.known
        self.told = self.told or other.told
        self.acronyms += [a for a in other.acronyms if a not in self.acronyms]
        self.roles += [r for r in other.roles if r not in self.roles]
        self.gender = self.gender or other.gender

    def heads(self) -> set[str]:
        """Words by which a later "the …" can mean this actor: head nouns of names and roles."""
        found = set()
        for words in self.names:
            low = [w.casefold() for w in words]
            found |= {low[-1], low[0]}
            if "of" in low[1:]:
                found.add(low[low.index("of", 1) - 1])  # "the High Court of Belt"
        for mention in self.mentions:
            if mention.form == "noun":
                found.add(mention.words[-1].casefold())
        return found

    def entity(self, document: Document, number: int) -> Entity:
        """The record of this actor."""
        ordered = sorted(self.mentions, key=lambda m: (m.first, m.last))
        evidence = tuple(
            dict.fromkeys(document.span(document.tokens[m.first : m.last]) for m in ordered)
        )
        best = next(m for m in ordered if m.words == self.longest) if self.longest else ordered[0]
        name = _display(document, best)
        others = [_display(document, m) for m in ordered if m.form == "name" and m is not best]
        aliases = dict.fromkeys([*self.acronyms, *others])
        return Entity(
            entity_id=f"e{number}",
            name=name,
            kind=self.kind,
            mentions=evidence,
            aliases=tuple(a for a in aliases if a != name),
            role=self.roles[0] if self.roles else None,
        )


def _shouted(words: Sequence[str]) -> bool:
    """Whether a name stands in the capitals of a headline."""
    return len(words) > 1 and all(w.isupper() for w in words)


def _display(document: Document, mention: Mention) -> str:
    """A mention's words as readers see them, without article and possessive."""
    if mention.form == "name":
        last = mention.last
        start, end = document.tokens[mention.first].start, document.tokens[last - 1].end
        return document.readable(start, end)
    words = list(mention.words)
    if words and words[0][:1].isupper() and not words[0].isupper():
        token = document.tokens[mention.first]
        opens = token.start == document.sentence_at(token.start).start
        two = token.name and words[1:] and words[1][:1].isupper()  # "South Korean prosecutors"
        named = token.pos == "PROPN" or two
        if opens and token.text == words[0] and not named:
            words[0] = words[0].lower()
    return " ".join(words).replace(" - ", "-")
