"""Families of copies from pairs."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.corpus.echoes.families import families


def grouped(links: dict[tuple[str, str], float]) -> set[str]:
    return {"".join(family) for family in families(links).values()}


def test_a_chain_of_two_links_joins_but_a_bridge_between_families_does_not() -> None:
    assert grouped({("a", "b"): 1.0, ("b", "c"): 1.0}) == {"abc"}
    bridge = {("a", "b"): 2.0, ("b", "c"): 2.0, ("a", "c"): 2.0, ("x", "y"): 2.0, ("c", "x"): 1.0}
    assert grouped(bridge) == {"abc", "xy"}


@given(
    st.dictionaries(
        st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")).filter(
            lambda p: p[0] < p[1]
        ),
        st.sampled_from((1.0, 1.5, 2.0)),
    ),
    st.integers(0, 99),
)
@settings(max_examples=80, deadline=None)
def test_every_linked_article_has_one_family_whatever_the_order_of_links(
    links: dict[tuple[str, str], float], seed: int
) -> None:
    expected = families(links)
    mixed = list(links.items())
    Random(seed).shuffle(mixed)
    assert families(dict(mixed)) == expected
    assert sorted(a for family in set(expected.values()) for a in family) == sorted(
        {name for pair in links for name in pair}
    )
