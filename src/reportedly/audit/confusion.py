"""Which types are taken for which: reports of one passage, whatever type each side gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.audit.agree import overlap, touches
from reportedly.audit.codes import VERBAL, AuditedArticle
from reportedly.audit.matching import HALF, Pair, assign

NOTHING = "(none)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Confusion:
    """Reports by the coder's type (rows) and ours (columns); NOTHING where one side has none."""

    types: tuple[str, ...]
    cells: Mapping[tuple[str, str], int]


def confusion_of(
    articles: Sequence[AuditedArticle], pairs: Mapping[str, Sequence[Pair]]
) -> Confusion:
    """Aligned reports first; those left over are joined by their passages."""
    cells: Counter[tuple[str, str]] = Counter()
    for article in articles:
        aligned = pairs[article.article]
        codes = {pair.coded.code for pair in aligned}
        ids = {pair.ours.report_id for pair in aligned}
        cells.update((pair.ours.type or NOTHING, pair.ours.type or NOTHING) for pair in aligned)
        coded = [report for report in article.coded if report.code not in codes]
        ours = [report for report in article.ours if report.report_id not in ids]
        shared = [
            [
                max(overlap(c.evidence, o.evidence), HALF * touches(c.evidence, o.evidence))
                for o in ours
            ]
            for c in coded
        ]
        same = assign([[x if x >= HALF else 0.0 for x in row] for row in shared])
        cells.update((coded[i].main.type, ours[j].type or NOTHING) for i, j in same)
        rows, columns = {i for i, _ in same}, {j for _, j in same}
        cells.update(
            (report.main.type, NOTHING)
            for i, report in enumerate(coded)
            if i not in rows and not report.optional
        )
        cells.update(
            (NOTHING, report.type or NOTHING)
            for j, report in enumerate(ours)
            if j not in columns and report.type not in VERBAL
        )
    types = sorted({name for cell in cells for name in cell} - {NOTHING})
    return Confusion(types=(*types, NOTHING), cells=dict(cells))
