"""One read or link at a time, and no lock outlives its holder."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.errors import CollectionError
from reportedly.store import Collection

HOLDER = """
import sys, time
from reportedly.store import Collection
with Collection.open(sys.argv[1]).lock("read"):
    print("held", flush=True)
    time.sleep(60)
"""


def holder_of(collection: Collection) -> subprocess.Popen[str]:
    """Another process that holds the lock."""
    source = str(Path(__file__).parents[2] / "src")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([source, *sys.path])}
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(collection.folder)],
        stdout=subprocess.PIPE,
        env=environment,
        text=True,
    )
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    return process


def test_a_second_writer_is_told_who_holds_the_lock_until_that_one_dies(
    collection: Collection,
) -> None:
    with holder_of(collection) as process:
        try:
            holder = f"process {process.pid} on .* runs 'read'"
            with pytest.raises(CollectionError, match=holder), collection.lock("link"):
                pass
            list(collection.articles())  # reading is not kept out
        finally:
            process.send_signal(signal.SIGKILL)
        process.wait()
        with collection.lock("link"):
            pass


def test_a_lock_inside_a_lock_is_the_same_one(collection: Collection) -> None:
    with collection.lock("read"):
        with collection.lock("link"):
            collection.begin_read()
        collection.finish_read()


def test_a_file_that_a_dead_process_left_is_no_lock(collection: Collection) -> None:
    left = {"process": 999999999, "host": "here", "action": "read"}
    (collection.folder / "lock").write_text(json.dumps(left))
    with collection.lock("read"):
        pass
    assert (collection.folder / "lock").read_text() == ""


@pytest.mark.parametrize("error", [ValueError("mine"), OSError("mine"), sqlite3.Error("mine")])
def test_the_lock_is_let_go_after_an_error_and_the_error_stays(
    collection: Collection, error: Exception
) -> None:
    with pytest.raises(type(error), match="mine"), collection.lock("read"):
        raise error
    with Collection.open(collection.folder).lock("read"):
        pass
