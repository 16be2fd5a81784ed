"""The words that introduce speech are sound, and their checkers find faults."""

from __future__ import annotations

from reportedly.find.quotes import check_media, check_reporting_verbs, load_reporting_verbs


def test_shipped_words_are_sound() -> None:
    assert check_reporting_verbs() == []
    assert check_media() == []


def test_stances_of_verbs() -> None:
    verbs = load_reporting_verbs()
    stances = {
        lemma: group.stance
        for lemma in ("say", "deny", "admit", "confirm", "allege")
        if (group := verbs.group("clause", lemma)) is not None
    }
    assert stances == {
        "say": "states",
        "deny": "denies",
        "admit": "admits",
        "confirm": "confirms",
        "allege": "alleges",
    }


def test_faults_are_named() -> None:
    row = {"id": "say", "kind": "song", "stance": "hums", "content": ["rhyme"], "words": ["Say"]}
    faults = check_reporting_verbs({"verbs": [row, {"id": "say"}]})
    assert any("unknown kind 'song'" in fault for fault in faults)
    assert any("unknown stance 'hums'" in fault for fault in faults)
    assert any("unknown form 'rhyme'" in fault for fault in faults)
    assert any("'Say' is not lower case" in fault for fault in faults)
    assert any("id stands twice" in fault for fault in faults)
    assert check_media({"songs": []}) == ["media.toml: unknown table 'songs'"]
