"""The first invented corpus, read and linked once, and explorers over it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("httpx2", reason="Starlette's test client needs it")
from starlette.testclient import TestClient

import reportedly
from reportedly.store import Collection
from reportedly.web import Door, Library, make_app

SAMPLE = Path(reportedly.__file__).parent / "data" / "sample" / "articles.jsonl"
HOST = "127.0.0.1:8765"
DOOR = Door("the-token", frozenset({HOST}))
WRITES = {"origin": f"http://{HOST}", "x-reportedly": DOOR.csrf}


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the corpus; copy it before writing to it."""
    into = tmp_path_factory.mktemp("explorer") / "news"
    reportedly.read([SAMPLE], into=into)
    return into


def client_of(folder: Path, *, restricted: bool = False, read_only: bool = False) -> TestClient:
    """A browser that has opened the printed address."""
    library = Library(Collection.open(folder), restricted=restricted)
    library.prepare()
    app = make_app(library, DOOR, read_only=read_only)
    client = TestClient(app, base_url=f"http://{HOST}")
    client.get(f"/?token={DOOR.token}")
    return client


@pytest.fixture(scope="session")
def client(corpus: Path) -> TestClient:
    """An explorer over the corpus, for reading."""
    return client_of(corpus)


@pytest.fixture
def own(corpus: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy of the corpus that a test may write to."""
    yield Path(shutil.copytree(corpus, tmp_path / "news"))
