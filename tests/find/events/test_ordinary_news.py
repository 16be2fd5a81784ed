"""Ordinary sentences of news give a report of their type (`ordinary_news.csv`).

Those of `silent_news.csv` use the same words in another sense and give none of the named type.
All sentences are invented; only the towns and countries are real.
"""

from __future__ import annotations

import csv
from pathlib import Path

import reportedly


def test_ordinary_sentences_give_a_report_of_their_type() -> None:
    with Path(__file__).with_name("ordinary_news.csv").open(encoding="utf-8", newline="") as rows:
        wanted = [(row["type"], row["sentence"]) for row in csv.DictReader(rows)]
    missed = []
    for kind, sentence in wanted:
        reports = reportedly.analyse(sentence, published="2024-03-06").reports
        if not any(r.type == kind and r.realis != "hypothetical" for r in reports):
            missed.append((kind, sentence, [r.type for r in reports]))
    assert not missed


def test_other_senses_of_the_words_give_none_of_their_type() -> None:
    with Path(__file__).with_name("silent_news.csv").open(encoding="utf-8", newline="") as rows:
        cases = [(row["type"], row["sentence"], row["why"]) for row in csv.DictReader(rows)]
    found = []
    for kind, sentence, why in cases:
        reports = reportedly.analyse(sentence, published="2024-03-06").reports
        if any(
            r.type == kind
            and r.realis == "actual"
            and r.polarity == "positive"
            and r.stance != "denies"
            for r in reports
        ):
            found.append((kind, sentence, why))
    assert not found
