"""Settings come from one file that the environment names."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.errors import OptionError
from reportedly.settings import VARIABLE, ReadSettings, load_settings


def test_without_a_file_the_defaults_hold() -> None:
    assert load_settings({}) == ReadSettings(workers=0, seconds=60, batch=32, megabytes=20)


def test_a_file_changes_what_it_names(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('[read]\nworkers = 3\nseconds = 5\nparser = "en_core_web_md"\n')
    settings = load_settings({VARIABLE: str(file)})
    assert settings == ReadSettings(workers=3, seconds=5, parser="en_core_web_md")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "cannot read the settings"),
        ("[read", "cannot read the settings"),
        ("[read]\nspeed = 3", "unknown settings: speed"),
        ("[write]\nworkers = 3", "unknown settings: write"),
        ("[read]\nworkers = -1", "workers is a number of at least 0, not -1"),
        ("[read]\nworkers = true", "not True"),
        ('[read]\nseconds = "long"', "seconds is a number of at least 0.1, not 'long'"),
        ("[read]\nbatch = 0.5", "batch is a number of at least 1"),
        ("[read]\nparser = 5", "parser is the name of a model, not 5"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(
    tmp_path: Path, content: str | None, message: str
) -> None:
    file = tmp_path / "settings.toml"
    if content is not None:
        file.write_text(content)
    with pytest.raises(OptionError, match=message):
        load_settings({VARIABLE: str(file)})
