"""The texts behind the reports of one event: after joining copies, outlets and agencies."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.corpus.echoes import CopiedPassage, copied_passages
from reportedly.corpus.echoes.origins import outlet_key, same_outlet
from reportedly.corpus.memory import key_of
from reportedly.corpus.merge.facts import Home
from reportedly.corpus.merge.telling import Telling
from reportedly.records import Article, Echo

# Share of a report's evidence inside a copied passage from which it is a copy there.
COPIED_EVIDENCE = 0.5
_Told = Mapping[str, tuple[Article, ...]]  # by family of copies: the articles that tell an event
_NAMED_AGENCY = re.compile(r"\b[A-Z][\w.'’-]*\w")
_NO_AGENCY = {"staff", "agencies", "agency", "wire", "wires", "and", "reports", "none", "given"}


@dataclass(frozen=True, slots=True, kw_only=True)
class EchoIndex:
    """Echoes as corroboration asks for them."""

    articles: Mapping[str, Article]
    family: Mapping[str, Echo]  # by article: the family of copies that it belongs to
    first_day: Mapping[str, date | None]  # by echo_id: the first day of that family
    copied: Mapping[str, tuple[CopiedPassage, ...]]  # by article: passages from elsewhere
    echo_marks: Mapping[str, bytes]  # by echo_id: what stands for all of it
    echoes: Mapping[str, tuple[str, ...]]  # by article: all echoes that it belongs to

    def in_echo(self, article_id: str) -> bool:
        """Whether an article belongs to any echo."""
        return article_id in self.echoes

    def sources(self, article_id: str) -> list[str]:
        """The articles that an article's texts may go back to."""
        found = {passage.source for passage in self.copied.get(article_id, ())}
        families = [self.family.get(name) for name in (article_id, *found)]
        return sorted(found | {e.origin for e in families if e is not None and e.origin})

    def marks(self, article_id: str) -> list[bytes]:
        """What stands for the echoes of an article and for the families of its sources."""
        held = set(self.echoes.get(article_id, ()))
        families = (self.family.get(name) for name in self.sources(article_id))
        held |= {echo.echo_id for echo in families if echo is not None}
        return [self.echo_marks[echo_id] for echo_id in sorted(held)]

    def copies(self, article_id: str) -> str:
        """The name of an article's family of copies; its own id when alone."""
        echo = self.family.get(article_id)
        return echo.echo_id if echo else article_id

    def first_published(self, article_id: str) -> date | None:
        """The first day on which an article's family of copies was published."""
        echo = self.family.get(article_id)
        if echo is not None:
            return self.first_day[echo.echo_id]
        article = self.articles.get(article_id)
        return article.published if article is not None else None

    def home(self, told: Home) -> Home:
        """Where evidence stands in the source of a copied passage that holds it, else its own."""
        article_id, start, end = told
        for passage in self.copied.get(article_id, ()):
            if _inside(start, end, passage):
                shift = passage.source_start - passage.start
                return passage.source, start + shift, end + shift
        return told


def echo_index(articles: Mapping[str, Article], echoes: Sequence[Echo]) -> EchoIndex:
    """Index echoes by article; the articles' texts are not looked at."""
    family: dict[str, Echo] = {}
    reused: dict[str, list[Echo]] = defaultdict(list)
    for echo in echoes:
        excerpt = any(member.kind == "excerpt" for member in echo.members)
        for member in echo.members:
            reused[member.article_id].append(echo)
            if not excerpt:
                family[member.article_id] = echo
    families = {echo.echo_id for echo in family.values()}
    return EchoIndex(
        articles=articles,
        family=family,
        first_day={e.echo_id: _first_day(e, articles) for e in echoes if e.echo_id in families},
        copied=copied_passages(echoes),
        echo_marks={echo.echo_id: key_of([repr(echo)]) for echo in echoes},
        echoes={name: tuple(echo.echo_id for echo in found) for name, found in reused.items()},
    )


