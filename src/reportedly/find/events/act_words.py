"""A small trained network: which type of act each word of a sentence tells, and who has which role.

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
     "remain", "seem", "note", "belong", "stumble", "go", "defuse"}
)  # fmt: skip
_SURE = 0.6  # share of all types from which a word is counted among those that tell an act
_FILE = "models/act_words/weights.onnx"

Shares = NDArray[np.float32]
ROLES = (
    "actor", "recipient", "place", "date", "speaker", "killed", "injured", "taken", "crowd",
    "missing",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SentenceRead:
    """What the network makes of one sentence; rows are words."""

    shares: Shares  # words × `LABELS`
    queries: Shares  # words × `ROLES` × width: what each word asks for as an act
    keys: Shares  # words × `ROLES` × width: what it is to an act
    bias: Shares  # one a role

    def link(self, act: int, role: int, word: int) -> float:
        """The share that a word has a role in the act that another word tells."""
        score = self.keys[word, role] @ self.queries[act, role] + self.bias[role]
        return float(1 / (1 + np.exp(-score)))


class ActWords:
    """Words of one sentence to what each of them tells."""

    def __init__(self, session: Any, vocabulary: Mapping[str, int]) -> None:  # noqa: ANN401  # onnxruntime has no types
        """`session` is an onnxruntime session, `vocabulary` the numbers of the word pieces."""
        self._session = session
        self._vocabulary = vocabulary
        self._known: dict[str, list[int]] = {}

    def __call__(self, words: Sequence[str]) -> SentenceRead:
        """Zeros for a word that is not read."""
        pieces, bounds = sentence_pieces(words, self._vocabulary, self._known)
        given = {"pieces": np.array([pieces], dtype=np.int64)}
        scores, queries, keys, bias = self._session.run(None, given)
        rows = np.full(len(words), -1)
        rows[: len(bounds)] = [first if first < last else -1 for first, last in bounds]
        shares = _softmax(scores[rows])
        queries, keys = (part[rows].reshape(len(rows), len(ROLES), -1) for part in (queries, keys))
        for part in (shares, queries, keys):
            part[rows < 0] = 0
        return SentenceRead(shares, queries, keys, bias)


def _softmax(scores: Shares) -> Shares:
    likely = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares: Shares = likely / likely.sum(axis=1, keepdims=True)
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
    """Whether a word is a verb or a noun that could tell an act by itself."""
    return token.pos == "NOUN" or is_telling_verb(token)


def is_telling_verb(token: Token) -> bool:
    """Whether a word is a verb that could tell an act by itself."""
    adjective = token.dep in {"amod", "compound", "aux"}
    return token.pos == "VERB" and not adjective and token.lemma not in NO_ACTS


@dataclass(slots=True)
class ReadWords:
    """What the network reads in the sentences of one document, each read once when asked for."""

    document: Document
    model: ActWordsOnDemand
    _read: dict[int, tuple[dict[int, int], SentenceRead]] = field(default_factory=dict)
    _density: float | None = None

    def shares(self, token: Token) -> Shares | None:
        """The shares of `LABELS` for a word, no type first; None if it is not read."""
        found = self._sentence(token)
        if found is None or token.index not in found[0]:
            return None
        row: Shares = found[1].shares[found[0][token.index]]
        return row if row.any() else None

    def density(self) -> float:
        """How many words a sentence surely tell an act: news of deeds has .5 and more, talk .1."""
        if self._density is None:
            shares = (self.shares(token) for token in self.document.tokens if may_tell(token))
            acts = sum(row is not None and 1 - row[0] >= _SURE for row in shares)
            self._density = acts / max(len(self.document.sentences), 1)
        return self._density

    def link(self, act: Token, role: str, word: Token) -> float | None:
        """The share that a word has a role in an act of its sentence; None if it is not read."""
        found = self._sentence(act)
        if found is None or act.sentence != word.sentence:
            return None
        positions, read = found
        if act.index not in positions or word.index not in positions:
            return None
        return read.link(positions[act.index], ROLES.index(role), positions[word.index])

    def _sentence(self, token: Token) -> tuple[dict[int, int], SentenceRead] | None:
        if token.sentence not in self._read:
            model = self.model()
            if model is None:
                return None
            sentence = self.document.sentences[token.sentence]
            words, positions = masked_words(self.document.sentence_tokens(sentence))
            self._read[token.sentence] = positions, model(words)
        return self._read[token.sentence]
