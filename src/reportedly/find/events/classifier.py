"""A small trained classifier: which type of event stands between two actors of a sentence.

Linear: it adds up weights of the strings that `pair_features` reads; where a closer look is
worth its time, `closer_look` reads the encoder's vectors as well. The weights are trained on
our own sentences (`training/sentences`) by `training/event_types.py`; their card stands beside
them in `models/event_types`. Equal input gives equal output on any machine up to rounding.

A label is a type, a type with a finer shade where codebooks draw the line elsewhere
('CONCEDE/promised': to yield is only promised; 'COERCE/ground': ground is taken in war;
'SANCTION/sanctions': penalties rather than a tie cut; 'SANCTION/verdict': found guilty;
'THREATEN/warrant': an arrest warrant), or 'NONE': no relation that is coded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from reportedly.encode import OnDemand
from reportedly.find.events.closer_look import CloserLook, load_closer_look
from reportedly.find.events.labels import NO_TYPE, read_labels, read_vocabulary
from reportedly.find.events.layers import softmax
from reportedly.find.events.pair_features import Span, pair_features, weighed
from reportedly.find.events.triggers.trigger import Trigger
from reportedly.find.events.weights import load_weights
from reportedly.parse import Document
from reportedly.records import EventType


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeGuess:
    """The likeliest type of a pair; `type` is None where no coded relation is likeliest."""

    type: EventType | None
    confidence: float  # calibrated probability of `type`
    types: Mapping[str, float]  # probability of each type and of 'NONE', the likeliest first
    labels: Mapping[str, float]  # the same with shades apart


@dataclass(frozen=True, slots=True, kw_only=True)
class EventClassifier:
    """Weights of labels by features, ready to be asked."""

    labels: tuple[str, ...]
    vocabulary: Mapping[str, int]  # 'group<tab>feature' → row of `weights`
    rarity: NDArray[np.float32]  # (features,) inverse document frequency
    weights: NDArray[np.float32]  # (features, labels): a pair reads only the rows of its own
    bias: NDArray[np.float32]  # (labels,)
    temperature: float
    closer: Callable[[], CloserLook] | None = None  # loads it when a pair is first given

    def probabilities(
        self,
        document: Document,
        source: Span | None,
        target: Span | None,
        triggers: Sequence[Trigger] = (),
    ) -> dict[str, float]:
        """The probability of each label; empty where the document has no syntax or no words.

        Args:
            document: the parse.
            source: characters [start, end) of who acts, None where nobody is named.
            target: characters of who is acted upon; None for a clause without a recipient.
            triggers: the document's triggers (`find_triggers`), as in training.
        """
        if not document.has_syntax:
            return {}
        features = pair_features(document, source, target, triggers)
        if not features:
            return {}
        rows, values = weighed(features, self.vocabulary, self.rarity)
        # summed row by row: a product of matrices would round as the machine likes
        scores = self.bias + (self.weights[rows] * values[:, None]).sum(axis=0, dtype=np.float64)
        return dict(zip(self.labels, softmax(scores / self.temperature), strict=True))

    def guess(
        self,
        document: Document,
        source: Span | None,
        target: Span | None,
        triggers: Sequence[Trigger] = (),
    ) -> TypeGuess | None:
        """The likeliest type between two actors; None where there is nothing to read."""
        return _guess(self.probabilities(document, source, target, triggers))

    def close_guess(
        self,
        document: Document,
        source: Span | None,
        target: Span | None,
        triggers: Sequence[Trigger] = (),
    ) -> TypeGuess | None:
        """The same after a closer look, which costs the encoder; without one as `guess`."""
        seen = self.closer()(document, source, target, triggers) if self.closer else {}
        return _guess(seen) if seen else self.guess(document, source, target, triggers)

    def reasons(
        self,
        document: Document,
        source: Span | None,
        target: Span | None,
        triggers: Sequence[Trigger] = (),
        *,
        label: str,
        most: int = 5,
    ) -> tuple[tuple[str, float], ...]:
        """The features that speak most for a label, with their share of its score.

        Raises:
            ValueError: if the label is not one of `labels`.
        """
        column = self.labels.index(label)
        features = pair_features(document, source, target, triggers)
        rows, values = weighed(features, self.vocabulary, self.rarity)
        scores = dict(zip(rows, values * self.weights[rows, column], strict=True))
        names = {row: name for name, row in self.vocabulary.items() if scores.get(row, 0) > 0}
        best = sorted(names, key=lambda row: (-scores[row], names[row]))[:most]
        return tuple((names[i].replace("\t", ": "), round(float(scores[i]), 3)) for i in best)


def _guess(shares: Mapping[str, float]) -> TypeGuess | None:
    if not shares:
        return None
    types: dict[str, float] = {}
    for label, share in shares.items():
        kind = label.partition("/")[0]
        types[kind] = types.get(kind, 0.0) + share
    ranked = dict(sorted(types.items(), key=lambda item: (-item[1], item[0])))
    best = next(iter(ranked))
    likeliest = None if best == NO_TYPE else cast(EventType, best)
    return TypeGuess(type=likeliest, confidence=round(ranked[best], 4), types=ranked, labels=shares)


def load_event_classifier(encoder: OnDemand | None = None) -> EventClassifier:
    """The shipped classifier; with an encoder it can take a closer look, loaded when it does.

    Raises:
        DataError: if its file of weights is missing or holds something else.
    """
    loaded = load_weights("event_types", unpack_classifier)
    if encoder is None:
        return loaded
    return replace(loaded, closer=cache(partial(load_closer_look, encoder)))


def unpack_classifier(arrays: Mapping[str, NDArray[Any]]) -> EventClassifier:
    """A classifier from stored arrays (`training/event_types.py` lists them).

    Raises:
        KeyError: if an array is missing.
        ValueError: if shapes or labels do not fit.
    """
    labels, vocabulary = read_labels(arrays), read_vocabulary(arrays)
    weights = arrays["weights"].astype(np.float32) * arrays["scale"].astype(np.float32)[:, None]
    rarity = arrays["rarity"].astype(np.float32)
    bias = arrays["bias"].astype(np.float32)
    if weights.shape != (len(labels), len(vocabulary)) or rarity.shape != (len(vocabulary),):
        raise ValueError("weights, labels and vocabulary do not fit each other")
    if bias.shape != (len(labels),):
        raise ValueError("biases and labels do not fit each other")
    return EventClassifier(
        labels=labels,
        vocabulary=vocabulary,
        rarity=rarity,
        weights=np.ascontiguousarray(weights.T),
        bias=bias,
        temperature=float(arrays["temperature"]),
    )
