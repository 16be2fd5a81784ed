"""Settings of a machine: how a read works when the command line does not say.

One TOML file, named by the environment variable `REPORTEDLY_SETTINGS`::

    [read]
    workers = 2       # processes; 0 reads in the program's own
    seconds = 60      # time limit of one document
    batch = 32        # outcomes written in one transaction
    megabytes = 20    # size limit of one document
    parser = "en_core_web_sm"

Nothing at the document level reads it: stages get what they need as arguments.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from reportedly.errors import OptionError

VARIABLE = "REPORTEDLY_SETTINGS"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSettings:
    """How documents are read; the defaults suit a laptop."""

    workers: int = 0
    seconds: float = 60.0
    batch: int = 32
    megabytes: float = 20.0
    parser: str | None = None

    def __post_init__(self) -> None:
        _check("workers", self.workers, int, 0)
        _check("seconds", self.seconds, (int, float), 0.1)
        _check("batch", self.batch, int, 1)
        _check("megabytes", self.megabytes, (int, float), 0.001)
        if not isinstance(self.parser, str | None):
            raise OptionError(f"parser is the name of a model, not {self.parser!r}")


def load_settings(environment: Mapping[str, str]) -> ReadSettings:
    """The settings that the environment names, else the defaults.

    Raises:
        OptionError: for a file that is missing or no TOML, an unknown name or an unfit value.
    """
    named = environment.get(VARIABLE)
    if not named:
        return ReadSettings()
    try:
        tables = tomllib.loads(Path(named).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise OptionError(f"cannot read the settings {named}: {error}") from None
    given = tables.pop("read", {})
    unknown = [*tables, *(given.keys() - {field.name for field in fields(ReadSettings)})]
    if unknown:
        raise OptionError(f"{named} has unknown settings: {', '.join(sorted(unknown))}")
    try:
        return ReadSettings(**given)
    except OptionError as error:
        raise OptionError(f"{named}: {error}") from None


def _check(name: str, value: Any, kinds: Any, least: float) -> None:  # noqa: ANN401  from a file
    if isinstance(value, bool) or not isinstance(value, kinds) or value < least:
        raise OptionError(f"{name} is a number of at least {least:g}, not {value!r}")
