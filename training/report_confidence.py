"""Fit the weights by which a report's confidence is reckoned from how the text tells it.

    python -m training.report_confidence

reads the invented corpora of `benchmarks/invented` that were read while rules were written (half
`a` where rows tell their half) and writes src/reportedly/models/reports/weights.json (see the card
beside it). Logistic regression with a small penalty; the same records give the same weights. Which
reports are right, and how well the weights do in the unread halves: `benchmarks/confidence.py`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.confidence import INVENTED, Judged, judged
from reportedly.find.events.confidence import FEATURES, READ_FEATURES
from reportedly.resources import load_resources
from training.mention_weights import fit

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
    weights = {}
    for name, features in (("plain", FEATURES), ("read", READ_FEATURES)):
        fitted = fit(_table(found, features), _right(found))
        short = (round(float(weight), 3) for weight in fitted)
        weights[name] = dict(zip(features, short, strict=True))
    _TARGET.parent.mkdir(parents=True, exist_ok=True)
    _TARGET.write_text(json.dumps(weights, indent=1) + "\n", "utf-8")
    print(f"{len(found)} reports, {int(_right(found).sum())} right")
    return 0


def _table(reports: Sequence[Judged], features: Sequence[str]) -> _Table:
    return np.array([[one.grounds[feature] for feature in features] for one in reports])


def _right(reports: Sequence[Judged]) -> _Table:
    return np.array([float(one.right) for one in reports])


if __name__ == "__main__":
    sys.exit(main())
