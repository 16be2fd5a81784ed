"""What an outlet takes back, and what it does not. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.find.events.conftest import Read

SHOT = "police had shot two students in Kisumu"
TAKEN_BACK = [
    f"On Monday we reported that {SHOT}. We regret the error: no student was shot.",
    f"The Test Herald withdraws its report of Monday that {SHOT}.",
    f"The Test Herald retracts an article published on Monday which said that {SHOT}.",
    f"An earlier version of this article said that {SHOT}. That was incorrect.",
    f"We stated on Monday that {SHOT}. This statement is withdrawn.",
    f"In Monday's edition we wrote that {SHOT}. We no longer stand by that report.",
    f"Correction: We wrongly reported on Monday that {SHOT}.",
    f"On Monday this newspaper asserted that {SHOT}. The assertion is retracted.",
    f"On Monday the Test Herald wrote that {SHOT}. This is not true. We are sorry.",
    f"We published on Monday a claim that {SHOT}. The claim has turned out to be false.",
    f"Our report of Monday, in which a witness was quoted as saying that {SHOT}, no longer stands.",
    "Our report of March 10 that police shot two students in Kisumu was wrong.",
    "Contrary to what we reported on Monday, police did not shoot two students in Kisumu.",
    f"We wrote on Monday that {SHOT}. It did not happen.",
    f"The Test Herald wrote on Monday that {SHOT}. We withdraw the sentence.",
]


@pytest.mark.parametrize("text", TAKEN_BACK)
def test_withdrawals_in_any_wording(read: Callable[..., Read], text: str) -> None:
    (report,) = [r for r in read(text).reports if r.type == "ASSAULT"]
    assert report.withdraws
    assert report.polarity == "positive"
    assert [(link.name, link.stance) for link in report.attributions[0]] == [
        ("The Test Herald", "denies")
    ]


NOT_TAKEN_BACK = [
    (
        "The ministry withdrew its statement that rebels had shot two men in Kisumu on Friday.",
        "somebody else's statement",
    ),
    (
        'Police shot two men in Kisumu on Friday. "We regret the loss of life," the mayor said.',
        "'we' in quotation marks is not the outlet",
    ),
    (
        "An earlier version of this article said that three men were shot in Kisumu. That was"
        " wrong. Police shot two men in Kisumu on Friday.",
        "only a detail was wrong: the act is told again",
    ),
    (
        "Corrects paragraph 2 of our story on the shooting of two men in Kisumu: two cousins.",
        "a notice on a detail",
    ),
]


@pytest.mark.parametrize(("text", "why"), NOT_TAKEN_BACK)
def test_no_withdrawal(read: Callable[..., Read], text: str, why: str) -> None:
    assert not any(r.withdraws for r in read(text).reports), why
