"""Weights of the classifiers, as arrays in the package's folder `models`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from reportedly.errors import DataError

T = TypeVar("T")


def load_weights(model: str, unpack: Callable[[Mapping[str, NDArray[Any]]], T]) -> T:
    """What `unpack` makes of the shipped arrays of a model; nothing in them is executed.

    Raises:
        DataError: if the file is missing, or `unpack` raises KeyError or ValueError.
    """
    name = f"models/{model}/weights.npz"
    try:
        with (
            files("reportedly").joinpath(name).open("rb") as stored,
            np.load(stored, allow_pickle=False) as arrays,
        ):
            return unpack({array: arrays[array] for array in arrays.files})
    except (OSError, KeyError, ValueError) as error:
        raise DataError(f"{name}: {error}") from error
