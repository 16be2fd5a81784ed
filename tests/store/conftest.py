"""Collections to write to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from reportedly.store import Collection


@pytest.fixture
def collection(tmp_path: Path) -> Collection:
    """A new collection."""
    return Collection.create(tmp_path / "news")


@pytest.fixture
def reading(collection: Collection) -> Callable[[], AbstractContextManager[Collection]]:
    """A function that gives one whole read of the collection: `with reading(): …`."""

    @contextmanager
    def read() -> Iterator[Collection]:
        with collection.lock("read"):
            collection.begin_read()
            yield collection
            collection.finish_read()

    return read
