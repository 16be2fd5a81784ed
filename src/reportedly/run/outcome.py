"""What becomes of an input, and what a run needs of the store it writes to."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol, TypeVar

from reportedly.ingest import Skipped
from reportedly.records import Analysis, Article, Problem, RawDocument

Input = RawDocument | Problem | Skipped
"""What ingest yields: a document, the problem in its place, or what was left aside."""

OutcomeKind = Literal["article", "duplicate", "problem", "skipped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one input: an article with its analysis, a problem, or left aside.

    With a document alone it is a copy: the same bytes were read before.
    """

    raw: RawDocument | None  # None: the input never gave bytes
    article: Article | None = None
    analysis: Analysis | None = None
    problem: Problem | None = None
    skipped: Skipped | None = None
    place: int = 0  # which of all inputs of its read, from 1; 0 before the run says

    @property
    def key(self) -> InputKey:
        """The input that this is the outcome of."""
        given = self.raw or self.problem or self.skipped
        assert given is not None, "an outcome is of something"
        return key_of(given)


T = TypeVar("T", RawDocument, Article)
"""What a worker is given: a document to read, or an article of which the analysis is redone."""

Work = Callable[[RawDocument], Outcome]
"""Extracts and analyses one document."""

Rework = Callable[[Article], Outcome]
"""Analyses an article anew; its text stays as it was extracted."""

MakeWork = Callable[[], Work]
"""Loads resources and gives the work; called once a worker, so it must pickle: a function of a
module, or functools.partial of one."""

MakeRework = Callable[[], Rework]
"""Loads resources and gives the work on articles; it must pickle too."""


class InputKey(NamedTuple):
    """Which input: its bytes, where it came from and its row there."""

    content: str  # raw_id; for an input without bytes a hash of what was said of it
    source: str
    position: int  # 0 where the source is one input


def key_of(given: Input) -> InputKey:
    """The key by which an input is known again when a read is resumed or repeated."""
    if isinstance(given, Skipped):
        return InputKey(_hash_of("skipped", given.reason), given.source, given.position or 0)
    if given.raw_id is None:  # a problem of ingest
        assert isinstance(given, Problem)
        content = _hash_of(given.stage, given.reason)
    else:
        content = given.raw_id
    return InputKey(content, given.source, given.position or 0)


def _hash_of(*words: str) -> str:
    return hashlib.sha256(repr(words).encode()).hexdigest()


class RunStore(Protocol):
    """The part of a collection that a run uses; tests give it a store in memory."""

    def begin_read(self) -> None:
        """Start a read, or go on with the one that was not finished."""

    def finish_read(self) -> None:
        """Mark the read as finished: texts read from now on are of another one."""

    def has_outcome(self, key: InputKey) -> bool:
        """Whether this very input was read before."""

    def has_bytes(self, raw_id: str) -> bool:
        """Whether an input with these bytes was read before, from wherever."""

    def add_batch(self, outcomes: Sequence[Outcome]) -> Sequence[OutcomeKind]:
        """Write outcomes in one transaction and tell what each became, in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSummary:
    """Inputs by kind of outcome; `known` ones had theirs from an earlier run."""

    articles: int = 0
    duplicates: int = 0
    problems: int = 0
    skipped: int = 0
    known: int = 0
    interrupted: bool = False

    @property
    def inputs(self) -> int:
        """All inputs that were looked at and have an outcome."""
        return self.articles + self.duplicates + self.problems + self.skipped + self.known
