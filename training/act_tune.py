"""Tunes the network of acts on prepared sentences: `python training/act_tune.py PREPARED TUNED`.

A teacher of six layers learns the marks; the network that ships, of half as many, learns them and
what the teacher makes of every word (Hinton et al. 2015). Needs torch and numpy alone and takes a
graphics card where there is one. One text of sixteen is kept out; the figures at the end are on
those. Seeds are fixed, but torch gives slightly other weights on other machines.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from act_network import Network, started
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

TEACHER, SHIPPED = (6, 1536), (3, 768)  # layers, inner units
EPOCHS, BATCH, WARMING, BLANK, SEED = 5, 64, 0.1, 0.05, 1
RATE, HEAD_RATE = 2e-4, 1e-3
STATUS_LOSS, LINK_LOSS, POSITIVE = 0.3, 0.3, 2.0
TAUGHT = 0.5  # share of the loss that the teacher gives
WORDS_TAUGHT = 4.0  # weight of its types, for all words and not only marked ones

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
    rows: Tensor  # of each act: its sentence, its piece, whether its links are marked, its links
    places: Tensor
    linked: Tensor
    links: Tensor


class Sentences:
    """Prepared sentences on a device, given out in batches of like lengths."""

    def __init__(self, arrays: Arrays, rows: NDArray[Any], device: str) -> None:
        """`arrays` as `act_words.prepare` makes them, `rows` the sentences taken of them."""
        self.device = device
        self._lengths = arrays["lengths"][rows]
        self._parts = {
            name: torch.tensor(arrays[name][rows], device=device)
            for name in ("pieces", "kinds", "weights", "statuses", "words")
        }
        new = {old: number for number, old in enumerate(rows.tolist())}
        of_row: list[list[int]] = [[] for _ in rows]
        for number, row in enumerate(arrays["act_rows"].tolist()):
            if row in new:
                of_row[new[row]].append(number)
        self._acts = of_row
        self._places = arrays["act_places"]
        self._linked = torch.tensor(arrays["act_linked"], device=device)
        shape = (len(self._places), arrays["pieces"].shape[1], len(arrays["roles"]))
        self._links = torch.zeros(shape, dtype=torch.bool, device=device)
        act, place, role = torch.tensor(arrays["links"].T.astype(np.int64), device=device)
        self._links[act, place, role] = True

    def __len__(self) -> int:
        return len(self._lengths)

    def batches(self, size: int, *, shuffled: bool = True) -> Iterator[Batch]:
        """All sentences once."""
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
        yield from map(self._batch, chosen)

    def _batch(self, numbers: Sequence[int]) -> Batch:
        length = int(max(self._lengths[n] for n in numbers))
        taken = torch.tensor(numbers, device=self.device)
        part = {name: values[taken, :length] for name, values in self._parts.items()}
        acts = [(row, act) for row, n in enumerate(numbers) for act in self._acts[n]]
        ids = torch.tensor([act for _, act in acts], dtype=torch.long, device=self.device)
        places = [self._places[act] for _, act in acts]
        lengths = torch.tensor([int(self._lengths[n]) for n in numbers], device=self.device)
        return Batch(
            pieces=part["pieces"].long(),
            filled=torch.arange(length, device=self.device)[None] < lengths[:, None],
            kinds=part["kinds"].long(),
            weights=part["weights"].float(),
            statuses=part["statuses"].long(),
            words=part["words"].float(),
            rows=torch.tensor([row for row, _ in acts], dtype=torch.long, device=self.device),
            places=torch.tensor(np.array(places, dtype=np.int64), device=self.device),
            linked=self._linked[ids].float(),
            links=self._links[ids][:, :length].float(),
        )


def tune(
    network: Network, sentences: Sentences, teacher: Network | None = None, epochs: int = EPOCHS
) -> Network:
    """A network tuned on sentences (AdamW, a rate that rises and falls)."""
    network.to(sentences.device)
    heads = [*(v for head in network.heads for v in head.parameters()), network.bias]
    known = {id(value) for value in heads}
    tuned = [value for value in network.parameters() if value.requires_grad]
    body = [value for value in tuned if id(value) not in known]
    groups = [{"params": body, "lr": RATE}, {"params": heads, "lr": HEAD_RATE}]
    steps = epochs * -(-len(sentences) // BATCH)
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1, (step + 1) / (WARMING * steps)) * max(0, 1 - step / steps)
    )
    began = time.monotonic()
    for epoch in range(epochs):
        network.train()
        total, count = torch.zeros((), device=sentences.device), 0
        for batch in sentences.batches(BATCH):
            loss = _loss(network, batch, teacher, sentences.device)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(tuned, 1.0)
            optimiser.step()
            schedule.step()
            total, count = total + loss.detach(), count + 1
        spent = time.monotonic() - began
        print(f"epoch {epoch + 1}: loss {total.item() / count:.3f}, {spent:.0f} s", flush=True)
    network.eval()
    return network


def _loss(network: Network, batch: Batch, teacher: Network | None, device: str) -> Tensor:
    with torch.autocast(device, dtype=torch.bfloat16, enabled=device == "cuda"):
        found = network(batch.pieces, batch.filled, BLANK)
    kinds, statuses, asks, offers = (part.float() for part in found)
    each = functional.cross_entropy(
        kinds.transpose(1, 2), batch.kinds, ignore_index=-1, reduction="none"
    )
    loss = (each * batch.weights).sum() / batch.weights.sum().clamp(min=1)
    if len(batch.rows):
        of_acts = functional.cross_entropy(
            statuses[batch.rows, batch.places],
            batch.statuses[batch.rows, batch.places],
            ignore_index=-1,
            label_smoothing=0.05,
            reduction="sum",
        )
        marked = (batch.statuses[batch.rows, batch.places] >= 0).sum().clamp(min=1)
        loss = loss + STATUS_LOSS * of_acts / marked
        links = network.links(asks, offers, batch.rows, batch.places)
        seen = batch.words[batch.rows][..., None]
        missed = functional.binary_cross_entropy_with_logits(
            links, batch.links, reduction="none", pos_weight=torch.tensor(POSITIVE, device=device)
        )
        missed = (missed * seen * batch.linked[:, None, None]).sum()
        loss = loss + LINK_LOSS * missed / batch.linked.sum().clamp(min=1)
    if teacher is None:
        return loss
    with torch.no_grad(), torch.autocast(device, dtype=torch.bfloat16, enabled=device == "cuda"):
        told = [part.float() for part in teacher(batch.pieces, batch.filled)]
    each = -(told[0].softmax(-1) * kinds.log_softmax(-1)).sum(-1)
    taught = WORDS_TAUGHT * (each * batch.words).sum() / batch.words.sum()
    if len(batch.rows):
        each = told[1].softmax(-1) * statuses.log_softmax(-1)
        taught = taught - STATUS_LOSS * each[batch.rows, batch.places].sum(-1).mean()
        sure = teacher.links(told[2], told[3], batch.rows, batch.places).sigmoid()
        missed = functional.binary_cross_entropy_with_logits(links, sure, reduction="none")
        taught = taught + LINK_LOSS * (missed * seen).sum() / len(batch.rows)
    return (1 - TAUGHT) * loss + TAUGHT * taught


# --- figures --------------------------------------------------------------------------------


@torch.no_grad()
def figures(network: Network, sentences: Sentences, arrays: Arrays) -> Iterator[str]:
    """How well types, statuses and links of texts that were kept out are read."""
    gold, told, sure, statuses = [], [], [], []
    links = np.zeros((len(arrays["roles"]), 3), dtype=int)  # right, told, gold
    for batch in sentences.batches(BATCH, shuffled=False):
        found = network(batch.pieces, batch.filled)
        share, best = found[0].softmax(-1).max(-1)
        marked = batch.kinds >= 0
        gold += batch.kinds[marked].tolist()
        told += best[marked].tolist()
        sure += share[marked].tolist()
        if not len(batch.rows):
            continue
        right = batch.statuses[batch.rows, batch.places]
        guessed = found[1][batch.rows, batch.places].argmax(-1)
        statuses += [p for p in zip(right.tolist(), guessed.tolist(), strict=True) if p[0] >= 0]
        seen = (batch.words[batch.rows] * batch.linked[:, None])[..., None] > 0
        linked = (network.links(found[2], found[3], batch.rows, batch.places) > 0) & seen
        real = (batch.links > 0) & seen
        for column, hits in enumerate((linked & real, linked, real)):
            links[:, column] += hits.sum((0, 1)).cpu().numpy()
    acts = sum(label > 0 for label in gold)
    yield f"{len(gold)} words of texts kept out, of them {acts} tell an act"
    for least in (0.0, 0.5, 0.6, 0.7, 0.8, 0.9):
        right = [g == t for g, t, s in zip(gold, told, sure, strict=True) if t and s >= least]
        yield f"  from {least}: precision {np.mean(right):.3f}, recall {sum(right) / acts:.3f}"
    for number, name in enumerate(arrays["status_names"]):
        hit = sum(g == t == number for g, t in statuses)
        both = sum((g == number) + (t == number) for g, t in statuses)
        yield f"  status {name}: F1 {2 * hit / max(both, 1):.3f} ({both})"
    for name, (hit, guessed, real) in zip(arrays["roles"], links, strict=True):
        yield f"  role {name}: F1 {2 * hit / max(guessed + real, 1):.3f} ({real})"


def main() -> None:
    """Tune, print the figures, write the weights."""
    prepared, target = sys.argv[1:]
    random.seed(SEED)
    torch.manual_seed(SEED)
    torch.set_float32_matmul_precision("high")
    device = "cuda" if torch.cuda.is_available() else "cpu"
    arrays = dict(np.load(prepared))
    kept_out = arrays["kept_out"]
    learnt = Sentences(arrays, np.flatnonzero(~kept_out), device)
    tested = Sentences(arrays, np.flatnonzero(kept_out), device)
    start = {name[6:]: arrays[name] for name in arrays if name.startswith("start.")}
    names = {"types": "type_names", "statuses": "status_names", "roles": "roles"}
    sizes = {name: len(arrays[array]) for name, array in names.items()}
    print(f"{len(learnt)} sentences to learn from, {len(tested)} to test on", flush=True)
    teacher = tune(started(start, *TEACHER, sizes), learnt)
    print("teacher", *figures(teacher, tested, arrays), sep="\n", flush=True)
    network = started(start, *SHIPPED, sizes)
    for head, taught in zip(network.heads, teacher.heads, strict=True):
        head.load_state_dict(taught.state_dict())
    network = tune(network, learnt, teacher, EPOCHS + 1)
    print("network", *figures(network, tested, arrays), sep="\n", flush=True)
    fixed = ("words.", "places.", "sides.")  # as they were: `act_words.store` has them whole
    state = {name: value.cpu().numpy() for name, value in network.state_dict().items()}
    np.savez(
        target, **{n: v.astype(np.float16) for n, v in state.items() if not n.startswith(fixed)}
    )


if __name__ == "__main__":
    main()
