"""The network that reads acts in sentences: the first layers of MiniLM with three heads.

The heads say of each word which type of act it tells, with which status, and, of two words, what
the second is to the act of the first (its actor, its place …). Needs torch alone.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

WIDTH, HEADS, PLACES = 384, 12, 512
LINK_WIDTH = 24  # of what a word asks for in one role, and of what it offers
RARE = -3.0  # first bias of links: few words have a role

Weights = Mapping[str, NDArray[np.float16]]


class Layer(nn.Module):
    """One layer of BERT (Devlin et al. 2019)."""

    def __init__(self, inner: int) -> None:
        super().__init__()
        self.query, self.key, self.value, self.joined = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.first_norm, self.second_norm = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))
        self.inner, self.outer = nn.Linear(WIDTH, inner), nn.Linear(inner, WIDTH)
        self.drop = nn.Dropout(0.1)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """States of all pieces to their next states."""
        count, length, _ = states.shape
        shape = (count, length, HEADS, WIDTH // HEADS)
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

    def __init__(
        self, pieces: int, layers: int, inner: int, *, types: int, statuses: int, roles: int
    ) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(pieces, WIDTH), nn.Embedding(PLACES, WIDTH)
        self.sides = nn.Embedding(2, WIDTH)
        self.norm, self.drop = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer(inner) for _ in range(layers))
        self.kind, self.status = nn.Linear(WIDTH, types), nn.Linear(WIDTH, statuses)
        self.asks, self.offers = (nn.Linear(WIDTH, roles * LINK_WIDTH) for _ in range(2))
        self.bias = nn.Parameter(torch.full((roles,), RARE))

    def forward(
        self, pieces: Tensor, filled: Tensor, blank: float = 0.0
    ) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """`pieces` and `filled` (1 or 0) are sentences × pieces; `blank` is the share left out."""
        states = self.words(pieces)
        if blank:
            states = states * (torch.rand(pieces.shape, device=pieces.device) > blank)[..., None]
        states = states + self.places.weight[: pieces.shape[1]][None] + self.sides.weight[0]
        states = self.drop(self.norm(states))
        mask = torch.zeros(filled.shape, device=pieces.device).masked_fill(filled == 0, -1e9)
        for layer in self.layers:
            states = layer(states, mask[:, None, None, :])
        states = self.drop(states)
        shape = (*pieces.shape, len(self.bias), LINK_WIDTH)
        asks = (self.asks(states) / LINK_WIDTH**0.5).view(shape)
        return self.kind(states), self.status(states), asks, self.offers(states).view(shape)

    def links(self, asks: Tensor, offers: Tensor, rows: Tensor, words: Tensor) -> Tensor:
        """Scores of acts (a row and a word each): acts × pieces × roles; the last is `same`."""
        return torch.einsum("ard,aprd->apr", asks[rows, words], offers[rows]) + self.bias

    def same(
        self, asks: Tensor, offers: Tensor, rows: Tensor, words: Tensor, pairs: Tensor
    ) -> Tensor:
        """Scores that two acts of a text are one event, for pairs of acts; the last role."""
        later, earlier = pairs.T
        asked = asks[rows[later], words[later], -1]
        return (asked * offers[rows[earlier], words[earlier], -1]).sum(-1) + self.bias[-1]

    @property
    def heads(self) -> tuple[nn.Linear, ...]:
        """The layers that MiniLM does not have."""
        return (self.kind, self.status, self.asks, self.offers)


def started(start: Weights, layers: int, inner: int, sizes: Mapping[str, int]) -> Network:
    """A network with the weights of MiniLM's first layers; its word vectors stay as they are.

    Of the inner units of each layer those of the greatest weights are taken.
    """
    network = Network(len(start["words.weight"]), layers, inner, **sizes)
    state = network.state_dict()
    for name, stored in start.items():
        if name in state:
            state[name] = torch.tensor(stored.astype(np.float32))
    for number in range(layers):
        names = [f"layers.{number}.{n}" for n in ("inner.weight", "inner.bias", "outer.weight")]
        inward, bias, outward = (torch.tensor(start[n].astype(np.float32)) for n in names)
        strong = (inward.norm(dim=1) * outward.norm(dim=0)).topk(inner).indices.sort().values
        parts = (inward[strong], bias[strong], outward[:, strong])
        state.update(zip(names, parts, strict=True))
    network.load_state_dict(state)
    for fixed in (network.words, network.places, network.sides):
        fixed.weight.requires_grad = False
    return network