def _first_day(echo: Echo, articles: Mapping[str, Article]) -> date | None:
    held = [articles[m.article_id] for m in echo.members if m.article_id in articles]
    return min((a.published for a in held if a.published is not None), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text behind an event: its reports, and the article that it goes back to."""

    reports: tuple[str, ...]  # ids
    source: Article | None  # None: the origin is unknown or not in the collection
    candidates: tuple[Article, ...]  # the articles it may go back to, where it is unknown


def texts_behind(
    counted: Sequence[Telling], members: Collection[Telling], index: EchoIndex
) -> tuple[Text, ...]:
    """Join the reports of an event into texts.

    Reports join where their articles are copies of one text and more than one of these tells
    the event, where the evidence is a copied passage, where both go back to one outlet, and
    where both rest on one named agency or source outlet.

    Args:
        counted: reports that assert the event and stand.
        members: all asserting reports of the event, withdrawn ones too: a copy of a withdrawn
            text still goes back to it.
        index: the echoes.
    """
    telling = _telling(members, index)
    joined = _Union()
    source: dict[str, Article | None] = {}
    for one in counted:
        node = one.report.report_id
        root, origin, candidates = _root(one, telling, index)
        joined.join(node, root)
        source.setdefault(root, origin)
        outlet = origin.outlet if origin is not None else None
        if outlet is not None:
            joined.join(root, _outlet_node(outlet))
        for name in _rests_on(one):
            joined.join(root, _outlet_node(name))
        if origin is None and len(candidates) == 1 and candidates[0].outlet:
            joined.join(root, _outlet_node(candidates[0].outlet))
    grouped: dict[str, list[Telling]] = defaultdict(list)
    for one in sorted(counted, key=_reading_order):
        grouped[joined.find(one.report.report_id)].append(one)
    return tuple(_text(group, telling, index) for group in grouped.values())


def _telling(members: Collection[Telling], index: EchoIndex) -> _Told:
    """By family of copies: its articles that tell the event."""
    articles = {one.article.article_id: one.article for one in members}
    found: dict[str, list[Article]] = defaultdict(list)
    for name in sorted(articles):
        found[index.copies(name)].append(articles[name])
    return {family: tuple(some) for family, some in found.items()}


def _reading_order(one: Telling) -> tuple[str, str]:
    return str(one.article.published), one.report.report_id


def _text(group: Sequence[Telling], telling: _Told, index: EchoIndex) -> Text:
    roots = [_root(one, telling, index) for one in group]
    rested = [name for one in group for name in _rests_on(one)]
    origins = {origin.article_id: origin for _, origin, _ in roots if origin is not None}
    if rested:
        # The named source may be in the collection though the copy was not found to be one.
        named = [a for a in origins.values() if any(same_outlet(a.outlet, name) for name in rested)]
        source = min(named, key=_age) if named else None
        candidates: tuple[Article, ...] = ()
    else:
        source = min(origins.values(), key=_age) if origins else None
        by_root = {root: some for root, _, some in roots}
        unknown = {a.article_id: a for some in by_root.values() for a in some}
        candidates = tuple(unknown[key] for key in sorted(unknown))
    return Text(
        reports=tuple(one.report.report_id for one in group), source=source, candidates=candidates
    )


def _age(article: Article) -> tuple[str, str]:
    return str(article.published), article.article_id


def _root(
    one: Telling, telling: _Told, index: EchoIndex
) -> tuple[str, Article | None, tuple[Article, ...]]:
    """The text that one report goes back to, its article, or the articles it may be."""
    article = one.article
    echo = index.family.get(article.article_id)
    if echo is not None:
        others = telling.get(echo.echo_id, ())
        if len(others) > 1 or echo.origin == article.article_id:
            if echo.origin is not None:
                return echo.echo_id, index.articles.get(echo.origin), ()
            return echo.echo_id, None, others
    for passage in index.copied.get(article.article_id, ()):
        evidence = one.report.evidence
        if _inside(evidence.start, evidence.end, passage):
            family = index.copies(passage.source)
            held = index.family.get(passage.source)
            origin = held.origin if held is not None and held.origin else passage.source
            return family, index.articles.get(origin), ()
    return article.article_id, article, ()


def _inside(start: int, end: int, passage: CopiedPassage) -> bool:
    shared = min(end, passage.end) - max(start, passage.start)
    return shared >= COPIED_EVIDENCE * (end - start)


def _rests_on(one: Telling) -> list[str]:
    """Other outlets and agencies that the report is said to come from."""
    names = [
        link.name
        for chain in one.report.attributions
        for link in chain[1:]
        if link.kind == "outlet"
    ]
    credit = one.article.credit
    if credit and _NAMED_AGENCY.search(credit) and not set(outlet_key(credit)) <= _NO_AGENCY:
        names.append(credit)
    return [name for name in names if not same_outlet(name, one.article.outlet)]


def _outlet_node(name: str) -> str:
    return "outlet " + " ".join(outlet_key(name))


class _Union:
    """Disjoint sets of names."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def find(self, name: str) -> str:
        parent = self._parent.setdefault(name, name)
        if parent != name:
            parent = self._parent[name] = self.find(parent)
        return parent

    def join(self, one: str, other: str) -> None:
        left, right = sorted((self.find(one), self.find(other)))
        self._parent[right] = left
