"""A small trained network: which type of act each word of a sentence tells, if any.

MiniLM's first layers, tuned on our own passages by `training/act_words.py`; the card stands in
`models/act_words`. It reads sentences whose names are masked by their kind, so that no side can
be told by its name, and knows verbs and nouns that no rule of the lexicon knows. It is loaded
when a text first wants it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from reportedly.encode import load_vocabulary, open_session, sentence_pieces
from reportedly.errors import DataError
from reportedly.find.events.labels import NO_TYPE
from reportedly.find.events.masked import masked_words
from reportedly.parse import Document, Token
from reportedly.records import EventType

LABELS: tuple[str, ...] = (NO_TYPE, *sorted(get_args(EventType)))  # columns of the network
NO_ACTS = frozenset(
    {"be", "have", "do", "say", "tell", "report", "state", "add", "accord", "include", "become",
     "remain", "seem", "note"}
)  # fmt: skip
_FILE = "models/act_words/weights.onnx"

Shares = NDArray[np.float32]


class ActWords:
    """Words of one sentence to the shares of the labels."""

    def __init__(self, session: Any, vocabulary: Mapping[str, int]) -> None:  # noqa: ANN401  # onnxruntime has no types
        """`session` is an onnxruntime session, `vocabulary` the numbers of the word pieces."""
        self._session = session
        self._vocabulary = vocabulary

    def __call__(self, words: Sequence[str]) -> Shares:
        """One row a word, one column for each of `LABELS`; zeros for a word that is not read."""
        pieces, bounds = sentence_pieces(words, self._vocabulary)
        scores = self._session.run(None, {"pieces": np.array([pieces], dtype=np.int64)})[0][0]
        likely = np.exp(scores - scores.max(axis=1, keepdims=True))
        likely /= likely.sum(axis=1, keepdims=True)
        shares = np.zeros((len(words), len(LABELS)), dtype=np.float32)
        for row, (first, last) in enumerate(bounds):
            if first < last:
                shares[row] = likely[first]
        return shares


ActWordsOnDemand = Callable[[], ActWords | None]


def load_act_words() -> ActWords | None:
    """The shipped network; None where onnxruntime is not installed.

    Raises:
        DataError: if its file is missing.
    """
    path = files("reportedly").joinpath(_FILE)
    if not path.is_file():
        raise DataError(f"{_FILE} is missing")
    session = open_session(str(path))
    return None if session is None else ActWords(session, load_vocabulary())


def may_tell(token: Token) -> bool:
    """Whether a word is a verb that could tell an act by itself."""
    adjective = token.dep in {"amod", "compound", "aux"}
    return token.pos == "VERB" and not adjective and token.lemma not in NO_ACTS


@dataclass(slots=True)
class ReadWords:
    """What the network reads in the sentences of one document, each read once when asked for."""

    document: Document
    model: ActWordsOnDemand
    _read: dict[int, tuple[dict[int, int], Shares]] = field(default_factory=dict)

    def shares(self, token: Token) -> Shares | None:
        """The shares of `LABELS` for a word, no type first; None if it is not read."""
        if token.sentence not in self._read:
            model = self.model()
            if model is None:
                return None
            sentence = self.document.sentences[token.sentence]
            words, positions = masked_words(self.document.sentence_tokens(sentence))
            self._read[token.sentence] = positions, model(words)
        positions, shares = self._read[token.sentence]
        row = shares[positions[token.index]] if token.index in positions else None
        return row if row is not None and row.any() else None
