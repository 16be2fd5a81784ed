"""Task `quotes-agreement`: how far the gold of `quotes` agrees with itself.

Agency texts stand in several articles, so that some paragraphs were annotated twice. The contents
of such paragraphs are compared as the task `quotes` compares contents: the reading of the first
article as gold, that of the second as found. Rows do not tell who annotated them; where it was one
person, two people agree less. Contents that run over a paragraph are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.figures import Matched, finding, lines
from benchmarks.gold import gold_rows
from benchmarks.quotes import Pairs, Said, Span, compare, gold_of

_LEAST = 60  # characters of a paragraph that is no label or heading


def run(data: Path | None) -> dict[str, Any]:
    """Compare the contents of equal paragraphs; figures are None where there are none.

    Raises:
        ValueError: if no data is given.
    """
    if data is None:
        raise ValueError("quotes-agreement needs --data: articles with `text` and `quotes`")
    rows = [row for row, _ in gold_rows(data, ("text", "quotes"))]
    together = equal_paragraphs([row["text"] for row in rows])
    said = [gold_of(row["quotes"]) for row in rows]
    documents = [_compared(rows, said, articles, together[articles]) for articles in together]
    direct = [
        Matched(len(p.direct), 0, sum(g in p.direct for g, _ in p.pairs))
        for pairs in documents
        for p in pairs
    ]
    contents = [
        Matched(*(sum(n) for n in zip(*(_counted(p) for p in pairs), strict=True)))
        for pairs in documents
    ]
    return {
        **finding("content", contents),
        "direct": sum(m.gold for m in direct),
        "direct_in_both": sum(m.right for m in direct),
        "paragraphs": sum(len(pairs) for pairs in documents),
        "pairs_of_articles": len(documents),
    }


def equal_paragraphs(texts: Sequence[str]) -> dict[tuple[int, int], list[tuple[Span, Span]]]:
    """Paragraphs that stand in two texts, by the numbers of the texts: where in each of them.

    Of more than two texts the first two are taken, of several places in one text the first.
    """
    places: dict[str, dict[int, Span]] = defaultdict(dict)
    for number, text in enumerate(texts):
        at = 0
        for paragraph in text.split("\n"):
            if len(paragraph) >= _LEAST:
                places[paragraph].setdefault(number, (at, at + len(paragraph)))
            at += len(paragraph) + 1
    found: dict[tuple[int, int], list[tuple[Span, Span]]] = defaultdict(list)
    for spans in places.values():
        if len(spans) > 1:
            one, two = sorted(spans)[:2]
            found[one, two].append((spans[one], spans[two]))
    return dict(sorted(found.items()))


def table(result: dict[str, Any]) -> str:
    """The figures, one a line."""
    return "\n".join(
        [
            *lines(result, ("content_f1",)),
            f"content: precision {result['content_precision']}, recall {result['content_recall']}",
            f"direct quotations: {result['direct_in_both']} of {result['direct']} in both",
            f"{result['paragraphs']} paragraphs of {result['pairs_of_articles']} pairs of articles",
        ]
    )


def _compared(
    rows: Sequence[dict[str, Any]],
    said: Sequence[Sequence[Said]],
    articles: tuple[int, int],
    paragraphs: Sequence[tuple[Span, Span]],
) -> list[Pairs]:
    one, two = articles
    return [
        compare(
            rows[one]["text"][first[0] : first[1]],
            list(_within(said[one], first)),
            list(_within(said[two], second)),
        )
        for first, second in paragraphs
    ]


def _within(said: Sequence[Said], paragraph: Span) -> Iterator[Said]:
    """Attributions whose content lies in a paragraph, counted from its start."""
    start, end = paragraph
    for one in said:
        if all(start <= a and b <= end for a, b in one.content):
            yield Said(_moved(one.content, start), _moved(one.source, start), one.kind)


def _moved(spans: Sequence[Span], by: int) -> tuple[Span, ...]:
    return tuple((start - by, end - by) for start, end in spans)


def _counted(pairs: Pairs) -> tuple[int, int, int]:
    return len(pairs.gold), len(pairs.found), len(pairs.pairs)
