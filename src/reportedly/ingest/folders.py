"""The files below a folder in a fixed order, however many there are."""

from __future__ import annotations

import heapq
import os
from collections.abc import Iterator
from pathlib import Path

_AT_ONCE = 100_000
"""Names of one folder that are held in memory; larger ones are listed again for each part."""


def files_below(folder: Path, at_once: int = _AT_ONCE) -> Iterator[Path | OSError]:
    """Files in the order of their names, each folder's own before those of its folders.

    A folder that cannot be listed gives its error. Hidden folders are left out, and links to
    folders are not followed: they may run in circles.
    """
    waiting = [folder]
    while waiting:
        where = waiting.pop()
        try:
            for name in _names(where, at_once, folders=False):
                yield where / name
            inner = [where / name for name in _names(where, at_once, folders=True)]
        except OSError as error:
            yield error
            continue
        waiting.extend(reversed(inner))


def _names(folder: Path, at_once: int, *, folders: bool) -> Iterator[str]:
    """Sorted names of a folder's files or folders, with no more than some of them in memory."""
    last = ""
    while True:
        with os.scandir(folder) as entries:
            names = (
                entry.name
                for entry in entries
                if entry.name > last and _wanted(entry, folders=folders)
            )
            some = heapq.nsmallest(at_once, names)
        yield from some
        if len(some) < at_once:
            return
        last = some[-1]


def _wanted(entry: os.DirEntry[str], *, folders: bool) -> bool:
    try:
        is_folder = entry.is_dir()
    except OSError:  # a link in a circle, say: the one who opens it tells why
        is_folder = False
    if is_folder:
        return folders and not entry.is_symlink() and not entry.name.startswith(".")
    return not folders
