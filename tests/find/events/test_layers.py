"""Two layers of weights as both close classifiers have them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from reportedly.find.events.closer_look import unpack_closer_look
from reportedly.find.events.layers import unpack_layers

Arrays = Mapping[str, NDArray[Any]]
ARRAYS: Arrays = {
    "labels": np.frombuffer(b"NONE\nASSAULT", dtype=np.uint8),
    "vocabulary": np.frombuffer(b"a\nb\nc", dtype=np.uint8),
    "inner": np.ones((5, 4), dtype=np.int8),
    "scale": np.ones(4, dtype=np.float32),
    "inner_bias": np.zeros(4, dtype=np.float32),
    "outer": np.eye(4, 2, dtype=np.float32),
    "outer_bias": np.zeros(2, dtype=np.float32),
}


def test_shares_of_vector_and_strings() -> None:
    layers = unpack_layers(ARRAYS, labels=2, strings=3)
    vector, values = np.ones(2, dtype=np.float32), np.ones(1, dtype=np.float32)
    assert layers.shares(vector, [0], values) == (0.5, 0.5), "both units count the three ones"
    tilted = {**ARRAYS, "outer_bias": np.array([0, np.log(3)], dtype=np.float32)}
    sure = unpack_layers(tilted, labels=2, strings=3).shares(vector, [0], values)
    assert sure == pytest.approx((0.25, 0.75))
    softer = unpack_layers(tilted, labels=2, strings=3).shares(vector, [0], values, 2.0)
    assert 0.25 < softer[0] < 0.5, "a temperature makes less sure"


def test_weights_that_do_not_fit_are_refused() -> None:
    def unpack(arrays: Arrays) -> object:
        return unpack_closer_look(arrays, lambda: None)

    with pytest.raises(ValueError, match="do not fit"):
        unpack({**ARRAYS, "inner": np.zeros((2, 4), dtype=np.int8)})
    with pytest.raises(ValueError, match="unknown labels: HELP"):
        unpack({**ARRAYS, "labels": np.frombuffer(b"HELP\nNONE", dtype=np.uint8)})
