"""Word pieces, with a small vocabulary made up here; vectors only where the model is installed."""

from __future__ import annotations

import numpy as np
import pytest

from reportedly.encode import load_encoder, load_vocabulary, word_pieces

VOCABULARY = {"[UNK]": 0, "dock": 1, "##ers": 2, "##er": 3, "cafe": 4, "'": 5, "s": 6}


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("dock", [1]),
        ("Dockers", [1, 2]),  # the longest piece first
        ("Café", [4]),  # without accents
        ("cafe's", [4, 5, 6]),  # marks are pieces of their own
        ("quay", [0]),
        ("", []),
    ],
)
def test_word_pieces(word: str, pieces: list[int]) -> None:
    assert word_pieces(word, VOCABULARY) == pieces


def test_the_shipped_vocabulary_is_whole() -> None:
    vocabulary = load_vocabulary()
    assert len(vocabulary) == 30522
    assert {"[CLS]", "[SEP]", "[UNK]"} <= vocabulary.keys()


def test_vectors_of_words() -> None:
    encoder = load_encoder()
    if encoder is None:
        pytest.skip("onnxruntime or the model is not installed")
    words = ("Police", "arrested", "two", "dockers")
    vectors = encoder(words)
    assert vectors.shape == (4, 384)
    assert np.allclose(vectors, encoder(words))
    assert not encoder(["word"] * 400)[399].any()
