"""The network that reads which words tell an act. All sentences are invented."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from reportedly.errors import DataError
from reportedly.find.events.act_words import LABELS, ActWords, ReadWords, load_act_words
from reportedly.parse import Document


@pytest.fixture(scope="module")
def model() -> ActWords:
    loaded = load_act_words()
    if loaded is None:
        pytest.skip("needs onnxruntime")
    return loaded


def test_each_word_has_shares_that_add_up(model: ActWords) -> None:
    words = ("Police", "arrested", "two", "", "dockers", ".")
    shares = model(words)
    assert shares.shape == (6, len(LABELS))
    assert shares.sum(axis=1) == pytest.approx([1, 1, 1, 0, 1, 1], abs=1e-5)
    assert LABELS[shares[1].argmax()] == "COERCE"


def test_words_behind_the_longest_sentence_are_not_read(model: ActWords) -> None:
    shares = model(("arrested",) * 2000)
    assert shares[0].any()
    assert not shares[-1].any()


def test_missing_weights_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.find.events.act_words._FILE", "models/none.onnx")
    with pytest.raises(DataError, match=r"models/none\.onnx is missing"):
        load_act_words()


def test_a_sentence_alone_and_among_others_gives_the_same(model: ActWords) -> None:
    words = ("Gunmen", "torched", "a", "depot")
    alone = model(words)
    model(("The", "bakery", "sells", "rolls"))
    assert np.array_equal(model(words), alone)


def test_sides_are_not_told_by_name(read: Callable[..., object], model: ActWords) -> None:
    found = []
    for name in ("Russia", "Ukraine"):
        document: Document = read(f"{name} shelled a depot.").reading.document  # type: ignore[attr-defined]
        words = ReadWords(document, lambda: model)
        rows = [words.shares(token) for token in document.tokens]
        found.append([None if row is None else row.tolist() for row in rows])
    assert found[0] == found[1]


def test_a_sentence_is_read_once(read: Callable[..., object], model: ActWords) -> None:
    asked: list[tuple[str, ...]] = []

    def counting() -> ActWords:
        asked.append(())
        return model

    document: Document = read("Police arrested two men. The bakery is open.").reading.document  # type: ignore[attr-defined]
    words = ReadWords(document, counting)
    for token in document.tokens:
        words.shares(token)
    assert len(asked) == len(document.sentences)
