"""Headlines, bylines and datelines that stand in one line with the lead; all are invented."""

from __future__ import annotations

import pytest

from reportedly.parse.mastheads import datelines, masthead_of

LEAD = "Dockers in Bela ended a strike on Friday, the union said."
# headline, byline, dateline (the lead follows); why
LINES = [
    ("Dockers end strike at port", "Ana Sito", "CORO, March 3 (NWA) –", "names in small letters"),
    ("Dockers end strike at port", "By ANA SITO", "CORO, Dorna (AP) —", "names in capitals"),
    ("Dockers end strike", "JON SITO and ANA LANG", "SANTA CRUZ (AP) –", "two names"),
    ("Dockers end strike in KZN", "", "CORO, March 3 (NWA)-", "initials before the town"),
    ("Dockers end strike in April", "", "Coro (dpa) -", "a known wire behind small letters"),
    ("Dockers end strike in April", "", "Cape Coro (dpa) -", "a town of two words"),
    ("Junta bans port strike", "by Ana Sito, dpa", "Coro (dpa) -", "by somebody of a wire"),
    ("Junta Bans Strike in Port", "", "CORO, March 3 –", "a day without an agency"),
    ("Strike Grips Harbour in Bela", "Ana Sito", "CORO, March 3 (NWA) –", "a town of the story"),
    ("Harbour strike ends after talks", "", "CORO March 3 Sapa", "an agency without brackets"),
    ("Dockers end strike at port.", "", "CORO, Dorna --", "behind a full stop"),
    ("Dockers end strike at port .", "", "CORO BAY:", "before a colon"),
    ("", "by Ana Sito and Rui Lang ", "", "a byline alone"),
]


@pytest.mark.parametrize(("headline", "byline", "dateline", "why"), LINES)
def test_what_stands_before_the_lead(headline: str, byline: str, dateline: str, why: str) -> None:
    lead = LEAD if "Sapa" not in dateline else "DOCKERS in Bela ended a strike."
    line = " ".join(part for part in (headline, byline, dateline, lead) if part)
    found = masthead_of(line, 0, len(line))
    assert found is not None, why
    assert line[: found.headline] == headline
    assert line[found.byline : found.dateline].strip() == byline.strip()
    assert line[found.dateline : found.end].strip() == dateline
    assert line[found.end :] == lead


NONE = [
    ("CORO, March 3 (NWA) – Dockers ended a strike.", "the line begins with its dateline"),
    ("NEW CORO, March 3 (NWA) – Dockers ended a strike.", "a town of two words"),
    ("He was told of it by the UNHCR (the UN agency) – Dockers struck.", "a body explained"),
    ("The strike was called by the NWA (Welders) – Dockers joined.", "initials"),
    ("The dockers met their chief Ana Sito (Greens) – Talks failed.", "a party in brackets"),
    ("Dockers struck at the port. UPDATE: The strike goes on.", "a word before a colon"),
    ("By Sena Lake Police found two boats and a raft.", "a place behind By"),
    ("Dockers met - he said - in Coro and went home. They were tired.", "an aside"),
]


@pytest.mark.parametrize(("line", "why"), NONE)
def test_other_lines_begin_with_their_lead(line: str, why: str) -> None:
    assert masthead_of(line, 0, len(line)) is None, why


def test_somebody_of_the_story_writes_no_byline() -> None:
    line = "Court frees Ana Sito CORO, March 3 (NWA) – The writer Sito was freed on Friday."
    found = masthead_of(line, 0, len(line))
    assert found is not None
    assert line[: found.headline] == "Court frees Ana Sito"


def test_bylines_count_as_datelines() -> None:
    text = "Dockers end strike Ana Sito CORO, March 3 (NWA) – Dockers struck.\nBELA: Two died.\n"
    assert [text[a:b] for a, b in datelines(text)] == ["Ana Sito CORO, March 3 (NWA) – ", "BELA: "]
