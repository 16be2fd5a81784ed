"""Cohen's kappa on tables that are worked out by hand."""

from __future__ import annotations

import pytest

from reportedly.audit.agreement import agreements, cohen_kappa


@pytest.mark.parametrize(
    ("pairs", "kappa"),
    [
        ([("a", "a"), ("r", "r")], 1.0),
        ([("a", "r"), ("r", "a")], -1.0),
        ([("a", "a"), ("a", "a"), ("r", "r"), ("a", "r")], 0.5),  # 3/4 seen, 1/2 by chance
        ([("a", "a"), ("a", "a")], None),  # one label only: not defined
        ([], None),
    ],
)
def test_kappa(pairs: list[tuple[str, str]], kappa: float | None) -> None:
    assert cohen_kappa(pairs) == kappa


def test_only_reports_in_common_count() -> None:
    (pair,) = agreements({"ben": {"1": "a", "2": "r"}, "anna": {"2": "r", "3": "a"}, "cy": {}})
    assert (pair.first, pair.second, pair.both, pair.same) == ("anna", "ben", 1, 1)
