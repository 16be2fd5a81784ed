"""Fit the weights by which a report's confidence is reckoned from how the text tells it.

    python -m training.report_confidence

reads the invented corpora of `benchmarks/invented` that were read while rules were written (half
`a` where rows tell their half) and the passages of `training/passages` from which the network of
act words did not learn: elsewhere it is surer than on texts that are new to it. Writes
src/reportedly/models/reports/weights.json (see the card beside it). Logistic regression with a
small penalty; the same records give the same weights. How well the weights do in the unread
halves: `benchmarks/confidence.py`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

import reportedly
from benchmarks.confidence import INVENTED, Judged, judged
from benchmarks.passages import kept_out, tells
from reportedly.errors import InputError
from reportedly.find.events.confidence import FEATURES, READ_FEATURES
from reportedly.resources import load_resources
from training.mention_weights import fit

_WRITTEN = "2025-08-07"  # day of the passages, which tell none
_TARGET = Path(__file__).parents[1] / "src" / "reportedly" / "models" / "reports" / "weights.json"
_READ = {
    "second": None, "fourth": "a", "fifth": "a", "briefs": "a", "sixth": "a", "seventh": "a",
    "eighth": "a", "ninth": "a",
}  # fmt: skip
_Table = npt.NDArray[np.float64]


def main() -> int:
    """Code, compare with the gold, fit and write."""
    resources = load_resources()
    found = list(judged(None, None, resources))
    for name, half in _READ.items():
        found.extend(judged(INVENTED / name, half, resources))
    found.extend(of_passages())
    weights = {}
    for name, features in (("plain", FEATURES), ("read", READ_FEATURES)):
        fitted = fit(_table(found, features), _right(found))
        short = (round(float(weight), 3) for weight in fitted)
        weights[name] = dict(zip(features, short, strict=True))
    _TARGET.parent.mkdir(parents=True, exist_ok=True)
    _TARGET.write_text(json.dumps(weights, indent=1) + "\n", "utf-8")
    print(f"{len(found)} reports, {int(_right(found).sum())} right")
    return 0


def of_passages() -> Iterator[Judged]:
    """The reports of passages that are kept out; right where a marked word tells such an act."""
    for text, marks in kept_out():
        try:
            found = reportedly.analyse(text, published=_WRITTEN, why=True)
        except InputError:  # nothing but furniture
            continue
        grounds = found.trace.grounds if found.trace is not None else {}
        for report in found.reports:
            if report.report_id in grounds:
                yield Judged(grounds[report.report_id], tells(report, marks))


def _table(reports: Sequence[Judged], features: Sequence[str]) -> _Table:
    return np.array([[one.grounds[feature] for feature in features] for one in reports])


def _right(reports: Sequence[Judged]) -> _Table:
    return np.array([float(one.right) for one in reports])


if __name__ == "__main__":
    sys.exit(main())
