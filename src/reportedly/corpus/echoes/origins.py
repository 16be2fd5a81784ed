"""Which article of a family of copies the others were made from, where that can be known."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from functools import lru_cache

from reportedly.records import Article

_ARTICLES = {"the", "a", "an", "el", "la", "los", "las", "le", "les", "al", "der", "die", "das"}
# A name this short is found in any text; it can't show that a text names its source.
_LEAST_LETTERS = 4
# "told the Gazette": the last word of its name, as outlets call themselves.
_SHORT_NAME = re.compile(r"\b(?:told|to|with|by|for|showed|at) [Tt]he ([A-Z]\w+)\b")
_OWN_WORK = re.compile(
    r"\b(?:told|showed|asked|assured|informed|tells) (?:us|our (?:reporter|correspondent|desk))\b"
    r"|\b(?:to|told|showed|by|at) this (?:news ?)?(?:paper|agency|magazine|station|outlet|desk)\b"
    # a bare "From our correspondent" is a byline that any outlet puts above a wire
    r"|(?<!from )(?<!From )(?<!by )(?<!By )"
    r"\bour (?:own )?(?:reporter|correspondent|photographer|head ?count)\b"
)
# Shares of words by which one text must lead, per copy, to be called the one cut or added to.
CLEAR_LEAD = 0.03
# Of a larger family those published first are enough to tell.
_MOST_WEIGHED = 200
_SOME_DAY = date(2000, 1, 1)


def origin_of(
    members: Sequence[Article],
    shares: Mapping[tuple[str, str], float],
    first: Mapping[str, str],
    read: Callable[[str], Article],
) -> tuple[str | None, str]:
    """The article that the others of a family go back to, with the reason.

    In this order: the article of the outlet that others credit; the only one of the earliest
    day, or hour where the day's articles all have one; among those of the earliest day the one
    that shows its own outlet at work; the one that has most of the others' words, where one
    stands out. Else None.

    Args:
        members: at least two articles.
        shares: for (one, other), the share of one's words that stand in the other; of articles
            of equal words for the one that stands for them.
        first: the article that stands for each.
        read: gives an article with its text; members may come without.
    """
    first_ones = sorted(members, key=lambda a: (a.published or date.max, a.article_id))
    weighed = sorted(a.article_id for a in first_ones[:_MOST_WEIGHED])
    ranked = [read(article_id) for article_id in weighed]
    for reason, votes in (
        ("credited", [_credits(a, ranked) for a in ranked]),
        ("named in others' texts", [_named_by(a, ranked) for a in ranked]),
    ):
        best = _only_best(votes)
        if best is not None:
            return ranked[best].article_id, reason
    days = [a.published for a in ranked if a.published is not None]
    if len(days) == len(ranked) or (days and _late(ranked)):
        day = min(days)
        earliest = _first_of_day([a for a in ranked if a.published == day])
    else:
        earliest = ranked
    if len(earliest) == 1:
        return earliest[0].article_id, "earliest"
    own = [a for a in earliest if at_work(a)]
    if len(own) == 1:
        return own[0].article_id, "names its own outlet at work"
    names = {first[a.article_id] for a in ranked}
    held = [
        sum(shares.get((b, a), 0.0) + shares.get((a, b), 0.0) for b in sorted(names))
        for a in (first[article.article_id] for article in earliest)
    ]
    leader, runner_up = sorted(held, reverse=True)[:2]
    if leader - runner_up > CLEAR_LEAD * (len(names) - 1):
        return earliest[held.index(leader)].article_id, "has most of the others' words"
    return None, "the copies don't show which came first"


def same_outlet(one: str | None, other: str | None) -> bool:
    """Whether two names are one outlet: equal but for case, articles and punctuation."""
    if one is None or other is None:
        return False
    return outlet_key(one) == outlet_key(other)


def outlet_key(name: str) -> tuple[str, ...]:
    """The words of an outlet's name that tell it apart."""
    words = [word for word in re.findall(r"\w+", name.casefold()) if word not in _ARTICLES]
    return tuple(words) or (name.casefold(),)


def names_outlet(text: str, outlet: str) -> bool:
    """Whether a text names an outlet in full, with its capitals."""
    pattern = _name_pattern(outlet)
    return pattern is not None and pattern.search(text) is not None


def at_work(article: Article) -> bool:
    """Whether a text shows its own outlet at work: 'told the Gazette', 'told us', its dateline."""
    if _OWN_WORK.search(article.text):
        return True
    if article.outlet is None:
        return False
    if names_outlet(article.text, article.outlet):
        return True
    last = re.findall(r"\w+", article.outlet)[-1:]
    if not last or len(last[0]) < _LEAST_LETTERS:
        return False
    return any(match[1] == last[0] for match in _SHORT_NAME.finditer(article.text))


@lru_cache(maxsize=4096)
def _name_pattern(outlet: str) -> re.Pattern[str] | None:
    words = re.findall(r"\w+", outlet)
    while words and words[0].casefold() in _ARTICLES:
        words = words[1:]
    if sum(map(len, words)) < _LEAST_LETTERS:
        return None
    return re.compile(r"\b" + r"\W+".join(map(re.escape, words)) + r"\b")


def _credits(article: Article, members: Sequence[Article]) -> int:
    """How many other members credit this article's outlet."""
    return sum(
        other is not article
        and not same_outlet(other.outlet, article.outlet)
        and same_outlet(other.credit, article.outlet)
        for other in members
    )


def _named_by(article: Article, members: Sequence[Article]) -> int:
    """How many members of other outlets name this article's outlet in their text."""
    if article.outlet is None:
        return 0
    return sum(
        not same_outlet(other.outlet, article.outlet) and names_outlet(other.text, article.outlet)
        for other in members
    )


def _late(members: Sequence[Article]) -> bool:
    """Whether at least half of the members are dated: enough to go by the dates that are there."""
    return 2 * sum(a.published is not None for a in members) >= len(members)


def _first_of_day(articles: Sequence[Article]) -> list[Article]:
    """Those of the earliest time of one day; all where one has none, or only some a time zone."""
    times = [_clock(a.published_time) for a in articles]
    known = [one for one in times if one is not None]
    if len(known) < len(times) or len({one.tzinfo is None for one in known}) > 1:
        return list(articles)
    return [a for a, one in zip(articles, times, strict=True) if one == min(known)]


def _clock(value: str | None) -> datetime | None:
    """A time of day on some fixed day, so that times of two zones compare."""
    if value is None:
        return None
    try:
        return datetime.combine(_SOME_DAY, time.fromisoformat(value))
    except ValueError:
        return None


def _only_best(values: Sequence[float]) -> int | None:
    """The position of the largest value above zero, None where it is shared."""
    top = max(values, default=0)
    if top <= 0 or list(values).count(top) > 1:
        return None
    return list(values).index(top)
