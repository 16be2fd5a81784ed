"""The pages' own files: nothing from other hosts, and text never becomes markup."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import reportedly

FRONTEND = Path(reportedly.__file__).parent / "web" / "frontend"
FILES = sorted(FRONTEND.rglob("*.*"))
SCRIPTS = [path for path in FILES if path.suffix == ".js"]
_ALLOWED = {"http://www.w3.org/2000/svg", "https://www.geonames.org/"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_file_names_another_host(path: Path) -> None:
    named = set(re.findall(r"https?://[^\s'\"<>)]+", path.read_text(encoding="utf-8")))
    assert named <= _ALLOWED


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_text_never_becomes_markup(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for danger in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(",
                   "new Function", "DOMParser"):  # fmt: skip
        assert danger not in text


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_every_import_is_there(path: Path) -> None:
    site = FRONTEND / "site"
    # the files of a site are laid over the explorer's own
    laid = FRONTEND / path.relative_to(site) if path.is_relative_to(site) else path
    for name in re.findall(r"(?:from|import)\(? ?'(\.[^']+)'", path.read_text(encoding="utf-8")):
        folders = (path.parent, laid.parent)
        assert any((folder / name).resolve().is_file() for folder in folders), name


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_module_says_what_it_does(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("// ")


def test_the_page_has_no_inline_script_or_style() -> None:
    page = (FRONTEND / "index.html").read_text(encoding="utf-8")
    assert not re.search(r"<script(?![^>]*\bsrc=)", page)
    assert "<style" not in page
    assert not re.search(r"\son[a-z]+=|\sstyle=", page)
