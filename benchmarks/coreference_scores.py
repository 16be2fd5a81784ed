"""Scores of clusters of mentions: MUC, B-cubed, CEAFe, and their mean, the CoNLL F1.

Sources: Vilain et al. 1995; Bagga and Baldwin 1998; Luo 2005; Pradhan et al. 2014, "Scoring
Coreference Partitions of Predicted Mentions". Both sides cluster the same mentions.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence

Labels = Mapping[str, Hashable]  # mention → cluster
_Scores = tuple[float, float, float]  # precision, recall, F1


def conll_f1(gold: Labels, found: Labels) -> float:
    """The mean of the F1 of MUC, B-cubed and CEAFe."""
    return (muc(gold, found)[2] + b_cubed(gold, found)[2] + ceaf_e(gold, found)[2]) / 3


def muc(gold: Labels, found: Labels) -> _Scores:
    """Links: of each cluster, those that the other side keeps."""
    return _scores(_kept_links(found, gold), _kept_links(gold, found))


def _kept_links(clusters: Labels, other: Labels) -> float:
    every = sum(len(members) - 1 for members in _members(clusters))
    pieces = sum(len({other[m] for m in members}) for members in _members(clusters))
    kept = len(clusters) - pieces
    return kept / every if every else 0.0


def b_cubed(gold: Labels, found: Labels) -> _Scores:
    """For each mention, the share of its cluster that stands in its other cluster."""
    both = Counter((gold[m], found[m]) for m in gold)
    gold_size, found_size = Counter(gold.values()), Counter(found.values())
    total = len(gold)
    precision = sum(n * n / found_size[f] for (_, f), n in both.items()) / total if total else 0.0
    recall = sum(n * n / gold_size[g] for (g, _), n in both.items()) / total if total else 0.0
    return _scores(precision, recall)


def ceaf_e(gold: Labels, found: Labels) -> _Scores:
    """Clusters matched one to one by their likeness (2·common / sum of sizes)."""
    both = Counter((gold[m], found[m]) for m in gold)
    gold_size, found_size = Counter(gold.values()), Counter(found.values())
    likeness = {
        (g, f): 2 * common / (gold_size[g] + found_size[f]) for (g, f), common in both.items()
    }
    matched = sum(_best_matching(part) for part in _components(likeness))
    if not gold:
        return 0.0, 0.0, 0.0
    return _scores(matched / len(found_size), matched / len(gold_size))


def _members(clusters: Labels) -> list[list[str]]:
    members: dict[Hashable, list[str]] = defaultdict(list)
    for mention, cluster in clusters.items():
        members[cluster].append(mention)
    return list(members.values())


def _scores(precision: float, recall: float) -> _Scores:
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


_Likeness = dict[tuple[Hashable, Hashable], float]


def _components(likeness: _Likeness) -> list[_Likeness]:
    """Clusters that share no mention can't be matched: each connected part is matched alone."""
    part: dict[tuple[str, Hashable], int] = {}
    parts: dict[int, _Likeness] = {}
    for number, ((g, f), value) in enumerate(likeness.items()):
        joined = {part[key] for key in (("gold", g), ("found", f)) if key in part}
        parts[number] = {(g, f): value}
        for old in joined:
            parts[number].update(parts.pop(old))
        for left, right in parts[number]:
            part["gold", left] = part["found", right] = number
    return list(parts.values())


def _best_matching(likeness: _Likeness) -> float:
    rows = list(dict.fromkeys(g for g, _ in likeness))
    columns = list(dict.fromkeys(f for _, f in likeness))
    if len(rows) > len(columns):
        likeness = {(f, g): value for (g, f), value in likeness.items()}
        rows, columns = columns, rows
    cost = [[-likeness.get((row, column), 0.0) for column in columns] for row in rows]
    return -_least_cost(cost)


def _least_cost(cost: Sequence[Sequence[float]]) -> float:
    """The assignment of each row to a column of its own with the least sum (Hungarian method)."""
    height, width = len(cost), len(cost[0])
    of_row, of_column = [0.0] * (height + 1), [0.0] * (width + 1)
    row_at = [0] * (width + 1)
    for row in range(1, height + 1):
        row_at[0] = row
        column = 0
        least, way = [float("inf")] * (width + 1), [0] * (width + 1)
        used = [False] * (width + 1)
        while row_at[column]:
            used[column] = True
            here = row_at[column]
            free = [j for j in range(1, width + 1) if not used[j]]
            for j in free:
                reduced = cost[here - 1][j - 1] - of_row[here] - of_column[j]
                if reduced < least[j]:
                    least[j], way[j] = reduced, column
            following = min(free, key=lambda j: least[j])
            step = least[following]
            for j in range(width + 1):
                if used[j]:
                    of_row[row_at[j]] += step
                    of_column[j] -= step
                else:
                    least[j] -= step
            column = following
        while column:
            row_at[column] = row_at[way[column]]
            column = way[column]
    return sum(cost[row_at[j] - 1][j - 1] for j in range(1, width + 1) if row_at[j])
