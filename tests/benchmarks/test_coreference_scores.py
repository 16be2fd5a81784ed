"""The scores of clusters against values computed by hand."""

from __future__ import annotations

import pytest

from benchmarks.coreference_scores import b_cubed, ceaf_e, conll_f1, muc

# Luo 2005, figure 2: the truth {1-5} {6 7} {8-C}, the system joins the last two.
GOLD = dict(zip("123456789ABC", "aaaaabbccccc", strict=True))
JOINED = dict(zip("123456789ABC", "xxxxxyyyyyyy", strict=True))


def test_muc() -> None:
    # links: truth 4 + 1 + 4 = 9, all kept; system 4 + 6 = 10, one of them wrong
    assert muc(GOLD, JOINED) == pytest.approx((0.9, 1.0, 18 / 19))


def test_b_cubed() -> None:
    # five mentions right, two share 2 of 7, five share 5 of 7
    precision = (5 + 2 * 2 / 7 + 5 * 5 / 7) / 12
    assert b_cubed(GOLD, JOINED) == pytest.approx((precision, 1.0, 2 * precision / (1 + precision)))


def test_ceaf_e() -> None:
    # {1-5} with itself 1, {8-C} with the joined one 2·5/12; three true clusters, two found
    common = 1 + 10 / 12
    assert ceaf_e(GOLD, JOINED) == pytest.approx((common / 2, common / 3, 2 * common / 5))


def test_the_best_matching_is_not_the_greedy_one() -> None:
    gold = dict(zip("123456", "aaaabb", strict=True))
    found = dict(zip("123456", "xxyyxx", strict=True))
    # a–x 2·2/8, a–y 2·2/6, b–x 2·2/6: a with y and b with x
    assert ceaf_e(gold, found)[2] == pytest.approx((4 / 6 + 4 / 6) / 2)


@pytest.mark.parametrize("found", [GOLD, dict.fromkeys(GOLD, "one"), {m: m for m in GOLD}])
def test_all_lie_between_nothing_and_one(found: dict[str, str]) -> None:
    for score in (muc, b_cubed, ceaf_e):
        assert all(0 <= value <= 1 for value in score(GOLD, found))
    assert (conll_f1(GOLD, found) == 1.0) == (found is GOLD)
