"""Who acts behind "by", with a word before him that looks like a verb. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("A nurse was killed by retreating soldiers on Monday.", "soldiers"),
        ("A nurse was killed by advancing rebel troops on Monday.", "troops"),
        ("The judge was murdered by hired killers on Monday.", "killers"),
    ],
)
def test_who_is_described_acts(
    text: str, agent: str, hangs_from: Callable[[str, str], tuple[str, str]]
) -> None:
    assert hangs_from(text, agent) == ("pobj", "by")


def test_what_is_done_has_its_object(hangs_from: Callable[[str, str], tuple[str, str]]) -> None:
    text = "The strike was ended by arresting leaders of the union."
    assert hangs_from(text, "leaders") == ("dobj", "arresting")
