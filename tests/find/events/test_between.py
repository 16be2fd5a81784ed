"""The type between two given actors; all sentences are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.find.events import load_event_classifier, load_event_lexicon, type_between
from tests.find.events.conftest import Read

CASES = [
    ("Police arrested two students after the union accused the minister of fraud.",
     "Police", "two students", "COERCE", "the act of the pair, not the other one"),
    ("Police arrested two students after the union accused the minister of fraud.",
     "the union", "the minister", "ACCUSE", "the second pair of the sentence"),
    ("Two students were arrested by police.", "police", "Two students", "COERCE", "passive"),
    ("The mayor smiled at the governor.", "The mayor", "the governor", None, "nothing is coded"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "source", "target", "expected", "why"), CASES, ids=[c[4] for c in CASES]
)
def test_type_between(
    read: Callable[..., Read], text: str, source: str, target: str, expected: str | None, why: str
) -> None:
    spans = [(text.index(s), text.index(s) + len(s)) for s in (source, target)]
    found = type_between(read(text).reading, spans[0], spans[1], load_event_lexicon())
    assert found == expected, why


def test_a_span_outside_the_text_is_refused(read: Callable[..., Read]) -> None:
    with pytest.raises(ValueError, match="no passage"):
        type_between(read("Police left.").reading, (0, 6), (0, 99), load_event_lexicon())


def test_the_classifier_reads_what_no_rule_knows(read: Callable[..., Read]) -> None:
    text = "The premier stood firmly behind the ministers of the Congress."
    reading = read(text).reading
    pair = [(text.index(s), text.index(s) + len(s)) for s in ("The premier", "the ministers")]
    rules = type_between(reading, pair[0], pair[1], load_event_lexicon())
    both = type_between(reading, pair[0], pair[1], load_event_lexicon(), load_event_classifier())
    assert rules is None
    assert both is not None
