"""Figures of a tuned network of acts on sentences that were kept out."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import torch
from act_batches import BATCH, Arrays, Sentences
from act_network import Network


@torch.no_grad()
def figures(network: Network, sentences: Sentences, arrays: Arrays) -> Iterator[str]:
    """How well types, statuses and links of texts that were kept out are read."""
    gold, told, sure, statuses, same = [], [], [], [], []
    links = np.zeros((2, len(arrays["roles"]), 3), dtype=int)  # right, told, gold
    for batch in sentences.batches(BATCH, shuffled=False):
        with torch.autocast(sentences.device, dtype=torch.bfloat16):
            found = network(batch.pieces, batch.filled)
        found = [part.float() for part in found]
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
        if len(batch.pairs):
            read = network.same(found[2], found[3], batch.rows, batch.places, batch.pairs) > 0
            of_act = batch.sentences[batch.rows, batch.places]
            across = of_act[batch.pairs[:, 0]] != of_act[batch.pairs[:, 1]]
            same += zip(across.tolist(), batch.same.tolist(), read.tolist(), strict=True)
        seen = (batch.words[batch.rows] * batch.linked[:, None])[..., None] > 0
        linked = (network.links(found[2], found[3], batch.rows, batch.places) > 0) & seen
        real = (batch.links > 0) & seen
        own = batch.sentences[batch.rows, batch.places][:, None] == batch.sentences[batch.rows]
        for column, hits in enumerate((linked & real, linked, real)):
            for side, where in enumerate((own, ~own)):
                links[side, :, column] += (hits & where[..., None]).sum((0, 1)).cpu().numpy()
    acts = sum(label > 0 for label in gold)
    yield f"{len(gold)} words of texts kept out, of them {acts} tell an act"
    for least in (0.0, 0.5, 0.6, 0.7, 0.8, 0.9):
        right = [g == t for g, t, s in zip(gold, told, sure, strict=True) if t and s >= least]
        yield f"  from {least}: precision {np.mean(right):.3f}, recall {sum(right) / acts:.3f}"
    for number, name in enumerate(arrays["status_names"]):
        hit = sum(g == t == number for g, t in statuses)
        both = sum((g == number) + (t == number) for g, t in statuses)
        yield f"  status {name}: F1 {2 * hit / max(both, 1):.3f} ({both})"
    for name, *sides in zip(arrays["roles"][:-1], *links, strict=False):
        told_of = [f"F1 {2 * h / max(g + r, 1):.3f} ({r})" for h, g, r in sides]
        yield f"  role {name}: in its sentence {told_of[0]}, in others {told_of[1]}"
    for wide in (False, True):
        pairs = [(g > 0, t) for across, g, t in same if across == wide]
        right = np.mean([g == t for g, t in pairs])
        ones = np.mean([g for g, _ in pairs])
        where = "two sentences" if wide else "one sentence"
        yield f"  one event, in {where}: right {right:.3f} of {len(pairs)}, one {ones:.3f}"
