"""Copies in other words: an invented story told by six outlets, two of them from a third."""

from __future__ import annotations

from typing import Any

from reportedly.corpus.echoes.outline import outline
from reportedly.corpus.echoes.outlines import Outlines
from reportedly.corpus.echoes.rarity import count_stems
from reportedly.corpus.echoes.retelling import StoryText, retelling, story_text
from reportedly.corpus.echoes.rewriting import rewritings
from reportedly.corpus.echoes.texts import Texts
from reportedly.corpus.echoes.words import article_words
from reportedly.corpus.memory import NoMemory
from reportedly.find.fingerprint import fingerprint
from tests.corpus.builders import article

SOURCE = (
    "Miners in Coro barred the gate of the copper works on Tuesday after the owner, Halvar "
    "Metals, stopped the pension fund, the miners' league said. They parked eleven ore trucks "
    "across the river bridge and lit tyres. League secretary Odile Brandt read out the names of "
    "the ninety pensioners who are owed money since March. The governor sent a mediator, who "
    "left after an hour by helicopter. A baker gave out bread until his flour was gone."
)
RETOLD = (
    "Thugs of the so-called miners' league shut the copper works of Coro on Tuesday over a "
    "quarrel about pensions with Halvar Metals. Eleven stolen ore trucks were driven onto the "
    "river bridge while tyres burned and stank. Their secretary Odile Brandt shouted ninety "
    "names of pensioners whom nobody has asked. A patient mediator of the governor flew off by "
    "helicopter after an hour of insults. Even the baker was made to hand over his bread until "
    "the flour was gone."
)
OTHERS = (
    "Nobody could reach the copper works of Coro on Tuesday. Halvar Metals says that the "
    "pension fund is safe and that courts will decide. Our reporter counted some forty people "
    "at the gate, most of them older men in work clothes. The miners' league expects the "
    "mediator of the governor again on Thursday and wants a written promise. Trains ran late on "
    "the branch line because of smoke.",
    "Shares of Halvar Metals fell by a tenth after the miners' league closed its works at Coro. "
    "Analysts put the daily loss at two million. The company blames the pension fund's "
    "trustees, who resigned in April. A spokeswoman said that the governor had promised "
    "protection for the river bridge and that no talks with secretary Odile Brandt were planned "
    "before the gate was free.",
    "In parliament the opposition asked why the governor let the copper works at Coro stand "
    "idle. The minister of labour replied that pensions were a private matter between Halvar "
    "Metals and the miners' league. Three members left the chamber in protest. A bill on "
    "pension funds is to be read in autumn, and the mediator will report to the house by then, "
    "he said on Tuesday evening.",
    "Coro lives from copper, and its quarrels are as old as the works. Twice before has the "
    "miners' league closed the gate, in 1974 and in 1999, both times for weeks. Halvar Metals "
    "bought the works from the state nine years ago and cut the pension fund in half. The "
    "bridge, built by convicts, carries all the ore. The governor was born in the next street "
    "and knows Odile Brandt from school.",
)
STORY = {"source": SOURCE, "retold": RETOLD, **dict(zip("abcd", OTHERS, strict=True))}
TEXTS = {name: story_text(article_words(text)) for name, text in STORY.items()}


def retold(**facts: Any) -> list[tuple[str, str]]:
    """Pairs of which one retells the other; `facts` are those of the retelling."""
    articles = {name: article(name, text, published="05-04") for name, text in STORY.items()}
    articles["retold"] = article("retold", RETOLD, **{"published": "05-04", **facts})
    outlines = Outlines.of(
        {
            name: outline(text, article_words(text), fingerprint(text))
            for name, text in STORY.items()
        }
    )
    texts = Texts(articles, outlines, articles.__getitem__)
    rows = range(len(outlines))
    rarity = count_stems(outlines, rows)
    return list(rewritings(texts, rows, {}, (), rarity=rarity, memory=NoMemory()))


def test_a_loaded_rewriting_is_found_among_own_texts_on_the_same_story() -> None:
    assert retold() == [("retold", "source")]


def test_texts_far_apart_in_time_are_not_compared() -> None:
    assert retold(published="08-01") == []
    assert retold(published=None) == [("retold", "source")]  # a missing day is near every day


def test_one_outlets_two_texts_are_no_retelling() -> None:
    assert retold(outlet="The source Gazette") == []


def test_the_order_of_facts_counts() -> None:
    weights = dict.fromkeys(TEXTS["source"].stems | TEXTS["retold"].stems, 1.0)
    turned = StoryText(
        stems=TEXTS["retold"].stems,
        sentences=TEXTS["retold"].sentences[::-1],
        words=TEXTS["retold"].words,
    )
    straight = retelling(TEXTS["source"], TEXTS["retold"], weights)
    assert straight.score > 2 * retelling(TEXTS["source"], turned, weights).score


def test_two_facts_of_a_long_text_are_no_retelling() -> None:
    weights = dict.fromkeys(TEXTS["source"].stems | TEXTS["retold"].stems, 1.0)
    facts = TEXTS["retold"].sentences[:1]
    nothing: frozenset[int] = frozenset()
    own = tuple((frozenset({-1 - 3 * n, -2 - 3 * n, -3 - 3 * n}), nothing) for n in range(6))
    weights |= {word: 1.0 for stems, _ in own for word in stems}
    mixed = StoryText(
        stems=facts[0][0].union(*(stems for stems, _ in own)), sentences=facts + own, words=60
    )
    assert retelling(TEXTS["source"], mixed, weights).score == 0.0
