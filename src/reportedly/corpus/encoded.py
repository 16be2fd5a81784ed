"""Many records as JSON, each read when it is asked for: a tenth of the memory, and no encoding
of what was kept from before."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Generic, TypeVar, overload

from reportedly.codec import decode, encode

R = TypeVar("R")


class Encoded(Sequence[R], Generic[R]):
    """A sequence of records of one kind."""

    def __init__(self, kind: type[R], data: Iterable[bytes]) -> None:
        """From what `encoded` gave of each."""
        self._kind = kind
        self.data: tuple[bytes, ...] = tuple(data)

    def __len__(self) -> int:
        """How many there are."""
        return len(self.data)

    def __iter__(self) -> Iterator[R]:
        """Each record in turn."""
        return (decode(self._kind, json.loads(one)) for one in self.data)

    @overload
    def __getitem__(self, at: int) -> R: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[R]: ...
    def __getitem__(self, at: int | slice) -> R | Sequence[R]:
        """One record, or some."""
        if isinstance(at, slice):
            return Encoded(self._kind, self.data[at])
        return decode(self._kind, json.loads(self.data[at]))

    def __eq__(self, other: object) -> bool:
        """Whether two sequences hold equal records."""
        if isinstance(other, Encoded):
            return self.data == other.data
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        """As a tuple of the records."""
        return repr(tuple(self))


def encoded(record: Any) -> bytes:  # noqa: ANN401  any record
    """A record as JSON."""
    return json.dumps(encode(record), separators=(",", ":")).encode()
