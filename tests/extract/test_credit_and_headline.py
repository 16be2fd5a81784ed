"""The agency that a text credits, and the headline of a text without a title. All invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.records import Article

REST = "Two ships were waiting outside the port on Monday, the harbour office said."


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("ORLA (Talmo Wire) - Dockers walked out.", "Talmo Wire"),
        ("ORLA, March 11 (Harbour Press Agency) – Dockers walked out.", "Harbour Press Agency"),
        ("Orla, Talmo (AFP) -- Dockers walked out.", "AFP"),
        ("(Reuters) - Dockers walked out.", "Reuters"),
        ("ORLA — (AP) — Dockers walked out.", "AP"),
        ("Rio de Janeiro (EFE) - Dockers walked out.", "EFE"),
        ("TASS - Dockers walked out.", "TASS"),
        ("Dockers walked out (one of them limping) - nobody knows why.", None),
        ("The union of dockers (UD) - which is old - walked out.", None),
        ("Dockers - forty of them - walked out.", None),
        ("Dockers walked out.", None),
    ],
)
def test_credit(article_of: Callable[..., Article], text: str, credit: str | None) -> None:
    article = article_of(title="Walk-out", text=f"{text} {REST}")
    assert article.credit == credit
    assert article.text.startswith(text)  # the credit stays: it is part of the text


def test_credit_in_lines_around_the_text(article_of: Callable[..., Article]) -> None:
    assert article_of(title="Walk-out", text=f"Reuters\n\n{REST}").credit in (None, "Reuters")
    assert article_of(title="Walk-out", text=f"{REST}\n\nSource: Xinhua").credit == "Xinhua"
    assert article_of(title="Walk-out", text=f"{REST}\n\nSource: somebody").credit is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Dockers walk out in Orla\n\n{REST}", "Dockers walk out in Orla"),
        (f"Quay Radio\n\nQuay Radio on the strike\n\n{REST}", "Quay Radio on the strike"),
        (f"Home > News\nDockers walk out\nBy Ana Brisk\n{REST}", "Dockers walk out"),
        (f"Will the dockers win?\n\n{REST}", "Will the dockers win?"),
        (REST, None),
        (f"Dockers walked out in Orla on Monday.\n\n{REST}", None),  # a sentence
        (f"{REST}\n\n{REST}", None),
        (f"Dockers walk out in Orla\nShips wait outside the port\n{REST}", None),  # which one?
        (f"“We walked out.”\n\n{REST}", None),
        (f"ORLA (Talmo Wire) - Dockers walk out\n\n{REST}", None),
        ("Dockers walk out in Orla", None),
        (f"Orla\n\n{REST}", None),
    ],
)  # fmt: skip
def test_headline(article_of: Callable[..., Article], text: str, title: str | None) -> None:
    article = article_of(text, "text")
    assert article.title == title
    if title is not None:
        assert title not in article.text.split("\n")
        assert article.text == REST
