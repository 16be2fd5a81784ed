"""Labels before the entries of a list. All texts are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.parse.labels import has_clock, label_end

CASES = [
    ("• Tue 14 May: gunmen shot a trader.", "gunmen shot a trader.", "a bullet and a day"),
    ("Same day: two men were held.", "two men were held.", "the day of the entry before"),
    ("14 May – Police fired.", "Police fired.", "a day before a dash"),
    ("May 3. Gunmen shot a guard.", "Gunmen shot a guard.", "a day with a full stop"),
    ("3) A man was held.", "A man was held.", "a number"),
    ("- Police held two.", "Police held two.", "a hyphen for a bullet"),
    ("[17:02] The mayor left.", "The mayor left.", "an hour in brackets"),
    ("8.15pm: Police came.", "Police came.", "an hour before a colon"),
    ("12 people died.", "12 people died.", "a number of people is none"),
    ("10.30 people came an hour.", "10.30 people came an hour.", "nor is a decimal number"),
    ("Monday police came.", "Monday police came.", "a day of the sentence"),
    ("Mayor: we go.", "Mayor: we go.", "a speaker is no label"),
]


@pytest.mark.parametrize(("line", "behind", "why"), CASES, ids=[c[2] for c in CASES])
def test_where_an_entry_begins(line: str, behind: str, why: str) -> None:
    assert line[label_end(line) :] == behind, why


def test_which_entries_have_an_hour() -> None:
    assert has_clock("21:35 Police fire tear gas.")
    assert not has_clock("• Tue 14 May: gunmen shot a trader.")


@given(st.text(max_size=80))
def test_an_entry_is_never_only_its_label(line: str) -> None:
    assert 0 <= label_end(line) < max(len(line), 1)
