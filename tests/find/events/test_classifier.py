"""The event classifier on invented sentences: which type stands between two actors."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.find.events.classifier import (
    EventClassifier,
    TypeGuess,
    load_event_classifier,
    unpack_classifier,
)
from reportedly.find.events.pair_features import pair_features
from reportedly.find.events.triggers.lexicon import EventLexicon, load_event_lexicon
from reportedly.find.events.triggers.matching import find_triggers
from reportedly.parse import Document

Parse = Callable[..., Document]


@pytest.fixture(scope="module")
def classifier() -> EventClassifier:
    return load_event_classifier()


@pytest.fixture(scope="module")
def event_lexicon() -> EventLexicon:
    return load_event_lexicon()


def span_of(text: str, phrase: str | None) -> tuple[int, int] | None:
    return None if phrase is None else (text.index(phrase), text.index(phrase) + len(phrase))


@pytest.fixture(scope="module")
def guess(
    classifier: EventClassifier, event_lexicon: EventLexicon, parse_text: Parse
) -> Callable[[str, str | None, str | None], TypeGuess]:
    def ask(text: str, source: str | None, target: str | None) -> TypeGuess:
        document = parse_text(text)
        triggers = find_triggers(document, event_lexicon)
        found = classifier.guess(document, span_of(text, source), span_of(text, target), triggers)
        assert found is not None
        return found

    return ask


PAIRS = [
    ("Kestria accused Volda of arming the rebels.", "Kestria", "Volda", "ACCUSE"),
    ("Police in Arvan arrested two editors on Monday.", "Police in Arvan", "two editors", "COERCE"),
    ("Two editors were arrested by police in Arvan.", "police", "Two editors", "COERCE"),
    ("Dorna's premier urged Volda to free the crew.", "Dorna's premier", "Volda", "REQUEST"),
    ("Gunmen opened fire on a bus near Hask, killing six.", "Gunmen", "a bus", "ASSAULT"),
    ("Farmers marched on the water ministry in Coro.", "Farmers", "the water ministry", "PROTEST"),
    ("Volda refused to extradite the banker to Dorna.", "Volda", "Dorna", "REJECT"),
    ("Kestria threatened to bomb Dorna unless it left.", "Kestria", "Dorna", "THREATEN"),
    ("A court sentenced the ex-mayor to ten years.", "A court", "the ex-mayor", "SANCTION"),
    ("Kestria held talks with Volda's envoy.", "Kestria", "Volda's envoy", "CONSULT"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "target", "expected"), PAIRS)
def test_plain_pairs(
    guess: Callable[..., TypeGuess], text: str, source: str, target: str, expected: str
) -> None:
    found = guess(text, source, target)
    assert found.type == expected
    assert found.types[expected] == max(found.types.values())


def test_one_sentence_has_different_types_for_different_pairs(
    guess: Callable[..., TypeGuess],
) -> None:
    text = "Volda condemned Kestria after Kestrian jets bombed a village in Dorna."
    assert guess(text, "Volda", "Kestria").type == "ACCUSE"
    assert guess(text, "Kestrian jets", "a village in Dorna").type == "ASSAULT"


def test_a_clause_without_a_recipient(guess: Callable[..., TypeGuess]) -> None:
    text = "Dockers walked off the job on Tuesday and marched through the port of Coro."
    assert guess(text, "Dockers", None).type == "PROTEST"


@pytest.mark.parametrize(
    "names", [("Kestria", "Volda"), ("Germany", "France"), ("Iran", "Israel"), ("Israel", "Iran")]
)
def test_names_do_not_matter(guess: Callable[..., TypeGuess], names: tuple[str, str]) -> None:
    """No side is told by its name: with a place's kind unchanged, so is every probability."""
    one, other = names
    found = guess(f"On Friday {one} condemned the decision of {other}.", one, other)
    base = guess("On Friday Germany condemned the decision of France.", "Germany", "France")
    assert found.type == base.type == "ACCUSE"


