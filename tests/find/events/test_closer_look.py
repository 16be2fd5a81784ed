"""What the encoder's vectors add to the type of a given pair. All sentences are invented."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
import pytest

from reportedly.encode import load_encoder
from reportedly.find.events import load_event_classifier, load_event_lexicon, type_between
from reportedly.find.events.classifier import EventClassifier
from reportedly.find.events.closer_look import load_closer_look
from reportedly.find.events.pair_vectors import pair_vectors
from reportedly.parse import Document
from tests.find.events.conftest import Read

pytestmark = pytest.mark.skipif(load_encoder() is None, reason="needs the sentence encoder")
Span = tuple[int, int]


@pytest.fixture(scope="module")
def classifier() -> EventClassifier:
    return load_event_classifier(cache(load_encoder))


def _spans(text: str, *names: str) -> tuple[Span, ...]:
    return tuple((text.index(name), text.index(name) + len(name)) for name in names)


CASES = [
    ("Kestria lambasted Volda for the shelling of the port.", "ACCUSE"),
    ("Kestria sat down with Volda in the lakeside resort.", "CONSULT"),
    ("Kestria flew blankets and tents to Volda after the quake.", "AID"),
    ("Kestria gunned down four villagers of Volda.", "ASSAULT"),
]


@pytest.mark.parametrize(("text", "kind"), CASES, ids=[kind for _, kind in CASES])
def test_a_given_pair_has_its_type(
    read: Callable[..., Read], classifier: EventClassifier, text: str, kind: str
) -> None:
    source, target = _spans(text, "Kestria", "Volda")
    found = type_between(read(text).reading, source, target, load_event_lexicon(), classifier)
    assert found == kind


def test_shares_add_up_and_names_do_not_matter(
    read: Callable[..., Read], classifier: EventClassifier
) -> None:
    assert classifier.closer is not None
    closer = classifier.closer()
    found = []
    for names in (("Berlin", "Madrid"), ("Madrid", "Berlin")):
        text = f"The government in {names[0]} warned the government in {names[1]}."
        spans = _spans(text, f"The government in {names[0]}", f"the government in {names[1]}")
        found.append(closer(read(text).reading.document, *spans))
    assert sum(found[0].values()) == pytest.approx(1)
    assert found[0] == found[1]


def test_without_an_encoder_the_first_look_stands(
    parse_text: Callable[..., Document], classifier: EventClassifier
) -> None:
    blind = load_event_classifier(lambda: None)
    document = parse_text(CASES[0][0])
    spans = _spans(CASES[0][0], "Kestria", "Volda")
    assert blind.close_guess(document, *spans) == classifier.guess(document, *spans)
    assert load_closer_look(lambda: None)(document, *spans) == {}


def test_a_span_without_words_gives_no_vectors(parse_text: Callable[..., Document]) -> None:
    encoder = load_encoder()
    assert encoder is not None
    document = parse_text("Kestria  left.")
    assert pair_vectors(document, (8, 8), None, encoder) is None
    alone = pair_vectors(document, (0, 7), None, encoder)
    assert alone is not None
    assert np.isfinite(alone).all()
