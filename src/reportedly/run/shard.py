"""One of several parts of the inputs, for machines that each read a part of one archive."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from reportedly.errors import OptionError
from reportedly.run.outcome import InputKey

_MOST = 100_000
_FORM = re.compile(r"(\d{1,6})/(\d{1,6})")


@dataclass(frozen=True, slots=True)
class Shard:
    """Part `number` of `of` parts, from 1; which part an input is in depends on it alone."""

    number: int
    of: int

    @classmethod
    def parse(cls, words: str) -> Shard:
        """The shard that '3/16' names.

        Raises:
            OptionError: for anything else.
        """
        match = _FORM.fullmatch(words.strip())
        number, of = (int(match[1]), int(match[2])) if match else (0, 0)
        if not 1 <= number <= of <= _MOST:
            raise OptionError(f"a shard is written as 3/16, the third of sixteen, not {words!r}")
        return cls(number, of)

    def holds(self, key: InputKey) -> bool:
        """Whether an input is in this part.

        By its content alone, so that copies of the same bytes meet in one part and are read once.
        """
        digest = hashlib.sha256(key.content.encode()).digest()
        return int.from_bytes(digest[:8], "big") % self.of == self.number - 1

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"
