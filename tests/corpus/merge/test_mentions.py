"""Given mentions into acts; sentences invented for these tests."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

import pytest

from reportedly.corpus.merge.mentions import (
    ENCODED_FEATURES,
    Mention,
    group_mentions,
    load_mention_weights,
)
from reportedly.parse import Document

STRIKE = (
    "The dockers of Arvan walked out on Monday. The strike of the Arvan dockers closed the port "
    "of Arvan. Harbour master Olin Brask deplored the strike."
)
STRIKE_ELSEWHERE = (
    "A strike of dockers has closed the port of Arvan. Olin Brask, the harbour master, said that "
    "the Arvan strike would be short."
)
QUAKE = (
    "An earthquake shook the island of Belt. Teachers of Belt called off a strike when the "
    "earthquake broke the windows of the Belt school."
)


def mention(document: Document, word: str, nth: int = 0) -> Mention:
    start = -1
    for _ in range(nth + 1):
        start = document.text.index(word, start + 1)
    name = f"{document.article.article_id}/{word}/{nth}"
    return Mention(
        mention_id=name,
        article_id=document.article.article_id,
        start=start,
        end=start + len(word),
    )


@pytest.fixture(scope="module")
def documents(parse_text: Callable[..., Document]) -> list[Document]:
    return [parse_text(text) for text in (STRIKE, STRIKE_ELSEWHERE, QUAKE)]


@pytest.fixture(scope="module")
def mentions(documents: list[Document]) -> list[Mention]:
    here, there, quake = documents
    return [
        mention(here, "strike"),
        mention(here, "deplored"),
        mention(there, "strike"),
        mention(there, "said"),
        mention(quake, "strike"),
        mention(quake, "earthquake"),
    ]


def test_one_act_across_articles(documents: list[Document], mentions: list[Mention]) -> None:
    groups = group_mentions(documents, mentions, load_mention_weights())
    together = {frozenset(group) for group in groups if len(group) > 1}
    strikes = {m.mention_id for m in mentions[:5] if "strike" in m.mention_id}
    assert together == {frozenset(strikes - {mentions[4].mention_id})}


def test_each_mention_once_in_any_order(documents: list[Document], mentions: list[Mention]) -> None:
    weights = load_mention_weights()
    wanted = group_mentions(documents, mentions, weights)
    assert sorted(m for group in wanted for m in group) == sorted(m.mention_id for m in mentions)
    for order in list(permutations(documents))[1:3]:
        assert group_mentions(order, mentions[::-1], weights) == wanted


def test_no_group_crosses_two_topics(documents: list[Document], mentions: list[Mention]) -> None:
    topics = {d.article.article_id: str(number) for number, d in enumerate(documents)}
    groups = group_mentions(documents, mentions, load_mention_weights(), topics=topics)
    assert all(len({m.split("/")[0] for m in group}) == 1 for group in groups)


def test_nothing_given() -> None:
    assert group_mentions([], [], load_mention_weights()) == ()


def test_weights_name_the_features() -> None:
    assert len(load_mention_weights()["encoded"]) == len(ENCODED_FEATURES)
