"""How two articles of one echo stand to each other, also where neither is its origin."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.corpus.echoes.pairs import passages, read_pair
from reportedly.corpus.echoes.words import article_words
from reportedly.find.fingerprint import fingerprint, resemblance
from reportedly.records import Article, Echo, EchoKind, Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class PairEcho:
    """The echo of two articles: its kind, its origin where known, what stands in both."""

    kind: EchoKind
    origin: str | None  # article_id, of the whole echo
    passages: tuple[Passage, ...]  # first article → second


def pair_echo(one: Article, other: Article, echoes: Iterable[Echo]) -> PairEcho | None:
    """Compare two articles that one of the echoes joins; None where none does.

    Members of one family are copies of one text; where few of their words agree in order, the
    one is a rewriting of the other or both are of a third.
    """
    ids = {one.article_id, other.article_id}
    joined = [echo for echo in echoes if ids <= {member.article_id for member in echo.members}]
    if not joined:
        return None
    echo = min(joined, key=lambda e: (_is_excerpt(e), e.echo_id))
    first, second = sorted((one, other), key=lambda article: article.article_id)
    here, there = article_words(first.text), article_words(second.text)
    likeness = resemblance(fingerprint(first.text), fingerprint(second.text))
    reading = read_pair(first.article_id, second.article_id, here, there, likeness)
    kind: EchoKind = "excerpt" if _is_excerpt(echo) else "rewritten"
    if reading is None:
        return PairEcho(kind=kind, origin=echo.origin, passages=())
    if kind == "rewritten" and reading.kind != "excerpt":
        kind = reading.kind
    found = passages(reading, here, there, one.article_id)
    return PairEcho(kind=kind, origin=echo.origin, passages=found)


def _is_excerpt(echo: Echo) -> bool:
    return any(member.kind == "excerpt" for member in echo.members)
