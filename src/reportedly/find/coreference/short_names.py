"""Surnames and short names of bodies: "Ana Roa … Roa", "the Coast Dockers' Union … the union"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.find.coreference.clusters import Cluster
from reportedly.find.coreference.words import CoreferenceWords
from reportedly.parse import Document

SMALL = frozenset(
    {"of", "for", "and", "the", "in", "de", "del", "la", "los", "las", "al", "'s", "’s", "'", "’"}
)


def folded(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a name that count, in lower case."""
    return tuple(w.casefold() for w in words if w not in {"'", "’", "'s", "’s"})


def join_short_names(document: Document, clusters: list[Cluster], words: CoreferenceWords) -> None:
    """Surnames and short names of bodies join the full name that was given, the nearest first."""
    by_word: dict[str, list[Cluster]] = {}
    for cluster in clusters:
        for word in set(folded(cluster.longest)):
            by_word.setdefault(word, []).append(cluster)
    for short in sorted(clusters, key=lambda c: len(c.longest)):
        if short not in clusters:
            continue
        alike = by_word.get(next(iter(folded(short.longest)), ""), [])
        targets = [
            full
            for full in alike
            if full is not short
            and full in clusters
            and len(folded(full.longest)) > len(folded(short.longest))
            and _shortens(short, full, words)
        ]
        if not targets:
            continue
        if len(targets) > 1:
            heads = [t for t in targets if _has_kin(document, t, words)]
            heads = heads or [t for t in targets if not _is_kin(document, t, words)]
            targets = heads or targets
        if short.kind == "person" and len({folded(t.longest)[0] for t in targets}) > 1:
            before = [t for t in targets if t.first < short.first]
            if len(before) != 1:
                # two people of one surname: each mention goes to the nearest before it
                _share_out(short, targets)
                if not short.mentions:
                    clusters.remove(short)
                continue
            targets = before
        before = [t for t in targets if t.first < short.first]
        best = max(before, key=lambda c: c.first) if before else min(targets, key=lambda c: c.first)
        best.absorb(short)
        clusters.remove(short)


def _share_out(short: Cluster, targets: list[Cluster]) -> None:
    for mention in list(short.mentions):
        before = [
            (m.first, n)
            for n, t in enumerate(targets)
            for m in t.mentions
            if m.first < mention.first
        ]
        if before:
            targets[max(before)[1]].add(mention)
            short.mentions.remove(mention)


def _is_kin(document: Document, cluster: Cluster, words: CoreferenceWords) -> bool:
    """Whether somebody is told as another's kin: "his wife, Ana Roa", "Ana Roa, his wife".

    A surname alone then means the other.
    """
    for mention in cluster.mentions:
        name = document.tokens[mention.head]
        beside = [document.head(name)] if name.dep == "appos" else []
        beside += [t for t in document.children(name.index) if t.dep == "appos"]
        told = (mention.role or "").split()[-1:]
        if not words.kin.isdisjoint([*told, *(t.lemma for t in beside)]):
            return True
    return False


def _has_kin(document: Document, cluster: Cluster, words: CoreferenceWords) -> bool:
    """Whether another is told by somebody: "the wife of the clerk *Ivo Roe*", "*Roe's* wife"."""
    for mention in cluster.mentions:
        name = document.tokens[mention.head]
        name = document.head(name) if name.dep == "appos" else name
        above = document.head(name)
        if name.dep == "pobj" and above.text.casefold() == "of":
            above = document.head(above)
        elif name.dep != "poss":
            continue
        if above.lemma in words.kin:
            return True
    return False


def _shortens(  # noqa: PLR0911  # one exit a kind of name
    short: Cluster, full: Cluster, words: CoreferenceWords
) -> bool:
    a, b = folded(short.longest), folded(full.longest)
    if not a or not b:
        return False
    if full.kind == "unknown" and short.kind in {"person", "unknown"} and len(a) == 1:
        return a == b[-1:] and len(b) > 1 and a[0] not in words.bodies
    if full.kind == "person":
        if short.kind not in {"person", "unknown", "organisation"}:
            return False
        if short.kind == "organisation" and a[-1] in words.bodies:
            return False
        return a == b[-len(a) :] or (len(a) > 1 and set(a) <= set(b))
    if short.kind == "person" and len(a) == 1 and a[0] not in words.bodies:
        return False
    head = {b[-1], b[0]} & words.bodies
    if len(a) == 1:
        return a[0] in head
    if a == b[-len(a) :]:
        return bool(head & set(a)) or full.kind in {"outlet", "organisation", "group"}
    return len(a) >= 2 and bool(head & set(a)) and set(a) <= set(b)
