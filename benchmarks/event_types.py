"""Task `event-types`: the type of what one given actor does to another, over 15 PLOVER roots.

Rows of `zsp_plv` that mark both actors are asked of `type_between`; CONCEDE and RETREAT are one
root, YIELD. Where this gold draws its lines elsewhere than our codebook, the classifier's finer
labels are folded to the gold's (`_FOREIGN`); `own_accuracy` is the figure without that, and
`rules_accuracy` that of the lexicon's rules alone. `accuracy` is the share of pairs whose root is
right; nothing coded is wrong.
`macro_f1` is the mean F1 over the roots of the gold, `class_accuracy` and `class_macro_f1` the
same over the four classes of verbal and material cooperation and conflict. `coded` is the share
of pairs for which a type is given. Rows without a pair are counted apart (`without_pair`): there
a report of the sentence has the root (`without_pair_accuracy`). `found_pairs_*` takes nothing as
given: the first report of the product that has the gold's source among its actors. The best
constant answer is the most frequent root.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.event_gold import (
    CLASS_OF,
    NOTHING,
    ROOTS,
    Labelled,
    Reader,
    Span,
    accuracy,
    any_touches,
    label_lines,
    macro_f1,
    most_common,
    per_label,
    root_of,
    spans_of,
    speed_line,
)
from benchmarks.figures import interval, lines, rounded
from benchmarks.gold import gold_rows
from reportedly.find.events import find_reports, guess_between, type_between
from reportedly.find.reading import Reading
from reportedly.records import EventType, Report

# finer labels of the classifier that this gold counts elsewhere than our codebook does
_FOREIGN = {
    "CONCEDE/promised": "AGREE",
    "COERCE/ground": "ASSAULT",
    "SANCTION/sanctions": "COERCE",
    "SANCTION/verdict": "ACCUSE",  # CAMEO 116, found guilty
    "THREATEN/warrant": "COERCE",
}
_PEERS = (
    "peer: TF-IDF and a linear model, trained on the developers' part: .648 / .595",
    "peer: masked actors, paths and embeddings, linear, trained on it: .800 / .762",
    "peer: fine-tuned MiniLM, trained on it: .823 / .784",
    "peer: zero-shot roberta-large on a GPU: .835 / .821",
)


def run(data: Path | None) -> dict[str, Any]:
    """Ask for the type of each given pair, and compare.

    Raises:
        ValueError: if no data is given.
    """
    if data is None:
        raise ValueError("event-types needs --data: sentences with marked pairs of actors")
    reader = Reader()
    given: list[Labelled] = []
    alone: list[Labelled] = []
    own: list[Labelled] = []
    ruled: list[Labelled] = []
    found: list[Labelled] = []
    for row, _ in gold_rows(data, ("text", "root", "penta", "spans")):
        reading = reader.reading(row["text"])
        lexicon = reader.resources.events
        sources, targets = spans_of(row, "source"), spans_of(row, "target")
        classifier = reader.resources.event_types
        reports = find_reports(reading, lexicon, None, classifier, reader.resources.act_words)
        if not sources or not targets:
            alone.append((row["root"], _any_root(reports, row["root"])))
            continue
        pair = sources[0], targets[0]
        plain = type_between(reading, *pair, lexicon, classifier)
        own.append((row["root"], root_of(plain)))
        given.append((row["root"], _folded(reading, pair, reader, plain)))
        ruled.append((row["root"], root_of(type_between(reading, *pair, lexicon))))
        found.append((row["root"], root_of(_of_source(reports, sources))))
    classes = [(_class(gold), _class(got)) for gold, got in given]
    roots = [gold for gold, _ in given]
    return {
        **_both("", given, most_common(roots)),
        **_both("class_", classes, most_common([gold for gold, _ in classes])),
        "coded": rounded(accuracy([("y", "n" if f == NOTHING else "y") for _, f in given])),
        "per_type": per_label(given, [root for root in ROOTS if root in roots]),
        **_both("own_", own, most_common(roots)),
        **_both("rules_", ruled, most_common(roots)),
        **_both("found_pairs_", found, most_common(roots)),
        "found_pairs_coded": rounded(
            accuracy([("y", "n" if f == NOTHING else "y") for _, f in found])
        ),
        "without_pair": len(alone),
        "without_pair_accuracy": rounded(accuracy(alone)),
        **reader.speed(),
    }


def _both(name: str, pairs: Sequence[Labelled], constant: float | None) -> dict[str, Any]:
    """Accuracy and macro F1 with their intervals."""
    return {
        f"{name}accuracy": rounded(accuracy(pairs)),
        f"{name}accuracy_n": len(pairs),
        f"{name}accuracy_interval": interval(pairs, accuracy),
        f"{name}accuracy_best_constant": rounded(constant),
        f"{name}macro_f1": rounded(macro_f1(pairs)),
        f"{name}macro_f1_n": len(pairs),
        f"{name}macro_f1_interval": interval(pairs, macro_f1),
    }


def _folded(
    reading: Reading, pair: tuple[Span, Span], reader: Reader, plain: EventType | None
) -> str:
    """The root of a pair with the lines between types where this gold draws them."""
    resources = reader.resources
    if plain is None or resources.event_types is None:
        return root_of(plain)
    guess = guess_between(reading, *pair, resources.events, resources.event_types)
    if guess is None:
        return root_of(plain)
    shares: dict[str, float] = {}
    for label, share in guess.labels.items():
        root = root_of(_FOREIGN.get(label, label.partition("/")[0]))
        shares[root] = shares.get(root, 0.0) + share
    shares.pop("NONE", None)
    return max(sorted(shares), key=lambda root: shares[root])


def _of_source(reports: Sequence[Report], sources: Sequence[Span]) -> str | None:
    """The type of the first report in which the source acts."""
    acting = (r for r in reports if any_touches((a.evidence for a in r.actors), sources))
    return next((r.type for r in acting if r.type is not None), None)


def _any_root(reports: Sequence[Report], root: str) -> str:
    found = [root_of(r.type) for r in reports]
    return root if root in found else next(iter(found), NOTHING)


def _class(root: str) -> str:
    """The class of a root; YIELD stands as verbal or material cooperation: its own."""
    return "yield" if root == "YIELD" else str(CLASS_OF.get(root, 0))


def table(result: dict[str, Any]) -> str:
    """The figures, one a line, the roots below, and peers."""
    names = [f"{part}{figure}" for part in ("", "own_", "rules_", "class_", "found_pairs_")
             for figure in ("accuracy", "macro_f1")]  # fmt: skip
    return "\n".join(
        [
            *lines(result, names),
            f"a type for {result['coded']} of the given pairs, {result['found_pairs_coded']} of "
            f"found ones; {result['without_pair']} rows without a pair: "
            f"{result['without_pair_accuracy']}",
            *label_lines(result["per_type"]),
            speed_line(result),
            *_PEERS,
        ]
    )
