"""An audit as a page for a methods appendix: Markdown, HTML, and the figures as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from html import escape
from pathlib import Path
from statistics import median
from typing import Any

from reportedly.audit.auditing import Audit
from reportedly.audit.confusion import Confusion
from reportedly.audit.figures import RESAMPLES, SEED, Figure, Interval
from reportedly.export.files import Files
from reportedly.export.manifest import program


@dataclass(frozen=True, slots=True)
class _Part:
    """A heading with paragraphs and at most one table."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


def write_report(audit: Audit, path: Path) -> list[Path]:
    """Write PATH.md, PATH.html and PATH.json; all of them, or none.

    Raises:
        OptionError: if they cannot be written.
    """
    suffixes = (".md", ".html", ".json")
    with Files(path) as files:
        files.text(".md").write(as_markdown(audit))
        files.text(".html").write(as_html(audit))
        json.dump(as_json(audit), files.text(".json"), ensure_ascii=False, indent=1)
    return [path.with_name(path.name + suffix) for suffix in suffixes]


def as_json(audit: Audit) -> dict[str, Any]:
    """All figures as plain values."""
    scores = asdict(audit.scores)
    cells = audit.scores.confusion.cells.items()
    scores["confusion"] = [
        {"coded": row, "ours": column, "reports": n} for (row, column), n in sorted(cells)
    ]
    return {
        "program": program(),
        "sample": dict(audit.manifest),
        "drawn": audit.drawn,
        "not_coded": audit.not_coded,
        "changed": audit.changed,
        "coders": [asdict(one) for one in audit.coders],
        **scores,
    }


def as_markdown(audit: Audit) -> str:
    """The page in Markdown."""
    lines = [f"# {_TITLE}", ""]
    for part in _parts(audit):
        lines += [f"## {part.heading}", ""]
        for paragraph in part.paragraphs:
            lines += [paragraph, ""]
        if part.head:
            lines.append(f"| {' | '.join(map(_cell, part.head))} |")
            lines.append("|---" * len(part.head) + "|")
            lines += [f"| {' | '.join(map(_cell, row))} |" for row in part.rows]
            lines.append("")
    return "\n".join(lines)


def as_html(audit: Audit) -> str:
    """The page in HTML, whole in one file."""
    body = [f"<h1>{escape(_TITLE)}</h1>"]
    for part in _parts(audit):
        body.append(f"<h2>{escape(part.heading)}</h2>")
        body += [f"<p>{escape(paragraph)}</p>" for paragraph in part.paragraphs]
        if part.head:
            head = "".join(f'<th scope="col">{escape(name)}</th>' for name in part.head)
            rows = "".join(
                f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>\n"
                for row in part.rows
            )
            body.append(
                f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>"
            )
    return _PAGE.format(title=escape(_TITLE), style=_STYLE, body="\n".join(body))


# --- what the page says ---------------------------------------------------------------------

_TITLE = "Audit of a random sample against hand coding"
_PRF = ("", "precision", "95 %", "Wilson", "recall", "95 %", "Wilson", "F1", "95 %",
        "right, added, missed")  # fmt: skip


def _parts(audit: Audit) -> Iterator[_Part]:
    scores = audit.scores
    yield _sample(audit)
    yield _method()
    prf = [figure for figure in scores.figures if figure.kind == "prf"]
    yield _Part("Precision and recall", (), _PRF, tuple(map(_prf_row, prf)))
    shares = [figure for figure in scores.figures if figure.kind == "share"]
    yield _Part(
        "Shares",
        ("Of the reports that both sides have.",),
        ("figure", "share", "95 %", "Wilson", "right of"),
        tuple(map(_share_row, shares)),
    )
    yield _Part("By type", (), _PRF, tuple(map(_prf_row, scores.by_type)))
    yield _Part("By status", (), _PRF, tuple(map(_prf_row, scores.by_status)))
    yield _confusion(scores.confusion)
    yield from _calibration(audit)
    if audit.coders:
        yield _Part(
            "Two coders",
            ("Agreement of the two coders over the articles that both read.",),
            ("value", "reports", "alike", "Cohen's kappa", "Krippendorff's alpha"),
            tuple(
                (one.what, str(one.units), str(one.same), _number(one.kappa), _number(one.alpha))
                for one in audit.coders
            ),
        )
    if audit.seconds:
        told = f"{median(audit.seconds):.0f} seconds a report (median of {len(audit.seconds)})."
        yield _Part("Time", (f"Coding into an empty form took {told}",))
    yield _versions(audit)


