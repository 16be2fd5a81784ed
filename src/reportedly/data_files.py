"""Reading the data files that experts edit: TOML, with faults as single lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import tomli

from reportedly.errors import DataError

Toml = dict[str, Any]


def lexicon_file(name: str, language: str = "en") -> Traversable:
    """Where a word list of a language lies."""
    return files("reportedly") / "data" / "lexicons" / language / name


def read_toml(path: Traversable, name: str | None = None) -> Toml:
    """The data of a TOML file.

    Args:
        path: the file.
        name: what messages call it; else its own name.

    Raises:
        DataError: if it cannot be read or is no TOML, in one line.
    """
    try:
        return tomli.loads(path.read_text("utf-8"))
    except OSError as error:
        raise DataError(f"{name or path.name}: cannot be read: {error.strerror}") from error
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(f"{name or path.name}: no TOML: {error}") from error


def read_lines(path: Traversable) -> tuple[str, ...]:
    """The entries of a word list, one a line; empty lines and those that open with # are none."""
    lines = (line.strip() for line in path.read_text("utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))


def read_lexicon(name: str, language: str = "en") -> Toml:
    """The data of a word list of a language; raises as `read_toml` does."""
    return read_toml(lexicon_file(name, language), f"lexicons/{language}/{name}")


def check_toml(path: Traversable, faults: Callable[[Toml], Iterable[str]]) -> list[str]:
    """One line for each fault of a file, with its name in front.

    Args:
        path: the file.
        faults: gives the faults of its data.
    """
    try:
        data = read_toml(path)
    except DataError as error:
        return [str(error)]
    return [f"{path.name}: {fault}" for fault in faults(data)]
