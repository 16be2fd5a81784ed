"""Task `places-given`: which place a given toponym denotes, on gold with coordinates.

`a161` is the share of all gold toponyms with coordinates that are resolved within 161 km, a
toponym without an answer being wrong; `exact_id` the share with the gold's GeoNames id, over
those that have one; `auc` the area under the sorted logarithmic errors (less is better). The
best constant answer puts every toponym at the most frequent gold place. Intervals are over
articles.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.figures import interval, lines, rounded
from benchmarks.place_gold import GoldName, error_area, error_km, gold_articles, within
from reportedly.find.places import load_gazetteer, resolve_places
from reportedly.parse.plain import PlainParser
from reportedly.records import Place, PlaceMention

# A@161 on the same files, given names, misses wrong (CamCoder paper, 2018, table 1)
_PEERS = {
    "CamCoder": "LGL .76, WikToR .65, GeoVirus .82",
    "Edinburgh": "LGL .76, WikToR .42, GeoVirus .78",
    "largest population": "LGL .70, WikToR .22, GeoVirus .80",
}
Answer = tuple[GoldName, Place | None]


def run(data: Path | None) -> dict[str, Any]:
    """Resolve all gold toponyms; figures without gold are None.

    Raises:
        ValueError: if no data is given.
    """
    if data is None:
        raise ValueError("places-given needs --data: a folder of articles with their toponyms")
    gazetteer, parse = load_gazetteer(), PlainParser()
    answers: list[list[Answer]] = []
    confidences: list[tuple[float, bool]] = []
    seconds = 0.0
    for gold in gold_articles(data):
        names = [name for name in gold.names if name.located]
        started = time.process_time()
        mentions = resolve_places(parse(gold.article), [(n.start, n.end) for n in names], gazetteer)
        seconds += time.process_time() - started
        answers.append([(n, m.place) for n, m in zip(names, mentions, strict=True)])
        confidences += _confidences(names, mentions)
    return {
        **_figures(answers),
        **_calibration(confidences),
        "documents": len(answers),
        "ms_per_document": round(1000 * seconds / len(answers), 2) if answers else None,
    }


def _figures(articles: Sequence[Sequence[Answer]]) -> dict[str, Any]:
    everything = [answer for article in articles for answer in article]
    answered = [answer for answer in everything if answer[1] is not None]
    with_id = [answer for answer in everything if answer[0].id]
    common = Counter((name.lat, name.lon) for name, _ in everything).most_common(1)
    return {
        "a161": rounded(_a161([everything])),
        "a161_interval": interval(articles, _a161),
        "a161_best_constant": _constant(everything, common[0][0]) if common else None,
        "a161_n": len(everything),
        "a161_precision": rounded(_a161([answered])),
        "a161_recall": rounded(_a161([everything])),
        "exact_id": rounded(_exact([with_id])),
        "exact_id_interval": interval(articles, _exact) if with_id else None,
        "exact_id_best_constant": _most_frequent(with_id),
        "exact_id_n": len(with_id),
        "auc": rounded(error_area([error_km(name, place) for name, place in everything])),
        "auc_n": len(everything),
    }


def _a161(articles: Iterable[Sequence[Answer]]) -> float | None:
    return within([error_km(name, place) for article in articles for name, place in article])


def _exact(articles: Iterable[Sequence[Answer]]) -> float | None:
    right = [
        place is not None and place.gazetteer_id == name.id
        for article in articles
        for name, place in article
        if name.id
    ]
    return sum(right) / len(right) if right else None


def _constant(answers: Sequence[Answer], point: tuple[float | None, float | None]) -> float | None:
    """A@161 of one point for every toponym."""
    place = Place(name="", lat=point[0], lon=point[1])
    return rounded(within([error_km(name, place) for name, _ in answers]))


def _most_frequent(answers: Sequence[Answer]) -> float | None:
    ids = Counter(name.id for name, _ in answers)
    return rounded(ids.most_common(1)[0][1] / len(answers)) if answers else None


def _confidences(
    names: Sequence[GoldName], mentions: Sequence[PlaceMention]
) -> list[tuple[float, bool]]:
    return [
        (mention.confidence, error_km(name, mention.place) <= 161)
        for name, mention in zip(names, mentions, strict=True)
        if mention.confidence is not None
    ]


def _calibration(pairs: Sequence[tuple[float, bool]]) -> dict[str, Any]:
    """Mean gap between confidence and truth over ten bins (expected calibration error)."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for pair in pairs:
        bins.setdefault(min(int(pair[0] * 10), 9), []).append(pair)
    rows = {
        f"{tenth / 10:.1f}": {
            "n": len(found),
            "confidence": round(sum(c for c, _ in found) / len(found), 3),
            "right": round(sum(right for _, right in found) / len(found), 3),
        }
        for tenth, found in sorted(bins.items())
    }
    gap = sum(row["n"] * abs(row["confidence"] - row["right"]) for row in rows.values())
    return {"calibration_error": rounded(gap / len(pairs)) if pairs else None, "calibration": rows}


def table(result: dict[str, Any]) -> str:
    """The figures, one a line, the calibration of confidences, and peers."""
    found = lines(result, ("a161", "a161_precision", "exact_id", "auc"))
    found.append(f"calibration error {result['calibration_error']} (confidence: n, share right)")
    found += [
        f"  {row['confidence']:.3f}: {row['n']}, {row['right']:.3f}"
        for row in result["calibration"].values()
    ]
    found.append(f"{result['ms_per_document']} ms a document, {result['documents']} documents")
    found += [f"peer: {name}: {figures}" for name, figures in _PEERS.items()]
    return "\n".join(found)