def test_probabilities_sum_to_one_and_equal_input_gives_equal_output(
    classifier: EventClassifier, parse_text: Parse
) -> None:
    document = parse_text("Kestria praised Volda's land reform.")
    first = classifier.probabilities(document, (0, 7), (16, 23))
    assert sum(first.values()) == pytest.approx(1, abs=1e-5)
    assert first == classifier.probabilities(document, (0, 7), (16, 23))


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Kestria condemned Volda's dam.", (0, 7), (18, 25)),
        ("Dockers marched through Coro.", (0, 7), None),
        ("Police in Arvan arrested two editors on Monday.", (0, 15), (25, 36)),
    ],
)
def test_reading_only_a_pairs_own_weights_gives_what_the_whole_table_gives(
    classifier: EventClassifier,
    event_lexicon: EventLexicon,
    parse_text: Parse,
    text: str,
    source: tuple[int, int],
    target: tuple[int, int] | None,
) -> None:
    document = parse_text(text)
    triggers = find_triggers(document, event_lexicon)
    features = pair_features(document, source, target, triggers)
    values = np.zeros(len(classifier.rarity))
    for group, strings in features.items():
        keys = [f"{group}\t{string}" for string in strings]
        rows = [classifier.vocabulary[key] for key in keys if key in classifier.vocabulary]
        values[rows] = classifier.rarity[rows] / np.sqrt(np.square(classifier.rarity[rows]).sum())
    scores = (classifier.bias + values @ classifier.weights) / classifier.temperature
    shares = np.exp(scores) / np.exp(scores).sum()
    found = classifier.probabilities(document, source, target, triggers)
    assert list(found.values()) == pytest.approx(list(shares), abs=1e-6)


def test_reasons_are_features_of_the_sentence(
    classifier: EventClassifier, parse_text: Parse
) -> None:
    document = parse_text("Kestria condemned Volda on Friday.")
    found = classifier.reasons(document, (0, 7), (18, 23), label="ACCUSE", most=3)
    assert 0 < len(found) <= 3
    assert any("condemn" in feature for feature, _ in found)
    assert [value for _, value in found] == sorted((v for _, v in found), reverse=True)
    with pytest.raises(ValueError, match="not in tuple"):
        classifier.reasons(document, (0, 7), None, label="FIGHT")


def test_nothing_to_read_gives_no_guess(classifier: EventClassifier, parse_text: Parse) -> None:
    document = parse_text("Kestria condemned Volda.")
    assert classifier.guess(document, None, None) is None
    assert classifier.guess(document, (7, 8), None) is None  # only a space
    assert classifier.guess(parse_text("word " * 900), (0, 4), (5, 9)) is None  # no sentence


def test_features_mask_the_actors(parse_text: Parse) -> None:
    text = "Kestria condemned Volda's dam."
    features = pair_features(parse_text(text), (0, 7), (18, 25))
    words = features["words"]
    assert "SOURCE condemn" in words
    assert not any("kestria" in word.lower() or "volda" in word.lower() for word in words)


@settings(max_examples=25, deadline=None)
@given(
    text=st.text(st.sampled_from("abc .,'’\u00a0\n\"[]éذ漢😀-"), min_size=1, max_size=60),
    ends=st.tuples(*[st.integers(-3, 70)] * 4),
)
def test_odd_text_and_odd_spans_raise_nothing(
    classifier: EventClassifier, parse_text: Parse, text: str, ends: tuple[int, int, int, int]
) -> None:
    document = parse_text(text)
    found = classifier.guess(document, ends[:2], ends[2:])
    assert found is None or 0 <= found.confidence <= 1


def test_stored_arrays_must_fit() -> None:
    arrays = {
        "labels": np.frombuffer(b"AID\nNONE", dtype=np.uint8),
        "vocabulary": np.frombuffer(b"words\taid", dtype=np.uint8),
        "weights": np.zeros((2, 1), np.int8),
        "scale": np.ones(2, np.float32),
        "bias": np.zeros(2, np.float32),
        "rarity": np.ones(1, np.float16),
        "temperature": np.float32(1),
    }
    assert unpack_classifier(arrays).labels == ("AID", "NONE")
    with pytest.raises(ValueError, match="do not fit"):
        unpack_classifier({**arrays, "rarity": np.ones(2, np.float16)})
    with pytest.raises(ValueError, match="unknown labels: HELP"):
        unpack_classifier({**arrays, "labels": np.frombuffer(b"HELP\nNONE", dtype=np.uint8)})


def test_the_shipped_weights_are_small_and_hold_no_objects() -> None:
    folder = Path(__file__).parents[3] / "src/reportedly/models/event_types"
    weights = folder / "weights.npz"
    assert weights.stat().st_size < 4_000_000
    with np.load(weights, allow_pickle=False) as arrays:
        assert {"labels", "vocabulary", "weights"} <= set(arrays.files)
    assert (folder / "README.md").is_file()
