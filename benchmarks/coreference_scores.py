"""Scores of clusters of mentions: MUC, B-cubed, CEAFe, and their mean, the CoNLL F1.

Sources: Vilain et al. 1995; Bagga and Baldwin 1998; Luo 2005; Pradhan et al. 2014, "Scoring
Coreference Partitions of Predicted Mentions". Both sides cluster the same mentions.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence

Labels = Mapping[str, Hashable]  # mention → cluster
_Scores = tuple[float, float, float]  # precision, recall, F1
_Sums = tuple[float, float, float, float]  # precision: right, of; recall: right, of

_NOTHING: _Sums = (0.0, 0.0, 0.0, 0.0)
Counted = tuple[_Sums, _Sums, _Sums]  # MUC, B-cubed, CEAFe


def conll_f1(gold: Labels, found: Labels) -> float:
    """The mean of the F1 of MUC, B-cubed and CEAFe."""
    return conll_of([counted(gold, found)])


def counted(gold: Labels, found: Labels) -> Counted:
    """What the three scores count; parts that share no cluster of either side add up."""
    return _muc(gold, found), _b_cubed(gold, found), _ceaf_e(gold, found)


def conll_of(parts: Iterable[Counted]) -> float:
    """The CoNLL F1 of parts taken together."""
    totals = [_NOTHING, _NOTHING, _NOTHING]
    for part in parts:
        for at, sums in enumerate(part):
            totals[at] = _added(totals[at], sums)
    return sum(_scores(total)[2] for total in totals) / len(totals)


def muc(gold: Labels, found: Labels) -> _Scores:
    """Links: of each cluster, those that the other side keeps."""
    return _scores(_muc(gold, found))


def b_cubed(gold: Labels, found: Labels) -> _Scores:
    """For each mention, the share of its cluster that stands in its other cluster."""
    return _scores(_b_cubed(gold, found))


def ceaf_e(gold: Labels, found: Labels) -> _Scores:
    """Clusters matched one to one by their likeness (2·common / sum of sizes)."""
    return _scores(_ceaf_e(gold, found))


def _muc(gold: Labels, found: Labels) -> _Sums:
    return (*_kept_links(found, gold), *_kept_links(gold, found))


def _kept_links(clusters: Labels, other: Labels) -> tuple[float, float]:
    members = _members(clusters)
    pieces = sum(len({other[m] for m in some}) for some in members)
    return float(len(clusters) - pieces), float(len(clusters) - len(members))


def _b_cubed(gold: Labels, found: Labels) -> _Sums:
    both = Counter((gold[m], found[m]) for m in gold)
    gold_size, found_size = Counter(gold.values()), Counter(found.values())
    total = float(len(gold))
    precision = sum(n * n / found_size[f] for (_, f), n in both.items())
    recall = sum(n * n / gold_size[g] for (g, _), n in both.items())
    return precision, total, recall, total


def _ceaf_e(gold: Labels, found: Labels) -> _Sums:
    both = Counter((gold[m], found[m]) for m in gold)
    gold_size, found_size = Counter(gold.values()), Counter(found.values())
    likeness = {
        (g, f): 2 * common / (gold_size[g] + found_size[f]) for (g, f), common in both.items()
    }
    matched = sum(_best_matching(part) for part in _components(likeness))
    return matched, float(len(found_size)), matched, float(len(gold_size))


def _added(one: _Sums, other: _Sums) -> _Sums:
    return one[0] + other[0], one[1] + other[1], one[2] + other[2], one[3] + other[3]


def _members(clusters: Labels) -> list[list[str]]:
    members: dict[Hashable, list[str]] = defaultdict(list)
    for mention, cluster in clusters.items():
        members[cluster].append(mention)
    return list(members.values())


def _scores(sums: _Sums) -> _Scores:
    precision = sums[0] / sums[1] if sums[1] else 0.0
    recall = sums[2] / sums[3] if sums[3] else 0.0
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
