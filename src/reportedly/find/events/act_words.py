"""A small trained network: which type of act each word of a sentence tells, and who has which role.

MiniLM's layers, tuned on our own passages by `training/act_words.py`; the card stands in
`models/act_words`. It reads a few sentences at a time, so that each is read among its neighbours,
and their names are masked by kind, so that no side can be told by its name; it knows verbs and
nouns that no rule of the lexicon knows. It is loaded when a text first wants it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any, get_args

import numpy as np
from numpy.typing import NDArray

from reportedly.encode import load_vocabulary, open_session, text_pieces
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
_LONGEST = 512  # pieces whose place the network knows
_STRETCH = 128  # pieces that are read together at most, if one sentence has not more
_SURE = 0.6  # share of all types from which a word is counted among those that tell an act
_FILE = "models/act_words/weights.onnx"

Shares = NDArray[np.float32]
ROLES = (
    "actor", "recipient", "place", "date", "speaker", "killed", "injured", "taken", "crowd",
    "missing",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class WordsRead:
    """What the network makes of sentences read together; rows are their words."""

    shares: Shares  # words × `LABELS`
    queries: Shares  # words × `ROLES` × width: what each word asks for as an act
    keys: Shares  # words × `ROLES` × width: what it is to an act
    bias: Shares  # one a role

    def link(self, act: int, role: int, word: int) -> float:
        """The share that a word has a role in the act that another word tells."""
        score = self.keys[word, role] @ self.queries[act, role] + self.bias[role]
        return float(1 / (1 + np.exp(-score)))


class ActWords:
    """Words of sentences to what each of them tells."""

    def __init__(self, session: Any, vocabulary: Mapping[str, int]) -> None:  # noqa: ANN401  # onnxruntime has no types
        """`session` is an onnxruntime session, `vocabulary` the numbers of the word pieces."""
        self._session = session
        self._vocabulary = vocabulary
        self._known: dict[str, list[int]] = {}

    def __call__(self, *sentences: Sequence[str]) -> WordsRead:
        """Zeros for a word that is not read."""
        pieces, bounds = text_pieces(sentences, self._vocabulary, self._known)
        given = {"pieces": np.array([pieces[:_LONGEST]], dtype=np.int64)}
        scores, queries, keys, bias = self._session.run(None, given)
        rows = np.array(
            [
                first if first < last <= _LONGEST else -1
                for words, places in zip(sentences, bounds, strict=True)
                for first, last in [*places, *[(0, 0)] * (len(words) - len(places))]
            ]
        )
        shares = _softmax(scores[rows])
        shape = (len(rows), len(ROLES), -1)
        queries, keys = (part[rows].reshape(shape) for part in (queries, keys))
        for part in (shares, queries, keys):
            part[rows < 0] = 0
        return WordsRead(shares, queries, keys, bias)

    def pieces_of(self, words: Sequence[str]) -> int:
        """How many pieces a sentence has."""
        return len(text_pieces([words], self._vocabulary, self._known)[0])


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
    _read: dict[int, tuple[dict[int, int], WordsRead]] = field(default_factory=dict)
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

    def _sentence(self, token: Token) -> tuple[dict[int, int], WordsRead] | None:
        """Where the words of a sentence stand in what was read, and that."""
        if token.sentence not in self._read:
            model = self.model()
            if model is None:
                return None
            self._read_all(model)
        return self._read[token.sentence]

    def _read_all(self, model: ActWords) -> None:
        """Read all sentences, a few that stand in a row at a time."""
        stretch: list[tuple[int, dict[int, int], tuple[str, ...]]] = []
        size = 0
        for sentence in self.document.sentences:
            words, positions = masked_words(self.document.sentence_tokens(sentence))
            own = model.pieces_of(words)
            if stretch and size + own > _STRETCH:
                self._read_together(model, stretch)
                stretch, size = [], 0
            stretch.append((sentence.index, positions, words))
            size += own
        if stretch:
            self._read_together(model, stretch)

    def _read_together(
        self, model: ActWords, stretch: Sequence[tuple[int, dict[int, int], tuple[str, ...]]]
    ) -> None:
        read, before = model(*(words for _, _, words in stretch)), 0
        for number, positions, words in stretch:
            self._read[number] = {t: before + at for t, at in positions.items()}, read
            before += len(words)
