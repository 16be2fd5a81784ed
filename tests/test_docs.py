"""What the documentation shows is run here."""

from __future__ import annotations

import re
import runpy
from importlib.resources import files
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCS = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")])


def _python_blocks(file: Path) -> list[str]:
    return re.findall(r"```python\n(.*?)```", file.read_text("utf-8"), re.DOTALL)


@pytest.mark.parametrize("name", ["README.md", "docs/guide.md"])
def test_python_snippets_run(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    sample = files("reportedly.data") / "sample" / "articles.jsonl"
    rows = sample.read_text("utf-8").splitlines()[:4]
    (tmp_path / "articles.jsonl").write_text("\n".join(rows), encoding="utf-8")
    import reportedly

    if name == "README.md":  # it opens a collection that the shell lines before it made
        reportedly.read(["articles.jsonl"], into="news")
    scope: dict[str, object] = {}
    blocks = _python_blocks(ROOT / name)
    assert blocks
    for block in blocks:
        exec(compile(block, name, "exec"), scope)


@pytest.mark.parametrize("file", DOCS, ids=lambda f: str(f.relative_to(ROOT)))
def test_links_between_documents_lead_somewhere(file: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", file.read_text("utf-8")):
        if not target.startswith(("http:", "https:")):
            assert (file.parent / target).exists(), f"{file.name}: {target}"


def test_each_export_has_a_page() -> None:
    from reportedly.export import FORMATS

    for name in (*FORMATS, "scoring"):
        assert (ROOT / "docs" / "formats" / f"{name}.md").exists()


@pytest.mark.parametrize(
    "page", sorted((ROOT / "docs" / "formats").glob("*.md")), ids=lambda p: p.stem
)
def test_field_tables_are_those_of_the_code(page: Path) -> None:
    updated = runpy.run_path(str(ROOT / "docs" / "update_fields.py"))["updated"]
    text = page.read_text("utf-8")
    assert updated(text) == text, "run python docs/update_fields.py"


def test_modules_stay_small() -> None:
    long = {
        str(file.relative_to(ROOT)): lines
        for file in (ROOT / "src").rglob("*.py")
        if (lines := len(file.read_text("utf-8").splitlines())) > 420
    }
    assert long == {}
