"""The network of acts as an ONNX graph with eight-bit weights, written node by node.

What torch exports spends much of its time on shapes that are known beforehand. Here attention
and the sums before each norm are operations of onnxruntime (domain `com.microsoft`) that do them
in one step. Needs onnx and numpy alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray
from onnx import ModelProto, NodeProto, TensorProto, checker, helper, numpy_helper

HEADS, SMALL = 12, 1e-12  # heads of attention; what BERT adds to a variance
OPSET, RUNTIME, IR = 17, 1, 8  # versions of the operators and of the file
_RUNTIME = "com.microsoft"
_NARROW, _NARROW_WORDS = 127, 255  # largest steps of eight bits, with a sign and without

Arrays = Mapping[str, NDArray[Any]]


def quantized(weights: Arrays) -> dict[str, NDArray[Any]]:
    """Weights with each matrix as steps of eight bits (inputs × outputs) and their `scale`.

    Matrices of attention and of the heads are joined, since they read the same states. Names are
    those of `act_network`.
    """
    found: dict[str, NDArray[Any]] = {}
    for name, value in weights.items():
        if name == "words.weight":
            low, high = min(float(value.min()), 0.0), max(float(value.max()), 0.0)
            scale = (high - low) / _NARROW_WORDS
            zero = round(-low / scale)
            steps = np.clip(np.rint(value / scale) + zero, 0, _NARROW_WORDS)
            found |= {"words.steps": steps.astype(np.uint8)}
            found |= {"words.scale": np.float32(scale), "words.zero": np.uint8(zero)}
        elif value.ndim == 2 and not name.startswith(("places.", "sides.")):
            layer = name.removesuffix(".weight")
            scale = np.float32(np.abs(value).max() / _NARROW)
            found[f"{layer}.steps"] = np.rint(value.T / scale).astype(np.int8)
            found[f"{layer}.scale"] = scale
        else:
            found[name] = value.astype(np.float32)
    return found


def graph(weights: Arrays, *, link_width: int) -> ModelProto:
    """The graph that reads one sentence: `pieces` to `scores`, `queries`, `keys` and `bias`.

    Args:
        weights: as `quantized` gives them.
        link_width: of a query, by whose root scores of links are divided.
    """
    build = _Builder()
    states = build.embedded(weights)
    layers = 1 + max(int(name.split(".")[1]) for name in weights if name.startswith("layers."))
    for number in range(layers):
        states = build.layer(states, f"layers.{number}", weights)
    build.heads(states, weights, float(link_width) ** -0.5)
    return build.model(types=len(weights["kind.bias"]), links=len(weights["asks.bias"]))


class _Builder:
    """Nodes and arrays of a graph in the making; methods return the names of what they make."""

    def __init__(self) -> None:
        self._nodes: list[NodeProto] = []
        self._arrays: dict[str, NDArray[Any]] = {}

    def embedded(self, weights: Arrays) -> str:
        """Vectors of pieces and of their places, normed; one sentence × pieces × width."""
        places = self._array("places", weights["places.weight"] + weights["sides.weight"][0])
        steps = self._array("words", weights["words.steps"])
        step = self._node("Gather", steps, "pieces")
        read = [
            self._array(f"words.{name}", weights[f"words.{name}"]) for name in ("scale", "zero")
        ]
        words = self._node("DequantizeLinear", step, *read)
        length = self._node("Shape", "pieces", start=1, end=2)
        zero = self._array("zero", np.array([0]))
        placed = self._node("Slice", places, zero, length, zero)
        norm = [self._array(f"norm.{name}", weights[f"norm.{name}"]) for name in ("weight", "bias")]
        summed = self._node("Add", words, placed)
        return self._node("LayerNormalization", summed, *norm, axis=-1, epsilon=SMALL)

    def layer(self, states: str, name: str, weights: Arrays) -> str:
        """One layer of BERT."""
        steps, scale, bias = self._joined(name, ("query", "key", "value"), weights)
        zero = self._array("no_shift", np.int8(0))
        narrow, step, shift = self._nodes_of("DynamicQuantizeLinear", 3, states)
        given = (narrow, steps, bias, step, scale, "", shift, zero)
        seen = self._node("QAttention", *given, domain=_RUNTIME, num_heads=HEADS)
        states = self._normed(
            self._linear(seen, f"{name}.joined", weights), states, f"{name}.first_norm", weights
        )
        inner = self._linear(states, f"{name}.inner", weights)
        inner = self._node("Gelu", inner, domain=_RUNTIME)
        return self._normed(
            self._linear(inner, f"{name}.outer", weights), states, f"{name}.second_norm", weights
        )

    def heads(self, states: str, weights: Arrays, shrink: float) -> None:
        """Scores of types, and what each word asks for and offers in links."""
        shrunk = dict(weights)
        for part in ("scale", "bias"):
            shrunk[f"asks.{part}"] = weights[f"asks.{part}"] * np.float32(shrink)
        steps, scale, bias = self._joined("", ("kind", "asks", "offers"), shrunk)
        first = self._array("first", np.array([0]))
        flat = self._node("Squeeze", states, first)
        zero = self._array("no_shift", np.int8(0))
        every = self._node("DynamicQuantizeMatMul", flat, steps, scale, zero, bias, domain=_RUNTIME)
        sizes = [len(weights[f"{name}.bias"]) for name in ("kind", "asks", "offers")]
        split = [every, self._array("sizes", np.array(sizes))]
        self._nodes.append(helper.make_node("Split", split, ["scores", "queries", "keys"], axis=1))
        self._nodes.append(
            helper.make_node("Identity", [self._array("links", weights["bias"])], ["bias"])
        )

    def model(self, *, types: int, links: int) -> ModelProto:
        """The whole graph, checked."""
        outputs = {"scores": ["length", types], "queries": ["length", links]}
        outputs |= {"keys": ["length", links], "bias": [len(self._arrays["links"])]}
        pieces = helper.make_tensor_value_info("pieces", TensorProto.INT64, [1, "length"])
        made = helper.make_graph(
            self._nodes,
            "act_words",
            [pieces],
            [helper.make_tensor_value_info(n, TensorProto.FLOAT, s) for n, s in outputs.items()],
            [numpy_helper.from_array(np.asarray(a), name) for name, a in self._arrays.items()],
        )
        versions = [helper.make_opsetid("", OPSET), helper.make_opsetid(_RUNTIME, RUNTIME)]
        model = helper.make_model(made, opset_imports=versions, ir_version=IR)
        checker.check_model(model)
        return model

    def _joined(self, name: str, parts: tuple[str, ...], weights: Arrays) -> tuple[str, str, str]:
        """Matrices that read the same states as one: its steps, a scale a column, and biases."""
        inside = [f"{name}.{part}" if name else part for part in parts]
        steps = [weights[f"{layer}.steps"] for layer in inside]
        scales = [
            np.full(s.shape[1], weights[f"{n}.scale"]) for n, s in zip(inside, steps, strict=True)
        ]
        whole = f"{name}.{'_'.join(parts)}"
        return (
            self._array(f"{whole}.steps", np.concatenate(steps, axis=1)),
            self._array(f"{whole}.scale", np.concatenate(scales).astype(np.float32)),
            self._array(f"{whole}.bias", np.concatenate([weights[f"{n}.bias"] for n in inside])),
        )

    def _linear(self, states: str, layer: str, weights: Arrays) -> str:
        steps, scale, bias = (
            self._array(f"{layer}.{part}", weights[f"{layer}.{part}"])
            for part in ("steps", "scale", "bias")
        )
        zero = self._array("no_shift", np.int8(0))
        return self._node(
            "DynamicQuantizeMatMul", states, steps, scale, zero, bias, domain=_RUNTIME
        )

    def _normed(self, states: str, before: str, norm: str, weights: Arrays) -> str:
        read = [
            self._array(f"{norm}.{part}", weights[f"{norm}.{part}"]) for part in ("weight", "bias")
        ]
        summed = self._node("Add", states, before)
        return self._node("LayerNormalization", summed, *read, axis=-1, epsilon=SMALL)

    def _array(self, name: str, value: Any) -> str:  # noqa: ANN401  # an array or a number
        self._arrays[name] = np.asarray(value)
        return name

    def _node(self, operator: str, *given: str, **settings: Any) -> str:  # noqa: ANN401
        return self._nodes_of(operator, 1, *given, **settings)[0]

    def _nodes_of(self, operator: str, count: int, *given: str, **settings: Any) -> list[str]:  # noqa: ANN401
        made = [f"{len(self._nodes)}.{number}" for number in range(count)]
        self._nodes.append(helper.make_node(operator, given, made, **settings))
        return made
