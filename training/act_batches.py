"""Prepared sentences as batches for tuning: labels of words, acts and their links.

Needs torch and numpy alone.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

BATCH = 32  # rows

Arrays = Mapping[str, NDArray[Any]]


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences × pieces, and the acts in them."""

    pieces: Tensor
    filled: Tensor
    kinds: Tensor  # label of each piece, -1: none
    weights: Tensor
    statuses: Tensor
    words: Tensor  # 1 at the first piece of a word
    sentences: Tensor  # its number in the row
    rows: Tensor  # of each act: its sentence, its piece, whether its links are marked, its links
    places: Tensor
    linked: Tensor
    links: Tensor
    numbers: Tensor  # of each row among all prepared ones
    acts: Tensor  # of each act among all prepared ones
    pairs: Tensor  # two acts of one type in one text: the later one, the earlier one
    same: Tensor  # whether they are one event


class Sentences:
    """Prepared sentences on a device, given out in batches of like lengths."""

    def __init__(self, arrays: Arrays, rows: NDArray[Any], device: str) -> None:
        """`arrays` as `act_words.prepare` makes them, `rows` the sentences taken of them."""
        self.device = device
        self._lengths = arrays["lengths"][rows]
        self._parts = {
            name: torch.tensor(arrays[name][rows], device=device)
            for name in ("pieces", "kinds", "weights", "statuses", "words", "sentences")
        }
        new = {old: number for number, old in enumerate(rows.tolist())}
        of_row: list[list[int]] = [[] for _ in rows]
        for number, row in enumerate(arrays["act_rows"].tolist()):
            if row in new:
                of_row[new[row]].append(number)
        self._acts = of_row
        self._rows = torch.tensor(rows, dtype=torch.long, device=device)
        self._places = arrays["act_places"]
        self._linked = torch.tensor(arrays["act_linked"], device=device)
        shape = (len(self._places), arrays["pieces"].shape[1], len(arrays["roles"]))
        self._links = torch.zeros(shape, dtype=torch.bool, device=device)
        act, place, role = torch.tensor(arrays["links"].T.astype(np.int64), device=device)
        self._links[act, place, role] = True
        self._pairs = arrays["pairs"]
        of_act: dict[int, list[int]] = {}
        for number, later in enumerate(self._pairs[:, 0].tolist()):
            of_act.setdefault(later, []).append(number)
        self._pairs_of = of_act

    def __len__(self) -> int:
        return len(self._lengths)

    def batches(self, size: int, *, shuffled: bool = True) -> Iterator[Batch]:
        """All rows once, `size` at a time."""
        yield from map(self._batch, self._chosen(size, shuffled=shuffled))

    def count(self, size: int) -> int:
        """How many batches there are."""
        return len(self._chosen(size, shuffled=False))

    def _chosen(self, size: int, *, shuffled: bool) -> list[list[int]]:
        order = list(range(len(self)))
        if shuffled:
            random.shuffle(order)
        reach = size * 20
        near = [
            sorted(order[at : at + reach], key=lambda n: self._lengths[n])
            for at in range(0, len(order), reach)
        ]
        chosen = [part[at : at + size] for part in near for at in range(0, len(part), size)]
        if shuffled:
            random.shuffle(chosen)
        return chosen

    def _batch(self, numbers: Sequence[int]) -> Batch:
        length = int(max(self._lengths[n] for n in numbers))
        taken = torch.tensor(numbers, device=self.device)
        part = {name: values[taken, :length] for name, values in self._parts.items()}
        acts = [(row, act) for row, n in enumerate(numbers) for act in self._acts[n]]
        ids = torch.tensor([act for _, act in acts], dtype=torch.long, device=self.device)
        places = [self._places[act] for _, act in acts]
        at = {act: number for number, (_, act) in enumerate(acts)}
        pairs = [n for _, act in acts for n in self._pairs_of.get(act, ())]
        told_pairs = self._pairs[pairs]
        lengths = torch.tensor([int(self._lengths[n]) for n in numbers], device=self.device)
        return Batch(
            pieces=part["pieces"].long(),
            filled=torch.arange(length, device=self.device)[None] < lengths[:, None],
            kinds=part["kinds"].long(),
            weights=part["weights"].float(),
            statuses=part["statuses"].long(),
            words=part["words"].float(),
            sentences=part["sentences"].long(),
            rows=torch.tensor([row for row, _ in acts], dtype=torch.long, device=self.device),
            places=torch.tensor(np.array(places, dtype=np.int64), device=self.device),
            linked=self._linked[ids].float(),
            links=self._links[ids][:, :length].float(),
            numbers=self._rows[taken],
            acts=ids,
            pairs=torch.tensor(
                [(at[later], at[earlier]) for later, earlier, _ in told_pairs.tolist()],
                dtype=torch.long,
                device=self.device,
            ).view(-1, 2),
            same=torch.tensor(told_pairs[:, 2], dtype=torch.float, device=self.device),
        )
