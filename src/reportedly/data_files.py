"""Reading the data files that experts edit, TOML, lines and cells, with faults as single lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any, TypeVar

import tomli

from reportedly.errors import DataError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Lists = TypeVar("Lists", bound=DataclassInstance)

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


def cell_entries(cell: str) -> tuple[str, ...]:
    """The entries of a cell of a table that holds several, with | between them."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())


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


def read_word_lists(kind: type[Lists], name: str, language: str = "en") -> Lists:
    """A file of word lists as a dataclass, each of whose fields is the set of words of one list.

    Raises:
        DataError: if the file breaks its format.
    """
    data = read_lexicon(name, language)
    faults = list(_faults_of_lists(kind, data))
    if faults:
        raise DataError(f"lexicons/{language}/{name}: {'; '.join(faults)}")
    return kind(**{field.name: frozenset(data[field.name]) for field in fields(kind)})


def check_word_lists(kind: type[DataclassInstance], name: str, language: str = "en") -> list[str]:
    """One line for each fault of a file of word lists."""
    return check_toml(lexicon_file(name, language), lambda data: _faults_of_lists(kind, data))


def _faults_of_lists(kind: type[DataclassInstance], data: Toml) -> Iterator[str]:
    """Unknown, missing and empty lists; words that stand twice or have a capital."""
    names = [field.name for field in fields(kind)]
    yield from (f"unknown list {name}" for name in data if name not in names)
    for name in names:
        listed = data.get(name)
        if not isinstance(listed, list) or not listed:
            yield f"lacks {name}"
            continue
        for word in sorted(set(listed)):
            if listed.count(word) > 1:
                yield f"{name}: '{word}' stands twice"
            if word not in (word.casefold(), word.upper()):  # "GOV" is a sector
                yield f"{name}: '{word}' is not in lower case"
