"""Task `places`: finding and resolving toponyms end to end, from the text of an article alone.

`name_f1` matches found and gold spans one to one where they overlap, over all gold toponyms with
or without coordinates; everything that the product takes for a place name counts as found,
adjectives of nationality, streets and names of bodies' seats (`seat`: 'Leeds Police') too. Not
counted are names that a longer one hides (`name_part`, `person`: 'Washington Post') and buildings
(`kind` site) that the gazetteer lacks, which the gold sets do not mark.
`a161_of_all` is the share of all gold toponyms with coordinates that were found and resolved
within 161 km; `a161_of_matched` is over those that were found. The best constant answer finds
nothing. Intervals are over articles.
"""

from __future__ import annotations

import resource
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.figures import Matched, finding, interval, lines, rounded
from benchmarks.place_gold import GoldName, error_km, gold_articles, within
from reportedly.find.places import find_places, load_gazetteer
from reportedly.parse import load_parser
from reportedly.records import PlaceMention

# measured on the same files from the tools' outputs in EUPEG (2019) with this scorer
_PEERS = {
    "Stanford + population": "name F1 / of all: LGL .73/.39, TR-News .83/.53, GeoVirus .93/.60",
    "CamCoder": "LGL .67/.40, TR-News .75/.53, GeoVirus .88/.62",
    "Edinburgh": "LGL .67/.33, TR-News .65/.47, GeoVirus .88/.47",
    "CLAVIN": "LGL .59/.32, TR-News .66/.42, GeoVirus .77/.51",
    "Yahoo": "LGL .70/.47, TR-News .81/.52, GeoVirus .77/.53",
}
_NO_PLACES = frozenset({"name_part", "person"})
Pair = tuple[GoldName, PlaceMention | None]


def run(data: Path | None) -> dict[str, Any]:
    """Read all articles and compare; figures without gold are None.

    Raises:
        ValueError: if no data is given.
    """
    if data is None:
        raise ValueError("places needs --data: a folder of articles with their toponyms")
    gazetteer, parse = load_gazetteer(), load_parser()
    counts: list[Matched] = []
    articles: list[list[Pair]] = []
    parsing = finding_seconds = 0.0
    for gold in gold_articles(data):
        started = time.process_time()
        document = parse(gold.article)
        parsed = time.process_time()
        mentions = [m for m in find_places(document, gazetteer) if is_counted(m)]
        parsing += parsed - started
        finding_seconds += time.process_time() - parsed
        pairs = match(gold.names, mentions)
        found = sum(mention is not None for _, mention in pairs)
        counts.append(Matched(len(gold.names), len(mentions), found))
        articles.append([pair for pair in pairs if pair[0].located])
    everything = [pair for article in articles for pair in article]
    matched = [pair for pair in everything if pair[1] is not None]
    return {
        **finding("name", counts),
        "a161_of_all": rounded(_a161([everything])),
        "a161_of_all_interval": interval(articles, _a161),
        "a161_of_all_best_constant": 0.0 if everything else None,
        "a161_of_all_n": len(everything),
        "a161_of_matched": rounded(_a161([matched])),
        "a161_of_matched_n": len(matched),
        "documents": len(counts),
        "ms_per_document": _ms(finding_seconds, len(counts)),
        "parsing_ms_per_document": _ms(parsing, len(counts)),
        "ratio_to_parsing": round(finding_seconds / parsing, 3) if parsing else None,
        "rss_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def is_counted(mention: PlaceMention) -> bool:
    """Whether a found mention counts as a toponym."""
    if mention.kind == "site" and mention.place is None:
        return False
    return mention.use not in _NO_PLACES


def match(names: Sequence[GoldName], mentions: Sequence[PlaceMention]) -> list[Pair]:
    """Each gold name with the found one that overlaps it, equal spans first, one to one."""
    by_span = {(m.evidence.start, m.evidence.end): m for m in mentions}
    found = {name: by_span.pop((name.start, name.end), None) for name in names}
    left = list(by_span.values())
    for name in names:
        if found[name] is None:
            found[name] = next((m for m in left if _overlap(name, m)), None)
            left = [m for m in left if m is not found[name]]
    return list(found.items())


def _overlap(name: GoldName, mention: PlaceMention) -> bool:
    return mention.evidence.start < name.end and name.start < mention.evidence.end


def _a161(articles: Iterable[Sequence[Pair]]) -> float | None:
    return within(
        [
            error_km(name, mention.place if mention else None)
            for article in articles
            for name, mention in article
        ]
    )


def _ms(seconds: float, documents: int) -> float | None:
    return round(1000 * seconds / documents, 2) if documents else None


def table(result: dict[str, Any]) -> str:
    """The figures, one a line, speed and memory, and peers."""
    names = ("name_f1", "name_precision", "name_recall", "a161_of_all", "a161_of_matched")
    return "\n".join(
        [
            *lines(result, names),
            f"{result['ms_per_document']} ms a document to find and resolve, "
            f"{result['parsing_ms_per_document']} ms to parse (ratio "
            f"{result['ratio_to_parsing']}), {result['documents']} documents, "
            f"{result['rss_mb']} MB at most",
            *(f"peer: {name}: {figures}" for name, figures in _PEERS.items()),
        ]
    )
