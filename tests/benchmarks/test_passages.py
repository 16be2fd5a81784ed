"""The task `passages` on a folder of its own; the passages are invented."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import passages

TOLD = "{Rebels|A1} {killed|ASSAULT 1} two {farmers|R1 K1} in Arvan on Sunday."
SILENT = "The choir of Arvan sang for two hours."
THREAT = "{Rebels|A1} threatened to {kill|ASSAULT threat 1} the {mayor|R1} of Arvan."


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(passages, "is_kept_out", lambda text: "Coro" not in text)
    learnt = TOLD.replace("Arvan", "Coro")
    (tmp_path / "some.txt").write_text("\n".join((TOLD, SILENT, THREAT, learnt)), "utf-8")
    return tmp_path


def test_passages_that_are_learnt_from_are_left_out(folder: Path) -> None:
    texts = [text for text, _ in passages.kept_out(folder)]
    assert len(texts) == 3
    assert texts[0] == "Rebels killed two farmers in Arvan on Sunday."


def test_events_told_as_done_are_looked_for(folder: Path) -> None:
    result = passages.run(folder)
    assert (result["found"], result["found_n"]) == (1.0, 1)
    assert (result["silent"], result["silent_n"]) == (1.0, 1)
    assert (result["actor_not_victim"], result["actor_not_victim_n"]) == (1.0, 1)
    assert "found" in passages.table(result)


def test_which_passages_are_kept_out_hangs_on_their_words_alone() -> None:
    assert [passages.is_kept_out(text) for text in ("a", "a")] in ([True, True], [False, False])
    kept = sum(passages.is_kept_out(str(number)) for number in range(16_000))
    assert 900 < kept < 1100
