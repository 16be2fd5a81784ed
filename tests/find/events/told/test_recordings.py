"""Whose a voice on a recording is. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read

THREAT = '"If soldiers enter the harbour, we will burn every truck,"'


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        (
            'The Sena Front released a video on Monday. "We will attack the dam if the army'
            ' advances," a masked man says in the video.',
            "Sena Front",
        ),
        (
            "The Sena Front said its fighters had carried out the raid. In an audio message it"
            f" denied any part in the blast.\n\n{THREAT} a voice on the recording said.",
            "Sena Front",
        ),
        # nobody is told to have sent it
        (f"{THREAT} a voice on the recording said.", "voice"),
        # who is on no recording speaks for himself
        (f"The Sena Front released a video on Monday. {THREAT} a driver said.", "driver"),
    ],
)
def test_a_voice_is_the_sender_s(read: Callable[..., Read], text: str, actor: str) -> None:
    threat = next(r for r in read(text).reports if r.type == "THREATEN")
    assert [a.value.name for a in threat.actors] == [actor]


def test_workers_who_were_taken_are_released(read: Callable[..., Read]) -> None:
    found = read("Two aid workers abducted in Piura in May were released on Sunday.").reports
    assert [r.mode for r in found] == ["abduct", "release"]
    assert not read("The company released 400 workers on Sunday.").reports
