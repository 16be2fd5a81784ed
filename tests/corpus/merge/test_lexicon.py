"""The word lists of merging: the shipped file has no faults, and faults are named."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.corpus.merge.lexicon import check_merge_words, load_merge_words

WHOLE = """anybody = ["people"]
common = ["about"]
light = ["say"]
sequel = ["second"]
day_before = ["day before"]
"""


def test_the_shipped_lists_have_no_faults() -> None:
    assert check_merge_words() == []
    assert load_merge_words().sequel.search("Then came a second\nraid")


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (WHOLE, None),
        (WHOLE.replace("people", "People"), "anybody: 'People' is no word in lower case"),
        (WHOLE.replace('"say"', '"say", "say"'), "light: 'say' stands twice"),
        (WHOLE.replace("sequel", "sequels"), "sequels: unknown list"),
        (WHOLE.replace('["about"]', "[]"), "common: no list of words"),
        ("anybody = [", "Invalid value"),
    ],
)
def test_faults_are_named(tmp_path: Path, text: str, fault: str | None) -> None:
    path = tmp_path / "words.toml"
    path.write_text(text, "utf-8")
    faults = check_merge_words(path)
    assert (faults == []) if fault is None else any(fault in one for one in faults)
    assert all(one.startswith("words.toml: ") for one in faults)
