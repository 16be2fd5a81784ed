"""Tunes the network of acts on prepared sentences: `python training/act_tune.py PREPARED TUNED`.

Beside types and roles it learns statuses, and which words of a text tell one event; only types and
roles are stored. Needs torch and numpy alone and takes a graphics card where there is one, else
some 40 minutes on two cores that know bfloat16. One text of sixteen is kept out; the figures at the
end are on those. Seeds are fixed, but torch gives slightly other weights on other machines.
"""

from __future__ import annotations

import random
import sys
import time

import numpy as np
import torch
from act_batches import BATCH, Batch, Sentences
from act_figures import figures
from act_network import Network, started
from torch import Tensor, nn
from torch.nn import functional

SHIPPED = (6, 768)  # layers, inner units
EPOCHS, WARMING, BLANK, SEED = 6, 0.1, 0.05, 1
RATE, HEAD_RATE = 2e-4, 1e-3
STATUS_LOSS, LINK_LOSS, SAME_LOSS, POSITIVE = 0.3, 0.3, 0.3, 2.0


def tune(network: Network, sentences: Sentences) -> Network:
    """A network tuned on sentences (AdamW, a rate that rises and falls)."""
    network.to(sentences.device)
    heads = [*(v for head in network.heads for v in head.parameters()), network.bias]
    known = {id(value) for value in heads}
    tuned = [value for value in network.parameters() if value.requires_grad]
    body = [value for value in tuned if id(value) not in known]
    groups = [{"params": body, "lr": RATE}, {"params": heads, "lr": HEAD_RATE}]
    steps = EPOCHS * -(-len(sentences) // BATCH)
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1, (step + 1) / (WARMING * steps)) * max(0, 1 - step / steps)
    )
    began = time.monotonic()
    for epoch in range(EPOCHS):
        network.train()
        total, count = torch.zeros((), device=sentences.device), 0
        for batch in sentences.batches(BATCH):
            loss = _loss(network, batch, sentences.device)
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


def _loss(network: Network, batch: Batch, device: str) -> Tensor:
    with torch.autocast(device, dtype=torch.bfloat16):
        found = network(batch.pieces, batch.filled, BLANK)
    kinds, statuses, asks, offers = (part.float() for part in found)
    each = functional.cross_entropy(
        kinds.transpose(1, 2), batch.kinds, ignore_index=-1, reduction="none"
    )
    loss = (each * batch.weights).sum() / batch.weights.sum().clamp(min=1)
    if len(batch.rows):
        of_acts = statuses[batch.rows, batch.places]
        marked = batch.statuses[batch.rows, batch.places]
        missed = functional.cross_entropy(
            of_acts, marked, ignore_index=-1, label_smoothing=0.05, reduction="sum"
        )
        loss = loss + STATUS_LOSS * missed / (marked >= 0).sum().clamp(min=1)
        links = network.links(asks, offers, batch.rows, batch.places)[..., :-1]
        seen = batch.words[batch.rows][..., None]
        missed = functional.binary_cross_entropy_with_logits(
            links,
            batch.links[..., :-1],
            reduction="none",
            pos_weight=torch.tensor(POSITIVE, device=device),
        )
        missed = (missed * seen * batch.linked[:, None, None]).sum()
        loss = loss + LINK_LOSS * missed / batch.linked.sum().clamp(min=1)
    if len(batch.pairs):
        same = network.same(asks, offers, batch.rows, batch.places, batch.pairs)
        loss = loss + SAME_LOSS * functional.binary_cross_entropy_with_logits(same, batch.same)
    return loss


def main() -> None:
    """Tune, print the figures, write the weights."""
    prepared, target = sys.argv[1:]
    random.seed(SEED)
    torch.manual_seed(SEED)
    torch.set_float32_matmul_precision("high")
    device = "cuda" if torch.cuda.is_available() else "cpu"
    arrays = dict(np.load(prepared))
    start = {n.removeprefix("start."): a for n, a in arrays.items() if n.startswith("start.")}
    names = {"types": "type_names", "statuses": "status_names", "roles": "roles"}
    sizes = {name: len(arrays[array]) for name, array in names.items()}
    kept_out = arrays["kept_out"]
    learnt = Sentences(arrays, np.flatnonzero(~kept_out), device)
    tested = Sentences(arrays, np.flatnonzero(kept_out), device)
    print(f"{len(learnt)} sentences to learn from, {len(tested)} to test on", flush=True)
    network = tune(started(start, *SHIPPED, sizes), learnt)
    print(*figures(network, tested, arrays), sep="\n", flush=True)
    fixed = ("words.", "places.", "sides.")  # as they were: `act_words.store` has them whole
    state = {name: value.cpu().numpy() for name, value in network.state_dict().items()}
    np.savez(
        target, **{n: v.astype(np.float16) for n, v in state.items() if not n.startswith(fixed)}
    )


if __name__ == "__main__":
    main()
