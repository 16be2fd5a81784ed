"""Judgements stay with what they are about when the reports are read anew."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace

import pytest

from reportedly.records import Judgement
from reportedly.store import Collection
from tests.store.examples import analysis_of, outcome

Reading = Callable[[], AbstractContextManager[Collection]]

GIVEN = [outcome("Workers marched in Belt on Monday."), outcome("Clerks marched in Belt.")]
ONE, OTHER = (given.analysis.reports[0] for given in GIVEN if given.analysis)


def judgement(subject: str, other: str | None = None) -> Judgement:
    return Judgement(
        kind="same" if other else "reject",
        subject=subject,
        other=other,
        by="anna",
        at="2021-03-02T10:00:00+00:00",
        score=None,
        reasons=("both tell the march",),
    )


@pytest.mark.parametrize("indexed", [True, False])
def test_judgements_are_found_by_id(reading: Reading, indexed: bool) -> None:
    with reading() as collection:
        collection.add_batch(GIVEN)
        if indexed:
            collection.update_index()
    given = judgement(ONE.report_id, OTHER.report_id)
    assert collection.add_judgement(given) == 1
    (attached,) = collection.attached_judgements()
    assert (attached.judgement, attached.how) == (given, "id")


@pytest.mark.parametrize(
    ("trigger", "how", "why"),
    [
        ("Workers marched", "carried", "the new trigger overlaps"),
        ("Monday", "orphaned", "no trigger stands there any more"),
    ],
)
def test_judgements_after_reading_anew(reading: Reading, trigger: str, how: str, why: str) -> None:
    article = GIVEN[0].article
    assert article
    with reading() as collection:
        collection.add_batch(GIVEN)
        collection.update_index()
        given = judgement(ONE.report_id, OTHER.report_id)
        collection.add_judgement(given)
        again = analysis_of(article, "test 2", trigger)
        collection.replace_analyses([again])
        for _ in range(2):  # before and after the index knows
            (attached,) = collection.attached_judgements()
            assert attached.how == how, why
            subject = again.reports[0].report_id if how == "carried" else ONE.report_id
            assert attached.judgement == replace(given, subject=subject)
            collection.update_index()
    assert list(collection.judgements()) == [given], "what was said stays as it was said"


def test_a_judgement_of_a_report_that_never_was_is_kept_and_orphaned(
    collection: Collection,
) -> None:
    collection.add_judgement(judgement("nowhere"))
    assert [attached.how for attached in collection.attached_judgements()] == ["orphaned"]
