"""What the classifier adds to the rules and checks of them; all sentences are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.find.events import find_reports, load_event_classifier, load_event_lexicon
from reportedly.records import Report
from tests.find.events.conftest import Read


@pytest.fixture
def reports(read: Callable[..., Read]) -> Callable[[str], tuple[Report, ...]]:
    """The reports of a text, with the classifier."""
    lexicon, classifier = load_event_lexicon(), load_event_classifier()

    def run(text: str) -> tuple[Report, ...]:
        return find_reports(read(text).reading, lexicon, classifier=classifier)

    return run


def test_the_record_says_that_the_classifier_agrees(reports: Callable[..., object]) -> None:
    found = reports("The government of Dorna accused the army of Kestria of theft.")
    assert [(r.type, r.made_by) for r in found] == [("ACCUSE", "accuse.allege+classifier")]


def test_no_second_opinion_without_a_recipient(reports: Callable[..., object]) -> None:
    found = reports("Police arrested somebody.")
    assert all("classifier" not in r.made_by for r in found)


QUIET = [
    ("The minister smiled at the ambassador.", "no act of words"),
    ("The mayor was born in Kestria.", "one party only"),
    ("The premier said it was late.", "a bare statement"),
    ("The mayor warned residents to stay indoors.", "advice"),
    ("Authorities warned of hundreds of fighters returning from Kestria.", "a danger"),
]


@pytest.mark.parametrize(("text", "why"), QUIET, ids=[w for _, w in QUIET])
def test_what_is_no_act_gets_none(
    reports: Callable[[str], tuple[Report, ...]], text: str, why: str
) -> None:
    assert reports(text) == (), why


def test_spans_stand_in_the_text(reports: Callable[[str], tuple[Report, ...]]) -> None:
    text = "The ministry of Dorna refused to respond to a request from the Kestrian government."
    for report in reports(text):
        for evidence in (
            report.trigger,
            *(a.evidence for a in (*report.actors, *report.recipients)),
        ):
            assert text[evidence.start : evidence.end] == evidence.quote
