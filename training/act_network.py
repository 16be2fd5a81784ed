"""The network that reads acts in sentences: layers of a tuned encoder with three heads.

The heads say of each word which type of act it tells, with which status, and, of two words, what
the second is to the act of the first (its actor, its place …). What ships has the layers of
MiniLM; its teacher is all of MPNet (Song et al. 2020), which differs in width, in where its
places begin and in a bias of attention by distance. Needs torch alone.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

PLACES = 512  # pieces of a sentence at most
LINK_WIDTH = 24  # of what a word asks for in one role, and of what it offers
RARE = -3.0  # first bias of links: few words have a role
NEAR, FAR = 8, 128  # pieces: below the first each distance has a bucket, beyond the second none

Weights = Mapping[str, NDArray[np.float16]]


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of a network of BERT's kind."""

    layers: int
    inner: int
    width: int = 384
    heads: int = 12
    first_place: int = 0
    distances: int = 0  # buckets of distances that bias attention, 0: none
    small: float = 1e-12  # what is added to a variance


MINILM = Shape(6, 1536)
MPNET = Shape(12, 3072, width=768, first_place=2, distances=32, small=1e-5)


class Layer(nn.Module):
    """One layer of BERT (Devlin et al. 2019)."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        width, inner = shape.width, shape.inner
        self.heads = shape.heads
        self.query, self.key, self.value, self.joined = (nn.Linear(width, width) for _ in range(4))
        self.first_norm, self.second_norm = (nn.LayerNorm(width, eps=shape.small) for _ in range(2))
        self.inner, self.outer = nn.Linear(width, inner), nn.Linear(inner, width)
        self.drop = nn.Dropout(0.1)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """States of all pieces to their next states."""
        count, length, width = states.shape
        shape = (count, length, self.heads, width // self.heads)
        query, key, value = (
            part(states).view(shape).transpose(1, 2) for part in (self.query, self.key, self.value)
        )
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        seen = seen.transpose(1, 2).reshape(states.shape)
        states = self.first_norm(states + self.drop(self.joined(seen)))
        inner = functional.gelu(self.inner(states))
        return self.second_norm(states + self.drop(self.outer(inner)))


class Network(nn.Module):
    """Pieces of sentences to scores of types and statuses, and to queries and keys of links."""

    def __init__(self, shape: Shape, pieces: int, *, types: int, statuses: int, roles: int) -> None:
        super().__init__()
        width = shape.width
        self.shape = shape
        self.words = nn.Embedding(pieces, width)
        self.places = nn.Embedding(PLACES + shape.first_place, width)
        self.sides = nn.Embedding(2, width)
        self.distances = nn.Embedding(max(shape.distances, 1), shape.heads)
        self.norm, self.drop = nn.LayerNorm(width, eps=shape.small), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.kind, self.status = nn.Linear(width, types), nn.Linear(width, statuses)
        self.asks, self.offers = (nn.Linear(width, roles * LINK_WIDTH) for _ in range(2))
        self.bias = nn.Parameter(torch.full((roles,), RARE))

    def forward(
        self, pieces: Tensor, filled: Tensor, blank: float = 0.0
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """`pieces` and `filled` (1 or 0) are sentences × pieces; `blank` is the share left out."""
        length, first = pieces.shape[1], self.shape.first_place
        states = self.words(pieces)
        if blank:
            states = states * (torch.rand(pieces.shape, device=pieces.device) > blank)[..., None]
        states = states + self.places.weight[first : first + length][None] + self.sides.weight[0]
        states = self.drop(self.norm(states))
        mask = torch.zeros(filled.shape, device=pieces.device).masked_fill(filled == 0, -1e9)
        mask = mask[:, None, None, :]
        if self.shape.distances:
            mask = mask + self._by_distance(length, pieces.device)
        for layer in self.layers:
            states = layer(states, mask)
        states = self.drop(states)
        shape = (*pieces.shape, len(self.bias), LINK_WIDTH)
        asks = (self.asks(states) / LINK_WIDTH**0.5).view(shape)
        return self.kind(states), self.status(states), asks, self.offers(states).view(shape)

    def _by_distance(self, length: int, device: torch.device) -> Tensor:
        """A bias for each head and pair of pieces, as in T5 (Raffel et al. 2020)."""
        place = torch.arange(length, device=device)
        away = place[:, None] - place[None]
        half = self.shape.distances // 2
        far = (away.abs().clamp(min=1).float() / NEAR).log() / math.log(FAR / NEAR)
        far = (NEAR + (far * (half - NEAR)).long()).clamp(max=half - 1)
        bucket = torch.where(away.abs() < NEAR, away.abs(), far)
        return self.distances(bucket + half * (away < 0)).permute(2, 0, 1)[None]

    def links(self, asks: Tensor, offers: Tensor, rows: Tensor, words: Tensor) -> Tensor:
        """Scores of acts (a row and a word each): acts × pieces × roles; the last is `same`."""
        return torch.einsum("ard,aprd->apr", asks[rows, words], offers[rows]) + self.bias

    def same(
        self, asks: Tensor, offers: Tensor, rows: Tensor, words: Tensor, pairs: Tensor
    ) -> Tensor:
        """Scores that two acts are one event, for pairs of acts; the last role."""
        later, earlier = pairs.T
        asked = asks[rows[later], words[later], -1]
        return (asked * offers[rows[earlier], words[earlier], -1]).sum(-1) + self.bias[-1]

    @property
    def heads(self) -> tuple[nn.Linear, ...]:
        """The layers that the encoder does not have."""
        return (self.kind, self.status, self.asks, self.offers)


def whole(stored: Mapping[str, NDArray[Any]]) -> dict[str, NDArray[Any]]:
    """Weights as numbers, where matrices are stored as steps and a `.scale` for each row."""
    return {
        name: value * stored[f"{name}.scale"] if f"{name}.scale" in stored else value
        for name, value in stored.items()
        if not name.endswith(".scale")
    }


def mean_of(stored: Sequence[Path]) -> dict[str, NDArray[np.float32]]:
    """The mean of the weights of several networks that went on from one."""
    states = [np.load(path) for path in stored]
    return {
        name: np.mean([one[name].astype(np.float32) for one in states], axis=0)
        for name in states[0].files
    }


def started(start: Weights, shape: Shape, sizes: Mapping[str, int]) -> Network:
    """A network with an encoder's weights; its word vectors stay as they are."""
    network = Network(shape, len(start["words.weight"]), **sizes)
    state = network.state_dict()
    for name, stored in start.items():
        if name in state:
            state[name] = torch.tensor(stored.astype(np.float32))
    if "sides.weight" not in start:
        state["sides.weight"] = torch.zeros_like(state["sides.weight"])
    network.load_state_dict(state)
    for fixed in (network.words, network.places, network.sides):
        fixed.weight.requires_grad = False
    return network
