"""Which counts the scoring export writes. The records are invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.export.scoring import scoring
from reportedly.records import Count, Found
from tests.export.conftest import ANALYSIS, ARTICLE, REPORT, words


@pytest.mark.parametrize(
    ("rule", "written", "why"),
    [
        ("counts:arrested", 1, "a clerk, told without a name, is a number"),
        ("counts:arrested:name", 0, "whom a name alone tells of is a target"),
    ],
)
def test_a_name_is_no_number(rule: str, written: int, why: str) -> None:
    count = Count(kind="arrested", low=1, best=1, high=1, text="Mira Oyelaran")
    found = Found(value=count, evidence=words("Mira Oyelaran"), made_by=rule)
    analysis = replace(ANALYSIS, reports=(replace(REPORT, counts=(found,)),))
    (article,) = scoring([ARTICLE], {ARTICLE.article_id: analysis})["articles"]
    assert len(article["reports"][0]["counts"]) == written, why
