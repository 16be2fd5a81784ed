"""Labels and vocabulary of the classifiers, as they are stored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from numpy.typing import NDArray

from reportedly.records import EventType

NO_TYPE = "NONE"


def read_labels(arrays: Mapping[str, NDArray[Any]]) -> tuple[str, ...]:
    """The labels in their order: types, types with a shade behind a stroke, and `NO_TYPE`.

    Raises:
        KeyError: if there are none.
        ValueError: if one of them names no type.
    """
    labels = tuple(arrays["labels"].tobytes().decode().split("\n"))
    unknown = {label.partition("/")[0] for label in labels} - {*get_args(EventType), NO_TYPE}
    if unknown:
        raise ValueError(f"unknown labels: {', '.join(sorted(unknown))}")
    return labels


def read_vocabulary(arrays: Mapping[str, NDArray[Any]]) -> dict[str, int]:
    """The strings that a classifier reads, and their rows.

    Raises:
        KeyError: if there are none.
    """
    names = arrays["vocabulary"].tobytes().decode().split("\n")
    return {name: row for row, name in enumerate(names)}