def _sample(audit: Audit) -> _Part:
    facts, scores = audit.manifest, audit.scores
    by = facts.get("stratified_by")
    drawn = f"stratified by {by}" if by else "simple random"
    said = [
        f"{audit.drawn} articles were drawn ({drawn}, seed {facts.get('seed', 'unknown')}) from "
        f"{facts.get('articles_in_the_collection', 'an unknown number of')} articles, with and "
        f"without events. {scores.articles} of them are compared here.",
        f"The coder gave {scores.coded} reports; the program gave {scores.ours} that can be "
        "compared (not those it calls attempted, negated, hypothetical, or without a type).",
    ]
    if audit.not_coded:
        said.append(f"{audit.not_coded} articles of the sample are not coded yet.")
    if audit.changed:
        said.append(f"{audit.changed} articles have another text now and are left out.")
    if scores.weighted:
        said.append(
            "Figures are estimates for the collection: each article stands for as many as its "
            "stratum has for each that was drawn. Counts are those of the sample."
        )
    rows = tuple(
        (name, str(one.get("drawn")), str(one.get("of")))
        for name, one in facts.get("strata", {}).items()
    )
    return _Part("Sample", tuple(said), ("stratum", "drawn", "of") if by else (),
                 rows if by else ())  # fmt: skip


def _method() -> _Part:
    return _Part(
        "Method",
        (
            "A report is right when type, place and date agree with one accepted reading of the "
            "coder's: places within 25 km or of the same name, dates whose intervals meet and of "
            "which ours is at most 6 days longer. Reports are joined one to one by the assignment "
            "with the largest total agreement. Other values are compared on reports that agree in "
            "type and in place, date or half of the passage; what is missing counts as missed. "
            "Acts of speech that match nothing cost nothing.",
            f"Intervals are 95 % percentile intervals of a bootstrap over articles ({RESAMPLES} "
            f"samples, seed {SEED}, inside each stratum), since reports of one article are right "
            "or wrong together. Wilson's score interval, as if reports were independent, stands "
            "beside them where articles weigh alike.",
        ),
    )


def _confusion(confusion: Confusion) -> _Part:
    rows = []
    for row in confusion.types:
        cells = [confusion.cells.get((row, column), 0) for column in confusion.types]
        if any(cells):
            rows.append((row, *(str(n) if n else "" for n in cells)))
    said = "Rows: the coder's type; columns: ours. Reports of one passage, with (none) where only "
    return _Part("Which types are taken for which", (said + "one side has a report.",),
                 ("", *confusion.types), tuple(rows))  # fmt: skip


def _calibration(audit: Audit) -> Iterator[_Part]:
    for one in audit.scores.calibration:
        if one.error is None:
            said = f"No {one.what} of the sample carries a confidence."
            yield _Part(f"Confidence of a {one.what}", (said,))
            continue
        said = f"Expected calibration error {one.error:.3f} over {one.size} values (ten bins)."
        rows = tuple(
            (f"{b.low:.1f}-{b.high:.1f}", str(b.size), f"{b.confidence:.2f}", f"{b.right:.2f}",
             _between(b.interval))
            for b in one.bins
        )  # fmt: skip
        yield _Part(f"Confidence of a {one.what}", (said,),
                    ("confidence", "values", "mean", "right", "Wilson"), rows)  # fmt: skip


def _versions(audit: Audit) -> _Part:
    facts = audit.manifest
    return _Part(
        "Versions",
        (
            f"Scored by {program()}; sampled by {facts.get('program', 'an unknown version')}; "
            f"records made by {', '.join(facts.get('analysers', [])) or 'unknown analysers'}.",
            "A record is what an outlet reported, never what happened: an audit tells how well "
            "articles were read, not what is true.",
        ),
    )


def _prf_row(figure: Figure) -> tuple[str, ...]:
    return (
        figure.name,
        _number(figure.precision), _between(figure.precision_interval),
        _between(figure.precision_wilson),
        _number(figure.recall), _between(figure.recall_interval), _between(figure.recall_wilson),
        _number(figure.value), _between(figure.interval),
        ", ".join(map(str, figure.counts)),
    )  # fmt: skip


def _share_row(figure: Figure) -> tuple[str, ...]:
    right, of = figure.counts
    return (figure.name, _number(figure.value), _between(figure.interval),
            _between(figure.wilson), f"{right} of {of}")  # fmt: skip


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _between(interval: Interval | None) -> str:
    return "–" if interval is None else f"{interval[0]:.2f}–{interval[1]:.2f}"


def _cell(words: str) -> str:
    return words.replace("|", "\\|")


def figure_rows(figures: Sequence[Figure]) -> list[dict[str, Any]]:
    """Figures as rows for the terminal."""
    return [
        {
            "figure": one.name,
            "precision": _number(one.precision) if one.kind == "prf" else "",
            "recall": _number(one.recall) if one.kind == "prf" else "",
            "value": _number(one.value),
            "interval": _between(one.interval),
            "counts": ", ".join(map(str, one.counts)),
        }
        for one in figures
    ]


_STYLE = (
    "body{font:15px/1.5 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem;"
    "color:#1d2327;background:#fff}table{border-collapse:collapse;font-size:.85rem;"
    "display:block;overflow-x:auto}th,td{border:1px solid #dcd8ce;padding:.2rem .5rem;"
    "text-align:left;vertical-align:top}th{background:#f4f2ec}h2{margin-top:2rem}"
)
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
{body}
</body>
</html>
"""
