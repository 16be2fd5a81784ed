"""Datelines of wires and dailies stand apart from the sentence behind them; all are invented."""

from __future__ import annotations

import pytest

from reportedly.parse.dateline import dateline_end
from reportedly.parse.mastheads import datelines

# a line, its dateline
LINES = [
    ("CORO, May 3 (The Agency) - Farmers blocked a road.", "CORO, May 3 (The Agency) - "),
    ("QUETTA: A sit-in entered its tenth day.", "QUETTA: "),
    ("KOTA KINABALU: Two sailors were freed.", "KOTA KINABALU: "),
    ("COX'S BAZAR: Gunmen stormed a post.", "COX'S BAZAR: "),
    ("NEW DELHI/KOLKATA: The court sat.", "NEW DELHI/KOLKATA: "),
    ("JORHAT, March 6: Shops stayed shut.", "JORHAT, March 6: "),
    ("RAIPUR, Jan 16 (ANP) Rebels freed four men.", "RAIPUR, Jan 16 (ANP) "),
    ("Srinagar, Mar 6 (PNS): Two men were held.", "Srinagar, Mar 6 (PNS): "),
    ("ASTANA. July 19. KAZNEWS - About 400 men struck.", "ASTANA. July 19. KAZNEWS - "),
    ("YEREVAN, JANUARY 17, ARMENNEWS. Units fired.", "YEREVAN, JANUARY 17, ARMENNEWS. "),
    ("BAKU, Azerbaijan, January 16. The premier left.", "BAKU, Azerbaijan, January 16. "),
    ("BISHKEK, January 16 (Agency). Officers came.", "BISHKEK, January 16 (Agency). "),
    ("YEREVAN. – Deputies left the hall.", "YEREVAN. – "),
    ("CORO. Farmers blocked a road.", "CORO. "),
    ("SANTA CRUZ. A bomb went off.", "SANTA CRUZ. "),
    ("Coro, 3 May -- A clerk was held.", "Coro, 3 May -- "),
    ("Santa Cruz de Lima, 17 Oct 1990 - Nine men fled.", "Santa Cruz de Lima, 17 Oct 1990 - "),
    # no datelines
    ("On Sunday, 3 May - Farmers Day - shops were shut.", ""),
    ("Coro, 3 May - a day to remember - was fine.", ""),
    ("A BARANGAY councilor was shot.", ""),
    ("The U.N. said: We will come.", ""),
    ("St. Petersburg: the city of canals.", ""),
    ("Police said - and he denied - that he fled.", ""),
    ("In January, 16 men were held. Officers came.", ""),
    ("POLICE KILL TWO. ARMY SENDS TANKS.", ""),
]


@pytest.mark.parametrize(("line", "dateline"), LINES)
def test_the_dateline_of_a_line(line: str, dateline: str) -> None:
    assert line[: dateline_end(line)] == dateline


def test_every_line_has_its_own() -> None:
    text = "Two held\nQUETTA: Police held two men.\nSUVA - Fiji sent a ship.\n"
    assert [text[a:b] for a, b in datelines(text)] == ["QUETTA: ", "SUVA - "]


def test_a_day_behind_a_headline_opens_the_lead() -> None:
    text = "Clerk beaten in park. Coro, 4 May - Four youths punched a clerk."
    assert [text[a:b] for a, b in datelines(text)] == ["Coro, 4 May - "]


def test_odd_text_has_none() -> None:
    assert datelines("") == []
    assert datelines(":\n\n--\n(A)") == []
