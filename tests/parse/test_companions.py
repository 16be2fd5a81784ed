"""Who came along, a guise or a name behind a subject is no subject. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.parse import Document

# text, verb, its only subject, why
CASES = [
    ("CPI-Maoist accompanied by around 50 villagers torched four vehicles in Hask on Monday.",
     "torched", "Maoist", "the verb passed for what the villagers were told"),
    ("The rebels accompanied by child soldiers attacked the village of Hask on Monday.",
     "attacked", "rebels", "the second noun of who came along passed for the subject"),
    ("Rebels dressed as soldiers killed nine men in Hask on Monday.", "killed", "Rebels",
     "a guise passed for the subject of a clause"),
    ("Men posing as doctors kidnapped a judge in Hask on Monday.", "kidnapped", "Men",
     "a guise passed for a second subject"),
    ("Gunmen calling themselves the Sons of Hask burned a bus in Belt on Monday.", "burned",
     "Gunmen", "how they call themselves passed for the subject"),
    ("Men in civilian clothes driving a jeep without plates abducted a teacher on Monday.",
     "abducted", "Men", "the verb passed for what was done to the plates"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "verb", "subject", "why"), CASES, ids=[c[3] for c in CASES])
def test_a_verb_has_its_own_subject(
    text: str, verb: str, subject: str, why: str, parse_text: Callable[..., Document]
) -> None:
    document = parse_text(text)
    token = next(t for t in document.tokens if t.text == verb)
    found = [t.text for t in document.children(token.index) if t.dep == "nsubj"]
    assert (found, token.dep) == ([subject], "ROOT"), why


def test_a_clause_of_time_keeps_its_subject(parse_text: Callable[..., Document]) -> None:
    document = parse_text("The rebels fled as soldiers came.")
    came = next(t for t in document.tokens if t.text == "came")
    assert [t.text for t in document.children(came.index) if t.dep == "nsubj"] == ["soldiers"]
