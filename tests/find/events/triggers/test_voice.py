"""Whether a verb is passive: also in headlines, which leave out "was".

All sentences are invented.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.find.events.triggers.slots import objects, subjects
from reportedly.find.events.triggers.voice import is_passive
from reportedly.parse import Document

Parse = Callable[..., Document]

CASES = [
    # sentence, verb, passive, who suffers
    ("Student leader hacked to death in Belt", "hacked", True, "leader"),
    ("Church burned in Belt region", "burned", True, "Church"),
    ("Rioters burned a church in Belt", "burned", False, "church"),
    ("Kidnapped trader freed in Belt", "freed", True, "trader"),
    ("The trader was freed in Belt.", "freed", True, "trader"),
    ("The army freed the trader in Belt.", "freed", False, "trader"),
    ("The army freed nine traders in Belt", "freed", False, "traders"),
    ("The men were led away and shot one by one.", "shot", True, "men"),
    ("A doctor abducted last week near Belt has regained her freedom.", "abducted", True, "doctor"),
    ("The men were led away and shot two guards.", "shot", False, "guards"),
    ("Clerk shot dead outside his home in Belt, police said.", "shot", True, "Clerk"),
    ("Five nurses detained in Belt, union says.", "detained", True, "nurses"),
    ("Two nurses shot dead Monday in Belt, police said", "shot", True, "nurses"),
    ("Rebels shot dead two nurses Monday in Belt", "shot", False, "nurses"),
    ("Clerk arrested in Belt bar had no papers.", "arrested", True, "Clerk"),
    ("Guards detained five nurses in Belt, the union said.", "detained", False, "nurses"),
]


@pytest.mark.parametrize(("sentence", "verb", "passive", "sufferer"), CASES)
def test_who_suffers(
    parse_text: Parse, sentence: str, verb: str, passive: bool, sufferer: str
) -> None:
    document = parse_text(sentence)
    token = next(t for t in document.tokens if t.text == verb)
    assert is_passive(document, token.index) is passive
    assert [t.text for t in objects(document, token.index)] == [sufferer]
    assert bool(subjects(document, token.index)) is not passive


SHARED = [
    ("The chief was abducted and later killed by rebels.", "abducted", ["rebels"]),
    ("The chief was abducted and was killed by rebels.", "abducted", []),
    ("Two men were arrested and nine wounded by guards.", "arrested", []),
    ("The chief was abducted by guards and killed by rebels.", "abducted", ["guards"]),
]


@pytest.mark.parametrize(("sentence", "verb", "doers"), SHARED)
def test_joined_participles_share_their_doer(
    parse_text: Parse, sentence: str, verb: str, doers: list[str]
) -> None:
    document = parse_text(sentence)
    token = next(t for t in document.tokens if t.text == verb)
    assert [t.text for t in subjects(document, token.index)] == doers
