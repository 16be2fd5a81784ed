"""The network that reads which words tell an act. All sentences are invented."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest

from reportedly.encode import load_vocabulary
from reportedly.errors import DataError
from reportedly.find.events.act_words import (
    LABELS,
    ActWords,
    ReadWords,
    WordsRead,
    load_act_words,
)
from reportedly.parse import Document


@pytest.fixture(scope="module")
def model() -> ActWords:
    loaded = load_act_words()
    if loaded is None:
        pytest.skip("needs onnxruntime")
    return loaded


def test_each_word_has_shares_that_add_up(model: ActWords) -> None:
    words = ("Police", "arrested", "two", "", "dockers", ".")
    shares = model(words).shares
    assert shares.shape == (6, len(LABELS))
    assert shares.sum(axis=1) == pytest.approx([1, 1, 1, 0, 1, 1], abs=1e-5)
    assert LABELS[shares[1].argmax()] == "COERCE"


def test_words_behind_the_longest_sentence_are_not_read(model: ActWords) -> None:
    shares = model(("arrested",) * 2000).shares
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
    again = model(words)
    assert np.array_equal(again.shares, alone.shares)
    for word in range(len(words)):
        assert again.link(1, 0, word) == alone.link(1, 0, word)


def test_sides_are_not_told_by_name(read: Callable[..., object], model: ActWords) -> None:
    found = []
    for name in ("Russia", "Ukraine"):
        document: Document = read(f"{name} shelled a depot.").reading.document  # type: ignore[attr-defined]
        words = ReadWords(document, lambda: model)
        rows = [words.shares(token) for token in document.tokens]
        found.append([None if row is None else row.tolist() for row in rows])
    assert found[0] == found[1]


def test_a_sentence_is_read_once_among_its_neighbours(
    read: Callable[..., object], model: ActWords
) -> None:
    asked: list[int] = []

    class Counting(ActWords):
        def __call__(self, *sentences: Sequence[str]) -> WordsRead:
            asked.append(len(sentences))
            return model(*sentences)

    counting = Counting(None, load_vocabulary())
    document: Document = read("Police arrested two men. The bakery is open. " * 12).reading.document  # type: ignore[attr-defined]
    words = ReadWords(document, lambda: counting)
    for token in document.tokens:
        assert words.shares(token) is not None
    assert sum(asked) == len(document.sentences)
    assert 1 < len(asked) < len(document.sentences)


def test_words_read_together_stand_in_order(model: ActWords) -> None:
    first, second = ("The", "bakery", "", "opened", "."), ("Gunmen", "torched", "a", "depot", ".")
    shares = model(first, second).shares
    assert len(shares) == 10
    assert not shares[2].any()
    assert LABELS[shares[6].argmax()] == "ASSAULT"


@pytest.mark.parametrize(
    ("role", "word"),
    [
        ("actor", "Police"), ("recipient", "dockers"), ("place", "Coro"), ("date", "Monday"),
        ("taken", "two"),
    ],
)  # fmt: skip
def test_words_have_roles_in_an_act(
    read: Callable[..., object], model: ActWords, role: str, word: str
) -> None:
    text = "Police arrested two dockers in Coro on Monday, and the bakery stayed open."
    document: Document = read(text).reading.document  # type: ignore[attr-defined]
    words = ReadWords(document, lambda: model)
    act = next(t for t in document.tokens if t.text == "arrested")
    shares = {t.text: words.link(act, role, t) or 0.0 for t in document.tokens if t is not act}
    assert max(shares, key=lambda text: shares[text]) == word
    assert shares[word] > 0.5


def test_words_of_another_sentence_have_no_role(
    read: Callable[..., object], model: ActWords
) -> None:
    document: Document = read("Police arrested two men. Farmers left.").reading.document  # type: ignore[attr-defined]
    words = ReadWords(document, lambda: model)
    assert words.link(document.tokens[1], "actor", document.tokens[5]) is None


@pytest.mark.parametrize(
    ("text", "dense"),
    [
        ("Gunmen shot dead two farmers in Arvan on Monday. Police arrested nine men.", True),
        ("The party is ahead in the polls. Its leader spoke of schools and of roads.", False),
        ("The striker fired in a late winner. His coach praised a brave defence.", False),
    ],
)
def test_news_of_deeds_is_dense_with_acts(
    read: Callable[..., object], model: ActWords, text: str, dense: bool
) -> None:
    document: Document = read(text).reading.document  # type: ignore[attr-defined]
    density = ReadWords(document, lambda: model).density()
    assert density >= 1 if dense else density < 0.3
