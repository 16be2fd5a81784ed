"""Things in a list are all found or seized. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

# text, word, (dependency, governor), why
CASES = [
    ("Police recovered a telescope, three rifles, 18 grenades and a camera near Coro on Monday.",
     "rifles", ("conj", "telescope"), "one thing has no name of several"),
    ("Police found a telescope, two rifles, a pistol (locally made firearm), 18 grenades,"
     " ammunition for various weapons, and detonators reportedly belonging to rebels.",
     "belonging", ("acl", "detonators"), "no clause of its own"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "expected", "why"), CASES, ids=[c[3] for c in CASES])
def test_what_a_list_holds(
    text: str,
    word: str,
    expected: tuple[str, str],
    why: str,
    hangs_from: Callable[[str, str], tuple[str, str]],
) -> None:
    assert hangs_from(text, word) == expected, why
