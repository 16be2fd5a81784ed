"""The memory of linking: a file that may be lost, cut off or out of use."""

from __future__ import annotations

from pathlib import Path

from reportedly.store.remembered import LinkMemory


def test_what_was_kept_is_recalled_by_the_next_linking(tmp_path: Path) -> None:
    memory = LinkMemory(tmp_path / "linking.db")
    with memory.opened() as found:
        assert found.recall("pair", b"one") is None
        found.keep("pair", b"one", b"\0equal")
        found.keep("pair", b"one", b"unequal")
        found.keep("echo", b"one", b"other")
    with memory.opened() as found:
        assert found.recall("pair", b"one") == b"unequal"
        assert (found.recalled, found.made) == (1, 0)


def test_a_linking_that_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    memory = LinkMemory(tmp_path / "linking.db")
    try:
        with memory.opened() as found:
            found.keep("pair", b"one", b"equal")
            raise KeyboardInterrupt
    except KeyboardInterrupt:
        pass
    with memory.opened() as found:
        assert found.recall("pair", b"one") is None


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    memory = LinkMemory(tmp_path / "linking.db")
    memory.file.write_bytes(b"this is no database" * 400)
    with memory.opened() as found:
        found.keep("pair", b"one", b"equal")
    with memory.opened() as found:
        assert found.recall("pair", b"one") == b"equal"
    memory.forget()
    assert not memory.file.exists()


def test_a_file_that_is_mostly_out_of_use_is_made_anew(tmp_path: Path) -> None:
    memory = LinkMemory(tmp_path / "linking.db")
    with memory.opened() as found:
        for number in range(10):
            found.keep("pair", bytes([number]), b"equal")
    with memory.opened() as found:
        for number in range(3):
            assert found.recall("pair", bytes([number])) == b"equal"
    with memory.opened() as found:
        assert found.recall("pair", b"\0") is None
