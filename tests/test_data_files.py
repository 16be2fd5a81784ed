"""Files of word lists: as a dataclass, and with their faults as lines."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from reportedly.data_files import check_word_lists, read_word_lists
from reportedly.errors import DataError
from reportedly.find.events.word_lists import VoiceWords, check_event_words, voice_words


@dataclass(frozen=True, slots=True, kw_only=True)
class _Other:
    """A reader that knows one of the lists, and one that the file lacks."""

    harms: frozenset[str]
    helps: frozenset[str]


def test_lists_are_fields_of_a_dataclass() -> None:
    assert "jail" in voice_words().needs_object
    assert read_word_lists(VoiceWords, "voice.toml") == voice_words()


def test_the_shipped_lists_have_no_faults() -> None:
    assert check_event_words() == []


def test_unknown_and_missing_lists_are_faults() -> None:
    faults = check_word_lists(_Other, "voice.toml")
    assert "voice.toml: unknown list means" in faults
    assert "voice.toml: lacks helps" in faults
    assert not any("harms" in fault for fault in faults)
    with pytest.raises(DataError, match=r"lexicons/en/voice\.toml: .*lacks helps"):
        read_word_lists(_Other, "voice.toml")
