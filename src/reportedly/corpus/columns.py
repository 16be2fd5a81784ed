"""Numbers of many articles in few long arrays: one for each would cost a hundred bytes more."""

from __future__ import annotations

from array import array
from typing import Generic, TypeVar

import numpy as np
import numpy.typing as npt

S = TypeVar("S", bound=np.generic)


class Stretches(Generic[S]):
    """Arrays of any length, one after the other in one; all are added before one is read."""

    def __init__(self, kind: type[S]) -> None:
        """None yet; `kind` is that of their numbers."""
        self._kind = kind
        self._data = bytearray()
        self._ends = array("q", [0])

    def add(self, numbers: npt.NDArray[S]) -> None:
        """Put one behind the others."""
        self._data += numbers.tobytes()
        self._ends.append(self._ends[-1] + len(numbers))

    def __len__(self) -> int:
        """How many there are."""
        return len(self._ends) - 1

    def __getitem__(self, row: int) -> npt.NDArray[S]:
        """One of them, by its place; it is not copied."""
        return self.numbers[self._ends[row] : self._ends[row + 1]]

    @property
    def numbers(self) -> npt.NDArray[S]:
        """The numbers of all."""
        return np.frombuffer(self._data, self._kind)

    @property
    def ends(self) -> npt.NDArray[np.int64]:
        """Where each begins among the numbers, and where the last ends."""
        return np.frombuffer(self._ends, np.int64)

    def clear(self) -> None:
        """Forget them; each is empty from now on."""
        self._data = bytearray()
        self._ends = array("q", bytes(8 * len(self._ends)))
