"""A random sample of articles, also of those without events; stratified where that is wanted."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal, get_args

from reportedly.errors import OptionError
from reportedly.records import Analysis, Article, Sample, SampledArticle

By = Literal["type", "outlet", "month"]
OTHERS = "others"
_LEAST_PER_STRATUM = 2  # a stratum of one article has no variance to resample


def draw_sample(
    documents: Iterable[tuple[Article, Analysis]],
    size: int,
    *,
    by: str | None = None,
    seed: int = 0,
) -> Sample:
    """Draw without replacement; equal collections, sizes and seeds give equal samples.

    Strata get equal parts, as far as they reach; small ones are joined where there are more of
    them than a sample of this size can hold. An article with several types is of the rarest.

    Raises:
        OptionError: without articles, for a size below 1, or an unknown `by`.
    """
    if size < 1:
        raise OptionError(f"-n is at least 1, not {size}")
    chosen: By | None = next((name for name in get_args(By) if name == by), None)
    if by is not None and chosen is None:
        raise OptionError(f"--by is one of {', '.join(get_args(By))}, not {by!r}")
    found: list[tuple[str, str, tuple[str, ...]]] = []
    analysers: set[str] = set()
    for article, analysis in documents:
        found.append((article.article_id, article.text_id, _classes(article, analysis, chosen)))
        analysers.add(analysis.analyser)
    if not found:
        raise OptionError("the collection has no articles")
    found.sort()
    strata = _strata(found, size)
    dice = random.Random(seed)
    drawn = []
    for stratum, share in _shares({name: len(members) for name, members in strata.items()}, size):
        members = strata[stratum]
        weight = len(members) / share
        drawn += [
            SampledArticle(article_id=one, text_id=text_id, stratum=stratum, weight=weight)
            for one, text_id in dice.sample(members, share)
        ]
    dice.shuffle(drawn)  # so that a coder who stops early has coded a sample too
    return Sample(
        seed=seed,
        by=chosen,
        population=len(found),
        analysers=tuple(sorted(analysers)),
        articles=tuple(drawn),
    )


def _classes(article: Article, analysis: Analysis, by: By | None) -> tuple[str, ...]:
    if by == "outlet":
        return (article.outlet or "unknown outlet",)
    if by == "month":
        return (article.published.strftime("%Y-%m") if article.published else "undated",)
    if by == "type":
        return tuple(sorted({r.type for r in analysis.reports if r.type})) or ("no event",)
    return ("all",)


def _strata(
    found: Sequence[tuple[str, str, tuple[str, ...]]], size: int
) -> dict[str, list[tuple[str, str]]]:
    frequency = Counter(name for _, _, classes in found for name in classes)
    strata: dict[str, list[tuple[str, str]]] = {}
    for article_id, text_id, classes in found:
        rarest = min(classes, key=lambda name: (frequency[name], name))
        strata.setdefault(rarest, []).append((article_id, text_id))
    most = max(1, size // _LEAST_PER_STRATUM)
    if len(strata) > most:
        ordered = sorted(strata, key=lambda name: (-len(strata[name]), name))
        small = [member for name in ordered[most - 1 :] for member in strata.pop(name)]
        strata[OTHERS] = sorted(small)
    return dict(sorted(strata.items()))


def _shares(sizes: dict[str, int], wanted: int) -> list[tuple[str, int]]:
    """How many of each stratum: equal parts, what a small one lacks goes to the others."""
    shares = dict.fromkeys(sizes, 0)
    left = min(wanted, sum(sizes.values()))
    while left:
        open_ = [name for name in sizes if shares[name] < sizes[name]]
        part = max(1, left // len(open_))
        for name in open_:
            more = min(part, sizes[name] - shares[name], left)
            shares[name] += more
            left -= more
    return [(name, share) for name, share in shares.items() if share]
