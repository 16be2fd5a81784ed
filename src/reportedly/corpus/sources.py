"""Who copies whom: of each outlet, what is its own and what it took, from where, how much later."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from reportedly.corpus.echoes.origins import same_outlet
from reportedly.records import Article, Echo


@dataclass(frozen=True, slots=True, kw_only=True)
class Copying:
    """What one outlet took from others, in articles; excerpts are not counted as copies."""

    outlet: str
    articles: int
    copies: int  # whose origin is another outlet's article, or a credited agency
    unsure: int  # in families whose origin is unknown
    taken_from: tuple[tuple[str, int], ...]  # outlets and agencies, those most copied first
    lag_days: float | None  # median between the origin's day and the copy's, where both are known

    @property
    def own_share(self) -> float:
        """The share of articles that are not known to be copies, nor may be."""
        return (self.articles - self.copies - self.unsure) / self.articles


def copying(articles: Sequence[Article], echoes: Iterable[Echo]) -> tuple[Copying, ...]:
    """What each named outlet took from others; outlets in order of their names."""
    by_id = {article.article_id: article for article in articles}
    family = {
        member.article_id: echo
        for echo in echoes
        if all(member.kind != "excerpt" for member in echo.members)
        for member in echo.members
    }
    of_outlet: dict[str, list[Article]] = defaultdict(list)
    for article in sorted(articles, key=lambda a: a.article_id):
        if article.outlet is not None:
            of_outlet[article.outlet].append(article)
    return tuple(_copying(outlet, of_outlet[outlet], family, by_id) for outlet in sorted(of_outlet))


def _copying(
    outlet: str,
    articles: Sequence[Article],
    family: Mapping[str, Echo],
    by_id: Mapping[str, Article],
) -> Copying:
    sources: Counter[str] = Counter()
    lags, unsure = [], 0
    for article in articles:
        echo = family.get(article.article_id)
        origin = by_id.get(echo.origin) if echo is not None and echo.origin is not None else None
        if origin is not None and not same_outlet(origin.outlet, outlet):
            sources[origin.outlet or "unknown outlet"] += 1
            if origin.published is not None and article.published is not None:
                lags.append((article.published - origin.published).days)
        elif article.credit is not None and not same_outlet(article.credit, outlet):
            sources[article.credit] += 1
        elif echo is not None and origin is None:
            unsure += 1
    return Copying(
        outlet=outlet,
        articles=len(articles),
        copies=sum(sources.values()),
        unsure=unsure,
        taken_from=tuple(sorted(sources.items(), key=lambda one: (-one[1], one[0]))),
        lag_days=float(median(lags)) if lags else None,
    )
