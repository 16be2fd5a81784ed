"""Intervals, agreement and calibration against values that were published or worked out by hand.

Newcombe 1998: 'Two-sided confidence intervals for the single proportion', Statistics in Medicine
17, Table I, method 3. Krippendorff 2011: 'Computing Krippendorff's Alpha-Reliability', examples A
(two observers, binary), B (two observers, five categories) and C (four observers, gaps).
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.audit.agreement import interval, krippendorff_alpha, nominal
from reportedly.audit.calibration import calibration
from reportedly.audit.figures import Line, Resampling, wilson


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilsons_interval_is_newcombes(right: int, of: int, low: float, high: float) -> None:
    found = wilson(right, of)
    assert found is not None
    assert [round(end, 4) for end in found] == [low, high]


@given(st.integers(1, 500), st.data())
def test_wilsons_interval_holds_the_share(of: int, data: st.DataObject) -> None:
    right = data.draw(st.integers(0, of))
    low, high = wilson(right, of) or (1, 0)
    assert 0 <= low <= right / of + 1e-12
    assert right / of - 1e-12 <= high <= 1


def test_nothing_of_nothing_has_no_interval() -> None:
    assert wilson(0, 0) is None


# --- alpha ----------------------------------------------------------------------------------

# Krippendorff 2011, sections A, B and C; a dot is a value that is missing
BINARY = ("0100000010", "1110010000")
CATEGORIES = ("aabbdcccedda", "babbbccceddd")
GAPS = ("123321412...", "1233224125.3", ".3332342251.", "12332441251.")


def units(coders: tuple[str, ...]) -> list[list[str | None]]:
    return [[None if v == "." else v for v in unit] for unit in zip(*coders, strict=True)]


@pytest.mark.parametrize(
    ("coders", "difference", "alpha"),
    [
        (BINARY, nominal, 0.095),
        (CATEGORIES, nominal, 0.692),
        (GAPS, nominal, 0.743),
        (GAPS, interval, 0.849),
    ],
)
def test_alpha_is_that_of_the_published_examples(coders, difference, alpha) -> None:
    assert round(krippendorff_alpha(units(coders), difference) or 0, 3) == alpha


@given(st.lists(st.lists(st.sampled_from("abc"), min_size=3, max_size=3), min_size=2, max_size=9))
def test_alpha_is_that_of_another_program(table: list[list[str]]) -> None:
    other = pytest.importorskip("krippendorff", reason="checks alpha where it is installed")
    ours = krippendorff_alpha(table)
    if ours is None:
        return
    data = [["abc".index(v) for v in coder] for coder in zip(*table, strict=True)]
    theirs = other.alpha(reliability_data=data, level_of_measurement="nominal")
    assert ours == pytest.approx(theirs)


@pytest.mark.parametrize("coders", [("", ""), ("aaa", "aaa"), ("ab.", "..a")])
def test_alpha_without_variation_or_pairs_is_not_defined(coders: tuple[str, str]) -> None:
    assert krippendorff_alpha(units(coders)) is None


# --- bootstrap and weights --------------------------------------------------------------------


def line(kind: str, weights: list[float], strata: list[str] | None = None) -> Line:
    names = [f"a{n}" for n in range(len(weights))]
    return Line("x", kind, Resampling(names, strata or ["all"] * len(names), weights))  # type: ignore[arg-type]


def test_a_weighted_share_is_an_estimate_for_the_collection() -> None:
    counted = line("share", [9.0, 1.0])
    counted.add("a0", 1, 1)
    counted.add("a1", 0, 1)
    figure = counted.figure()
    assert (figure.value, figure.counts, figure.wilson) == (0.9, (1, 2), None)


def test_articles_are_drawn_inside_their_stratum() -> None:
    # within each stratum all articles are alike, so nothing varies
    counted = line("share", [1.0] * 10, ["a"] * 5 + ["b"] * 5)
    for number in range(10):
        counted.add(f"a{number}", int(number < 5), 1)
    assert counted.figure().interval == (0.5, 0.5)


def test_reports_of_one_article_widen_the_interval() -> None:
    together, apart = line("share", [1.0] * 10), line("share", [1.0] * 10)
    for number in range(10):
        together.add(f"a{number}", 10 * (number % 2), 10)
        apart.add(f"a{number}", 5, 10)
    wide, narrow = (one.figure().interval or (0.0, 0.0) for one in (together, apart))
    assert wide[1] - wide[0] > narrow[1] - narrow[0]


# --- calibration ----------------------------------------------------------------------------


def test_the_calibration_error_by_hand() -> None:
    # two bins: .95 of which half are right (gap .45), .25 of which none are (gap .25)
    found = calibration("report", [(0.95, True), (0.95, False), (0.25, False), (0.25, False)])
    assert found.error == pytest.approx((2 * 0.45 + 2 * 0.25) / 4)
    assert [(one.size, one.right) for one in found.bins] == [(2, 0.0), (2, 0.5)]


def test_a_confidence_of_one_is_in_the_last_bin() -> None:
    (only,) = calibration("report", [(1.0, True)]).bins
    assert (only.low, only.high) == (0.9, 1.0)


def test_without_confidence_there_is_no_error() -> None:
    assert calibration("report", []).error is None
